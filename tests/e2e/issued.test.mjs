// What a decision issues: a registration with its number, the public register of it, and what staff do to it later.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { Pointer, draw } from "./journey/hands.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { accessFindings } from "./look/access.mjs";
import { markupFindings } from "./look/markup.mjs";
import { look } from "./look/state.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const START = "/trade-registration";
const REGISTER = `${START}/register`;
const WORKER = { name: "Cal Caseworker", email: "cal@example.org" };
const NUMBER = /BLD-\d{6}/;

const server = await ownServer("issued", [], join(stage.root, "tests/e2e/material/issued"));
const someoneThere = (options, act) => person({ address: server.address, ...options }, act);
const main = (someone) => someone.page.locator("main").innerText();

test("a register without entries can be read in each language", () =>
  someoneThere({}, async (someone) => {
    await someone.go(REGISTER);
    assert.match(await main(someone), /There are no entries yet/);
    await look(someone, { name: "issued/register-empty", language: "en" });
    await someone.go(`${START}/ar/register`);
    await look(someone, { name: "issued/register-empty-ar", language: "ar" });
  }));

test("a registration is issued, shown, found, suspended and restored", async () => {
  const link = server.addStaff({ ...WORKER, role: "caseworker", organisation: "trade-office" });
  await someoneThere({}, async (applicant) => {
    const status = await apply(applicant);
    await atDesk(server, {}, async (desk) => {
      await signIn(desk.someone, await setUp(desk.someone, link, WORKER));
      await desk.someone.follow(() => desk.page.locator("table a").first().click());
      await desk.page.getByLabel("Registered", { exact: true }).check();
      await desk.press("Decide and tell the applicant");
      await desk.see("issued");
      const number = (await desk.page.locator("main").innerText()).match(NUMBER)[0];

      await toldAndShown(applicant, status, number);
      await searched(applicant, number);

      await certified(applicant, desk, status, number);
      await desk.press("Save this change");
      await desk.seeErrors("issued-without-choice", "Select what you want to do");
      await desk.page.getByLabel("Suspend it", { exact: true }).check();
      await desk.press("Save this change");
      await desk.seeErrors("issued-without-reason", "Enter why");
      await desk.fill("reason", "Fly-tipping.");
      await desk.press("Save this change");
      await desk.see("issued-suspended");
      assert.match(await desk.page.locator("main").innerText(), /Suspended[\s\S]*Fly-tipping\./);
      await suspended(applicant, status, number);

      await desk.page.getByLabel("Make it valid again", { exact: true }).check();
      await desk.fill("reason", "Put right.");
      await desk.press("Save this change");
      await applicant.go(`${REGISTER}/${number}`);
      assert.match(await main(applicant), /Valid\n/);
    });
  });
});

/** Sends an application; gives the address of its status page. */
async function apply(someone) {
  const hand = new Pointer(someone);
  await someone.go(START);
  await hand.press("Start now");
  await hand.type("What is the name of your business?", "Brick & Sons");
  await hand.press("Continue");
  await confirmAddress(someone);
  await hand.type("Address line 1", "1 Kiln Lane");
  await hand.type("Town or city", "York");
  await hand.type("Postcode", "YO1 1AA");
  await hand.press("Continue");
  await hand.choose("Builder");
  await hand.press("Continue");
  await hand.type("What is your email address?", "brick@example.org");
  await hand.press("Continue");
  await draw(someone.page, [0.1, 0.5], [0.4, 0.2], [0.5, 0.9]);
  await hand.press("Continue");
  await hand.press("Accept and send");
  await hand.follow("See how your application is getting on");
  return someone.place();
}

/** Shows by a link in an e-mail that the address is the applicant's: only then a certificate is sent to it. */
async function confirmAddress(someone) {
  const { page } = someone;
  const place = someone.place();
  await someone.follow(() => page.getByRole("button", { name: "Save and come back later" }).click());
  await page.getByLabel("Email address").fill("brick@example.org");
  await someone.follow(() => page.getByRole("button", { name: "Send the link" }).click());
  const mail = await mailTo("brick@example.org", { at: server.folder });
  const [link] = mail.match(/\/trade-registration\/return\/\S+/);
  await someone.go(link);
  await someone.send();
  if (someone.place() !== place) {
    await page.locator("main [name=trade_name]").fill("Brick & Sons");
    await someone.send();
  }
  assert.equal(someone.place(), place, "the applicant is back");
}

