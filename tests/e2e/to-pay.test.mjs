// A fee that is paid once a permit was granted: the applicant's status page, the case, the fees of staff, and what the
// payment brings about with the applicant's browser closed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { walkToCheckAnswers } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { fixtures } from "./stage/stage.mjs";

const skip = service("skip-permit", fixtures);
const resident = skip.examples.find(({ name }) => name === "resident");
const COUNCIL = "example-council";
const CASEWORKER = { name: "Kit Caseworker", email: "kit@example.org", role: "caseworker" };
const CASHIER = { name: "Cas Cashier", email: "cas@example.org", role: "cashier" };

const server = await ownServer("to-pay", [], fixtures);
const team = {};

const someoneThere = (options, act) => person({ address: server.address, ...options }, act);
const main = (someone) => someone.page.locator("main").innerText();
const as = (member, act) =>
  atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, team[member.email]);
    await act(desk);
  });

for (const { name, email, role } of [CASEWORKER, CASHIER]) {
  test(`an account of a ${role} is set up`, () =>
    atDesk(server, {}, async (desk) => {
      const first = server.addStaff({ name, email, role, organisation: COUNCIL });
      team[email] = await setUp(desk.someone, first, { name, email });
    }));
}

for (const { language, scripts, width } of [
  { language: "en", scripts: false, width: 320 },
  { language: "ar", scripts: true, width: 1280 },
]) {
  test(`a permit is granted, paid and issued in ${language}, ${scripts ? "with" : "without"} scripts`, async () => {
    const seen = (state) => `skip-permit/${language}/${state}`;
    const { cookies, status } = await sent(language, { scripts, width });
    await granted(language);
    const there = async (act) =>
      someoneThere({ scripts, width }, async (someone) => {
        await someone.context.addCookies(cookies.cookies);
        await someone.go(status);
        await act(someone);
      });
    await there(async (someone) => {
      const text = await main(someone);
      assert.ok(text.includes(word(language, "to-pay-status")), text);
      assert.ok(text.includes("45"), text);
      await look(someone, { name: seen("status-to-pay"), language });
    });
    if (language === "en") {
      const mail = await mailTo("joan@example.com", { at: server.folder, says: "You get the permit when you have paid" });
      assert.match(mail, /The fee is £45/);
    }
    await paid(language);
    await there(async (someone) => {
      const text = await main(someone);
      assert.match(text, /SKP\d{6}/);
      assert.ok(!text.includes(word(language, "to-pay-status")), text);
      await look(someone, { name: seen("status-paid"), language });
    });
  });
}

/** Sends an application, for which nothing is paid. */
async function sent(language, options) {
  let kept;
  await someoneThere(options, async (someone) => {
    await walkToCheckAnswers(someone, skip, language, resident);
    assert.ok((await main(someone)).includes(word(language, "to-pay-check")));
    await look(someone, { name: `skip-permit/${language}/check-answers-paid-later`, language });
    await someone.follow(() => someone.page.getByRole("button", { name: word(language, "apply-send"), exact: true }).click());
    assert.match(someone.place(), /\/done\//);
    const cookies = await someone.context.storageState();
    kept = { cookies, status: someone.place().replace("/done/", "/status/") };
  });
  return kept;
}

/** Grants the application that waits. */
function granted(language) {
  return as(CASEWORKER, async (desk) => {
    await desk.go("/staff/cases");
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    await desk.page.getByLabel("Permit granted", { exact: true }).check();
    await desk.press("Decide and tell the applicant");
    const text = await main(desk.someone);
    assert.ok(text.includes(word("en", "to-pay-staff-say")), text);
    await desk.see(`case-to-pay-${language}`);
  });
}

/** Marks the fee as paid. */
function paid(language) {
  return as(CASHIER, async (desk) => {
    await desk.go("/staff/payments");
    assert.match(await main(desk.someone), /£45/);
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    await desk.page.getByLabel("card", { exact: true }).check();
    await desk.fill("receipt", "A 17");
    await desk.someone.send();
    assert.match(await main(desk.someone), /what was decided takes effect/);
    await desk.see(`payment-sure-to-pay-${language}`);
    await desk.press("Mark as paid");
    await desk.see(`payment-to-pay-done-${language}`);
  });
}
