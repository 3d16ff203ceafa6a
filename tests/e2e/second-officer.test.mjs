// Checks that another system or an officer answers, a decision that two officers make, and one that the computer makes.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atDesk } from "./journey/desk.mjs";
import { apply } from "./journey/post.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { look } from "./look/state.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const licence = { id: "licence", languages: ["en"] };
const ANN = { name: "Ann First", email: "ann@example.org" };
const CAT = { name: "Cat Third", email: "cat@example.org" };
const BO = { name: "Bo Second", email: "bo@example.org" };
// Instances follow the store every few seconds; a busy machine gets more.
const FOLLOWED_WITHIN_MS = 20_000;
// The button of the check that no other system answers.
const SAVE = /^Save the answer.*Is on the register of companies$/;

const numbers = await answering((question) => question.answers.trader_number.startsWith("T"));
const server = await ownServer("second-officer", ["--connector", `trader-numbers=${numbers.address}`]);
const team = {};

/** Another system: it answers what the test says, and keeps what it was asked. */
async function answering(answer) {
  const asked = [];
  const system = createServer(async (request, reply) => {
    let body = "";
    for await (const piece of request) body += piece;
    asked.push(JSON.parse(body));
    reply.setHeader("content-type", "application/json");
    reply.end(JSON.stringify({ answer: answer(asked.at(-1)) }));
  });
  await new Promise((done) => system.listen(0, "127.0.0.1", done));
  after(() => system.close());
  return { asked, address: `http://127.0.0.1:${system.address().port}/ask` };
}

const as = (member, act) =>
  atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, team[member.email]);
    await act(desk);
  });

/** Sends an application; gives the address of its case. */
async function sent(convicted) {
  const answers = { trader_name: "Tess Trader", trader_number: "T100", email_address: "tess@example.org", convicted };
  const done = await apply(server.address, licence, "en", { name: "a trader", answers });
  return `/staff/cases/${done.split("/").at(-1)}`;
}

test("the service is published, and two officers get an account", async () => {
  server.publish(join(stage.root, "tests/e2e/material/licence"));
  const end = Date.now() + FOLLOWED_WITHIN_MS;
  while (!(await fetch(`${server.address}/licence`)).ok) {
    assert.ok(Date.now() < end, "the service is live");
    await sleep(200);
  }
  for (const member of [ANN, BO, CAT]) {
    const link = server.addStaff({ ...member, role: "caseworker", organisation: "example-council" });
    await person({ address: server.address }, async (someone) => {
      team[member.email] = await setUp(someone, link, member);
    });
  }
});

test("another system is asked while somebody applies, and sees one answer", () =>
  person({ address: server.address }, async (someone) => {
    await someone.go("/licence");
    await someone.follow(() => someone.page.getByRole("button", { name: "Start now" }).click());
    await someone.page.locator("[name=trader_name]").fill("Tess Trader");
    await someone.send();
    await someone.page.locator("[name=trader_number]").fill("X1");
    await someone.send();
    assert.equal(await someone.heading(), "We do not know that trader number");
    await look(someone, { name: "licence/number-not-known", language: "en" });
    assert.deepEqual(numbers.asked.at(-1), {
      service: "licence",
      check: "number_known",
      reference: null,
      answers: { trader_number: "X1" },
    });
  }));

test("a second officer sends a proposal back, and confirms the next one", async () => {
  const address = await sent("yes");
  await as(ANN, async (desk) => {
    await desk.go(address);
    await desk.see("case-needs-second");
    await desk.press("Move it on");
    await desk.seeErrors("case-stage-empty", "Select where to move it");
    await desk.page.locator("[name=stage][value=visit]").check();
    await desk.press("Move it on");
    assert.match(words(await desk.page.locator("main").innerText()), /Stage Visiting the business/);
    await desk.press(SAVE);
    await desk.seeErrors("case-check-empty", "Select what the check says");
    await desk.page.locator("[name=answer-on_register][value=yes]").check();
    await desk.press(SAVE);
    assert.match(words(await desk.page.locator("main").innerText()), /Propose this decision/, "two officers, no computer");
    await refuse(desk);
    await desk.see("case-proposed-by-oneself");
    await desk.press("Take my proposal back");
    await refuse(desk);
  });
  await as(BO, async (desk) => {
    await desk.go("/staff/cases?state=proposed");
    await desk.see("cases-proposed");
    await desk.go(address);
    await desk.see("case-proposed");
    await desk.press("Send it back");
    await desk.seeErrors("case-sent-back-empty", "Enter why you send it back");
    await desk.fill("back-note", "Ask for the year of the conviction");
    await desk.press("Send it back");
    await desk.see("case-sent-back");
  });
  await as(ANN, async (desk) => {
    await desk.go(address);
    await desk.page.getByText("Correct this answer: Is on the register of companies").click();
    await desk.page.locator("[name=answer-on_register][value=no]").check();
    await desk.press(SAVE);
    await desk.seeErrors("case-check-corrected-empty", "Enter why you correct the answer");
    await desk.fill("why-on_register", "That was another company");
    await desk.press(SAVE);
    await desk.see("case-check-corrected");
    await refuse(desk);
  });
  await as(BO, async (desk) => {
    await desk.go(address);
    await desk.press("Confirm the decision and tell the applicant");
    await desk.see("case-decided-by-two");
    assert.match(words(await desk.page.locator("main").innerText()), /Proposed by Ann First/);
  });
  await as(CAT, async (desk) => {
    await desk.go(address);
    await desk.see("case-to-look-at-again");
    await desk.press("Decide again and tell the applicant");
    await desk.seeErrors("case-again-empty", "Select what you decide");
    await desk.page.locator("[name=outcome][value=licensed]").check();
    await desk.press("Decide again and tell the applicant");
    await desk.see("case-looked-at-again");
  });
});

test("the computer decides once a check is answered", async () => {
  const address = await sent("no");
  await as(ANN, async (desk) => {
    await desk.go(address);
    await desk.page.locator("[name=answer-on_register][value=yes]").check();
    await desk.press(SAVE);
    await desk.see("case-decided-by-computer");
    const shown = words(await desk.page.locator("main").innerText());
    assert.match(shown, /The computer/);
    assert.match(shown, /You have the licence/);
  });
});

/** Proposes to refuse a case. */
async function refuse(desk) {
  await desk.page.locator("[name=outcome][value=refused]").check();
  await desk.page.locator("[name=reason-refused][value=conviction]").check();
  await desk.press("Propose this decision");
}
