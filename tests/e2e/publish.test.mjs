// A version of a service on its way: brought in, previewed, asked for, agreed to by a second person, and gone back on.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { atDesk } from "./journey/desk.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { walkToCheckAnswers } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const permit = service("example-permit");
const COUNCIL = "example-council";
const OLU = { name: "Olu Owner", email: "olu@example.org" };
const SECOND = { name: "Sam Second", email: "sam@example.org" };
// Instances follow the store every few seconds; a busy machine gets more.
const FOLLOWED_WITHIN_MS = 20_000;

const server = await ownServer("publish");
const team = {};

const as = (member, act) =>
  atDesk(server, {}, async (desk) => {
    await signIn(desk.someone, team[member.email]);
    await act(desk);
  });

/** The permit's folder with another name in it, and an organisation that may want two people. */
function edited(name, byTwo) {
  const folder = mkdtempSync(join(server.folder, "edited-"));
  cpSync(join(stage.services, permit.id), join(folder, permit.id), { recursive: true });
  const file = join(folder, permit.id, "service.yaml");
  const text = readFileSync(file, "utf8");
  assert.match(text, /^name: .*$/m);
  writeFileSync(file, text.replace(/^name: .*$/m, `name: ${name}`));
  const organisations = readFileSync(join(stage.services, "organisations.yaml"), "utf8");
  writeFileSync(
    join(folder, "organisations.yaml"),
    byTwo ? organisations.replace("  time_zone: Europe/London", "  time_zone: Europe/London\n  publish_by_two: yes") : organisations,
  );
  return join(folder, permit.id);
}

test("two owners get an account", async () => {
  for (const member of [OLU, SECOND]) {
    const link = server.addStaff({ ...member, role: "owner", organisation: COUNCIL });
    await person({ address: server.address }, async (someone) => {
      team[member.email] = await setUp(someone, link, member);
    });
  }
});

test("a version is looked at, previewed and published, and the one before is brought back", () =>
  as(OLU, async (desk) => {
    await desk.go("/staff/services");
    await desk.see("versions-services");
    await desk.go(`/staff/services/${permit.id}`);
    await desk.see("versions-none");
    server.propose(edited("Get a better permit", false));
    await desk.go(`/staff/services/${permit.id}`);
    await desk.see("versions-one");
    await desk.someone.follow(() => desk.page.getByRole("link", { name: "Version 1" }).click());
    await desk.see("version-draft");
    assert.match(words(await desk.page.locator("main").innerText()), /follow at once/);

    await desk.press("Begin a preview");
    await desk.see("version-previewed");
    const preview = await desk.page.getByRole("link", { name: "Open the preview" }).getAttribute("href");
    await previewed(preview);
    await desk.press("End the preview and erase its cases");
    await person({ address: server.address }, async (someone) => {
      await someone.go(preview);
      assert.equal(someone.status(), 404, "nothing is left of it");
    });

    await desk.press("Publish this version");
    await desk.seeErrors("version-no-note", "Enter why this version is published");
    await desk.fill("note", "People did not find it");
    await desk.fill("day-day", "31");
    await desk.press("Publish this version");
    await desk.seeErrors("version-no-day", "Enter a real day and a time like 08:30, or leave both empty");
    await desk.fill("day-day", "");
    await desk.press("Publish this version");
    await desk.see("version-live");
    await desk.go(`/staff/services/${permit.id}`);
    await desk.see("versions-two");
    await desk.someone.follow(() => desk.page.getByRole("button", { name: /^Bring back/ }).click());
    assert.match(desk.someone.place(), /\.2$/);
    await desk.press("Take this version back");
    await desk.see("version-withdrawn");
  }));

test("a version is brought in from a browser, and one with errors comes back", () =>
  as(OLU, async (desk) => {
    const choose = (folder) => desk.page.locator("#folder").setInputFiles(folder);
    await desk.go("/staff/services");
    await desk.press("Bring in this version");
    await desk.seeErrors("versions-no-folder", "Select the folder of a service");
    const wrong = edited("Get a permit", false);
    writeFileSync(join(wrong, "service.yaml"), `${readFileSync(join(wrong, "service.yaml"), "utf8")}\nnane: x\n`);
    await choose(wrong);
    await desk.press("Bring in this version");
    await desk.seeErrors("versions-with-errors", "The selected version has errors. Mend them and select the folder again");
    assert.match(words(await desk.page.locator("main").innerText()), /service\.yaml:\d+ .*nane/);
    await choose(edited("Get a permit from a browser", false));
    await desk.press("Bring in this version");
    assert.equal(desk.someone.place(), `/staff/versions/${permit.id}.3`);
    await desk.press("Take this version back");
  }));

test("where two people are wanted, nobody publishes alone", async () => {
  server.propose(edited("Get the best permit", true));
  await as(OLU, async (desk) => {
    await untilByTwo(desk, 4);
    await desk.fill("note", "It was decided in June");
    const year = new Date().getFullYear() + 1;
    const month = new Date().getMonth() + 1;
    for (const [part, text] of [["day", 1], ["month", month], ["year", year]]) await desk.fill(`day-${part}`, `${text}`);
    await desk.fill("time", "08:30");
    await desk.press("Ask for this version to be published");
    await desk.see("version-asked-by-oneself");
  });
  await as(SECOND, async (desk) => {
    await desk.go(`/staff/versions/${permit.id}.4`);
    await desk.see("version-asked");
    await desk.press("Agree and publish");
    await desk.see("version-scheduled");
    await desk.press("Take this version back");
  });
});

/** Opens a version once this instance knows that its organisation wants two people. */
async function untilByTwo(desk, n) {
  for (const end = Date.now() + FOLLOWED_WITHIN_MS; Date.now() < end; await sleep(500)) {
    await desk.go(`/staff/versions/${permit.id}.${n}`);
    if ((await desk.page.getByText("Another owner of the service has to agree").count()) > 0) return;
  }
  throw new Error("the organisation was not followed");
}

/** Applies in a preview, and reads the messages that did not leave it. */
async function previewed(preview) {
  const there = { ...permit, id: preview.slice(1) };
  await person({ address: server.address }, async (someone) => {
    await someone.go(preview);
    await look(someone, { name: "preview/start", language: "en" });
    await someone.go(`${preview}/preview-messages`);
    await look(someone, { name: "preview/messages-none", language: "en" });
    await walkToCheckAnswers(someone, there, "en", permit.examples[0]);
    await someone.send();
    assert.ok(someone.place().startsWith(`${preview}/done/`));
    await someone.go(`${preview}/preview-messages`);
    await look(someone, { name: "preview/messages", language: "en" });
    assert.ok((await someone.page.locator("main article").count()) > 0, "a message was written");
  });
}
