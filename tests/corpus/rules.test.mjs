// Tries the parsers of rules/: what they read, what it comes to, and what they refuse.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readExpression } from "./rules/expression.mjs";
import { mentionsIn } from "./rules/mentions.mjs";
import { shows } from "./rules/run.mjs";
import { readScript } from "./rules/script.mjs";

function check(source, data, expected) {
  assert.equal(shows(readScript(source), { data, row: data, isDigital: true, today: "2026-01-15", dateOf: () => undefined }), expected, source);
}

test("a script is worked out as its signs bind", () => {
  check('show = data.a === "x" || data.b === "y" && data.c', { a: "x" }, true);
  check('show = !(data.a === "x")', { a: "x" }, false);
  check('show = ["NO", "SE"].includes(data.land.value);', { land: { value: "SE" } }, true);
  check('var hide = data.a === "x"; show = !hide', { a: "x" }, false);
  check("show = _.some(data.rows, (row) => { return row.n > 2; })", { rows: [{ n: 1 }, { n: 3 }] }, true);
  check("// nothing", {}, null);
});

test("what is missing has no value and breaks nothing", () => check("show = data.a.b.c === true", {}, false));

test("a script reaches nothing but the data", () => {
  for (const source of ["show = process.exit(1)", "show = data.constructor.constructor('x')()", "show = fetch('x')", "while (true) {}"]) {
    assert.throws(() => check(source, {}, true), source);
  }
});

test("in a line of XGov's, `and` binds tighter than `or`", () => {
  const tree = readExpression("not a and b or c");
  assert.equal(tree.sign, "||");
  assert.equal(tree.left.sign, "&&");
});

test("a condition mentions its fields with their values", () => {
  assert.deepEqual(mentionsIn(readExpression("s.f == 'x' and g")), [{ path: ["s", "f"], value: "x" }, { path: ["g"] }]);
});
