// The editors' side over HTTP, as their browser asks: how long the list takes, how soon a text is visible, what the edit page weighs.
import http from "node:http";

const [base, what] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true });

class Person {
  cookies = new Map();

  ask(method, path, body) {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const request = http.request(new URL(path, base), { method, agent, headers: {
        Host: "localhost", Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) } : {}),
      } }, (answer) => {
        for (const line of answer.headers["set-cookie"] ?? []) {
          const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
          this.cookies.set(name, value);
        }
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), ms: performance.now() - begun }));
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  async get(path) {
    const answer = await this.ask("GET", path);
    return { ...answer, html: answer.bytes.toString("utf8") };
  }

  /** Opens a page and sends its first own form, with these values in place of what stands there. */
  async send(path, values, form = /<form[^>]*method="post"[\s\S]*?<\/form>/g) {
    const page = await this.get(path);
    const filled = new URLSearchParams();
    const own = [...page.html.matchAll(form)].map(([text]) => text).find((text) => !/dang-xuat/.test(text)) ?? page.html;
    for (const [tag] of own.matchAll(/<input[^>]+type="hidden"[^>]*>/g)) filled.set(tag.match(/name="([^"]+)"/)[1], tag.match(/value="([^"]*)"/)?.[1] ?? "");
    for (const [, name, inner] of own.matchAll(/<textarea[^>]+name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g)) filled.set(name, inner);
    for (const [name, value] of Object.entries(values)) filled.set(name, value);
    return this.ask("POST", path, filled.toString());
  }

  static async comesIn(name) {
    const person = new Person();
    const page = await person.get("/dang-nhap");
    const field = page.html.match(/<input[^>]+autocomplete="username"[^>]*>/)[0].match(/name="([^"]+)"/)[1];
    const secret = page.html.match(/<input[^>]+type="password"[^>]*>/)[0].match(/name="([^"]+)"/)[1];
    const answer = await person.send("/dang-nhap", { [field]: name, [secret]: "thu-nghiem-2026" });
    if (answer.status !== 302) throw new Error(`${name} cannot sign in: ${answer.status}`);
    return person;
  }
}

const quantile = (times, q) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))].toFixed(1);
const editor = await Person.comesIn("bientap");

const lists = {
  "everything": "/quan-tri/noi-dung?", "waiting": "/quan-tri/noi-dung?tinh-trang=cho-duyet", "drafts": "/quan-tri/noi-dung?tinh-trang=ban-nhap",
  "title has words": "/quan-tri/noi-dung?q=so+77", "far page": "/quan-tri/noi-dung?trang=90&n=", "of a kind": "/quan-tri/noi-dung?loai=article", "work list": "/quan-tri?",
};
for (const [name, path] of Object.entries(lists)) {
  const times = [];
  for (let round = 0; round < 40; round++) {
    const answer = await editor.get(`${path}&x=${round}`);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    if (round >= 5) times.push(answer.ms);
  }
  console.log(`list, ${name.padEnd(16)} ms: p50 ${quantile(times, 0.5).padStart(6)}  p95 ${quantile(times, 0.95).padStart(6)}`);
}

if (what === "all") {
  const page = await editor.get("/quan-tri/noi-dung/moi/article");
  const files = new Set([...page.html.matchAll(/(?:src|href)="(\/dist\/[^"#]+)/g)].map(([, file]) => file));
  let bytes = 0, requests = 1;
  const weigh = async (path) => {
    const answer = await new Promise((resolve) => http.get(new URL(path, base), { headers: { Host: "localhost", "Accept-Encoding": "br", Cookie: [...editor.cookies].map(([n, v]) => `${n}=${v}`).join("; ") } }, (a) => { let sum = 0; a.on("data", (d) => sum += d.length); a.on("end", () => resolve(sum)); }));
    bytes += answer;
  };
  await weigh("/quan-tri/noi-dung/moi/article");
  for (const file of files) { await weigh(file); requests++; }
  console.log(`edit page: ${(bytes / 1024).toFixed(0)} KiB in ${requests} requests (the limit is 500 KB and 30)`);

  const publisher = await Person.comesIn("duyetbai");
  const waits = { page: [], list: [], feed: [], search: [] };
  for (let round = 0; round < 5; round++) {
    const mark = `thuyền${Date.now().toString(36)}`, title = `Bài đo ${mark}`;
    const made = await editor.send("/quan-tri/noi-dung/moi/article", { Title: title, Summary: "Một câu.", "Body.Text": "Nội dung.", Slug: "", Topics: "tai-chinh-cong", OwnerUnit: "VP" }, /<form id="f"[\s\S]*?<\/form>/g);
    const id = made.headers.location?.split("/").pop();
    if (!id) throw new Error(`not saved: ${made.status}`);
    await editor.send(`/quan-tri/noi-dung/${id}/gui-duyet`, {});
    const begun = performance.now();
    const out = await publisher.send(`/quan-tri/noi-dung/${id}/duyet`, { Do: "now" });
    if (out.status !== 302) throw new Error(`not published: ${out.status}`);
    const reader = new Person();
    const until = async (name, path, shows) => {
      while (!shows(await reader.get(path))) if (performance.now() - begun > 20000) throw new Error(`${name}: not visible after 20 s`);
      waits[name].push(performance.now() - begun);
    };
    await Promise.all([
      until("page", `/tin-tuc/bai-do-${mark.replace("ề", "e")}`, (a) => a.status === 200),
      until("list", "/tin-tuc", (a) => a.html.includes(title)),
      until("feed", "/rss.xml", (a) => a.html.includes(title)),
      until("search", `/tim-kiem?q=${encodeURIComponent(mark)}`, (a) => a.html.includes("bai-do-")),
    ]);
  }
  for (const [name, times] of Object.entries(waits)) console.log(`from pressing publish to visible, ${name.padEnd(6)} ms: worst of 5 ${Math.max(...times).toFixed(0)}`);
}
agent.destroy();
