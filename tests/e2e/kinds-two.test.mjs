// A table and a grid, a fact with labels and a document with a last day: each in every state, with and without scripts,
// from left to right and from right to left.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { Pointer } from "./journey/hands.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { look } from "./look/state.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const WORKER = { name: "Wes Worker", email: "wes@example.org" };
const server = await ownServer("kinds-two", [], join(stage.root, "tests/e2e/material/kinds-two"));

const COSTS = { "costs-rent-paid": "60", "costs-food-paid": "40", "costs-travel-paid": "0" };

/** Fills in boxes by their names. */
async function fill(someone, boxes) {
  for (const [name, value] of Object.entries(boxes)) await someone.page.locator(`[name="${name}"]`).fill(value);
}

async function check(someone, choices) {
  for (const [name, value] of Object.entries(choices)) {
    await someone.page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  }
}

const base = (language) => (language === "en" ? "/household" : `/household/${language}`);

async function begin(someone, language) {
  await someone.go(base(language));
  await someone.follow(() => someone.page.getByRole("button", { name: word(language, "apply-start-button") }).click());
  await fill(someone, { most: "100" });
  await someone.send();
}

for (const language of ["en", "ar"]) {
  test(`a table and a grid are answered in ${language}`, () =>
    person({ address: server.address }, async (someone) => {
      const { page } = someone;
      const at = (state, options = {}) => look(someone, { name: `kinds-two/${language}/${state}`, language, ...options });
      const wrong = (state) => at(state, { status: 422, hasErrors: true });
      await begin(someone, language);
      await at("table-empty");
      await someone.send();
      await wrong("table-nothing");
      const first = page.locator(".govuk-error-summary a").first();
      await first.click();
      assert.equal(await page.evaluate(() => document.activeElement.name), "costs-rent-paid");
      await fill(someone, { ...COSTS, "costs-food-paid": "101", "costs-rent-since-day": "31" });
      await someone.send();
      await wrong("table-wrong");
      await page.setViewportSize({ width: 320, height: 900 });
      assert.ok(await page.locator(".app-table__label").first().isVisible(), "each control has its label");
      await page.setViewportSize({ width: 1280, height: 900 });
      await fill(someone, { ...COSTS, "costs-rent-since-day": "", "costs-travel-paid": "20" });
      await check(someone, { "costs-rent-shared": "me", "costs-food-shared": "both", "costs-travel-shared": "me" });
      await someone.send();
      await wrong("table-too-much-in-all");
      await fill(someone, COSTS);
      await someone.send();
      await at("grid-empty");
      await check(someone, { "care-washing": "always" });
      await someone.send();
      await wrong("grid-wrong");
      await check(someone, { "care-eating": "never", "care-stairs": "sometimes" });
      await someone.send();
      await at("fact");
      await someone.follow(() => page.locator("main a.govuk-button").click());
      await at("documents");
      await check(someone, { "papers-payslips": "later", "papers-lease": "now" });
      await someone.send();
      await at("check-answers");
      await someone.go(`${base(language)}/costs?change`);
      assert.ok(await page.locator("[name='costs-food-shared'][value=both]").isChecked());
      await at("table-answered");
    }));
}

test("a table is answered without scripts, sent, and read in the office", async () => {
  await person({ address: server.address, scripts: false, width: 320 }, async (someone) => {
    const hand = new Pointer(someone);
    await begin(someone, "en");
    await fill(someone, COSTS);
    await check(someone, { "costs-rent-shared": "me", "costs-food-shared": "both", "costs-travel-shared": "me" });
    await hand.press("Continue");
    await check(someone, { "care-washing": "always", "care-eating": "never", "care-stairs": "never" });
    await hand.press("Continue");
    assert.equal(await someone.heading(), "Your level of help is high");
    assert.match(await someone.page.locator("main").innerText(), /Washing: Always/);
    await someone.follow(() => someone.page.locator("main a.govuk-button").click());
    await check(someone, { "papers-payslips": "later", "papers-lease": "later" });
    await hand.press("Continue");
    const answers = await someone.page.locator("main").innerText();
    assert.match(answers, /Rent: Amount £60, Paid by Me/);
    assert.match(answers, /Washing: Always/);
    assert.match(answers, /Your payslips: I will send it later, within 28 days of applying/);
    assert.match(answers, /Level of help\s+high/);
    assert.match(answers, /What you pay in all\s+£100/);
    await hand.press("Accept and send");
    assert.ok(await someone.page.locator(".app-reference").innerText());
  });
  const link = server.addStaff({ ...WORKER, role: "caseworker", organisation: "example-council" });
  await atDesk(server, {}, async (desk) => {
    const member = await setUp(desk.someone, link, WORKER);
    await signIn(desk.someone, member);
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    const text = await desk.page.locator("main").innerText();
    assert.match(text, /Level of help\s+high/);
    assert.match(text, /Food and drink: Amount £40, Paid by Both of us/);
    assert.match(text, /Documents to come\s+Your payslips, by /);
    await desk.see("case-with-table");
  });
});
