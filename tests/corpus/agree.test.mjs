// Tries the agreement of form and service: what is the same thing, how answers are written, and what differs.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { answerWriter } from "./agree/answers.mjs";
import { setAside } from "./agree/aside.mjs";
import { differences } from "./agree/compare.mjs";
import { mapped } from "./agree/mapping.mjs";
import { mend } from "./agree/mend.mjs";
import { questionsOf } from "./agree/questions.mjs";

const field = (key, type, more = {}) => ({ key, type, place: `at.${key}`, labels: { en: key }, rows: null, options: [], required: true, reached: true, ...more });
const entry = (key, name, reason = "") => ({ place: `at.${key}`, what: "", became: reason === "" ? "carried_over" : "not_possible", reason, says: "", ...(name ? { name } : {}) });
const question = (name, kind, more = {}) => ({ name, kind, rows: null, rules: {}, orTick: false, options: [], ...more });
const option = (value, label) => ({ value, label });

/** A mapping of fields to questions, by the names that a report gives them. */
function mapping(fields, names, questions, repeats = []) {
  const entries = names.map(([key, name, reason]) => entry(key, name, reason));
  const byName = new Map(questions.map((one) => [one.name, one]));
  const found = mapped({ fields, repeats }, entries, byName);
  setAside(found, entries, []);
  found.things.forEach((thing, id) => (thing.id = id));
  return { mapping: found, questions: byName, write: (answers) => answerWriter(found, byName)(answers).answers };
}

function differs({ mapping: found }, asked, byService) {
  return differences(found, [{ set: 0, asked }], [{ asked: byService }])[0]?.by;
}

test("a form and a service agree where they ask the same, and the first difference is told", () => {
  const both = mapping([field("a", "YesNoField"), field("b", "TextField")], [["a", "first"], ["b", "second"]], [question("first", "yes_no"), question("second", "text")]);
  assert.equal(differs(both, ["a", "b"], ["first", "second"]), undefined);
  assert.equal(differs(both, ["a", "b"], ["first"]), "form");
  assert.equal(differs(both, ["a"], ["first", "second"]), "service");
  // What one of them alone knows is no difference.
  assert.equal(differs(both, ["a", "other"], ["first", "added"]), undefined);
});

test("several fields may be one question, and one field several questions", () => {
  const fields = [field("first", "firstName"), field("last", "surname"), field("who", "identity")];
  const names = [["first", "name"], ["last", "name"], ["who", "has_number"], ["who", "born"]];
  const one = mapping(fields, names, [question("name", "name"), question("has_number", "yes_no"), question("born", "date")]);
  assert.equal(differs(one, ["last", "who"], ["name", "born"]), undefined);
  assert.equal(differs(one, ["first"], ["name", "born"]), "service");
  assert.deepEqual(one.write({ first: "river", last: "stone", who: { harDuFodselsnummer: "nei", fodselsdato: "2020-01-15" } }), {
    name: { first: "Amina", last: "Clarke" },
    has_number: "no",
    born: "2020-01-15",
  });
});

test("rows are compared row by row, also where a whole page repeats", () => {
  const fields = [field("grid", "datagrid"), field("grid.x", "textfield", { rows: "grid" }), field("y", "TextField", { rows: "page" })];
  const questions = [question("jobs", "rows"), question("boss", "text", { rows: "jobs" }), question("pets", "rows"), question("pet", "text", { rows: "pets" })];
  const names = [["grid", "jobs"], ["grid.x", "boss"], ["page", "pets"], ["y", "pet"]];
  const both = mapping(fields, names, questions, [{ key: "grid", place: "at.grid" }, { key: "page", place: "at.page" }]);
  assert.equal(differs(both, ["grid", "grid[0].x", "page", "page[1].y"], ["jobs", "jobs[0].boss", "pets", "pets[1].pet"]), undefined);
  assert.equal(differs(both, ["grid", "grid[0].x"], ["jobs", "jobs[1].boss"]), "form");
  assert.equal(differs(both, ["page"], ["pets", "pets[0].pet"]), "service");
  assert.deepEqual(both.write({ grid: [{ x: "a" }, {}], page: [{ y: "b" }] }), { jobs: [{ boss: "a" }, {}], pets: [{ pet: "b" }] });
});

test("what one side asks in rows and the other once is asked where it is asked in any row", () => {
  const once = mapping([field("a", "AutocompleteField")], [["a", "language"]], [question("languages", "rows"), question("language", "text", { rows: "languages" })]);
  assert.equal(differs(once, ["a"], ["languages", "languages[0].language"]), undefined);
  assert.equal(differs(once, ["a"], ["languages"]), "form");
  assert.deepEqual(once.write({ a: "river" }), { languages: [{ language: "river" }] });
});

