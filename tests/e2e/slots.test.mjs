// Times that are booked: somebody chooses them, with and without scripts; staff decide, see the calendar and close a time.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { walk, walkTo } from "./journey/walk.mjs";
import { checkErrors } from "./look/errors.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { fixtures } from "./stage/stage.mjs";

const visit = service("prison-visit", fixtures);
const family = visit.examples.find(({ name }) => name === "family-of-three");
const OFFICER = { name: "Olga Officer", email: "olga@example.org" };
let officer;

// The system of the prisons knows the prisoner, and cannot tell who may visit: an officer decides.
const prisons = createServer(async (request, reply) => {
  let body = "";
  for await (const piece of request) body += piece;
  reply.setHeader("content-type", "application/json");
  reply.end(JSON.stringify({ answer: JSON.parse(body).check === "prisoner_found" ? true : null }));
});
await new Promise((done) => prisons.listen(0, "127.0.0.1", done));
after(() => prisons.close());
const asks = `prisoner-records=http://127.0.0.1:${prisons.address().port}/ask`;
const server = await ownServer("slots", ["--connector", asks], fixtures);
const someoneThere = (options, act) => person({ address: server.address, ...options }, act);
const see = (someone, name, options = {}) => look(someone, { name: `slots/${name}`, language: "en", ...options });
const main = async (someone) => words(await someone.page.locator("main").innerText());

const free = (page) => page.locator('main button[name=act][value^="add "]');
const chosen = (page) => page.locator('main input[name=times]').evaluateAll((all) => all.map((one) => one.value));
const press = (someone, button) => someone.follow(() => button.click());
const valueOf = async (button) => (await button.getAttribute("value")).replace(/^\w+ /, "");

/** Chooses times on their page: two of a week, and one of the next; moves one up and takes one away. */
async function choose(someone) {
  const { page } = someone;
  await see(someone, "nothing-chosen");
  await someone.send();
  if (someone.scripts) assert.deepEqual(await checkErrors(someone, "en"), ["Choose a time"]);
  await see(someone, "error", { status: 422, hasErrors: true });
  const first = await valueOf(free(page).first());
  await press(someone, free(page).first());
  assert.deepEqual(await chosen(page), [first], "it is saved at once");
  await press(someone, page.getByRole("link", { name: "Later week" }));
  const later = await valueOf(free(page).first());
  assert.ok(later > first);
  await press(someone, free(page).first());
  const last = await valueOf(free(page).first());
  await press(someone, free(page).first());
  assert.deepEqual(await chosen(page), [first, later, last]);
  assert.equal(await free(page).count(), 0, "no more can be chosen");
  await see(someone, "as-many-as-can-be");
  await press(someone, page.locator(`main button[value="up ${last}"]`));
  assert.deepEqual(await chosen(page), [first, last, later]);
  await press(someone, page.locator(`main button[value="remove ${first}"]`));
  assert.deepEqual(await chosen(page), [last, later]);
  await see(someone, "chosen");
  return [last, later];
}

