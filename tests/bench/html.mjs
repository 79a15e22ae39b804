// Fetches every public page into a folder for the Nu HTML checker: the sitemap's, whatever they link to, the steps of the forms, tracking, error pages, in both languages.
// node html.mjs fetch <base> <folder>; then what the checker found, told by page: node html.mjs tell <folder> <found.json>
import fs from "node:fs";
import path from "node:path";
import { Person } from "./person.mjs";

const [verb, ...given] = process.argv.slice(2);
const [base, folder] = verb === "fetch" ? given : ["http://localhost", given[0]];
Person.base = base;
const most = 5000, queriesOfOne = 4;
const kept = new Map();
let dead = 0;

function keep(name, html) {
  if (html === "") return;   // a redirect
  const file = `${kept.size.toString().padStart(4, "0")}.html`;
  fs.writeFileSync(path.join(folder, file), html);
  kept.set(file, name);
}

// Ours, public, and not a door that changes something.
const own = (href, at) => {
  if (/^(tel:|mailto:|data:|javascript:)/.test(href)) return null;
  const url = new URL(href.replaceAll("&amp;", "&"), base + at);
  if (url.origin !== new URL(base).origin || /^(\/en)?\/(quan-tri|tep|dist|dang-nhap\/)/.test(url.pathname)) return null;
  return /[?&](tuong-phan|co-chu|giao-dien)=/.test(url.search) ? null : url.pathname + url.search;
};

async function addresses(map) {
  const xml = (await new Person().get(map)).html;
  const found = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc.replaceAll("&amp;", "&")).pathname);
  return xml.includes("<sitemapindex") ? (await Promise.all(found.map(addresses))).flat() : found;
}

async function crawl() {
  const visitor = new Person();
  const seen = new Set(), waiting = [], queries = new Map();
  const add = (address) => {
    const [bare, query] = address.split("?");
    if (seen.has(address)) return;
    if (query) {
      if ((queries.get(bare) ?? 0) >= queriesOfOne) return;
      queries.set(bare, (queries.get(bare) ?? 0) + 1);
    }
    seen.add(address);
    waiting.push(address);
  };
  for (const address of await addresses("/sitemap.xml")) {
    add(address);
    add(/^\/en(\/|$)/.test(address) ? address.slice(3) || "/" : `/en${address === "/" ? "" : address}`);
  }
  ["/tim-kiem?q=khai+sinh", "/en/tim-kiem?q=khai+sinh", "/tim-kiem?q=zzzzqqq", "/tim-kiem?q=%3Cscript%3E%22%27%26", "/dang-nhap", "/khan-cap?in=1"].forEach(add);
  while (waiting.length > 0 && kept.size < most) {
    const address = waiting.shift();
    const answer = await visitor.get(address);
    const type = answer.headers["content-type"] ?? "";
    if (answer.headers.location) { const to = own(answer.headers.location, address); if (to) add(to.split("#")[0]); }
    if (!type.startsWith("text/html")) continue;
    const html = answer.html;
    if (answer.status >= 400) { console.log(`  ${answer.status} ${address}`); dead++; }
    keep(address, html);
    for (const [, href] of html.matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) { const to = own(href, address); if (to) add(to); }
  }
}

