// The pages beside the questions: each in every language of every service, in each state that it has.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fill, fillWrong } from "./journey/answer.mjs";
import { linkIn, mailTo } from "./journey/mail.mjs";
import { base, walkPast, walkTo, walkToCheckAnswers, whoSends } from "./journey/walk.mjs";
import { checkErrors } from "./look/errors.mjs";
import { look } from "./look/state.mjs";
import { services, languagesBeside } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { person } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const NOT_FOUND = { status: 404 };
const WITH_ERROR = { status: 422, hasErrors: true };

test("the pages of no service are in order", () =>
  person({}, async (someone) => {
    await someone.go("/");
    await look(someone, { name: "home", language: "en" });
    for (const { id } of services()) {
      assert.equal(await someone.page.locator(`main a[href="/${id}"]`).count(), 1, `${id} is listed`);
    }
    await someone.go("/no-such-service");
    await look(someone, { name: "not-found", language: "en", ...NOT_FOUND });
  }));

test("the list of services can be read in each language that a service has", () =>
  person({}, async (someone) => {
    await someone.go("/");
    await someone.follow(() => someone.page.getByRole("link", { name: /Cymraeg/ }).click());
    await look(someone, { name: "home-cy", language: "cy" });
    assert.equal(await someone.page.locator('main a[href="/register-to-vote/cy"]').count(), 1, "a service leads to its Welsh pages");
    await someone.follow(() => someone.page.locator('main a[href="/eligibility?language=cy"]').click());
    await look(someone, { name: "eligibility/start-cy", language: "cy" });
    await someone.send();
    assert.equal(await someone.page.locator("html").getAttribute("lang"), "cy", "the questions too");
    await someone.go("/performance");
    await someone.follow(() => someone.page.getByRole("link", { name: /العربية/ }).click());
    await look(someone, { name: "performance-list-ar", language: "ar" });
  }));

test("what one can apply for is asked page by page and told at the end", () =>
  person({}, async (someone) => {
    const see = (state, options = {}) => look(someone, { name: `eligibility/${state}`, language: "en", ...options });
    await someone.go("/");
    await someone.follow(() => someone.page.locator('main a[href="/eligibility"]').click());
    await see("start");
    await someone.send();
    await see("question");
    await someone.send();
    await checkErrors(someone, "en");
    await see("nothing-answered", WITH_ERROR);
    await someone.follow(() => someone.page.locator("main form button[name=show]").click());
    await see("not-known");
    await someone.send();
    await someone.page.locator("main [type=radio]").last().check();
    await someone.send();
    await see("cannot");
    await someone.follow(() => someone.page.locator('main a[href="/eligibility"]').click());
    await someone.send();
    await someone.page.locator("main [type=radio]").first().check();
    await someone.send();
    await see("can");
    assert.equal(await someone.page.locator("main li a").count(), 1, "the service is named");
  }));

for (const service of services()) {
  for (const language of languagesBeside(service)) {
    const start = base(service, language);

    describe(`the pages beside the questions of ${service.id} in ${language}`, () => {
      const see = (someone, state, options = {}) =>
        look(someone, { name: `${service.id}/${language}/${state}`, language, ...options });
      const dated = whoSends(service);

      test("those that anybody can open are in order", () =>
        person({}, async (someone) => {
          await someone.go(start);
          await see(someone, "start");
          for (const page of ["cookies", "privacy", "accessibility", "contact", "return", "leave"]) {
            await someone.go(`${start}/${page}`);
            await see(someone, page);
          }
          await someone.go(`${start}/done/no-such-case`);
          await see(someone, "not-found", NOT_FOUND);
          await someone.go(`${start}/return/no-such-link`);
          assert.equal(await someone.heading(), word(language, "apply-link-old-title"));
          await see(someone, "link-old", NOT_FOUND);
        }));

      test("feedback is asked for, refused without a level, and thanked for", () =>
        person({}, async (someone) => {
          await someone.go(`${start}/feedback`);
          await see(someone, "feedback");
          await someone.send();
          await checkErrors(someone, language);
          await see(someone, "feedback-empty", WITH_ERROR);
          await someone.page.locator("main [type=radio]").first().check();
          await someone.send();
          await see(someone, "feedback-thanks");
        }));

      test("the page for the code says what is wrong with it", () =>
        person({}, async (someone) => {
          await someone.go(`${start}/return`);
          await someone.send();
          await checkErrors(someone, language);
          await see(someone, "return-empty", WITH_ERROR);
          await someone.page.locator("[name=code]").fill("AAAA-BBBB-CCCC");
          await someone.send();
          await checkErrors(someone, language);
          await see(someone, "return-wrong", WITH_ERROR);
        }));

      if (service.canAskAlready) {
        test("whoever asks whether they applied reads the same answer", () =>
          person({}, (someone) => askAlready(someone, { service, language, start, see })));
      }

      test("a form without its token is not taken, and says so", () =>
        person({}, async (someone) => {
          await walkTo(someone, service, language, dated, service.pages[0].name);
          await someone.page.locator("main form [name=csrf]").evaluate((token) => token.remove());
          await someone.send();
          assert.equal(await someone.heading(), word(language, "pages-expired-title"));
          await see(someone, "expired", { status: 403 });
        }));

      test("saving, leaving and coming back are in order", () =>
        person({}, (someone) => saveAndReturn(someone, { service, language, start, see })));

      test("confirmation and status are in order", () =>
        person({}, async (someone) => {
          await walkToCheckAnswers(someone, service, language, dated);
          await someone.send();
          await see(someone, "done");
          const place = someone.place();
          await someone.page.locator("[name=satisfaction]").nth(1).check();
          await someone.send();
          assert.equal(someone.place(), place);
          await see(someone, "done-thanks");
          await someone.go(place.replace("/done/", "/status/"));
          await see(someone, "status");
          if (!service.asksEquality) return;
          await someone.go(place);
          await someone.follow(() => someone.page.locator(`main a[href*="/equality/"]`).click());
          await see(someone, "equality");
          await someone.page.locator("main [type=radio]").first().check();
          await someone.send();
          assert.equal(someone.place(), place);
          await see(someone, "done-equality");
        }));
    });
  }
}