/** Goes on from the page of times, and sends. */
async function send(someone) {
  await someone.send();
  const { end } = await walk(someone, visit, "en", family);
  assert.equal(end, "check-answers");
  await see(someone, "check-answers");
  await someone.send();
  assert.match(someone.place(), /\/done\//);
  return someone.place().split("/").at(-1);
}

const cases = [];

for (const options of [{ scripts: false, width: 320 }, { scripts: true }]) {
  test(`times are chosen and sent ${options.scripts ? "with" : "without"} scripts`, () =>
    someoneThere(options, async (someone) => {
      await walkTo(someone, visit, "en", family, "times");
      const times = await choose(someone);
      const id = await send(someone);
      cases.push({ id, times });
      await someone.go(`/prison-visit/status/${id}`);
      assert.doesNotMatch(await main(someone), /Booked/, "nothing is booked before it is decided");
    }));
}

test("an officer books the first time, and sees and closes times of the calendar", async () => {
  const link = server.addStaff({ ...OFFICER, role: "manager", organisation: "prison-service" });
  const [{ id, times }] = cases;
  const [day, start] = times[0].split(" ");
  await atDesk(server, {}, async (desk) => {
    officer = await setUp(desk.someone, link, OFFICER);
    await signIn(desk.someone, officer);
    await desk.go(`/staff/cases/${id}`);
    await desk.see("slots-case-wishes");
    await desk.page.getByLabel("Booked", { exact: true }).check();
    await desk.press("Decide and tell the applicant");
    await desk.see("slots-case-booked");
    assert.match(await main(desk.someone), new RegExp(`Booked .* at ${start}, 3 places`));
    await desk.go("/staff/calendars");
    await desk.see("slots-calendars");
    await desk.someone.follow(() => desk.page.getByRole("link", { name: "Leeds", exact: true }).click());
    const address = desk.someone.place();
    await desk.go(`${address}?day=${day}`);
    assert.match(await main(desk.someone), /Booked: 3\. Free: 27\./);
    await desk.see("slots-calendar");
    await desk.someone.follow(() => desk.page.getByRole("button", { name: /^Close this time/ }).first().click());
    assert.match(await main(desk.someone), /Closed Booked: 3\. Free: 0\./);
    await desk.see("slots-calendar-closed");
    await someoneThere({}, async (someone) => {
      await walkTo(someone, visit, "en", family, "times");
      assert.equal(await someone.page.locator(`main button[value="add ${times[0]}"]`).count(), 0, "nobody can choose it");
    });
    await desk.someone.follow(() => desk.page.getByRole("button", { name: /^Open this time again/ }).click());
    assert.match(await main(desk.someone), /Booked: 3\. Free: 27\./);
  });
});

test("who asked is told", async () => {
  // Nobody confirmed the address: what names an answer stays out of the e-mail.
  const mail = await mailTo(family.answers.email, { at: server.folder, says: "Your visit" });
  assert.match(mail, /is booked/);
});

test("who booked cancels, and the time is free for somebody else", () =>
  atDesk(server, {}, async (desk) => {
    await someoneThere({ scripts: false, width: 320 }, async (someone) => {
      await walkTo(someone, visit, "en", family, "times");
      await choose(someone);
      const own = await send(someone);
      await signIn(desk.someone, officer);
      await desk.go(`/staff/cases/${own}`);
      await desk.page.getByLabel("Booked", { exact: true }).check();
      await desk.press("Decide and tell the applicant");
      await someone.go(`/prison-visit/status/${own}`);
      assert.match(await main(someone), /Booked/);
      await see(someone, "status-booked");
      await press(someone, someone.page.getByRole("link", { name: "Cancel your booking" }));
      await see(someone, "cancel");
      await press(someone, someone.page.getByRole("button", { name: "Yes, cancel my booking" }));
      assert.match(await main(someone), /Withdrawn/);
      assert.equal(await someone.page.getByRole("link", { name: "Cancel your booking" }).count(), 0);
      await see(someone, "cancelled");
      await desk.go(`/staff/cases/${own}`);
      assert.doesNotMatch(await main(desk.someone), /Booked .* 3 places/, "the time is given back");
      assert.match(await main(desk.someone), /Your visit is cancelled \(Email/);
      await desk.see("slots-case-cancelled");
    });
    await desk.go("/staff/cases?state=withdrawn");
    assert.match(await main(desk.someone), /Withdrawn/);
  }));

test("an officer withdraws for somebody who calls", () =>
  atDesk(server, {}, async (desk) => {
    const { id } = cases[1];
    await signIn(desk.someone, officer);
    await desk.go(`/staff/cases/${id}`);
    await desk.press("Withdraw for the applicant");
    assert.deepEqual(await checkErrors(desk.someone, "en"), ["Enter how the applicant asked"]);
    await desk.see("case-withdraw-empty", { status: 422, hasErrors: true });
    await desk.page.getByLabel("How the applicant asked").fill("Called today and gave the reference");
    await desk.press("Withdraw for the applicant");
    await desk.see("case-withdraw-sure");
    await desk.press("Withdraw");
    assert.match(await main(desk.someone), /Withdrawn/);
    assert.match(await main(desk.someone), /Called today and gave the reference/);
    await desk.see("case-withdrawn");
  }));
