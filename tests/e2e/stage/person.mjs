// A person with a browser of their own: cookies, a window, and an eye on what the browser complains of.

import assert from "node:assert/strict";
import { after } from "node:test";
import { browser, letGo, stage } from "./stage.mjs";

after(letGo);

// Nothing here waits for anything but this machine.
const PATIENCE_MS = 15_000;

/** Lets a person do something, then says what their browser complained of. */
export async function person(options, act) {
  const { scripts = true, width = 1280, tolerate = [], address: site = stage.address } = options;
  const context = await (await browser()).newContext({
    baseURL: site,
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const someone = new Person(context, scripts);
  try {
    someone.page = await someone.window();
    await act(someone);
    const complaints = someone.complaints.filter((text) => !tolerate.some((pattern) => pattern.test(text)));
    assert.deepEqual(complaints, [], "the browser complained");
    const foreign = someone.addresses.filter((address) => !address.startsWith(site));
    assert.deepEqual(foreign, [], "a page asked another site for something");
  } finally {
    await context.close();
  }
}

/** A browser context, its windows, and what was noticed in them. */
class Person {
  constructor(context, scripts) {
    this.context = context;
    this.scripts = scripts;
    this.complaints = [];
    this.addresses = [];
    this.replies = new Map();
  }

  /** Opens another window. */
  async window() {
    const page = await this.context.newPage();
    page.on("request", (request) => this.addresses.push(request.url()));
    page.on("response", (response) => {
      const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
      if (isPage && (response.status() < 300 || response.status() >= 400)) this.replies.set(page, response);
    });
    page.on("pageerror", (error) => this.complaints.push(`error in a script: ${error.message}`));
    page.on("console", (message) => {
      // That a page came with a status of 4xx is no complaint; the tests expect each status themselves.
      const isStatus = message.text().startsWith("Failed to load resource") && isPageAddress(message.location().url);
      if (["error", "warning"].includes(message.type()) && !isStatus) this.complaints.push(message.text());
    });
    return page;
  }

  /** Opens an address. */
  async go(address, page = this.page) {
    await page.goto(address);
    return page;
  }

  /** The status of the page that is shown. */
  status(page = this.page) {
    return this.replies.get(page)?.status();
  }

  /** How the page that is shown was asked for: method and address. */
  asked(page = this.page) {
    const request = this.replies.get(page).request();
    return { method: request.method(), url: request.url() };
  }

  /** The page that is shown, as the server sent it. */
  async source(page = this.page) {
    return this.replies.get(page).text();
  }

  /** Does something that leads to another page, and waits until it is there. */
  async follow(act, page = this.page) {
    await Promise.all([page.waitForEvent("load"), act()]);
  }

  /** Presses the first button of the journey's form, or of the only form of the page. */
  async send(page = this.page) {
    const journey = page.locator("main form[data-journey] button[type=submit]:not([name=act])");
    const any = page.locator("main form button[type=submit]");
    const form = (await journey.count()) > 0 ? journey.first() : any.first();
    await this.follow(() => form.click(), page);
  }

  /**
   * The page that is shown, in a window where the scripts of a looker may run and the site's own may not. Where scripts
   * are off for a person, no timer runs in their page, and what looks at it would wait for ever.
   */
  async toLookAt(page, look) {
    if (this.scripts) return look(page);
    const [source, address] = [await this.source(page), page.url()];
    const context = await (await browser()).newContext({ viewport: page.viewportSize(), reducedMotion: "reduce" });
    try {
      const twin = await context.newPage();
      await twin.route("**/*.js", (route) => route.abort());
      await twin.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: source }));
      await twin.goto(address);
      return await look(twin);
    } finally {
      await context.close();
    }
  }

  /** The first heading's words. */
  async heading(page = this.page) {
    return words(await page.locator("h1").first().innerText());
  }

  /** The address of the page that is shown, without the site. */
  place(page = this.page) {
    return new URL(page.url()).pathname;
  }
}

/** Text with one space between words. */
export function words(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** Styles, scripts and pictures end in a dot and some letters; pages do not. */
function isPageAddress(address) {
  return !/\.[a-z0-9]+$/.test(new URL(address || stage.address).pathname);
}
