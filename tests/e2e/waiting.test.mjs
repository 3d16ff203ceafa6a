// A case that waits for a signature and then for its fee: the applicant's pages, those of the second person, and staff's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { base, walkToCheckAnswers } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { fixtures } from "./stage/stage.mjs";

const market = service("market-stall", fixtures);
const kitchen = market.examples.find(({ name }) => name === "kitchen");
const COUNCIL = "example-council";
const CASHIER = { name: "Cas Cashier", email: "cas@example.org" };
const MANAGER = { name: "Mia Manager", email: "mia@example.org" };

const server = await ownServer("waiting", [], fixtures);
const team = {};

const someoneThere = (options, act) => person({ address: server.address, ...options }, act);
const as = (member, act) =>
  atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, team[member.email]);
    await act(desk);
  });

/** Presses the button with these words of the platform. */
async function press(someone, language, key) {
  await someone.follow(() => someone.page.getByRole("button", { name: word(language, key), exact: true }).click());
}

/** The link in the newest e-mail to the second person. */
async function link(language, except = []) {
  const says = word(language, "waiting-sign-email-not-you");
  const mail = await mailTo("ravi@example.com", { at: server.folder, says });
  const links = mail.match(/\/market-stall\S*\/sign\/\S+/g).filter((found) => !except.includes(found));
  assert.equal(links.length, 1, mail);
  return links[0];
}

for (const { name, email, role } of [{ ...CASHIER, role: "cashier" }, { ...MANAGER, role: "manager" }]) {
  test(`an account of a ${role} is set up`, () =>
    atDesk(server, {}, async (desk) => {
      const first = server.addStaff({ name, email, role, organisation: COUNCIL });
      team[email] = await setUp(desk.someone, first, { name, email });
    }));
}

test("staff see that nothing waits", () =>
  as(CASHIER, async (desk) => {
    await desk.go("/staff/payments");
    await desk.see("payments-none");
  }));

test("an application is signed, paid in part, taken back, paid and sent", () =>
  someoneThere({}, async (someone) => {
    const language = "en";
    const at = (state) => look(someone, { name: `market-stall/${language}/waiting-${state}`, language });
    await someone.go(base(market, language));
    assert.match(await someone.page.locator("main").innerText(), /What it costs/);
    await walkToCheckAnswers(someone, market, language, kitchen);
    await press(someone, language, "waiting-check-button");
    assert.match(someone.place(), /\/waiting\//);
    await at("for-signature");
    const first = await link(language);
    await someoneThere({ width: 320, scripts: false }, async (second) => {
      const seen = (state, options = {}) => look(second, { name: `market-stall/${language}/sign-${state}`, language, ...options });
      await second.go(first);
      await seen("link");
      await second.send();
      assert.equal(second.place(), "/market-stall/sign");
      await seen("empty");
      await second.send();
      await seen("nothing-typed", { status: 422, hasErrors: true });
      await press(second, language, "waiting-sign-decline");
      await seen("no-reason", { status: 422, hasErrors: true });
      await second.page.locator("[name=signature]").fill("Ravi Shah");
      await second.send();
      assert.equal(await second.heading(), word(language, "waiting-signed-title"));
      await seen("signed");
      await second.go(first);
      await seen("link-signed", { status: 404 });
    });
    await someone.page.reload();
    await at("for-payment");
    const waiting = someone.place();
    await as(CASHIER, async (desk) => {
      await desk.go("/staff/payments");
      await desk.see("payments");
      await desk.someone.follow(() => desk.page.locator("table a").first().click());
      await desk.see("payment");
      await desk.someone.send();
      await desk.seeErrors("payment-no-means", "Select how it was paid");
      await desk.fill("amount", "20");
      await desk.page.getByLabel("cash", { exact: true }).check();
      await desk.fill("receipt", "A 17");
      await desk.someone.send();
      await desk.see("payment-sure");
      await desk.press("Mark as paid");
      await desk.see("payment-part");
    });
    await someone.go(waiting);
    await press(someone, language, "waiting-change");
    assert.match(await someone.page.locator("main").innerText(), /to be paid back: £20/);
    await look(someone, { name: `market-stall/${language}/check-answers-voided`, language });
    await someoneThere({}, async (second) => {
      await second.go(first);
      await look(second, { name: `market-stall/${language}/sign-link-void`, language, status: 404 });
    });
    await as(CASHIER, async (desk) => {
      await desk.go("/staff/payments");
      await desk.see("payments-refunds");
      await desk.someone.follow(() => desk.page.locator("table button").first().click());
    });
    // Without a kitchen nobody else signs.
    await someone.go("/market-stall/hot-food?change");
    await someone.page.locator("[name=hot_food]").nth(1).check();
    await someone.send();
    await press(someone, language, "waiting-check-button");
    await at("for-payment-alone");
    await as(MANAGER, async (desk) => {
      await desk.go("/staff/payments");
      await desk.someone.follow(() => desk.page.locator("table a").first().click());
      await desk.see("payment-manager");
      await desk.press("Waive the fee");
      await desk.seeErrors("payment-no-reason", "Enter why the fee is waived");
      await desk.fill("reason", "A flood");
      await desk.press("Waive the fee");
      await desk.see("payment-sure-waive");
      await desk.press("Waive the fee");
      await desk.see("payment-done");
      await desk.go("/staff/cases");
      await desk.someone.follow(() => desk.page.locator("table a").first().click());
      await desk.see("case-with-fee");
    });
    await someone.go(waiting);
    assert.match(someone.place(), /\/done\//);
    await look(someone, { name: `market-stall/${language}/done-with-fee`, language });
  }));

test("the pages of a wait are in order in Welsh, and its link can be sent again", () =>
  someoneThere({ width: 320 }, async (someone) => {
    const language = "cy";
    await walkToCheckAnswers(someone, market, language, kitchen);
    await press(someone, language, "waiting-check-button");
    await look(someone, { name: `market-stall/${language}/waiting-for-signature`, language });
    await press(someone, language, "waiting-ask-again");
    await look(someone, { name: `market-stall/${language}/waiting-asked-again`, language });
  }));
