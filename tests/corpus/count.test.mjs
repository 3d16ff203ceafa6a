// Tries the counts and the comparison: what is the same, what differs, and what the report names.

import assert from "node:assert/strict";
import { test } from "node:test";
import { comparedForm } from "./count/compare.mjs";
import { pieces } from "./source/words.mjs";
import { figures } from "./source/inventory.mjs";
import { xgovInventory } from "./source/xgov.mjs";

const FORM = {
  startPage: "/a",
  pages: [
    { path: "/a", components: [{ type: "YesNoField", name: "a", title: "Do you agree?" }], next: [{ path: "/b", condition: "agrees" }, { path: "/c" }] },
    { path: "/b", components: [{ type: "NumberField", name: "b", title: "How <b>many</b>?", options: { required: false } }], next: [{ path: "/c" }] },
    { path: "/c", components: [], next: [] },
    { path: "/lost", components: [{ type: "TextField", name: "lost", title: "Lost" }], next: [] },
  ],
  conditions: [{ name: "agrees", value: { conditions: [{ field: { name: "a" }, operator: "is", value: { value: "true" } }] } }],
};

const GOOD = {
  pages: [{ name: "b", when: "agrees", questions: ["b"] }],
  questions: [{ name: "agrees", label: "Do you agree?", kind: "yes_no", optional: false }, { name: "b", label: "How many?", kind: "number", optional: true }],
};

function compared(model, entries = []) {
  const words = { "": " do you agree \n how many " };
  return comparedForm(xgovInventory(FORM, "a.json"), { model, entries, words, passes: true });
}

test("a form counts its fields, and apart those that no link reaches", () => {
  const { fields, fields_not_reached, conditions, required } = figures(xgovInventory(FORM, "a.json"));
  assert.deepEqual({ fields, fields_not_reached, conditions, required }, { fields: 3, fields_not_reached: 1, conditions: 1, required: 2 });
});

test("a service that says the same differs in nothing", () => {
  const found = compared(GOOD);
  assert.deepEqual(found.differences, []);
  assert.equal(found.carried_over, true);
  assert.deepEqual(found.conditions, { of: 1, said: 1, by_others: 0 });
});

test("each difference is found, and is a failure unless the report names it", () => {
  const [agrees, many] = GOOD.questions;
  const check = (questions, what) => {
    const found = compared({ ...GOOD, questions });
    assert.ok(found.unnamed.some((one) => one.what === what), what);
    assert.equal(found.carried_over, false);
  };
  check([agrees], "missing");
  check([agrees, { ...many, kind: "date" }], "kind");
  check([agrees, { ...many, optional: false }], "required");
  check([agrees, { ...many, in_rows: "rows" }], "rows");
  assert.equal(compared({ ...GOOD, pages: [] }).unnamed[0].sort, "condition");
  const entry = { place: "pages[1].components[0]", became: "approximated", says: "" };
  assert.deepEqual(compared({ ...GOOD, questions: [agrees, { ...many, kind: "date" }] }, [entry]).unnamed, []);
  const claims = { ...entry, became: "carried_over" };
  assert.equal(compared({ ...GOOD, questions: [agrees, { ...many, kind: "date" }] }, [claims]).unnamed.length, 1);
});

test("a text is the same in HTML and in Markdown", () => {
  assert.deepEqual(pieces("<p>It&rsquo;s <b>b</b>old</p><ul><li>One</li></ul>"), pieces("It’s **b**old\n\n- One".replaceAll("**", "")));
});

test("pages that ask for one more by hand are one question of rows", () => {
  const person = (path, next) => ({ path, components: [{ type: "TextField", name: "n", title: "Full name" }], section: path, next: [{ path: next }] });
  const more = { path: "/more", controller: "RepeatingSectionSummaryPageController", components: [{ type: "YesNoField", name: "more", title: "One more?" }], next: [{ path: "/two", condition: "yes" }, { path: "/end" }] };
  const form = { startPage: "/one", pages: [person("/one", "/more"), more, person("/two", "/end"), { path: "/end", components: [], next: [] }], conditions: [{ name: "yes", value: "more == true" }] };
  const inventory = xgovInventory(form, "a.json");
  assert.deepEqual(inventory.fields.filter((field) => field.reached).map((field) => field.rows), ["pages[0].rows"]);
  assert.equal(inventory.conditions[0].reached, false);
});

test("what need not be answered, and no mark of it, counts", () => {
  const file = (options) => xgovInventory({ pages: [{ path: "/a", components: [{ type: "ClientSideFileUploadField", name: "f", title: "Your plan (optional)", options }] }] }, "a.json").fields[0];
  assert.deepEqual([file({ minimumRequiredFiles: 0 }).required, file({ minimumRequiredFiles: 0 }).labels.en], [false, "Your plan"]);
  assert.equal(file({ minimumRequiredFiles: 1 }).required, true);
});
