// Uploading files: with scripts and without, on a phone and on a wide screen; what is refused, what breaks off.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { file, upload, uploaded } from "./journey/files.mjs";
import { Pointer } from "./journey/hands.mjs";
import { look } from "./look/state.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { fixtures } from "./stage/stage.mjs";

const START = "/repairs";
const PIECE = 80 * 64 * 1024;

const server = await ownServer("files", [], fixtures);
const someoneThere = (options, act) => person({ address: server.address, ...options }, act);

describe("uploading files", { concurrency: 2 }, () => {
  for (const scripts of [true, false]) {
    for (const width of [320, 1280]) {
      test(`somebody uploads, removes and sends files ${scripts ? "with" : "without"} scripts at ${width} px`, () =>
        someoneThere({ scripts, width }, (someone) => bringAll(someone, new Pointer(someone), `${scripts}-${width}`)));
    }
  }
  test("an upload whose connection breaks goes on by itself", () => someoneThere({}, breaksOff));
  test("an upload that was left goes on when the same file is chosen again", () => someoneThere({}, isLeft));
});

async function atTheBills(someone, hand) {
  await someone.go(START);
  await hand.press("Start now");
  await hand.type("First name", "Ann");
  await hand.type("Last name", "Berg");
  await hand.press("Continue");
  await hand.choose("Yes");
  await hand.press("Continue");
  assert.equal(someone.place(), `${START}/bills`);
}

async function bringAll(someone, hand, name) {
  await atTheBills(someone, hand);
  await hand.press("Continue");
  assert.match(await someone.page.locator(".govuk-error-summary").innerText(), /Select your bills/);
  await upload(someone, file("roof.pdf"));
  await upload(someone, file("window.jpg", 1_500_000));
  assert.deepEqual(await uploaded(someone), ["roof.pdf", "window.jpg"]);
  assert.match(await someone.page.locator("main").innerText(), /Not checked for viruses/);
  if (someone.scripts) await look(someone, { name: `repairs/en/bills-uploaded-${name}`, language: "en" });
  await refused(someone, file("run.exe"), /must be one of these types: PDF/);
  await refused(someone, file("large.pdf", 2_000_001), /must be smaller than 2 MB/);
  await refused(someone, { ...file("a.pdf"), buffer: Buffer.from("<svg onload=alert(1)>") }, /must be one of these types/);
  assert.deepEqual(await uploaded(someone), ["roof.pdf", "window.jpg"], "the others stay");
  await someone.follow(() => someone.page.getByRole("button", { name: "Remove roof.pdf" }).click());
  assert.deepEqual(await uploaded(someone), ["window.jpg"]);
  await hand.press("Continue");
  assert.equal(someone.place(), `${START}/film`);
  await hand.press("Continue");
  assert.equal(someone.place(), `${START}/check-answers`);
  assert.match(await someone.page.locator("main").innerText(), /window\.jpg \(1\.6 MB\)/);
  await hand.press("Accept and send");
  assert.ok(await someone.page.locator(".app-reference").innerText());
}

/** What is refused says so above and beside the field, whoever says it: the page from the server, or the script. */
async function refused(someone, chosen, says) {
  const form = someone.page.locator("main form[data-upload]");
  await form.locator("input[type=file]").setInputFiles(chosen);
  // Two presses within a second are taken for one.
  if (someone.scripts) await someone.page.waitForTimeout(1_100);
  const press = () => form.locator("button[type=submit]").click();
  await (someone.scripts ? press() : someone.follow(press));
  const summary = someone.page.locator(".govuk-error-summary", { hasText: says });
  await summary.waitFor();
  assert.match(await form.locator(".govuk-error-message").innerText(), says);
  if (someone.scripts) assert.ok(await summary.evaluate((element) => element === document.activeElement), "it has the focus");
}

async function atTheFilm(someone) {
  const hand = new Pointer(someone);
  await atTheBills(someone, hand);
  await upload(someone, file("roof.pdf"));
  await hand.press("Continue");
  assert.equal(someone.place(), `${START}/film`);
}

async function breaksOff(someone) {
  await atTheFilm(someone);
  let breaks = 2;
  const sent = [];
  await someone.page.route("**/files/piece?**", (route) => {
    sent.push(new URL(route.request().url()).searchParams.get("n"));
    breaks -= 1;
    return breaks >= 0 && sent.at(-1) !== "0" ? route.abort("connectionreset") : route.continue();
  });
  await upload(someone, file("plans.pdf", PIECE * 2));
  assert.deepEqual(await uploaded(someone), ["plans.pdf"]);
  assert.deepEqual([...new Set(sent)], ["0", "1", "2"]);
  assert.equal(sent.length, 4, "only what broke is sent again");
}

async function isLeft(someone) {
  await atTheFilm(someone);
  // Broken off, and not merely held: a browser may let a held request go when its page closes.
  await someone.page.route("**/files/piece?**n=1", (route) => route.abort("connectionreset"));
  const form = someone.page.locator("main form[data-upload]");
  await form.locator("input[type=file]").setInputFiles(file("plans.pdf", PIECE * 2));
  const second = someone.page.waitForRequest("**/files/piece?**n=1");
  await form.locator("button[type=submit]").click();
  await second;
  const later = await someone.window();
  await someone.page.close();
  await someone.go(`${START}/film`, later);
  assert.match(await later.locator("main").innerText(), /An upload of plans\.pdf was interrupted/);
  const sent = [];
  later.on("request", (request) => sent.push(new URL(request.url()).searchParams.get("n")));
  someone.page = later;
  await upload(someone, file("plans.pdf", PIECE * 2));
  assert.deepEqual(await uploaded(someone), ["plans.pdf"]);
  assert.deepEqual(sent.filter(Boolean), ["1", "2"], "what had come is not sent again");
}