/** Through the page that asks for the details of an application, by somebody who has none. */
async function askAlready(someone, { service, language, start, see }) {
  await someone.go(start);
  await someone.follow(() => someone.page.locator(`main a[href="${start}/already"]`).click());
  await see(someone, "already");
  await someone.send();
  await checkErrors(someone, language);
  await see(someone, "already-nothing-answered", WITH_ERROR);
  await fillWrong(someone.page);
  await someone.send();
  await checkErrors(someone, language);
  await see(someone, "already-wrong", WITH_ERROR);
  const { answers } = whoSends(service);
  await someone.go(`${start}/already`);
  await fill(someone.page, "full_name", { first: "Nobody", last: marker() });
  await fill(someone.page, "date_of_birth", answers.date_of_birth);
  await someone.page.locator("main form [name^=address]").fill(answers.address.postcode);
  await someone.send();
  assert.equal(await someone.heading(), word(language, "already-asked-title"));
  await see(someone, "already-asked");
}

/** Through all pages of save and return, with their errors. */
async function saveAndReturn(someone, { service, language, start, see }) {
  const { page } = someone;
  const who = whoSends(service);
  await chooseWord(service, language, see);
  await walkPast(someone, service, language, who, service.confirmWith);
  await someone.go(start);
  await see(someone, "start-with-draft");
  await someone.go(`${start}/save`);
  await see(someone, "save");
  const code = await page.locator(".app-code").innerText();
  for (const [state, address] of [["empty", ""], ["wrong", "not an address"]]) {
    await page.locator("[name=email]").fill(address);
    await someone.send();
    await checkErrors(someone, language);
    await see(someone, `save-email-${state}`, WITH_ERROR);
  }
  const address = `${marker().toLowerCase()}@example.com`;
  await page.locator("[name=email]").fill(address);
  await someone.send();
  await see(someone, "save-email-sent");
  await someone.go(linkIn(await mailTo(address)));
  await see(someone, "link");
  await someone.go(`${start}/leave`);
  await someone.send();
  assert.equal(await someone.heading(), word(language, "apply-left-title"));
  await see(someone, "left");
  await someone.go(`${start}/return`);
  await page.locator("[name=code]").fill(code);
  await someone.send();
  assert.equal(await someone.heading(), word(language, "apply-confirm-title"));
  await see(someone, "confirm");
  await someone.send();
  await checkErrors(someone, language);
  await see(someone, "confirm-wrong", WITH_ERROR);
}

/** Saving before the question that confirms was answered asks for a word; so does saving where it was ticked instead. */
async function chooseWord(service, language, see) {
  const isFirst = service.pages[0].questions.some(({ name }) => name === service.confirmWith);
  // Then there is nothing to save before it.
  if (isFirst && !service.examples.some(({ answers }) => answers[service.confirmWith] === "ticked")) return;
  await person({}, async (someone) => {
    const ticked = service.examples.find(({ answers }) => answers[service.confirmWith] === "ticked");
    if (ticked) await walkToCheckAnswers(someone, service, language, ticked);
    else await walkTo(someone, service, language, whoSends(service), service.confirmWith);
    await someone.go(`${base(service, language)}/save`);
    await see(someone, "save-word");
    await someone.send();
    await checkErrors(someone, language);
    await see(someone, "save-word-wrong", WITH_ERROR);
  });
}
