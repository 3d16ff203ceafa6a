// Renewing what was issued: by the link of a message, with and without scripts, too early, twice, and by telephone.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { Pointer } from "./journey/hands.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { look } from "./look/state.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const START = "/trade-licence";
// An account can be signed in to so often in an hour: two share the work.
const WORKERS = ["cal", "dee"].map((name) => ({ name: `${name} Caseworker`, email: `${name}@example.org` }));
const NUMBER = /TRD-\d{6}/;

const server = await ownServer("renewals", [], join(stage.root, "tests/e2e/material/renewals"));
const someoneThere = (options, act) => person({ address: server.address, ...options }, act);
const main = (someone) => someone.page.locator("main").innerText();
const accounts = [];

for (const worker of WORKERS) {
  test(`an account is set up for ${worker.name}`, () =>
    atDesk(server, {}, async (desk) => {
      const first = server.addStaff({ ...worker, role: "caseworker", organisation: "trade-office" });
      accounts.push(await setUp(desk.someone, first, worker));
    }));
}

for (const [scripts, width] of [[true, 1280], [false, 320]]) {
  test(`a licence is renewed ${scripts ? "with" : "without"} scripts`, () => renewed(scripts, width));
}

/** A licence that is issued, renewed by its link, and has one number and a new term. */
async function renewed(scripts, width) {
  const [name, email] = scripts ? ["Brick & Sons", "brick@example.org"] : ["Clay & Daughters", "clay@example.org"];
  const see = (someone, state, more = {}) =>
    look(someone, { name: `renewals/${state}-${scripts ? "with" : "without"}`, language: "en", ...more });
  await someoneThere({ scripts }, (someone) => apply(someone, { name, email, trade: "Builder" }));
  await decided({ as: 0 });
  const { link, number, expires } = await told(email);
  await someoneThere({ scripts, width, tolerate: [/status of 4/] }, async (someone) => {
    const hand = new Pointer(someone);
    await someone.go(link);
    const text = await main(someone);
    assert.ok(!text.includes(name) && !text.includes(number), "a link that leaked shows nothing");
    await see(someone, "link");
    await hand.press("Continue");
    assert.equal(await someone.heading(), "Check that it is you");
    await someone.page.locator("main [name=trade_name]").fill("Somebody else");
    await someone.send();
    assert.equal(someone.status(), 422);
    await someone.page.locator("main [name=trade_name]").fill(name.toLowerCase());
    await someone.send();
    assert.equal(await someone.heading(), `Renewal: Trade licence ${number}`);
    for (const part of [`It runs out on ${expires}.`, name, "Builder"]) {
      assert.ok((await main(someone)).includes(part), part);
    }
    await see(someone, "known");
    const place = someone.place();
    await hand.press("Start your renewal");
    assert.equal(await someone.heading(), "Is what you told us true?", "what is known is not asked");
    await someone.go(place);
    assert.match(await main(someone), /You have begun a renewal/);
    await see(someone, "begun");
    await hand.press("Continue your renewal");
    await someone.page.locator("main [type=checkbox]").check();
    await someone.send();
    assert.ok((await main(someone)).includes(`You are renewing ${number}, which runs out on ${expires}.`));
    assert.ok(!(await main(someone)).includes("charity"), "what is asked of new ones only is not there");
    await see(someone, "check-answers");
    await hand.press("Accept and send");
    await someone.go(place);
    assert.match(await main(someone), /You have sent a renewal/);
    await see(someone, "sent");
  });
  await decided({ as: 0, renews: number });
  const again = await told(email, link);
  assert.equal(again.number, number, "it keeps its number");
  assert.ok(new Date(again.expires) > new Date(expires), "its new term is later");
  await someoneThere({ scripts, width, tolerate: [/status of 409/] }, async (someone) => {
    await proven(someone, link, name);
    assert.match(await main(someone), /It has been renewed already/);
    await see(someone, "done", { status: 409 });
    await someone.go(`${START}/register/${number}`);
    assert.ok((await main(someone)).includes(again.expires), "the register has the new term");
  });
}

