// Register to vote in English and in Welsh: the whole way, an exit, the box to tick instead, the switch of language.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { base, begin, walkTo, walkToCheckAnswers, whoSends } from "./journey/walk.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { person, words } from "./stage/person.mjs";

const register = service("register-to-vote");
const example = (name) => register.examples.find((one) => one.name === name);

for (const language of register.languages) {
  const start = base(register, language);
  const say = (key, values) => word(language, key, values);

  describe(`register to vote in ${language}`, () => {
    test(`it can be sent in ${language}, and tells where it is`, () =>
      person({}, async (someone) => {
        await walkToCheckAnswers(someone, register, language, whoSends(register));
        assert.equal(await someone.heading(), say("apply-check-title"));
        await someone.send();
        assert.equal(await someone.heading(), say("apply-done-title"));
        const reference = await someone.page.locator(".app-reference").innerText();
        await someone.follow(() => someone.page.getByRole("link", { name: say("apply-done-status") }).click());
        assert.equal(await someone.heading(), say("apply-status-title"));
        const status = words(await someone.page.locator(".govuk-summary-list").innerText());
        assert.ok(status.includes(reference) && status.includes(say("apply-status-submitted")), status);
        assert.ok(someone.place().startsWith(`${start}/`), "every page is in the language");
      }));

    test(`who lives abroad is told where to go in ${language}, and can change the answer`, () =>
      person({}, async (someone) => {
        await begin(someone, register, language);
        await someone.page.locator("[value=abroad]").check();
        await someone.send();
        assert.equal(someone.place(), `${start}/lives-abroad`);
        assert.equal(await someone.page.locator("main form").count(), 0, "an exit asks nothing");
        await someone.go(`${start}/check-answers`);
        assert.equal(someone.place(), `${start}/lives-abroad`, "nobody comes past an exit");
        await someone.follow(() => someone.page.getByRole("link", { name: say("apply-exit-change") }).click());
        assert.ok(await someone.page.locator("[value=abroad]").isChecked(), "the answer stands there");
        await someone.page.locator("[value=wales]").check();
        await someone.send();
        assert.equal(someone.place(), `${start}/date-of-birth`);
      }));

    test(`the box can be ticked instead of an answer in ${language}, but not beside one`, () =>
      person({}, async (someone) => {
        const { page } = someone;
        await walkTo(someone, register, language, example("no-date-of-birth-in-scotland"), "date_of_birth");
        await page.locator("[name=date_of_birth-ticked]").check();
        for (const [part, value] of [["day", "1"], ["month", "2"], ["year", "1980"]]) {
          await page.locator(`[name=date_of_birth-${part}]`).fill(value);
        }
        await someone.send();
        assert.equal(someone.status(), 422, "both are too much");
        await someone.go(`${start}/date-of-birth`);
        await page.locator("[name=date_of_birth-ticked]").check();
        await someone.send();
        assert.equal(someone.place(), `${start}/birth-date-unknown`);
        await someone.follow(() => page.locator(".govuk-back-link").click());
        assert.equal(someone.place(), `${start}/date-of-birth`);
        assert.ok(await page.locator("[name=date_of_birth-ticked]").isChecked(), "the box is still ticked");
      }));
  });
}

test("the switch of language keeps the place and the answers", () =>
  person({}, async (someone) => {
    const { page } = someone;
    const who = whoSends(register);
    await walkTo(someone, register, "en", who, "changed_name");
    await someone.follow(() => page.locator(".app-languages a[hreflang=cy]").click());
    assert.equal(someone.place(), "/register-to-vote/cy/changed-name");
    assert.equal(await page.locator("html").getAttribute("lang"), "cy");
    await someone.follow(() => page.locator(".govuk-back-link").click());
    assert.equal(someone.place(), "/register-to-vote/cy/full-name");
    assert.equal(await page.locator("[name=full_name-last]").inputValue(), who.answers.full_name.last);
    await someone.send();
    assert.equal(someone.place(), "/register-to-vote/cy/changed-name");
    await someone.follow(() => page.locator(".app-languages a[hreflang=en]").click());
    assert.equal(someone.place(), "/register-to-vote/changed-name");
  }));
