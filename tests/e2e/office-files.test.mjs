// What the office sees of files that nobody has scanned: that they are there, and not what is in them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { file, upload } from "./journey/files.mjs";
import { Pointer } from "./journey/hands.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";
import { fixtures } from "./stage/stage.mjs";

const START = "/repairs";
const WORKER = { name: "Cal Caseworker", email: "cal@example.org" };

const server = await ownServer("office-files", [], fixtures);

test("a file that was not scanned is named in the office and not served", async () => {
  await person({ address: server.address }, send);
  const link = server.addStaff({ ...WORKER, role: "caseworker", organisation: "example-council" });
  // The address looks like that of a thing in a page, and its status is meant.
  await atDesk(server, { tolerate: [/status of 404/] }, async (desk) => {
    const member = await setUp(desk.someone, link, WORKER);
    await signIn(desk.someone, member);
    await desk.someone.follow(() => desk.page.locator("table a").first().click());
    const text = await desk.page.locator("main").innerText();
    assert.match(text, /roof\.pdf/);
    assert.equal(await desk.page.getByRole("link", { name: /roof\.pdf/ }).count(), 0, "it cannot be opened");
    await desk.see("case-with-files");
    await desk.go(desk.someone.place().replace("/cases/", "/files/") + ".1");
    await desk.see("file-not-scanned", { status: 404 });
  });
});

async function send(someone) {
  const hand = new Pointer(someone);
  await someone.go(START);
  await hand.press("Start now");
  await hand.type("First name", "Ann");
  await hand.type("Last name", "Berg");
  await hand.press("Continue");
  await hand.choose("Yes");
  await hand.press("Continue");
  await upload(someone, file("roof.pdf"));
  await hand.press("Continue");
  await hand.press("Continue");
  await hand.press("Accept and send");
  assert.ok(await someone.page.locator(".app-reference").innerText());
}
