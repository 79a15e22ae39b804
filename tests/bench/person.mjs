// Somebody before the portal, as their browser asks: keeps cookies, signs in, sends the forms that stand on its pages. Shared by the measurements.
import http from "node:http";

export class Person {
  static base = "";
  static agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  cookies = new Map();

  get cookie() { return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "); }

  ask(method, address, body) {
    return new Promise((resolve, reject) => {
      const begun = performance.now();
      const request = http.request(new URL(address, Person.base), { method, agent: Person.agent, headers: {
        Host: "localhost", Cookie: this.cookie,
        ...(body ? { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) } : {}),
      } }, (answer) => {
        for (const line of answer.headers["set-cookie"] ?? []) {
          const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
          this.cookies.set(name, value);
        }
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => { const bytes = Buffer.concat(parts); resolve({ status: answer.statusCode, headers: answer.headers, bytes, ms: performance.now() - begun, get html() { return bytes.toString("utf8"); } }); });
      });
      request.on("error", reject);
      request.end(body);
    });
  }

  get(address) { return this.ask("GET", address); }

  async token(address) {
    return (await this.get(address)).html.match(/name="__RequestVerificationToken"[^>]*value="([^"]+)"/)[1];
  }

  /** Opens a page and sends its first own form, with these values in place of what stands there. */
  async send(address, values, form = /<form[^>]*method="post"[\s\S]*?<\/form>/g) {
    const page = await this.get(address);
    const filled = new URLSearchParams();
    const own = [...page.html.matchAll(form)].map(([text]) => text).find((text) => !/dang-xuat/.test(text)) ?? page.html;
    for (const [tag] of own.matchAll(/<input[^>]+type="hidden"[^>]*>/g)) filled.set(tag.match(/name="([^"]+)"/)[1], tag.match(/value="([^"]*)"/)?.[1] ?? "");
    for (const [, name, inner] of own.matchAll(/<textarea[^>]+name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g)) filled.set(name, inner);
    for (const [name, value] of Object.entries(values)) filled.set(name, value);
    return this.ask("POST", address, filled.toString());
  }

  /** How long an address takes this person; the first few rounds are not counted. */
  async repeat(address, rounds, warm = 5) {
    const times = [];
    for (let round = 0; round < rounds; round++) {
      const answer = await this.get(typeof address === "function" ? address(round) : address);
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
      if (round >= warm) times.push(answer.ms);
    }
    return times;
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

export const quantile = (times, q) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))].toFixed(1);
