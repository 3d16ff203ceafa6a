// Looks at a page that refuses an answer: summary, its links, the messages beside the fields, the focus.

import assert from "node:assert/strict";
import { word } from "../material/words.mjs";

/** Sees that each line of the summary leads into a field that says the same. Needs a browser with scripts. */
export async function checkErrors(someone, language) {
  const page = someone.page;
  assert.equal(someone.status(), 422);
  const start = word(language, "pages-title-with-error", { title: "", service: "" }).split(":")[0];
  assert.ok((await page.title()).startsWith(`${start}: `), `the title begins with ${start}`);
  const summary = page.locator(".govuk-error-summary");
  assert.equal(await summary.count(), 1, "one error summary");
  assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
  const links = summary.locator("a");
  assert.ok((await links.count()) > 0, "the summary has links");
  const said = [];
  for (const link of await links.all()) {
    const message = (await link.innerText()).trim();
    await link.click();
    const field = await page.evaluate(readFocus);
    assert.ok(field, `'${message}' leads into no field: ${await link.getAttribute("href")}`);
    assert.ok(field.messages.includes(message), `beside ${field.id} stands '${field.messages}' and not '${message}'`);
    assert.ok(field.isDescribed, `${field.id} or its group is not described by its message`);
    said.push(message);
  }
  const beside = await page.evaluate(readMessages);
  assert.deepEqual([...new Set(beside)].sort(), [...new Set(said)].sort(), "the same messages above and beside");
  return said;
}

/** The field that has the focus, or the group of buttons that are one, and the messages that belong to it. Runs in the page. */
function readFocus() {
  const field = document.activeElement;
  if (!field?.matches("main :is(input, select, textarea, .govuk-form-group[role=group])")) return null;
  const groups = [];
  for (let one = field.closest(".govuk-form-group"); one; one = one.parentElement?.closest(".govuk-form-group")) groups.push(one);
  const errors = [...new Set(groups.flatMap((group) => [...group.querySelectorAll(".govuk-error-message:not(.govuk-character-count__message)")]))];
  const message = (error) => [...error.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim();
  const describing = [field, ...groups.flatMap((group) => [...group.querySelectorAll(":scope > fieldset")])];
  const ids = describing.flatMap((one) => (one.getAttribute("aria-describedby") ?? "").split(" "));
  return { id: field.id, messages: errors.map(message), isDescribed: errors.some((error) => ids.includes(error.id)) };
}

/** All messages beside fields. Runs in the page. */
function readMessages() {
  // What a box says of its length while one types has the look of an error, and is none.
  const errors = [...document.querySelectorAll("main .govuk-error-message:not(.govuk-character-count__message)")];
  return errors.map((error) => [...error.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("").trim());
}
