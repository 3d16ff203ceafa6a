// Nothing is sent twice, and of two answers to one question the person chooses.

import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, walkToCheckAnswers, whoSends } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { person, words } from "./stage/person.mjs";

const permit = service("example-permit");
const register = service("register-to-vote");
const CHECK = "/example-permit/check-answers";

async function toCheckAnswers(someone) {
  await walkToCheckAnswers(someone, permit, "en", whoSends(permit));
}

/** The page of the confirmation and the reference on it. */
async function confirmation(someone, page = someone.page) {
  assert.match(someone.place(page), /^\/example-permit\/done\//);
  return `${someone.place(page)} ${words(await page.locator(".app-reference").innerText())}`;
}

for (const scripts of [true, false]) {
  test(`a double click sends once ${scripts ? "with" : "without"} scripts`, () =>
    person({ scripts }, async (someone) => {
      await toCheckAnswers(someone);
      const button = someone.page.getByRole("button", { name: "Accept and send" });
      await button.dblclick();
      await someone.page.waitForURL(/\/done\//);
      const first = await confirmation(someone);
      await someone.go(CHECK);
      assert.equal(await confirmation(someone), first);
    }));
}

test("going back and sending again shows the same reference", () =>
  person({}, async (someone) => {
    await toCheckAnswers(someone);
    await someone.send();
    const first = await confirmation(someone);
    await someone.page.goBack();
    // The page is not kept by the browser, so going back asks the server, which knows that it was sent.
    if (someone.place() === CHECK) await someone.send();
    assert.equal(await confirmation(someone), first);
  }));

test("two windows that send the same answers get one reference", () =>
  person({}, async (someone) => {
    await toCheckAnswers(someone);
    const other = await someone.window();
    await someone.go(CHECK, other);
    await someone.send();
    await someone.send(other);
    assert.equal(await confirmation(someone, other), await confirmation(someone));
  }));

test("a form that is sent eight times at once gives one reference", () =>
  person({}, async (someone) => {
    await toCheckAnswers(someone);
    const form = await someone.page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("main form"))));
    const send = () => someone.context.request.post(CHECK, { form, headers: { "sec-fetch-site": "same-origin" } });
    const replies = await Promise.all(Array.from({ length: 8 }, send));
    const places = replies.map((reply) => `${reply.status()} ${new URL(reply.url()).pathname}`);
    assert.equal(new Set(places).size, 1, places.join(", "));
    assert.match(places[0], /^200 \/example-permit\/done\//);
  }));

test("an answer that changed under the open check answers page is shown before anything is sent", () =>
  person({}, async (someone) => {
    await toCheckAnswers(someone);
    const other = await someone.window();
    await someone.go("/example-permit/items?change", other);
    await other.getByLabel("How many items do you want a permit for?").fill("9");
    await someone.send(other);
    await someone.send();
    assert.equal(someone.status(), 409);
    assert.equal(someone.place(), CHECK);
    assert.match(await someone.page.locator("[role=alert]").innerText(), /An answer has changed/);
    await look(someone, { name: "example-permit/en/check-answers-changed", language: "en", status: 409 });
    await someone.send();
    await confirmation(someone);
  }));

/** Answers the question that both windows show, first in `one`, then in `other`. */
async function answerTwice(someone, one, other, put) {
  await put(one, 0);
  await put(other, 1);
  await someone.send(one);
  await someone.send(other);
  assert.equal(someone.status(other), 409);
}

for (const keep of ["saved", "mine"]) {
  test(`of two answers in two windows the person can keep the one that is ${keep}`, () =>
    person({}, async (someone) => {
      await begin(someone, permit, "en");
      const other = await someone.window();
      await someone.go("/example-permit/full-name", other);
      const names = [["Nils", "Berg"], ["Nils", "Bergström"]];
      await answerTwice(someone, someone.page, other, async (page, n) => {
        await page.getByLabel("First name").fill(names[n][0]);
        await page.getByLabel("Last name").fill(names[n][1]);
      });
      const options = (await other.locator("main .govuk-radios__label").allInnerTexts()).map(words);
      assert.deepEqual(options, names.map((name) => name.join(" ")), "both answers are there to choose from");
      if (keep === "saved") await look(someone, { name: "example-permit/en/conflict", language: "en", status: 409, page: other });
      await other.locator(`[name=keep][value=${keep}]`).check();
      await someone.send(other);
      assert.equal(someone.place(other), "/example-permit/date-of-birth");
      await someone.go("/example-permit/full-name", other);
      assert.equal(await other.getByLabel("Last name").inputValue(), names[keep === "saved" ? 0 : 1][1]);
    }));
}

for (const language of register.languages) {
  test(`two choices in two windows are shown in words in ${language}`, () =>
    person({}, async (someone) => {
      await begin(someone, register, language);
      const other = await someone.window();
      await someone.go(someone.place(), other);
      const labels = [];
      await answerTwice(someone, someone.page, other, async (page, n) => {
        const option = page.locator("[name=nation]").nth(n + 1);
        labels.push(words(await option.evaluate((element) => element.labels[0].textContent)));
        await option.check();
      });
      const options = (await other.locator("main .govuk-radios__label").allInnerTexts()).map(words);
      assert.deepEqual(options, labels);
      await look(someone, { name: `register-to-vote/${language}/conflict`, language, status: 409, page: other });
    }));
}

/** Gives and takes back the e-mail address in two windows; gives the words of both choices. */
async function takeBack(someone, emails) {
  const who = register.examples.find(({ name }) => name === "moved-and-married");
  await walkToCheckAnswers(someone, register, "en", who);
  const asks = register.pages.find(({ questions }) => questions.some(({ name }) => name === "email"));
  const change = `/register-to-vote/${asks.address}?change`;
  await someone.go(change);
  const other = await someone.window();
  await someone.go(change, other);
  await answerTwice(someone, someone.page, other, async (page, n) => {
    await page.locator("[name=email]").fill(emails[n]);
    await page.locator("[name=phone]").fill("");
  });
  await look(someone, { name: `register-to-vote/en/conflict-empty-${emails.indexOf("")}`, language: "en", status: 409, page: other });
  return (await other.locator("main .govuk-radios__label").allInnerTexts()).map(words);
}

for (const [place, emails] of [["stored", ["", "claire@example.org"]], ["typed", ["claire@example.org", ""]]]) {
  test(`of two answers one may be ${place} as none, and still has words`, () =>
    person({}, async (someone) => {
      const options = await takeBack(someone, emails);
      for (const option of options) assert.match(option, /^[^;, ]/, `'${options.join("' and '")}' say what each of them is`);
      assert.ok(options[emails.indexOf("claire@example.org")].includes("claire@example.org"));
    }));
}
