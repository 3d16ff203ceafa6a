// A browser without scripts, as far as applying needs one: cookies, redirects, forms as they stand, files.

import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { filledIn, mainButton, readPage } from "./page.mjs";

const REDIRECTS = 10;
// Nothing here waits for anything but this machine.
const PATIENCE_MS = 20_000;

/** A page that cannot be got past, or a journey that ends where it should not. */
export class Stop extends Error {}

/** A person's browser, at one site. */
export class Browser {
  constructor(site) {
    this.site = site;
    this.cookies = new Map();
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
    this.requests = 0;
  }

  /** Opens an address, or follows a link on the page that is shown. */
  go(href) {
    return this.#follow("GET", new URL(href, this.page?.url ?? this.site).href);
  }

  /** Sends a form as it is filled in, with its main button or the one that is given. */
  send(form, button = mainButton(form)) {
    const fields = filledIn(form, button);
    const action = button?.action ? new URL(button.action, this.page.url).href : form.action;
    if (form.method === "get") return this.go(`${action}?${new URLSearchParams(fields)}`);
    return this.#follow("POST", action, { type: "application/x-www-form-urlencoded", body: Buffer.from(new URLSearchParams(fields).toString()) });
  }

  /** Sends a form with a file in its control for one; without a file, as where nobody chose one. */
  sendFile(form, file = { name: "", content: Buffer.alloc(0) }) {
    const boundary = `----${randomBytes(12).toString("hex")}`;
    const { name: control } = form.fields.find((field) => field.type === "file");
    const part = (head, content) => [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`), content, Buffer.from("\r\n")];
    const fields = filledIn(form, mainButton(form)).flatMap(([name, value]) => part(`name="${name}"`, Buffer.from(value)));
    const chosen = part(`name="${control}"; filename="${file.name}"\r\ncontent-type: application/octet-stream`, file.content);
    const body = Buffer.concat([...fields, ...chosen, Buffer.from(`--${boundary}--\r\n`)]);
    return this.#follow("POST", form.action, { type: `multipart/form-data; boundary=${boundary}`, body });
  }

  /** Lets go of connections. */
  close() {
    this.agent.destroy();
  }

  async #follow(method, url, sent) {
    for (let n = 0; n <= REDIRECTS; n += 1) {
      const reply = await this.#ask(method, url, sent);
      if (reply.status >= 300 && reply.status < 400) {
        const next = new URL(reply.location, url);
        if (next.origin !== this.site) throw new Stop(`leads to another site from ${new URL(url).pathname}`);
        [method, url, sent] = ["GET", next.href, undefined];
        continue;
      }
      this.status = reply.status;
      this.page = readPage(reply.source, url);
      return this.page;
    }
    throw new Stop(`leads round in a circle at ${new URL(url).pathname}`);
  }

  #ask(method, url, sent) {
    this.requests += 1;
    const headers = { accept: "text/html", "sec-fetch-site": "same-origin", cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (sent) Object.assign(headers, { "content-type": sent.type, "content-length": sent.body.length, origin: this.site });
    return new Promise((done, failed) => {
      const asked = request(url, { method, headers, agent: this.agent, timeout: PATIENCE_MS }, (reply) => {
        const pieces = [];
        reply.on("data", (piece) => pieces.push(piece));
        reply.on("error", (error) => failed(new Stop(`gets half a reply: ${error.message}`)));
        reply.on("end", () => {
          for (const cookie of reply.headers["set-cookie"] ?? []) this.#keep(cookie);
          done({ status: reply.statusCode, location: reply.headers.location, source: Buffer.concat(pieces).toString("utf8") });
        });
      });
      asked.on("timeout", () => asked.destroy(new Stop(`gets no reply from ${new URL(url).pathname} in ${PATIENCE_MS / 1000} s`)));
      asked.on("error", (error) => failed(error instanceof Stop ? error : new Stop(`gets no reply: ${error.message}`)));
      asked.end(sent?.body);
    });
  }

  // Every cookie of the site has its root as its path.
  #keep(line) {
    const [pair, ...rules] = line.split(";");
    const [, name, value] = pair.match(/^([^=]+)=(.*)$/) ?? [];
    if (!name) return;
    if (rules.some((rule) => /^\s*max-age=0$/i.test(rule))) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