// The form goes on through its steps; what is wrong comes back with its errors.
async function steps(prefix) {
  const address = `${prefix}/phan-anh/gui`;
  const words = { "Form.Kind": "Report", "Form.Field": "Environment", "Form.Message": "Rác <chưa> được thu gom \"ở\" ngã ba chợ & bến từ ba ngày nay.", "Form.Place": "Ngã ba chợ", "Form.Name": "Người Gửi Mẫu", "Form.Phone": "0901234567", "Form.Agreed": "true" };
  const person = new Person();
  const token = await person.token(address);
  const key = "00112233445566778899aabbccddee" + (prefix ? "01" : "02");
  const at = (step, more) => person.ask("POST", address, new URLSearchParams({ __RequestVerificationToken: token, Key: key, Step: String(step), Go: "next", ...more }).toString());
  for (const step of [0, 1, 2, 3]) {
    keep(`${address} step ${step} with nothing written`, (await at(step, {})).html);
    keep(`${address} step ${step}`, (await at(step, words)).html);
  }
  const sent = await at(3, { ...words, Go: "send" });
  if (sent.status !== 302) throw new Error(`the form answered ${sent.status}`);
  const receipt = sent.headers.location;
  keep(`${address} sent`, (await person.get(receipt)).html);
  for (const [form, values] of [["/phan-anh/tra-cuu", { Code: "x", Secret: "y" }]]) {
    keep(`${prefix}${form} wrong`, (await person.send(prefix + form, values)).html);
  }
  const html = (await person.get(receipt)).html;
  const codes = [/PA-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(html)?.[0], /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,}/.exec(html.replace(/PA-[0-9A-Z-]+/g, ""))?.[0]];
  const looked = await person.send(`${prefix}/phan-anh/tra-cuu`, { Code: codes[0], Secret: codes[1], "Look.Code": codes[0], "Look.Secret": codes[1] });
  const track = looked.headers.location;
  console.log(`  tracking: ${looked.status} ${track ?? ""}`);
  if (track) {
    const page = (await person.get(track)).html;
    keep(`${prefix} tracking`, page);
    for (const [, href] of page.matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) {
      const to = own(href, track);
      if (to?.includes("/phan-anh/theo-doi/")) { const answer = await person.get(to); if (answer.headers["content-type"]?.startsWith("text/html")) keep(to, answer.html); }
    }
  }
}

async function errors(prefix) {
  const person = new Person();
  keep(`${prefix} 404`, (await person.get(`${prefix}/khong-co-trang-nay`)).html);
  keep(`${prefix} 404 in a section`, (await person.get(`${prefix}/tin-tuc/khong-co`)).html);
  keep(`${prefix} form without its token`, (await person.ask("POST", `${prefix}/phan-anh/gui`, "Step=0")).html);
  keep(`${prefix} wrong sign-in`, (await person.send("/dang-nhap", { Name: "khong", Password: "co", UserName: "khong" })).html);
  for (const code of [400, 403, 404, 405, 410, 413, 429, 500, 503]) keep(`${prefix}/loi/${code}`, (await person.get(`${prefix}/loi/${code}`)).html);
}

async function fetchAll() {
  await crawl();
  for (const prefix of ["", "/en"]) {
    await steps(prefix);
    await errors(prefix);
  }
  fs.writeFileSync(path.join(folder, "names.json"), JSON.stringify([...kept]));
  console.log(`${kept.size} pages fetched; ${dead} links lead to an error`);
  if (dead > 0 || kept.size < 300) process.exitCode = 1;
}

function groups(messages) {
  const of = new Map();
  for (const one of messages) of.set(one.message, [...(of.get(one.message) ?? []), one]);
  return of;
}

function tell(found) {
  const names = new Map(JSON.parse(fs.readFileSync(path.join(folder, "names.json"), "utf8")));
  const { messages } = JSON.parse(fs.readFileSync(found, "utf8"));
  for (const [word, kind] of [["error", (one) => one.type === "error" || one.type === "non-document-error"], ["warning", (one) => one.type === "info"]]) {
    const of = groups(messages.filter(kind));
    for (const [message, all] of [...of].sort((a, b) => b[1].length - a[1].length)) {
      console.log(`  ${word}, ${all.length} times: ${message}\n      ${[...new Set(all.map((one) => names.get(path.basename(one.url ?? "")) ?? one.url))].slice(0, 3).join(", ")}\n      ${all[0].extract?.replace(/\s+/g, " ").slice(0, 160) ?? ""}`);
    }
  }
  const errors = messages.filter((one) => one.type !== "info").length;
  console.log(`${names.size} pages checked, ${errors} errors, ${messages.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

await (verb === "fetch" ? fetchAll() : tell(given[1]));
