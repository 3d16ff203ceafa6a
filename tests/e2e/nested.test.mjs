// Rows within rows: pay periods of each job, added, changed and removed, with scripts, without, and from right to left.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { look } from "./look/state.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const server = await ownServer("nested", [], join(stage.root, "tests/e2e/material/nested"));

const base = (language) => (language === "en" ? "/employments" : `/employments/${language}`);

/** One person on the way through the service, in one language. */
class Applicant {
  constructor(someone, language) {
    this.someone = someone;
    this.language = language;
  }

  see(state, options = {}) {
    return look(this.someone, { name: `nested/${this.language}/${state}`, language: this.language, ...options });
  }

  wrong(state) {
    return this.see(state, { status: 422, hasErrors: true });
  }

  /** The address behind that of the service. */
  at() {
    const { pathname, search } = new URL(this.someone.page.url());
    return pathname.slice(base(this.language).length + 1) + search;
  }

  go(address) {
    return this.someone.go(`${base(this.language)}/${address}`);
  }

  async type(name, text) {
    await this.someone.page.locator(`main form [name="${name}"]`).fill(text);
    await this.someone.send();
  }

  async choose(name, value) {
    await this.someone.page.locator(`main form [name="${name}"][value="${value}"]`).check();
    await this.someone.send();
  }

  async day(day) {
    const { page } = this.someone;
    for (const [part, value] of [["day", day], ["month", "3"], ["year", "2020"]]) await page.locator(`[name="first_day-${part}"]`).fill(value);
    await this.someone.send();
  }

  async begin() {
    await this.someone.go(base(this.language));
    await this.someone.follow(() => this.someone.page.locator(".govuk-button--start").click());
    await this.type("full_name", "Anna Example");
  }

  /** A job with two pay periods, up to the list of them. */
  async job(employer) {
    await this.type("employer", employer);
    await this.choose("in_parts", "yes");
    await this.day("1");
    await this.type("amount", "100");
    await this.choose("periods", "yes");
    await this.day("2");
    await this.type("amount", "20.50");
  }
}

function applicant(language, options, act) {
  return person({ address: server.address, ...options }, (someone) => act(new Applicant(someone, language)));
}

for (const [language, scripts] of [["en", false], ["ar", false], ["en", true]]) {
  test(`rows within rows are added, changed and removed ${scripts ? "with" : "without"} scripts in ${language}`, () =>
    applicant(language, { scripts }, async (one) => {
      const { page } = one.someone;
      await one.begin();
      await one.type("employer", "Exampleton Library");
      await one.choose("in_parts", "yes");
      assert.equal(one.at(), "employments/1/periods/1/first-day");
      await one.see("first-day");
      await one.day("1");
      await one.type("amount", "100");
      assert.equal(one.at(), "employments/1/periods");
      await one.see("list-of-one");
      await one.someone.send();
      await one.wrong("list-nothing-chosen");
      await one.choose("periods", "yes");
      await one.day("1");
      await one.wrong("the-same-twice");
      await one.day("2");
      await one.see("amount");
      await one.type("amount", "20.50");
      await one.see("list-full");
      await one.someone.send();
      assert.equal(one.at(), "employments/1/colleagues");
      await one.see("list-of-none");
      await one.choose("colleagues", "yes");
      await one.someone.send();
      await one.wrong("together-empty");
      await page.locator("[name=colleague]").fill("Leila");
      await one.type("room", "3");
      await one.choose("colleagues", "no");
      await one.see("outer-list");
      await one.choose("employments", "yes");
      await one.job("Corner Café");
      await one.someone.send();
      await one.choose("colleagues", "no");
      await one.choose("employments", "no");
      assert.equal(one.at(), "check-answers");
      await one.see("check-answers");
      await changeAndRemove(one);
      await one.someone.send();
      assert.match(one.at(), /^done\//);
      await one.see("done");
      const answers = await page.locator("main").innerText();
      assert.match(answers, /2,000/, "the confirmation goes through the periods of each job");
    }));
}

/** From check answers: an answer that opens another, then the list, and back each time. */
async function changeAndRemove(one) {
  const { page } = one.someone;
  const change = (address) => one.someone.follow(() => page.locator(`main a[href$="${address}"]`).click());
  await change("employments/2/periods/1/amount?change");
  await one.see("amount-to-change");
  await one.type("amount", "2000");
  assert.equal(one.at(), "employments/2/periods?change");
  await one.someone.send();
  await one.see("what-a-change-opened");
  await one.type("why_so_much", "Overtime");
  assert.equal(one.at(), "check-answers");
  await change("employments/1/periods?change");
  await one.see("list-to-change");
  await change("employments/1/periods/1/remove?parts");
  await one.see("remove");
  await one.someone.send();
  await one.wrong("remove-nothing-chosen");
  await one.choose("periods", "yes");
  assert.equal(one.at(), "employments/1/periods?change");
  assert.equal(await page.locator("main .govuk-summary-list__row").count(), 1);
  await one.choose("periods", "no");
  assert.equal(one.at(), "check-answers");
  await one.see("check-answers-changed");
}

test("two windows on one row of a row show both answers", () =>
  applicant("en", {}, async (one) => {
    const { someone } = one;
    await one.begin();
    await one.job("Exampleton Library");
    await one.go("employments/1/periods/1/amount");
    const other = await someone.window();
    await someone.go(someone.page.url(), other);
    await one.type("amount", "5");
    await other.locator("[name=amount]").fill("6");
    await someone.send(other);
    await look(someone, { name: "nested/en/answered-twice", language: "en", status: 409, page: other });
    assert.ok((await other.locator("main").innerText()).includes("£5"), "what is stored");
    await someone.send(other);
    assert.match(other.url(), /employments\/1\/periods$/);
    await one.go("employments/1/periods/1/amount");
    assert.equal(await someone.page.locator("[name=amount]").inputValue(), "6");
  }));

test("the words of the list are those of its language", () =>
  applicant("ar", { scripts: false, width: 320 }, async (one) => {
    await one.begin();
    await one.job("Exampleton Library");
    const seen = await one.someone.page.locator("main").innerText();
    assert.ok(!seen.includes(word("en", "rows-remove")), seen);
  }));