async function toldAndShown(someone, status, number) {
  const mail = await mailTo("brick@example.org", { at: server.folder, says: "You are registered" });
  assert.ok(mail.includes(number), "the message says the number");
  assert.ok(mail.includes(`certificate-${number}.html`), "the certificate goes with it");
  await someone.go(status);
  assert.ok((await main(someone)).includes(number), "the status page says the number");
  await look(someone, { name: "issued/status", language: "en" });
}

async function searched(someone, number) {
  const hand = new Pointer(someone);
  await someone.go(REGISTER);
  await look(someone, { name: "issued/register", language: "en" });
  for (const [typed, isFound] of [["brick", true], ["yo1 1aa", true], [number.toLowerCase(), true], ["kiln", false]]) {
    await someone.page.getByLabel("Search by words or a number").fill(typed);
    await hand.press("Search");
    assert.equal(await someone.page.locator("table a").count(), isFound ? 1 : 0, typed);
  }
  await look(someone, { name: "issued/register-nothing-found", language: "en" });
  await someone.go(`${REGISTER}?q=brick`);
  await look(someone, { name: "issued/register-found", language: "en" });
  await hand.follow("Brick & Sons");
  const text = await main(someone);
  for (const part of [number, "Valid", "Builder", "YO1 1AA", "Business name"]) assert.ok(text.includes(part), part);
  assert.ok(!text.includes("brick@example.org"), "nothing else is public");
  await look(someone, { name: "issued/entry", language: "en" });
  await someone.go(`${START}/ar/register/${number}`);
  assert.match(await main(someone), /بنّاء/);
  await look(someone, { name: "issued/entry-ar", language: "ar" });
  const file = await (await fetch(`${server.address}${REGISTER}.csv`)).text();
  const [head, line] = file.trim().split("\r\n");
  assert.equal(head, "number,state,issued,expires,trade_name,trade,trade_address");
  assert.match(line, /^BLD-\d{6},live,\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d,Brick & Sons,Builder,"1 Kiln Lane, York, YO1 1AA"$/);
}

/** The certificate holds all that it needs, and staff see the same one. */
async function certified(someone, desk, status, number) {
  const of = { name: "Open the certificate to print or keep it" };
  await someone.go(status);
  await someone.follow(() => someone.page.getByRole("link", of).click());
  const text = await main(someone);
  for (const part of [number, "Brick & Sons is a builder.", `${REGISTER}/${number}`]) assert.ok(text.includes(part), part);
  assert.equal(await someone.page.locator("svg path").count(), 1, "the signature is on it");
  assert.equal(await someone.page.locator("link, script, img").count(), 0, "it holds all that it needs");
  const border = await someone.page.locator("main").evaluate((element) => getComputedStyle(element).borderTopWidth);
  assert.equal(border, "4px", "its style is taken");
  const findings = [...(await markupFindings(await someone.source())), ...(await accessFindings(someone.page))];
  assert.deepEqual(findings, [], "the certificate");
  const shots = process.env.EXEMPLAR_SCREENSHOTS;
  if (shots) await someone.page.screenshot({ path: join(shots, "issued/certificate.png"), fullPage: true });
  const place = desk.someone.place();
  await desk.someone.follow(() => desk.page.getByRole("link", of).click());
  assert.ok((await desk.page.locator("main").innerText()).includes(number));
  assert.deepEqual(await accessFindings(desk.page), [], "the certificate that staff see");
  desk.saw();
  await desk.go(place);
}

async function suspended(someone, status, number) {
  await someone.go(status);
  assert.match(await main(someone), /Suspended/);
  await someone.go(`${REGISTER}/${number}`);
  assert.match(await main(someone), /suspended and not valid/);
  await look(someone, { name: "issued/entry-suspended", language: "en" });
}

test("a number that is in no register is not there", () =>
  someoneThere({ tolerate: [/status of 404/] }, async (someone) => {
    await someone.go(`${REGISTER}/BLD-000000`);
    assert.equal(await someone.heading(), "There is no entry with that number");
    await look(someone, { name: "issued/no-entry", language: "en", status: 404 });
  }));
