// The office asks the applicant for something: by a link of their own, with scripts and without, in three languages; a
// file and a text as answers; taken back, and asked for again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { file, upload, uploaded } from "./journey/files.mjs";
import { mailTo } from "./journey/mail.mjs";
import { apply } from "./journey/post.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { walkToCheckAnswers } from "./journey/walk.mjs";
import { checkErrors } from "./look/errors.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const register = service("register-to-vote");
const everything = service("everything");
const OFFICERS = {
  leeds: { organisation: "electoral-registration", office: "leeds" },
  cardiff: { organisation: "electoral-registration", office: "cardiff" },
  permits: { organisation: "example-council" },
};
const WAYS = [
  { language: "en", example: "french-since-2015-in-england", office: "leeds", scripts: true },
  { language: "cy", example: "lives-in-wales-aged-15", office: "cardiff", scripts: false },
];
const NOTE = "We need the page with your photo.";

const server = await ownServer("asks");
const team = {};
const someoneThere = (options, act) => person({ address: server.address, ...options }, act);

const as = (office, act) =>
  atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, team[office]);
    await act(desk);
  });

test("officers get an account", async () => {
  for (const [office, where] of Object.entries(OFFICERS)) {
    const member = { name: `Casey of ${office}`, email: `${office}@example.org` };
    const link = server.addStaff({ ...member, role: "caseworker", ...where });
    await someoneThere({}, async (someone) => {
      team[office] = await setUp(someone, link, member);
    });
  }
});

for (const way of WAYS) {
  test(`an officer asks for a file, and it is sent ${way.scripts ? "with" : "without"} scripts in ${way.language}`, async () => {
    const { language, office, scripts } = way;
    const example = register.examples.find(({ name }) => name === way.example);
    const email = `${marker().toLowerCase()}@example.com`;
    const done = await apply(server.address, register, language, { ...example, answers: { ...example.answers, email } });
    const address = `/staff/cases/${done.split("/").at(-1)}`;
    await as(office, (desk) => asks(desk, address, register.id, scripts));
    const link = await linkTo(email);
    const born = example.answers.date_of_birth.split("-").reverse();
    // Who comes back on another day, or device, comes by the same link.
    await someoneThere({ scripts }, (someone) => opens(someone, link, { language, born }));
    await someoneThere({ scripts }, async (someone) => {
      await opens(someone, link, { language, born });
      await answersWithFile(someone, language);
    });
    await as(office, async (desk) => {
      await desk.go(address);
      const main = words(await desk.page.locator("main").innerText());
      assert.match(main, /passport\.pdf/, "the officer sees the answer");
      assert.doesNotMatch(main, /portrait\.jpg/, "and not what was removed");
      if (scripts) await desk.see("case-ask-answered");
      await asksAgainAndTakesBack(desk, address);
    });
  });
}

test("a text is asked for and sent from right to left", async () => {
  const email = `${marker().toLowerCase()}@example.com`;
  let status;
  await someoneThere({}, async (someone) => {
    const example = everything.examples.find(({ name }) => name === "answers-little");
    await walkToCheckAnswers(someone, everything, "ar", { ...example, answers: { ...example.answers, email } });
    await someone.send();
    assert.ok(someone.place().startsWith("/everything/ar/done/"), someone.place());
    status = someone.place().replace("/done/", "/status/");
    const address = `/staff/cases/${status.split("/").at(-1)}`;
    await as("permits", async (desk) => {
      await desk.go(address);
      await desk.page.locator("[name=ask][value=more_words]").check();
      await desk.press("Continue");
      await desk.press("Ask the applicant");
    });
    await linkTo(email);
    await someone.go(status);
    await look(someone, { name: "asks/ar/status", language: "ar" });
    await follow(someone, word("ar", "asks-status-button"));
    await look(someone, { name: "asks/ar/asked", language: "ar" });
    await follow(someone, word("ar", "asks-answer-button"));
    await look(someone, { name: "asks/ar/question", language: "ar" });
    await someone.send();
    await checkErrors(someone, "ar");
    await look(someone, { name: "asks/ar/question-empty", language: "ar", status: 422, hasErrors: true });
    await someone.page.locator("textarea").fill("كتب ورسائل");
    await someone.send();
    await look(someone, { name: "asks/ar/check", language: "ar" });
    await someone.send();
    assert.equal(await someone.heading(), word("ar", "asks-sent-title"));
    await look(someone, { name: "asks/ar/sent", language: "ar" });
    await someone.go(status);
    assert.match(words(await someone.page.locator("main").innerText()), /كتب ورسائل/);
    await look(someone, { name: "asks/ar/status-after", language: "ar" });
  });
});