test("options have the names of those with their label, and yes and no are told from words", () => {
  const options = [option("b", "Blue <b>sky</b>"), option("r", "Red")];
  const fields = [field("one", "RadiosField", { options }), field("some", "selectboxes", { options }), field("yes", "radiopanel", { options: [option("ja", "Ja"), option("nei", "Nei")] })];
  const colours = [{ name: "red", label: "Red" }, { name: "blue", label: "Blue sky" }];
  const questions = [question("colour", "one_of", { options: colours }), question("colours", "any_of", { options: colours }), question("agrees", "yes_no")];
  const { write } = mapping(fields, [["one", "colour"], ["some", "colours"], ["yes", "agrees"]], questions);
  assert.deepEqual(write({ one: "b", some: { b: true, r: true }, yes: "nei" }), { colour: "blue", colours: ["blue", "red"], agrees: "no" });
  assert.deepEqual(write({ some: { b: false, r: false } }), {});
});

test("each document is told apart, and a box stands instead of an answer", () => {
  const fields = [field("lease", "attachment"), field("slip", "attachment"), field("day", "navDatepicker"), field("unknown", "navCheckbox")];
  const questions = [question("papers", "evidence"), question("day", "date", { orTick: true })];
  const both = mapping(fields, [["lease", "papers[lease]"], ["slip", "papers[slip]"], ["day", "day"], ["unknown", "day"]], questions);
  assert.deepEqual(both.write({ lease: { key: "leggerVedNaa" }, slip: { key: "harIkke" }, day: "2026-01-15", unknown: false }), {
    papers: { lease: "now", slip: "do_not_have" },
    day: "2026-01-15",
  });
  assert.equal(both.write({ day: "2026-01-15", unknown: true }).day, "ticked");
  assert.equal(differs(both, ["lease"], ["papers", "papers[slip]"]), "form");
});

test("what the service refuses becomes an answer that another set has, and is left out at last", () => {
  const both = mapping([field("grid", "datagrid"), field("grid.x", "number", { rows: "grid" })], [["grid", "jobs"], ["grid.x", "wage"]], [question("jobs", "rows"), question("wage", "number", { rows: "jobs", rules: { to: "100" } })], [{ key: "grid", place: "at.grid" }]);
  const tried = (sets, isLast) => {
    const written = sets.map(answerWriter(both.mapping, both.questions));
    const paths = sets.map((_, set) => ({ refused: set === 0 ? [{ answer: "jobs[1].wage" }] : [] }));
    assert.equal(mend(sets, written, paths, { questions: both.questions, today: "2026-01-15", round: 1, isLast }), 1);
    return sets[0].grid[1].x;
  };
  assert.equal(tried([{ grid: [{}, { x: 500 }] }, { grid: [{ x: 7 }] }], false), 7);
  assert.equal(tried([{ grid: [{}, { x: 500 }] }], false), 50);
  assert.equal(tried([{ grid: [{ x: 5 }, { x: 500 }] }], true), undefined);
});

test("only what the report names is left aside", () => {
  const fields = [field("a", "activities"), field("b", "TextField"), field("c", "TextField")];
  const both = mapping(fields, [["a", undefined, "no_kind"], ["c", undefined, "never_shown"]], []);
  assert.equal(differs(both, ["a"], []), undefined);
  assert.equal(differs(both, ["b"], []), "form");
  assert.equal(differs(both, ["c"], []), "form");
});

test("what hangs on a condition that was not translated is left aside, and nothing else", () => {
  const fields = ["a", "b", "c"].map((key) => field(key, "TextField"));
  const questions = ["a", "b", "c"].map((name) => question(name, "text"));
  const entries = [...["a", "b", "c"].map((key) => entry(key, key)), entry("a", undefined, "condition")];
  const found = mapped({ fields, repeats: [] }, entries, new Map(questions.map((one) => [one.name, one])));
  setAside(found, entries, [{ place: "at.b", mentions: [{ field: "x.a", value: "ja" }] }]);
  assert.deepEqual(found.things.map((thing) => thing.aside), ["condition", "hangs_on_such_a_condition", null]);
});

test("the words of a service say what its options are called", () => {
  const folder = mkdtempSync(join(tmpdir(), "exemplar-agree-test-"));
  mkdirSync(join(folder, "lists"));
  writeFileSync(join(folder, "service.yaml"), "questions:\n  a:\n    ask: A?\n    one_of: { yes: Yes please, no: { label: No, hint: None } }\n  b:\n    ask: B?\n    any_of: towns\n    or_tick: None\n");
  writeFileSync(join(folder, "lists/towns.csv"), 'id,name\nx,"Leeds, ""North"""\ny,York\n');
  const model = { questions: [{ name: "a", kind: "one_of", options: ["yes", "no"] }, { name: "b", kind: "any_of", options: ["x", "y"] }] };
  const questions = questionsOf(model, folder);
  assert.deepEqual(questions.get("a").options.map(({ label }) => label), ["Yes please", "No"]);
  assert.deepEqual(questions.get("b").options.map(({ label }) => label), ['Leeds, "North"', "York"]);
  assert.equal(questions.get("b").orTick, true);
});
