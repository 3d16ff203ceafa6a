// Answers from long lists, which are found by typing; areas of the earth; and signatures that are drawn: with scripts, by
// the keyboard, and without.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { Keyboard, Pointer, draw } from "./journey/hands.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { look } from "./look/state.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

// More than come with a page.
const OFFICES = 600;
const SECRET = "zanzibarine";
const WORKER = { name: "Wes Worker", email: "wes@example.org" };
// A field of 100 by 150 metres, and the same with its points in an order in which the way round crosses itself.
const FIELD = ["51.5000, -0.1000", "51.5000, -0.0978", "51.5009, -0.0978", "51.5009, -0.1000"];
const CROSSED = [FIELD[0], FIELD[2], FIELD[1], FIELD[3]];

const server = await ownServer("answers", [], withOffices());

/** The services of these tests, with a list that is too long to stand here. */
function withOffices() {
  const folder = mkdtempSync(join(stage.folder, "answers-services-"));
  cpSync(join(stage.root, "tests/e2e/material/answers"), folder, { recursive: true });
  const lists = join(folder, "moving", "lists");
  mkdirSync(lists, { recursive: true });
  const rows = Array.from({ length: OFFICES }, (_, n) => `o${n},Office ${n} in ${n % 2 ? "Leeds" : "York"},${n === 7 ? "Seventh heaven" : ""}`);
  writeFileSync(join(lists, "offices.csv"), ["id,name,also", ...rows, ""].join("\n"));
  return folder;
}

const base = (language) => (language === "en" ? "/moving" : `/moving/${language}`);

async function begin(someone, language = "en") {
  await someone.go(base(language));
  await someone.follow(() => someone.page.getByRole("button", { name: word(language, "apply-start-button") }).click());
}

/** Answers the questions with long lists as shortly as they can be. */
async function toTheGarden(someone, language = "en") {
  await begin(someone, language);
  await type(someone, "office", "o7");
  await someone.send();
  await type(someone, "from", "NO");
  await someone.send();
  await type(someone, "passport", "NO");
  await someone.page.locator("[name=number]").fill("12345");
  await someone.send();
  await someone.page.locator("[name=full_name]").fill("Ada");
  await someone.send();
  await type(someone, "lived_in", "GB");
  await someone.send();
  await someone.page.locator("[name=friends][value=no]").check();
  await someone.send();
}

/** Types into the line of a question, as a person without a pointer would see it. */
async function type(someone, question, text) {
  const line = someone.page.locator(`[name="${question}-text"]`);
  await line.fill(text);
  if (someone.scripts) await line.press("Escape");
}

for (const language of ["en", "ar"]) {
  test(`an entry of a long list is found without scripts in ${language}`, () =>
    person({ address: server.address, scripts: false, width: 320 }, async (someone) => {
      const { page } = someone;
      const at = (state, options = {}) => look(someone, { name: `answers/${language}/${state}`, language, ...options });
      const wrong = (state) => at(state, { status: 422, hasErrors: true });
      await begin(someone, language);
      await someone.send();
      await wrong("list-empty");
      await type(someone, "office", "Birmingham");
      await someone.send();
      await wrong("list-nothing-found");
      assert.equal(await page.locator("[name=office-text]").inputValue(), "Birmingham", "what was typed is kept");
      await type(someone, "office", "leeds");
      await someone.send();
      await at("list-many-found");
      assert.equal(await page.locator("[name=office]").count(), 21, "twenty, and to search again");
      await someone.send();
      await wrong("list-none-chosen");
      await page.locator("[name=office][value='?']").check();
      await someone.send();
      assert.equal(await page.locator("[name=office-text]").inputValue(), "leeds", "to be typed on");
      await type(someone, "office", "office 59");
      await someone.send();
      await at("list-some-found");
      await page.locator("[name=office][value=o591]").check();
      await someone.send();
      assert.match(someone.place(), /from$/);
      await someone.go(`${base(language)}/office`);
      assert.equal(await page.locator("[name=office-text]").inputValue(), "Office 591 in Leeds");
      await at("list-answered");
    }));
}

