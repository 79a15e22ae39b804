// The editors' side over HTTP, as their browser asks: how long the list takes, how soon a text is visible, what the edit page weighs.
import http from "node:http";
import { Person, quantile } from "./person.mjs";

const [base, what] = process.argv.slice(2);
Person.base = base;

const editor = await Person.comesIn("bientap");

const lists = {
  "everything": "/quan-tri/noi-dung?", "waiting": "/quan-tri/noi-dung?tinh-trang=cho-duyet", "drafts": "/quan-tri/noi-dung?tinh-trang=ban-nhap",
  "title has words": "/quan-tri/noi-dung?q=so+77", "far page": "/quan-tri/noi-dung?trang=90&n=", "of a kind": "/quan-tri/noi-dung?loai=article", "work list": "/quan-tri?",
};
for (const [name, path] of Object.entries(lists)) {
  const times = await editor.repeat((round) => `${path}&x=${round}`, 40);
  console.log(`list, ${name.padEnd(16)} ms: p50 ${quantile(times, 0.5).padStart(6)}  p95 ${quantile(times, 0.95).padStart(6)}`);
}

if (what === "all") {
  const page = await editor.get("/quan-tri/noi-dung/moi/article");
  const files = new Set([...page.html.matchAll(/(?:src|href)="(\/dist\/[^"#]+)/g)].map(([, file]) => file));
  let bytes = 0, requests = 1;
  const weigh = async (path) => {
    const answer = await new Promise((resolve) => http.get(new URL(path, base), { headers: { Host: "localhost", "Accept-Encoding": "br", Cookie: editor.cookie } }, (a) => { let sum = 0; a.on("data", (d) => sum += d.length); a.on("end", () => resolve(sum)); }));
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
Person.agent.destroy();
