// Save and come back: by code, by word, by link; and leave a device.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linkIn, mailTo } from "./journey/mail.mjs";
import { begin, walkTo, whoSends } from "./journey/walk.mjs";
import { service } from "./material/services.mjs";
import { person } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const permit = service("example-permit");
const BORN = { day: "19", month: "7", year: "1984" };

/** Answers name and date of birth, saves at the next question; gives the code. */
async function saveWithCode(someone, last) {
  const { page } = someone;
  await answerName(someone, last);
  await someDate(someone, BORN);
  await someone.send();
  assert.equal(someone.place(), "/example-permit/lives-in-uk");
  await save(someone);
  const code = await page.locator(".app-code").innerText();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  return code;
}

async function answerName(someone, last) {
  await begin(someone, permit, "en");
  await someone.page.getByLabel("First name").fill("Amina");
  await someone.page.getByLabel("Last name").fill(last);
  await someone.send();
}

async function someDate(someone, date) {
  for (const [part, value] of Object.entries(date)) await someone.page.locator(`[name=date_of_birth-${part}]`).fill(value);
}

async function save(someone) {
  await someone.follow(() => someone.page.getByRole("button", { name: "Save and come back later" }).click());
  assert.equal(someone.place(), "/example-permit/save");
}

async function giveCode(someone, code) {
  await someone.go("/example-permit");
  await someone.follow(() => someone.page.getByRole("link", { name: "Go back to answers that you saved" }).click());
  await someone.page.getByLabel("Your code").fill(code);
  await someone.send();
}

/** The person is where they were, and their name is there. */
async function isBack(someone, place, last) {
  assert.equal(someone.place(), place);
  await someone.go("/example-permit/full-name");
  assert.equal(await someone.page.getByLabel("Last name").inputValue(), last);
}

describe("coming back on another device", { concurrency: 2 }, () => {
  for (const scripts of [true, false]) {
    test(`code and date of birth open the answers ${scripts ? "with" : "without"} scripts`, () =>
      person({ scripts }, async (first) => {
        const last = marker();
        const code = await saveWithCode(first, last);
        await person({ scripts }, async (second) => {
          // As people write a code down.
          await giveCode(second, code.toLowerCase().replaceAll("-", " "));
          assert.equal(await second.heading(), "Check that it is you");
          assert.ok(!(await second.source()).includes(last), "nothing is shown before the second fact");
          await someDate(second, { ...BORN, year: "1985" });
          await second.send();
          assert.equal(second.status(), 422);
          assert.match(await second.page.locator(".govuk-error-summary").innerText(), /does not match/);
          await second.go("/example-permit/full-name");
          assert.equal(await second.heading(), "Check that it is you", "a wrong try opens nothing");
          await someDate(second, BORN);
          await second.send();
          await isBack(second, "/example-permit/lives-in-uk", last);
        });
      }));
  }

  test("a code that nobody has opens nothing, and does not say why", () =>
    person({}, async (someone) => {
      await giveCode(someone, "AAAA-BBBB-CCCC");
      assert.equal(someone.status(), 422);
      assert.match(await someone.page.locator(".govuk-error-summary").innerText(), /does not match any saved answers/);
      assert.equal(await someone.page.getByLabel("Your code").inputValue(), "AAAA-BBBB-CCCC", "what was typed is kept");
    }));

  test("who has not given the second fact yet chooses a word and comes back with it", () =>
    person({}, async (first) => {
      const last = marker();
      const word = marker();
      await answerName(first, last);
      await save(first);
      assert.equal(await first.page.locator(".app-code").count(), 0, "no code before there is a second fact");
      await first.page.getByLabel("Your word").fill("abc");
      await first.send();
      assert.equal(first.status(), 422, "a short word is refused");
      await first.page.getByLabel("Your word").fill(word);
      await first.send();
      const code = await first.page.locator(".app-code").innerText();
      await person({}, async (second) => {
        await giveCode(second, code);
        await second.page.getByLabel("What is the word that you chose?").fill("another word");
        await second.send();
        assert.equal(second.status(), 422);
        await second.page.getByLabel("What is the word that you chose?").fill(word);
        await second.send();
        await isBack(second, "/example-permit/date-of-birth", last);
      });
    }));

  test("a link by e-mail survives being looked at, and works once", () =>
    person({}, async (first) => {
      const last = marker();
      await saveWithCode(first, last);
      const address = `${last.toLowerCase()}@example.com`;
      await first.page.getByLabel("Email address").fill(address);
      await first.follow(() => first.page.getByRole("button", { name: "Send the link" }).click());
      assert.match(await first.page.locator("[role=status]").innerText(), new RegExp(address));
      const mail = await mailTo(address);
      assert.ok(!mail.includes(last), "the e-mail holds no answer");
      const link = linkIn(mail);
      await person({}, async (second) => {
        for (let n = 0; n < 3; n += 1) {
          await second.go(link);
          assert.equal(await second.heading(), "Go back to your answers");
        }
        await second.send();
        assert.equal(await second.heading(), "Check that it is you");
        await someDate(second, BORN);
        await second.send();
        await isBack(second, "/example-permit/lives-in-uk", last);
      });
      await person({}, async (third) => {
        await third.go(link);
        assert.equal(third.status(), 404);
        assert.equal(await third.heading(), "This link no longer works");
      });
    }));
});

test("who leaves a device is not seen there any more, and comes back by the code", () =>
  person({}, async (someone) => {
    const last = marker();
    const code = await saveWithCode(someone, last);
    const other = await someone.window();
    await someone.go("/example-permit/lives-in-uk", other);
    await someone.follow(() => someone.page.getByRole("link", { name: "Leave this device" }).click());
    await someone.send();
    assert.equal(await someone.heading(), "You have left this device");
    await someone.go("/example-permit/lives-in-uk", other);
    assert.equal(someone.place(other), "/example-permit", "another window of the device is at the start too");
    for (const page of ["full-name", "lives-in-uk", "check-answers", "save"]) {
      await someone.go(`/example-permit/${page}`);
      assert.ok(!(await someone.source()).includes(last), `${page} shows nothing of the answers`);
      assert.ok(["", "/full-name"].some((start) => someone.place() === `/example-permit${start}`), `${page} leads to the start`);
    }
    await giveCode(someone, code);
    await someDate(someone, BORN);
    await someone.send();
    await isBack(someone, "/example-permit/lives-in-uk", last);
  }));

test("what was typed is saved with the page by the button to save", () =>
  person({}, async (someone) => {
    const who = whoSends(permit);
    await walkTo(someone, permit, "en", who, "items");
    await someone.page.getByLabel("How many items do you want a permit for?").fill("6");
    await save(someone);
    await someone.go("/example-permit/items");
    assert.equal(await someone.page.getByLabel("How many items do you want a permit for?").inputValue(), "6");
  }));