test("in a page with several questions and in rows entries are found too", () =>
  person({ address: server.address, scripts: false }, async (someone) => {
    const { page } = someone;
    const hand = new Pointer(someone);
    await begin(someone);
    await type(someone, "office", "seventh HEAVEN");
    await someone.send();
    await type(someone, "from", "UK");
    await someone.send();
    await type(someone, "passport", "guinea");
    await page.locator("[name=number]").fill("1");
    await someone.send();
    assert.match(await page.locator(".govuk-error-summary").innerText(), /number/, "the other question is wrong");
    assert.ok((await page.locator("[name=passport]").count()) > 2, "and this one offers what was found");
    await page.locator("[name=passport][value=GN]").check();
    await page.locator("[name=number]").fill("12345");
    await someone.send();
    await page.locator("[name=full_name]").fill("Ada");
    await someone.send();
    await type(someone, "lived_in", "united");
    await someone.send();
    await look(someone, { name: "answers/en/list-found-in-row", language: "en" });
    await page.locator("[name=lived_in][value=AE]").check();
    await someone.send();
    await hand.choose("No");
    await hand.press("Continue");
    await page.locator("[name=garden]").fill(FIELD.join("\n"));
    await hand.press("Continue");
    await page.locator("[name=signature]").fill("Ada");
    await hand.press("Continue");
    const answers = await page.locator("main").innerText();
    for (const answer of ["Office 7 in Leeds", "United Kingdom", "Guinean", "United Arab Emirates"]) assert.ok(answers.includes(answer), answer);
  }));

for (const language of ["en", "ar"]) {
  test(`entries are suggested while one types in ${language}`, () =>
    person({ address: server.address, width: 320 }, async (someone) => {
      const { page } = someone;
      const at = (state) => look(someone, { name: `answers/${language}/${state}`, language });
      await begin(someone, language);
      const line = page.locator("[name=office-text]");
      await line.click();
      await line.pressSequentially("office 59 leeds");
      await page.getByRole("option").first().waitFor();
      await at("suggested-by-server");
      assert.equal(await line.getAttribute("aria-expanded"), "true");
      await line.press("ArrowDown");
      await line.press("ArrowDown");
      const chosen = await page.locator("[role=option][aria-selected=true]").innerText();
      await line.press("Enter");
      assert.equal(await line.inputValue(), chosen);
      await someone.send();
      const country = page.locator("[name=from-text]");
      await country.click();
      await country.pressSequentially("united");
      await page.getByRole("option").first().waitFor();
      await at("suggested-from-page");
      await page.getByRole("option", { name: language === "en" ? "United Kingdom" : "المملكة المتحدة", exact: true }).waitFor({ timeout: 2_000 }).catch(() => {});
      await country.press("Escape");
      assert.equal(await page.getByRole("option").count(), 0);
    }));
}

test("an entry is chosen with the pointer, and with the keyboard alone", () =>
  person({ address: server.address }, async (someone) => {
    await begin(someone);
    await new Pointer(someone).pick("Which office is near you?", "Office 7 in Leeds");
    await someone.send();
    const hand = new Keyboard(someone);
    await hand.pick("Which country do you come from?", "Norway");
    await someone.send();
    assert.match(someone.place(), /papers$/);
  }));

test("what is looked for stands in no address", () =>
  person({ address: server.address }, async (someone) => {
    await begin(someone);
    const asked = someone.page.waitForRequest(/suggest$/);
    await someone.page.locator("[name=office-text]").pressSequentially(SECRET);
    const request = await asked;
    assert.equal(request.method(), "POST");
    assert.equal((await request.response()).status(), 200);
    assert.ok(!someone.addresses.some((address) => address.includes(SECRET)));
  }));

