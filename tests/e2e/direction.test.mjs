// Our own style sheets name no left and no right, so that pages hold in languages that run from right to left. What is
// seen of it is looked at in every state of every page: see look/direction.mjs.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { stage } from "./stage/stage.mjs";

const SHEETS = join(stage.root, "assets/scss");
// Properties and values that mean one side of the page whichever way it runs.
const SIDES = [
  /(^|[\s;{])((margin|padding|border|inset|scroll-margin|scroll-padding)-)?(left|right)(-(width|style|color))?\s*:/,
  /border-(top|bottom)-(left|right)-radius\s*:/,
  /(text-align|float|clear|justify-\w+|transform-origin|background-position)\s*:[^;]*\b(left|right)\b/,
];

test("our style sheets name no side of the page", () => {
  const files = readdirSync(SHEETS, { recursive: true }).filter((name) => name.endsWith(".scss"));
  assert.ok(files.length > 5, "the style sheets are where they are looked for");
  const found = files.flatMap((name) => named(name, readFileSync(join(SHEETS, name), "utf8")));
  assert.deepEqual(found, []);
});

test("a side of the page is noticed", () => {
  for (const line of ["margin-left: 1px;", "  right: 0;", "text-align: left;", "border-left-width: 2px;", "float: right;"]) {
    assert.equal(named("a.scss", line).length, 1, line);
  }
  assert.deepEqual(named("a.scss", "margin-inline-start: 1px;\n// left: 2px\n.app-left { color: red; }"), []);
});

/** The lines of a style sheet that name a side. */
function named(name, source) {
  // A comment may stand across lines; its lines are kept so that the numbers stay right.
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/\/\/.*$/gm, "");
  const lines = bare.split("\n").map((line, at) => ({ line, at: at + 1 }));
  return lines.filter(({ line }) => SIDES.some((side) => side.test(line))).map(({ line, at }) => `${name}:${at} ${line.trim()}`);
}
