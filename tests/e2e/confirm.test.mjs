// Some minutes after signing in, what cannot be undone asks again who somebody is. Most of this test is waiting.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { atDesk } from "./journey/desk.mjs";
import { giveSecrets, setUp, signIn } from "./journey/staff.mjs";
import { ownServer } from "./stage/own.mjs";

const ADMINISTRATOR = { name: "Ada Administrator", email: "ada@example.org" };
const OTHER = { name: "Olu Other", email: "olu@example.org" };
// A session is sure of its owner for five minutes.
const SURE_FOR_MS = 5 * 60 * 1000 + 1_000;

test("what cannot be undone asks who one is, unless they said so minutes ago", async () => {
  const server = await ownServer("confirm");
  await atDesk(server, {}, async (desk) => {
    const { someone } = desk;
    const member = await setUp(someone, server.firstLink(), ADMINISTRATOR);
    // The first link is for an installation in which nobody works yet.
    server.addStaff({ ...OTHER, role: "caseworker", organisation: "example-council" });
    await signIn(someone, member);
    await sleep(SURE_FOR_MS);
    await desk.go("/staff/people");
    await someone.follow(() => desk.page.getByRole("link", { name: OTHER.name }).click());
    const person = someone.place();
    await desk.page.getByLabel("Operator", { exact: true }).check();
    await desk.press("Add the role");
    assert.match(someone.place(), /^\/staff\/confirm\//);
    await desk.see("confirm");
    await cameLate(server, member, someone.place().split("/").at(-1));
    await someone.send();
    await desk.seeErrors("confirm-wrong", "Check your password and code, and use a code that you have not used before");
    await giveSecrets(someone, member);
    assert.equal(someone.place(), person);
    assert.match(await desk.page.locator("main table").innerText(), /Operator/, "what was asked for is done");
    await someone.follow(() => desk.page.getByRole("button", { name: /^End this role\s*: Operator/ }).click());
    assert.equal(someone.place(), person, "nothing is asked again so soon");
  });
});

/** What waits to be confirmed is kept as what was sent after a session had run out is: signing in leads to it. */
async function cameLate(server, member, kept) {
  await atDesk(server, {}, async (desk) => {
    await desk.go(`/staff/sign-in?kept=${kept}`);
    await desk.see("sign-in-kept");
    await signIn(desk.someone, member, "");
    assert.equal(desk.someone.place(), `/staff/again/${kept}`);
    assert.ok(await desk.page.getByLabel("Operator", { exact: true }).isChecked(), "what was chosen is there again");
    assert.match(await desk.page.locator("main").innerText(), /Nothing is done yet/);
    await desk.see("again");
  });
}
