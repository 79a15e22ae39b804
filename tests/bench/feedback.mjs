// The citizens' and officers' side over HTTP: submissions beside what the disk can flush, the queue of a hundred thousand, a look at one's own case.
import fs from "node:fs";
import path from "node:path";
import { Person, quantile } from "./person.mjs";

const [base, folder, ...what] = process.argv.slice(2);
Person.base = base;

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
  const all = await person.repeat(address, times);
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
if (what.includes("files")) {
  const memory = () => /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${process.env.PORTAL_PID}/status`, "utf8"))[1] / 1024;
  const intake = await Person.comesIn("daumoi");
  for (const [kind, address, send] of [["csv", "/quan-tri/phan-anh/tai-ve?tinh-trang=tat-ca", true], ["xlsx", "/quan-tri/phan-anh/tai-ve?tinh-trang=tat-ca", true], ["csv", "/quan-tri/so-lieu/phan-anh/tai-ve/csv?so=da-nhan&ky=2026", false]]) {
    const before = memory();
    const answer = send ? await intake.send(address, { Kind: kind }) : await intake.get(address);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    const rows = kind === "csv" ? `, ${answer.bytes.toString("utf8").split("\r\n").length - 2} rows` : "";
    console.log(`  ${kind.padEnd(4)} ${address.split("?")[0].padEnd(42)} ${(answer.bytes.length / 1048576).toFixed(1)} MB${rows} in ${(answer.ms / 1000).toFixed(1)} s; the portal's peak memory ${before.toFixed(0)} → ${memory().toFixed(0)} MB`);
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
Person.agent.destroy();
