// Somebody at their desk: each state of a page of staff that is looked at is noted with its route.

import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { look } from "../look/state.mjs";
import { checkErrors } from "../look/errors.mjs";
import { routeOf, staffRoutes } from "../material/routes.mjs";
import { person } from "../stage/person.mjs";
import { stage } from "../stage/stage.mjs";

const routes = staffRoutes(stage.root);

/** Lets a member of staff do something at a server, and notes which routes were used. */
export function atDesk(server, options, act) {
  return person({ address: server.address, ...options }, async (someone) => {
    someone.context.on("request", (request) => {
      // Pages that are read count when they are looked at, not when they are fetched.
      if (request.method() === "POST") note(request.method(), request.url());
    });
    someone.context.on("response", (response) => {
      // Those that only lead on have nothing to look at. Whoever is led to sign in has not used the route.
      const leads = response.headers().location;
      if (response.status() === 303 && !leads?.startsWith("/staff/sign-in")) note(response.request().method(), response.url());
    });
    await act(new Desk(someone));
  });
}

function note(method, address) {
  const route = routeOf(routes, method, new URL(address).pathname);
  // run.mjs compares the lines with the table of routes.
  if (route) appendFileSync(join(stage.folder, "routes.txt"), `${route}\n`);
}

/** A desk: what one sees and does at it. */
class Desk {
  constructor(someone) {
    this.someone = someone;
    this.page = someone.page;
  }

  go(address) {
    return this.someone.go(address);
  }

  /** Presses a button by its whole name. */
  press(name) {
    return this.someone.follow(() => this.page.getByRole("button", { name, exact: true }).click());
  }

  /** Puts text into the field with this name. */
  fill(name, text) {
    return this.page.locator(`main [name="${name}"]`).fill(text);
  }

  /** Looks at the page as it is. */
  async see(state, options = {}) {
    const { method, url } = this.someone.asked(options.page);
    note(method, url);
    await look(this.someone, { name: `staff/${state}`, language: "en", isOfSite: true, ...options });
  }

  /** Notes a page that the test looks at by itself: one that has no frame of the site. */
  saw() {
    const { method, url } = this.someone.asked();
    note(method, url);
  }

  /** The page refuses something: each line of its summary leads into its field. */
  async seeErrors(state, said) {
    const lines = await checkErrors(this.someone, "en");
    assert.deepEqual(lines, [].concat(said), "what is said");
    await this.see(state, { status: 422, hasErrors: true });
  }

  /** Something changed meanwhile: the summary says so, and leads to where that can be read. */
  async seeConflict(state, said) {
    const summary = this.page.locator(".govuk-error-summary");
    assert.match(await summary.innerText(), said);
    assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
    for (const link of await summary.locator("a").all()) {
      const target = (await link.getAttribute("href")).slice(1);
      assert.equal(await this.page.locator(`[id="${target}"]`).count(), 1, `the link to ${target} leads somewhere`);
    }
    assert.match(await this.page.title(), /^Error: /);
    await this.see(state, { status: 409, hasErrors: true });
  }
}
