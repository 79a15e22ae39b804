// The citizens' and officers' side over HTTP: submissions beside what the disk can flush, the queue of a hundred thousand, a look at one's own case.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const [base, folder, ...what] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

class Person {
  cookies = new Map();

  ask(method, address, body) {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const request = http.request(new URL(address, base), { method, agent, headers: {
        Host: "localhost", Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) } : {}),
      } }, (answer) => {
        for (const line of answer.headers["set-cookie"] ?? []) {
          const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
          this.cookies.set(name, value);
        }
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, html: Buffer.concat(parts).toString("utf8"), ms: performance.now() - begun }));
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  async token(address) {
    return (await this.ask("GET", address)).html.match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)[1];
  }

  static async comesIn(name) {
    const person = new Person();
    const page = (await person.ask("GET", "/dang-nhap")).html;
    const field = page.match(/<input[^>]+autocomplete="username"[^>]*>/)[0].match(/name="([^"]+)"/)[1];
    const secret = page.match(/<input[^>]+type="password"[^>]*>/)[0].match(/name="([^"]+)"/)[1];
    const answer = await person.ask("POST", "/dang-nhap", new URLSearchParams({ [field]: name, [secret]: "thu-nghiem-2026", __RequestVerificationToken: page.match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)?.[1] ?? "" }).toString());
    if (answer.status !== 302) throw new Error(`${name} cannot sign in: ${answer.status}`);
    return person;
  }
}

const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))].toFixed(1);

function flushes(milliseconds) {
  const file = fs.openSync(path.join(folder, "flush.probe"), "w");
  const page = Buffer.alloc(4096, 1);
  const end = performance.now() + milliseconds;
  let count = 0;
  while (performance.now() < end) {
    fs.writeSync(file, page, 0, page.length, (count % 256) * 4096);
    fs.fdatasyncSync(file);
    count++;
  }
  fs.closeSync(file);
  return count / (milliseconds / 1000);
}

async function form() {
  const resident = new Person();
  const token = await resident.token("/phan-anh/gui");
  return { resident, send: (key) => resident.ask("POST", "/phan-anh/gui", new URLSearchParams({
    __RequestVerificationToken: token, Key: key, Step: "3", Go: "send", "Form.Kind": "Report", "Form.Field": "Environment",
    "Form.Message": `Rác chưa được thu gom ở ngã ba chợ từ ba ngày nay. Lần gửi ${key}`, "Form.Name": "Người Gửi Mẫu", "Form.Phone": "0901234567", "Form.Agreed": "true",
  }).toString()) };
}

async function submissions(milliseconds) {
  const end = performance.now() + milliseconds;
  let count = 0;
  const times = [];
  await Promise.all(Array.from({ length: 16 }, async () => {
    const { send } = await form();
    while (performance.now() < end) {
      const answer = await send([...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
      if (answer.status !== 302) throw new Error(`a submission was answered ${answer.status}`);
      times.push(answer.ms);
      count++;
    }
  }));
  return { rate: count / (milliseconds / 1000), p95: quantile(times, 0.95) };
}

async function repeat(person, address, times) {
  const all = [];
  for (let i = 0; i < times; i++) {
    const answer = await person.ask("GET", address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    if (i >= 5) all.push(answer.ms);
  }
  return `p50 ${quantile(all, 0.5)} ms, p95 ${quantile(all, 0.95)} ms`;
}

if (what.includes("send")) {
  await submissions(3000);   // warm
  for (let pair = 1; pair <= 3; pair++) {
    const limit = flushes(2000);
    const { rate, p95 } = await submissions(5000);
    console.log(`  pair ${pair}: disk ${limit.toFixed(0)} flushes/s, submissions ${rate.toFixed(0)}/s with durable commit (p95 ${p95} ms), ratio ${(rate / limit).toFixed(2)}`);
  }
}
if (what.includes("queue")) {
  for (const name of ["daumoi", "canbo.kt", "lanhdao"]) {
    const officer = await Person.comesIn(name);
    for (const address of ["/quan-tri/phan-anh", "/quan-tri/phan-anh?tinh-trang=qua-han", "/quan-tri/phan-anh?tinh-trang=tat-ca&trang=50"]) {
      console.log(`  ${name.padEnd(9)} ${address.padEnd(48)} ${await repeat(officer, address, 45)}`);
    }
  }
}
if (what.includes("track")) {
  const { resident, send } = await form();
  await send("0123456789abcdef0123456789abcdef");
  const receipt = (await resident.ask("GET", "/phan-anh/bien-nhan")).html;
  const [code, secret] = [receipt.match(/PA-[A-Z0-9]{4}-[A-Z0-9]{4}/)[0], receipt.match(/[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/)[0]];
  const back = new Person();
  const opened = await back.ask("POST", "/phan-anh/tra-cuu", new URLSearchParams({ Code: code, Secret: secret, __RequestVerificationToken: await back.token("/phan-anh/tra-cuu") }).toString());
  if (opened.status !== 302) throw new Error(`the look-up answered ${opened.status}`);
  console.log(`  tracking page ${await repeat(back, "/phan-anh/theo-doi", 205)}`);
}
agent.destroy();
