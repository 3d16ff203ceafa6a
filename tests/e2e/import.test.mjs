// A form of another system comes in from a browser: a wrong file first, then the right one, its report, and the preview.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { look } from "./look/state.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { stage } from "./stage/stage.mjs";

const COUNCIL = "example-council";
const OLU = { name: "Olu Owner", email: "olu@example.org" };
const NAME = "Ask for a market stall";
const material = (file) => join(stage.root, "tests/e2e/material/import", file);

const server = await ownServer("import");
let member;

const atImport = (options, act) =>
  atDesk(server, options, async (desk) => {
    await signIn(desk.someone, member);
    await desk.go("/staff/services");
    await desk.someone.follow(() => desk.page.getByRole("link", { name: "Import a form", exact: true }).click());
    await act(desk);
  });

test("an owner gets an account", async () => {
  const link = server.addStaff({ ...OLU, role: "owner", organisation: COUNCIL });
  await person({ address: server.address }, async (someone) => {
    member = await setUp(someone, link, OLU);
  });
});

test("a wrong file is refused, and what was chosen stays", () =>
  atImport({}, async (desk) => {
    await desk.see("import-form");
    await desk.press("Import");
    await desk.seeErrors("import-nothing-chosen", [
      "Select which system the form comes from",
      "Select whether it is one form or an application of many files",
      "Select the file of the form",
    ]);
    await choose(desk, "GC Forms", "no-form.txt");
    await desk.press("Import");
    await desk.seeErrors("import-no-json", "The selected file no-form.txt is not JSON. Save the form again from its system, and select that file");
    assert.ok(await desk.page.getByLabel("GC Forms").isChecked(), "what was chosen stays");
    await desk.page.locator("#file").setInputFiles(material("market-stall.json"));
    await desk.press("Import");
    await desk.seeErrors(
      "import-other-system",
      "The selected file looks like a form of another system: XGov Digital Form Builder. Choose that system and select the file again",
    );
  }));

test("a form is imported without scripts, its report read, and its preview opened", () =>
  atImport({ scripts: false }, async (desk) => {
    await choose(desk, "XGov Digital Form Builder", "market-stall.json");
    await desk.press("Import");
    await desk.see("imported");
    const text = words(await desk.page.locator("main").innerText());
    for (const says of [NAME, "passes the check", "Not possible", "MapField", "To complete"]) assert.ok(text.includes(says), says);
    const links = await desk.page.locator("main a").evaluateAll((all) => all.map((link) => link.href));
    assert.deepEqual(links.filter((link) => !link.startsWith(server.address)), [], "no address of the form is a link");
    await desk.press("Keep as a draft and open the preview");
    assert.match(desk.someone.place(), /^\/market-stall~/);
    assert.equal(words(await desk.someone.heading()), NAME);
    await look(desk.someone, { name: "import/preview", language: "en" });
  }));

test("a service with errors says which, and is not kept", () =>
  atImport({}, async (desk) => {
    const form = readFileSync(material("market-stall.json"), "utf8").replace("Read ", "word ".repeat(5_000));
    await choose(desk, "XGov Digital Form Builder", "market-stall.json");
    await desk.page.locator("#file").setInputFiles({ name: "long.json", mimeType: "application/json", buffer: Buffer.from(form) });
    await desk.press("Import");
    await desk.see("imported-with-errors");
    assert.match(words(await desk.page.locator("main").innerText()), /at most 20000 are read\. service\.yaml:\d+/);
    assert.equal(await desk.page.getByRole("button", { name: /^Keep/ }).count(), 0);
  }));

test("what came of a form can be taken along, and read in other languages", () =>
  // The address looks like that of a thing in a page, and its status is meant.
  atImport({ tolerate: [/status of 404/] }, async (desk) => {
    await choose(desk, "XGov Digital Form Builder", "market-stall.json");
    await desk.press("Import");
    const address = desk.someone.place();
    await desk.page.locator("main details summary").last().click();
    assert.ok(await desk.page.getByText("full_name:").isVisible(), "what was carried over is shown");
    await desk.see("imported-opened");
    await desk.fill("name", "Market Stall");
    await desk.press("Keep as a draft");
    await desk.seeErrors("imported-wrong-name", "Enter an address in small letters without accents, digits and hyphens, 60 characters or fewer");
    await desk.go(address);
    const report = JSON.parse(await taken(desk, "The report (JSON)", "market-stall-report.json"));
    assert.equal(report.service, "market-stall");
    const folder = await taken(desk, "The folder of the service (ZIP)", "market-stall.zip");
    assert.match(folder.toString("latin1"), /^PK.*market-stall\/service\.yaml/s);
    for (const part of ["report", "folder"]) {
      await desk.go(`/staff/import/nothing/${part}`);
      await desk.see(`import-no-${part}`, { status: 404 });
    }
    for (const language of ["cy", "ar"]) {
      await desk.go(`/staff/language/${language}?back=/staff/import`);
      await desk.see(`import-form-${language}`, { language });
      await desk.go(address);
      await desk.see(`imported-${language}`, { language });
    }
  }));

/** Chooses a system and one form. */
async function choose(desk, system, file) {
  await desk.page.getByLabel(system).check();
  await desk.page.getByLabel("One form").check();
  await desk.page.locator("#file").setInputFiles(material(file));
}

/** What a link gives to be kept. */
async function taken(desk, link, name) {
  const coming = desk.page.waitForEvent("download");
  await desk.page.getByRole("link", { name: link, exact: true }).click();
  const download = await coming;
  assert.equal(download.suggestedFilename(), name);
  const file = join(server.folder, name);
  await download.saveAs(file);
  return readFileSync(file);
}