for (const language of ["en", "ar"]) {
  test(`an area is given by its points, and a signature is drawn, in ${language}`, () =>
    person({ address: server.address, width: 320 }, async (someone) => {
      const { page } = someone;
      const at = (state, options = {}) => look(someone, { name: `answers/${language}/${state}`, language, ...options });
      const wrong = (state) => at(state, { status: 422, hasErrors: true });
      await toTheGarden(someone, language);
      await at("area-empty");
      await someone.send();
      await wrong("area-nothing");
      for (const [state, typed] of [["area-no-point", [FIELD[0], "by the church"]], ["area-too-few", FIELD.slice(2)], ["area-crossed", CROSSED]]) {
        await page.locator("[name=garden]").fill(typed.join("\n"));
        await someone.send();
        await wrong(state);
        assert.equal(await page.locator("[name=garden]").inputValue(), typed.join("\n"), "what was typed is kept");
      }
      await page.locator("[name=garden]").fill([...FIELD, FIELD[0]].join("\r\n"));
      await someone.send();
      await at("signature-empty");
      await someone.send();
      await wrong("signature-nothing");
      await draw(page, [0.1, 0.1], [0.12, 0.12]);
      await someone.send();
      await wrong("signature-too-little");
      const drawn = () => page.locator("[name=signature-drawn]").inputValue();
      await page.locator("[data-clear]").click();
      assert.equal(await drawn(), "", "the sheet is clear");
      await draw(page, [0.1, 0.5], [0.4, 0.2], [0.5, 0.9]);
      await draw(page, [0.6, 0.5], [0.9, 0.5]);
      assert.equal((await drawn()).split(";").length, 2);
      await page.locator("[data-undo]").click();
      assert.equal((await drawn()).split(";").length, 1, "the last line is taken back");
      await wrong("signature-drawn");
      await someone.send();
      await at("drawings-checked");
      assert.equal(await page.locator(".app-sketch").count(), 2);
      await someone.go(`${base(language)}/signature?change`);
      assert.ok(await drawn(), "the drawing comes back");
    }));
}

test("what was drawn is shown without scripts, can be taken away, and is seen in the office", async () => {
  await person({ address: server.address }, async (someone) => {
    const { page } = someone;
    await toTheGarden(someone);
    await page.locator("[name=garden]").fill(FIELD.join("\n"));
    await someone.send();
    await draw(page, [0.1, 0.5], [0.4, 0.2], [0.5, 0.9]);
    await someone.send();
    const cookies = await someone.context.cookies();
    await person({ address: server.address, scripts: false }, async (bare) => {
      await bare.context.addCookies(cookies);
      await bare.go("/moving/signature?change");
      await look(bare, { name: "answers/en/signature-drawn-before", language: "en" });
      await bare.page.locator("[name=signature-clear]").check();
      await bare.page.locator("[name=signature]").fill("Ada Clarke");
      await bare.send();
      const answers = await bare.page.locator("main").innerText();
      assert.match(answers, /Ada Clarke/);
      assert.doesNotMatch(answers, /Drawn signature/);
      assert.match(answers, /Area: 1\.52 hectares/);
    });
    await someone.go("/moving/signature?change");
    await draw(page, [0.1, 0.5], [0.4, 0.2], [0.5, 0.9]);
    await someone.send();
    await someone.send();
    assert.ok(await page.locator(".app-reference").innerText());
  });
  const link = server.addStaff({ ...WORKER, role: "caseworker", organisation: "example-council" });
  await atDesk(server, {}, async (desk) => {
    const member = await setUp(desk.someone, link, WORKER);
    await signIn(desk.someone, member);
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    assert.match(await desk.page.locator("main").innerText(), /Ada Clarke\s+Drawn signature/);
    assert.equal(await desk.page.locator(".app-sketch").count(), 2);
    await desk.see("case-with-drawings");
  });
});
