// What the edit page weighs, how many requests it takes, and how long a Word file of forty pages takes to become a draft.
// node tests/bench/editing.mjs <base of a portal with demo accounts> [account] [password]
import http from "node:http";
import { document as word } from "./word.mjs";

const [base, user = "bientap", password = "thu-nghiem-2026"] = process.argv.slice(2);
const cookies = new Map();

const ask = (method, path, body, type) => new Promise((resolve, reject) => {
  const headers = { "Accept-Encoding": "br", Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  if (body) Object.assign(headers, { "Content-Type": type, "Content-Length": body.length });
  const begun = performance.now();
  const request = http.request(new URL(path, base), { method, headers }, (answer) => {
    for (const cookie of answer.headers["set-cookie"] ?? []) cookies.set(...cookie.split(";")[0].split(/=(.*)/s, 2));
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => resolve({ status: answer.statusCode, location: answer.headers.location, bytes: Buffer.concat(parts), encoding: answer.headers["content-encoding"], ms: performance.now() - begun }));
  }).on("error", reject);
  request.end(body);
});
const { brotliDecompressSync } = await import("node:zlib");
const html = (answer) => (answer.encoding === "br" ? brotliDecompressSync(answer.bytes) : answer.bytes).toString("utf8");
const token = (page) => /name="__RequestVerificationToken" type="hidden" value="([^"]+)"/.exec(page)[1];
const form = (fields) => Buffer.from(new URLSearchParams(fields).toString());
const FORM = "application/x-www-form-urlencoded";

const entry = await ask("GET", "/dang-nhap");
const page = html(entry);
const fields = [...page.matchAll(/<input[^>]+name="([^"]+)"[^>]*type="(?:text|password)"|<input[^>]+type="(?:text|password)"[^>]*name="([^"]+)"/g)].map((found) => found[1] ?? found[2]);
const names = { user: /name="(UserName|Login|Name)"/.exec(page)?.[1] ?? fields[0], password: /name="(Password)"/.exec(page)?.[1] ?? fields[1] };
const signed = await ask("POST", "/dang-nhap", form({ [names.user]: user, [names.password]: password, __RequestVerificationToken: token(page) }), FORM);
if (signed.status !== 302) throw new Error(`sign-in: ${signed.status}`);

const list = html(await ask("GET", "/quan-tri/noi-dung?loai=article"));
const address = /\/quan-tri\/noi-dung\/[0-9a-f-]{36}/.exec(list)[0];
const edit = await ask("GET", address);
const text = html(edit);
const files = new Set([...text.matchAll(/<(?:link[^>]+rel="(?:stylesheet|preload|icon)"[^>]+href|script[^>]+src|img[^>]+src|use href|source[^>]+srcset)="([^"#\s]+)/g)].map((found) => found[1]).filter((path) => path.startsWith("/")));
let [sum, requests] = [edit.bytes.length, 1];
const kinds = { html: edit.bytes.length };
for (const path of files) {
  const file = await ask("GET", path);
  sum += file.bytes.length;
  requests++;
  const kind = path.split(".").pop();
  kinds[kind] = (kinds[kind] ?? 0) + file.bytes.length;
}
console.log(`edit page: ${(sum / 1024).toFixed(0)} KiB of 500 in ${requests} requests of 30 (${Object.entries(kinds).map(([kind, bytes]) => `${kind} ${(bytes / 1024).toFixed(0)}`).join(", ")})`);

for (const [what, options] of [["40 pages, 6 pictures of 1 megapixel", {}], ["40 pages, no pictures", { pictures: 0 }]]) {
  const times = [];
  for (let round = 0; round < 3; round++) {
    const file = word(options), edge = "----cchc";
    const asked = html(await ask("GET", "/quan-tri/noi-dung/nhap-word"));
    const part = (name, value) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const sent = Buffer.concat([Buffer.from(part("__RequestVerificationToken", /<main[\s\S]*?name="__RequestVerificationToken" type="hidden" value="([^"]+)"/.exec(asked)[1]) + part("Type", "article") +
      `--${edge}\r\nContent-Disposition: form-data; name="File"; filename="bao-cao.docx"\r\nContent-Type: application/octet-stream\r\n\r\n`), file, Buffer.from(`\r\n--${edge}--\r\n`)]);
    const taken = await ask("POST", "/quan-tri/noi-dung/nhap-word", sent, `multipart/form-data; boundary=${edge}`);
    if (taken.status !== 302) throw new Error(`import: ${taken.status}`);
    times.push(taken.ms);
  }
  console.log(`Word file to draft, ${what}: ${times.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(", ")} (of 3 s)`);
}