test("who comes too early is told when", async () => {
  await someoneThere({}, (someone) => apply(someone, { name: "Bun & Co", email: "bun@example.org", trade: "Baker" }));
  await decided({ as: 1 });
  const { link } = await told("bun@example.org");
  await someoneThere({ tolerate: [/status of 409/] }, async (someone) => {
    await proven(someone, link, "Bun & Co");
    assert.match(await main(someone), /You can renew it from \d+ \w+ \d{4}/);
    await look(someone, { name: "renewals/too-early", language: "en", status: 409 });
  });
});

test("a link that nobody knows says so", () =>
  someoneThere({ tolerate: [/status of 404/] }, async (someone) => {
    await someone.go(`${START}/renew/nobody-knows-it`);
    assert.equal(await someone.heading(), "This link no longer works");
    await look(someone, { name: "renewals/old-link", language: "en", status: 404 });
  }));

test("a renewal is begun for somebody on the telephone", async () => {
  await someoneThere({}, (someone) => apply(someone, { name: "Tile Ltd", email: "tile@example.org", trade: "Builder" }));
  await decided({ as: 1 }, async (desk) => {
    await desk.see("renewals-can");
    await desk.press("Start a renewal");
    const text = await desk.page.locator("main").innerText();
    const [, code] = text.match(/The code of the renewal is ([A-Z0-9-]+)\./);
    await desk.see("renewals-begun");
    await someoneThere({}, async (someone) => {
      await someone.go(`${START}/return`);
      await someone.page.getByLabel("Your code").fill(code);
      await someone.send();
      await someone.page.locator("main [name=trade_name]").fill("Tile Ltd");
      await someone.send();
      assert.equal(await someone.heading(), "Is what you told us true?");
    });
  });
});

/** Sends an application. */
async function apply(someone, { name, email, trade }) {
  const hand = new Pointer(someone);
  await someone.go(START);
  await hand.press("Start now");
  await hand.choose("No");
  await hand.press("Continue");
  await hand.type("What is the name of your business?", name);
  await hand.press("Continue");
  await hand.choose(trade);
  await hand.press("Continue");
  await hand.type("How many people work for you?", "3");
  await hand.press("Continue");
  await hand.type("What is your email address?", email);
  await hand.press("Continue");
  await someone.page.locator("main [type=checkbox]").check();
  await hand.press("Continue");
  await hand.press("Accept and send");
}

/** Decides the case that waits; one that renews says so on its screen, and its former case leads to it. */
async function decided({ as, renews }, then = async () => {}) {
  await atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, accounts[as]);
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    if (renews) {
      const before = desk.page.locator("#renewal + dl a");
      const place = desk.someone.place();
      await desk.see("renewals-of-a-renewal");
      await desk.someone.follow(() => before.first().click());
      assert.ok((await desk.page.locator("main").innerText()).includes(renews));
      await desk.see("renewals-of-the-former");
      await desk.go(place);
    }
    await desk.page.getByLabel("Registered", { exact: true }).check();
    await desk.press("Decide and tell the applicant");
    desk.saw();
    await then(desk);
  });
}

/** What the message of a decision says, that is not the one with this link. */
async function told(email, except = "never") {
  const mail = await mailTo(email, { at: server.folder, says: "/renew/", except });
  const [link] = mail.match(/\/trade-licence\/renew\/[\w-]+/);
  const [number] = mail.match(NUMBER);
  const [, expires] = mail.match(/valid until (\d+ \w+ \d{4})/);
  return { link, number, expires };
}

/** Opens a link and says the second fact. */
async function proven(someone, link, name) {
  await someone.go(link);
  await someone.send();
  await someone.page.locator("main [name=trade_name]").fill(name);
  await someone.send();
}
