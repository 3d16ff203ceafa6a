// Tries the walks of evaluate/ on forms as small as they can be, one rule of a format each.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defraWalker } from "./evaluate/defra.mjs";
import { gcformsWalker } from "./evaluate/gcforms.mjs";
import { navformioWalker } from "./evaluate/navformio.mjs";
import { answerMaker, seeded } from "./evaluate/random.mjs";
import { xgovWalker } from "./evaluate/xgov.mjs";
import { xgovInventory } from "./source/xgov.mjs";

const today = "2026-01-15";
const page = (path, next, more = {}) => ({ path, components: [{ type: "TextField", name: path.slice(1) }], next, ...more });

function checkXgov(form, answers, visited) {
  assert.deepEqual(xgovWalker({ startPage: "/a", ...form }, { today })(answers).visited, visited);
}

test("the first true link wins, else the last without a condition", () => {
  const form = { pages: [page("/a", [{ path: "/b" }, { path: "/c", condition: "x" }, { path: "/d" }, { path: "/gone" }]), page("/b", []), page("/c", []), page("/d", [])], conditions: [{ name: "x", value: "a == 'yes'" }] };
  checkXgov(form, { a: "yes" }, ["/a", "/c"]);
  checkXgov(form, { a: "no" }, ["/a", "/d"]);
});

test("the condition of a page counts for the link to it", () => {
  const form = { pages: [page("/a", [{ path: "/b" }, { path: "/c" }]), page("/b", []), page("/c", [], { condition: "x" })], conditions: [{ name: "x", value: "a == 'yes'" }] };
  checkXgov(form, { a: "yes" }, ["/a", "/c"]);
  checkXgov(form, { a: "no" }, ["/a", "/b"]);
});

test("a form that leads back to itself ends", () => checkXgov({ pages: [page("/a", [{ path: "/a" }])] }, {}, ["/a"]));

test("pages of the second version stand in their order, and an end stops them", () => {
  const form = {
    engine: "V2",
    pages: [
      { path: "/a", components: [{ id: "1", type: "YesNoField", name: "a" }] },
      { path: "/stop", controller: "TerminalPageController", condition: "c", components: [] },
      { path: "/b", components: [{ type: "TextField", name: "b" }] },
    ],
    conditions: [{ id: "c", items: [{ componentId: "1", operator: "is", type: "BooleanValue", value: false }] }],
  };
  assert.deepEqual(defraWalker(form, { today })({ a: false }).visited, ["/a", "/stop"]);
  assert.deepEqual(defraWalker(form, { today })({ a: true }).asked, ["a", "b"]);
});

test("an element with rules is shown where one of its choices was made", () => {
  const form = { layout: [1, 2], elements: [{ id: 1, type: "radio", properties: { choices: [{ en: "A" }, { en: "B" }] } }, { id: 2, type: "textField", properties: { conditionalRules: [{ choiceId: "1.1" }] } }] };
  assert.deepEqual(gcformsWalker(form)({ 1: 1 }).asked, ["1", "2"]);
  assert.deepEqual(gcformsWalker(form)({ 1: 0 }).asked, ["1"]);
});

test("what is hidden has no answer, and rows look at themselves", () => {
  const radio = (key, more) => ({ type: "radiopanel", input: true, key, ...more });
  const form = { components: [{ type: "panel", key: "p", components: [radio("a"), radio("b", { conditional: { when: "a", eq: "ja", show: true } }), radio("c", { customConditional: 'show = data.b === "ja"' }), { type: "datagrid", key: "g", components: [radio("d"), radio("e", { conditional: { when: "g.d", eq: "ja", show: true } })] }] }] };
  const walk = navformioWalker(form, { today })({ a: "nei", b: "ja", c: "ja", g: [{ d: "nei" }, { d: "ja", e: "ja" }] });
  assert.deepEqual(walk.asked, ["a", "g", "g[0].d", "g[1].d", "g[1].e"]);
});

test("a key means the field that has it, also where another of that key is answered", () => {
  const box = (more) => ({ type: "navCheckbox", input: true, key: "box", ...more });
  const asked = { type: "textfield", input: true, key: "a", conditional: { when: "box", eq: true, show: true } };
  const form = { components: [{ type: "panel", key: "p", components: [box(), asked, { type: "container", key: "c", components: [box()] }] }] };
  assert.deepEqual(navformioWalker(form, { today })({ "c.box": true, a: "x" }).asked, ["box", "c.box"]);
  assert.deepEqual(navformioWalker(form, { today })({ box: true, a: "x" }).asked, ["box", "a", "c.box"]);
});

test("a payment is not asked, whichever way the second version is named", () => {
  const pages = [{ path: "/a", components: [{ type: "TextField", name: "a" }] }, { path: "/pay", components: [{ type: "PaymentField", name: "fee", options: { amount: 5 } }] }];
  for (const named of [{ engine: "V2" }, { schema: 2 }]) assert.deepEqual(defraWalker({ ...named, pages }, { today })({}).asked, ["a"]);
});

test("the same seed makes up the same answers", () => {
  const made = answerMaker(xgovInventory({ pages: [page("/a", [])] }, "a.json"));
  assert.deepEqual(made(seeded(7)), made(seeded(7)));
});
