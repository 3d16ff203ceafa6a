// The service that uses all of the language, from its start page to its confirmation: in each of its languages, and once
// without scripts. On the way a witness signs and the fee is paid.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { mailTo } from "./journey/mail.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { walkToCheckAnswers } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const everything = service("everything");
const example = everything.examples.find(({ name }) => name === "answers-everything");
const CASHIER = { name: "Cas Cashier", email: "cas@example.org" };

// The system of vehicles knows every number plate.
const vehicles = createServer(async (request, reply) => {
  for await (const piece of request) piece.toString();
  reply.setHeader("content-type", "application/json");
  reply.end(JSON.stringify({ answer: { make: "Ford", tax_due: "2026-04-30", keeper: "Somebody Else" } }));
});
await new Promise((done) => vehicles.listen(0, "127.0.0.1", done));
after(() => vehicles.close());
const server = await ownServer("everything", ["--connector", `vehicles=http://127.0.0.1:${vehicles.address().port}/ask`]);
let cashier;

test("an account of a cashier is set up", () =>
  atDesk(server, {}, async (desk) => {
    const link = server.addStaff({ ...CASHIER, role: "cashier", organisation: "example-council" });
    cashier = await setUp(desk.someone, link, CASHIER);
  }));

for (const language of everything.languages) {
  test(`everything is answered, signed, paid and sent with scripts in ${language}`, () => finish(language, true));
}
test("everything is answered, signed, paid and sent without scripts", () => finish(everything.languages[0], false));

/** Answers everything as the example does, with a witness of one's own. */
function finish(language, scripts) {
  const witness = `${marker().toLowerCase()}@example.com`;
  return person({ address: server.address, scripts }, async (someone) => {
    const answers = { ...example.answers, witness_email: witness };
    await walkToCheckAnswers(someone, everything, language, { ...example, answers });
    await someone.send();
    assert.match(someone.place(), /\/waiting\//);
    await see(someone, language, "waiting-for-signature");
    await sign(witness, language, scripts);
    const waiting = someone.place();
    await someone.go(waiting);
    await see(someone, language, "waiting-for-payment");
    await pay();
    await someone.go(waiting);
    assert.match(someone.place(), /\/done\//);
    assert.ok(await someone.page.locator(".app-reference").innerText());
    await see(someone, language, "done-with-fee");
  });
}

/** Looks at a page. Without scripts nothing can be looked at: the pages are the same. */
async function see(someone, language, state) {
  if (someone.scripts) await look(someone, { name: `everything/${language}/${state}`, language });
}

async function sign(witness, language, scripts) {
  const mail = await mailTo(witness, { at: server.folder });
  const [link] = mail.match(/\/everything\S*\/sign\/\S+/) ?? [];
  assert.ok(link, mail);
  await person({ address: server.address, scripts, width: 320 }, async (second) => {
    await second.go(link);
    await see(second, language, "sign-link");
    await second.send();
    await see(second, language, "sign-empty");
    await second.page.locator("[name=signature]").fill("Ravi Shah");
    await second.send();
    assert.equal(await second.heading(), word(language, "waiting-signed-title"));
    await see(second, language, "sign-signed");
  });
}

/** The only fee that is due is paid in cash. */
function pay() {
  return atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, cashier);
    await desk.go("/staff/payments");
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    await desk.page.getByLabel("cash", { exact: true }).check();
    await desk.fill("receipt", "A 17");
    await desk.someone.send();
    await desk.press("Mark as paid");
  });
}
