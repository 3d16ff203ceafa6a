// The example permit from the start page to the status page: with scripts, without, and by the keyboard alone.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Keyboard, Pointer } from "./journey/hands.mjs";
import { person, words } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const START = "/example-permit";

const AMINA = {
  branch: "in the UK",
  inUk: "Yes",
  where: (hand) => hand.type("What is your postcode?", "ls1 1ur"),
  place: `${START}/postcode`,
  shown: "LS1 1UR",
  phone: "07700 900123",
};
const NILS = {
  branch: "abroad",
  inUk: "No",
  where: (hand) => hand.pick("Which country do you live in?", "Norway"),
  place: `${START}/country`,
  shown: "Norway",
  phone: "+47 22 22 55 55",
};

const WAYS = [
  { name: "with scripts", Hand: Pointer, scripts: true },
  { name: "without scripts", Hand: Pointer, scripts: false },
  { name: "by the keyboard alone", Hand: Keyboard, scripts: true },
];

describe("the example permit", { concurrency: 2 }, () => {
  for (const { name, Hand, scripts } of WAYS) {
    for (const who of [AMINA, NILS]) {
      for (const width of [320, 1280]) {
        test(`somebody ${who.branch} can apply ${name} at ${width} px`, () =>
          person({ scripts, width }, (someone) => apply(someone, new Hand(someone), who)));
      }
    }
  }
});

async function apply(someone, hand, who) {
  const last = marker();
  await someone.go(START);
  await hand.press("Start now");
  await answerAll(someone, hand, who, last);
  await changeOne(someone, hand);
  await checkShown(someone, who, last);
  await hand.press("Accept and send");
  assert.equal(await someone.heading(), "Your answers have been sent");
  const reference = words(await someone.page.locator(".app-reference").innerText());
  assert.match(reference, /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/, "the reference can be read out");
  assert.match(await someone.page.locator("main").innerText(), /We will look at your application and email you by \d+ [A-Z][a-z]+ \d{4}\./);
  await hand.choose("Very satisfied");
  await hand.press("Send feedback");
  assert.match(await someone.page.locator("[role=status]").innerText(), /Thank you/);
  await hand.follow("See how your application is getting on");
  assert.equal(await someone.heading(), "Your application");
  const status = words(await someone.page.locator(".govuk-summary-list").innerText());
  assert.ok(status.includes(reference) && status.includes("Received"), status);
  for (const address of someone.addresses) assert.ok(!address.includes(last), `${address} holds what was typed`);
}

/** Check answers shows what was typed, in the order of the questions. */
async function checkShown(someone, who, last) {
  const values = (await someone.page.locator(".govuk-summary-list__value").allInnerTexts()).map(words);
  const [phone] = values.splice(5, 1);
  assert.deepEqual(values, [`Amina ${last}`, "19 July 1984", who.inUk, who.shown, `${last}@example.com`, "7", "Agreed"]);
  // A number may be written with other spaces than it was typed with.
  const digits = (text) => text.replace(/\D/g, "").slice(-8);
  assert.equal(digits(phone), digits(who.phone));
}

async function answerAll(someone, hand, who, last) {
  const at = async (place, act) => {
    assert.equal(someone.place(), `${START}/${place}`);
    await act();
    await hand.press("Continue");
  };
  await at("full-name", async () => {
    await hand.type("First name", "Amina");
    await hand.type("Last name", last);
  });
  await at("date-of-birth", async () => {
    await hand.type("Day", "19");
    await hand.type("Month", "7");
    await hand.type("Year", "1984");
  });
  await at("lives-in-uk", () => hand.choose(who.inUk));
  await at(who.place.split("/").at(-1), () => who.where(hand));
  await at("email", () => hand.type("What is your email address?", `${last}@example.com`));
  await at("phone", () => hand.type("What is your phone number?", who.phone));
  await at("items", () => hand.type("How many items do you want a permit for?", "3"));
  await at("truth", () => hand.choose("I confirm that what I have told you is true"));
  assert.equal(someone.place(), `${START}/check-answers`);
}

/** Changes one answer from check answers, sees the old one there, and is back at once. */
async function changeOne(someone, hand) {
  await hand.follow("Change the answer to ‘How many items do you want a permit for?’");
  assert.equal(await someone.page.getByLabel("How many items do you want a permit for?").inputValue(), "3");
  await hand.type("How many items do you want a permit for?", "7");
  await hand.press("Continue");
  assert.equal(someone.place(), `${START}/check-answers`);
}