/** Asks for proof on the screen of a case; looks at each state once. */
async function asks(desk, address, id, looks) {
  await desk.go(address);
  await desk.press("Continue");
  await desk.seeErrors("case-ask-empty", "Select what you need");
  await desk.page.locator("[name=ask]").first().check();
  await desk.fill("ask-note", NOTE);
  await desk.press("Continue");
  if (looks) await desk.see("case-ask-sure");
  await desk.press("Ask the applicant");
  assert.match(words(await desk.page.locator("main").innerText()), /Waiting for the applicant/);
  assert.equal(await desk.page.getByRole("button", { name: "Decide and tell the applicant" }).count(), 0);
  if (!looks) return;
  await desk.see("case-asked");
  await desk.go(`/staff/cases?service=${id}`);
  assert.match(words(await desk.page.locator("main").innerText()), /Waiting for the applicant/);
  await desk.see("cases-asked");
}

/** Asks for the same again, and takes it back. */
async function asksAgainAndTakesBack(desk, address) {
  await desk.page.locator("[name=ask]").first().check();
  await desk.press("Continue");
  await desk.press("Ask the applicant");
  await desk.press("No longer needed");
  assert.equal(desk.someone.place(), address);
  assert.equal(await desk.page.getByRole("button", { name: "Decide and tell the applicant" }).count(), 1);
}

/** The link in the message, as a path. */
async function linkTo(email) {
  const mail = await mailTo(email, { at: server.folder, says: "/return/" });
  const [link] = mail.match(new RegExp(`${server.address}/\\S+/return/\\S+`)) ?? [];
  assert.ok(link, mail);
  return link.slice(server.address.length);
}

/** Comes by the link, and says the second fact. */
async function opens(someone, link, { language, born }) {
  await someone.go(link);
  await someone.send();
  assert.equal(await someone.heading(), word(language, "apply-confirm-title"));
  const boxes = await someone.page.locator("main .govuk-date-input__input").all();
  for (const [place, box] of boxes.entries()) await box.fill(born[place]);
  await someone.send();
  assert.match(someone.place(), /\/asked\//);
  const main = words(await someone.page.locator("main").innerText());
  assert.ok(main.includes(NOTE), main);
  await look(someone, { name: `asks/${language}/asked`, language });
}

/** Uploads two files, takes one away, and sends the other. */
async function answersWithFile(someone, language) {
  const asked = someone.place();
  await follow(someone, word(language, "asks-answer-button"));
  await upload(someone, file("passport.pdf"));
  await upload(someone, file("portrait.jpg"));
  await look(someone, { name: `asks/${language}/files`, language });
  const remove = someone.page.locator("main button", { hasText: "portrait.jpg" });
  await someone.follow(() => remove.click());
  assert.deepEqual(await uploaded(someone), ["passport.pdf"]);
  await someone.go(asked);
  assert.equal(await someone.page.locator("main form").count(), 0, "nothing is sent before they are said to be all");
  await follow(someone, word(language, "asks-answer-button"));
  await someone.send();
  assert.equal(someone.place(), asked);
  await look(someone, { name: `asks/${language}/check`, language });
  await someone.send();
  assert.equal(await someone.heading(), word(language, "asks-sent-title"));
  await look(someone, { name: `asks/${language}/sent`, language });
  await someone.page.goBack();
  await someone.go(asked);
  assert.match(someone.place(), /\/status\//, "there is nothing more to send");
  assert.match(words(await someone.page.locator("main").innerText()), /passport\.pdf/);
  await look(someone, { name: `asks/${language}/status-after`, language });
}

/** Follows a link, whether it looks like a button or not. */
function follow(someone, name) {
  return someone.follow(() => someone.page.locator("main a", { hasText: name }).click());
}
