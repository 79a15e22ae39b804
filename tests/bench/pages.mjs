// What a first visit weighs (brotli, without pictures), and how long a search takes.
import http from "node:http";

const [base, ...paths] = process.argv.slice(2);

const get = (path) => new Promise((resolve, reject) => {
  const begun = performance.now();
  http.get(new URL(path, base), { headers: { "Accept-Encoding": "br", Host: "localhost" } }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => resolve({ status: answer.statusCode, body: Buffer.concat(parts), encoding: answer.headers["content-encoding"], ms: performance.now() - begun }));
  }).on("error", reject);
});

const { brotliDecompressSync } = await import("node:zlib");
const text = (answer) => (answer.encoding === "br" ? brotliDecompressSync(answer.body) : answer.body).toString("utf8");
const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(6);

for (const path of paths) {
  const page = await get(path);
  const html = text(page);
  const files = new Set();
  for (const [, address] of html.matchAll(/<(?:link[^>]+rel="(?:stylesheet|preload)"[^>]+href|script[^>]+src)="([^"]+)"/g)) files.add(address);
  for (const [, address] of html.matchAll(/<use href="([^"#]+)/g)) files.add(address);
  const sums = { html: page.body.length, css: 0, js: 0, fonts: 0, icons: 0 };
  let requests = 1;
  for (const address of files) {
    const file = await get(address);
    if (file.status !== 200) throw new Error(`${address}: ${file.status}`);
    const kind = address.endsWith(".css") ? "css" : address.endsWith(".js") ? "js" : address.endsWith(".svg") ? "icons" : "fonts";
    sums[kind] += file.body.length;
    requests++;
  }
  const all = Object.values(sums).reduce((a, b) => a + b);
  console.log(`weight of ${path}: ${kib(all)} KiB in ${requests} requests (${Object.entries(sums).map(([kind, bytes]) => `${kind}${kib(bytes)}`).join(", ")})`);
}

const words = ["khai sinh", "kết hôn", "chứng thực", "tạm trú", "hộ kinh doanh", "phà", "một cửa", "phản ánh", "đất đai", "VNeID", "le phi", "duong day nong", "can cuoc", "nghi tet", "thu tuc"];
const times = [];
for (let round = 0; round < 8; round++) {
  for (const word of words) {
    const answer = await get(`/tim-kiem?q=${encodeURIComponent(word + " " + "abcdefgh"[round])}`);
    if (answer.status !== 200) throw new Error(`search: ${answer.status}`);
    times.push(answer.ms);
  }
}
times.sort((a, b) => a - b);
console.log(`search, uncached page, ms: p50 ${times[times.length >> 1].toFixed(1)}, p99 ${times[Math.floor(times.length * 0.99)].toFixed(1)}`);
