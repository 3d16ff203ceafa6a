// Tries the parts of visit/ that need no server: what a page is read as, what an applicant answers, and what is complained of.

import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsOn } from "./visit/applicant.mjs";
import { definition, entriesOf, tree } from "./visit/definition.mjs";
import { readCondition } from "./visit/expression.mjs";
import { filledIn, journeyForm, mainButton, readPage, uploadForm } from "./visit/page.mjs";
import { enoughComplete, visitTable, visitTotals } from "./visit/table.mjs";
import { answersTo } from "./visit/values.mjs";
import { suits, waysOf, waysTo } from "./visit/ways.mjs";
import { complaintOf, isRequired, wrongAnswers } from "./visit/wrong.mjs";

const today = "2026-01-15";
const PAGE = `<!DOCTYPE html><header><form method="post"><input name="language"></form></header><main>
<form action="/s/age/add" method="post" enctype="multipart/form-data"><input type="file" name="file"></form>
<form action="/s/age" method="post" data-journey><input type="hidden" name="seen" value="1">
<input name="age" id="age" value="x &amp; y"><textarea name="why">
One</textarea><select name="town"><option value="">Choose</option><option value="leeds" selected>Leeds</option></select>
<input type="radio" name="who" value="me" checked><input type="radio" name="who" value="you"><input type="checkbox" name="agree" value="yes">
<template><input name="hidden_in_template"></template><input name="gone" disabled>
<button name="save" value="yes">Save</button><button>Continue</button></form></main>`;

test("a form sends what a browser would, and no more", () => {
  const page = readPage(PAGE, "http://localhost/s/age");
  const form = journeyForm(page);
  const expected = [["seen", "1"], ["age", "x & y"], ["why", "One"], ["town", "leeds"], ["who", "me"]];
  assert.deepEqual(filledIn(form, mainButton(form)), expected);
  assert.deepEqual(filledIn(form, form.buttons[0]), [...expected, ["save", "yes"]]);
  assert.equal(form.action, "http://localhost/s/age");
  assert.equal(uploadForm(page).fields[0].name, "file");
});

test("the controls of a page are taken apart by their questions", () => {
  const form = journeyForm(readPage('<main><form method="post"><input name="born-day"><input name="born-month"><input name="age"></form></main>'));
  assert.deepEqual([...questionsOn(form, { questions: new Map() })].map(([name, { controls }]) => [name, [...controls.keys()]]), [["born", ["day", "month"]], ["age", [""]]]);
});

test("a condition is read as its words bind", () => {
  assert.deepEqual(readCondition("not a and b is not c or d > 2 GBP"), {
    sign: "or",
    args: [
      { sign: "and", args: [{ sign: "not", args: [{ name: "a" }] }, { sign: "is not", args: [{ name: "b" }, { name: "c" }] }] },
      { sign: ">", args: [{ name: "d" }, { number: 2, unit: "GBP" }] },
    ],
  });
  for (const wrong of ["a and", "(a", "a b", "any(a", "a ? b"]) assert.throws(() => readCondition(wrong), wrong);
  assert.equal(tree("a ? b"), undefined);
});

const MODEL = {
  pages: [
    { name: "who", role: "question", questions: ["who"] },
    { name: "size", role: "question", questions: ["size"], when: "who is company" },
    { name: "many", role: "information", questions: [], when: "is_large and not answered(note)" },
    { name: "never", role: "information", questions: [], when: "who is me and who is company" },
    { name: "jobs", role: "question", questions: ["jobs"] },
    { name: "paid", role: "information", questions: [], when: "any(jobs, pay >= 10)" },
  ],
  questions: [
    { name: "who", page: "who", kind: "one_of", options: ["me", "company"] },
    { name: "size", page: "size", kind: "number" },
    { name: "note", page: "size", kind: "text", optional: true },
    { name: "jobs", page: "jobs", kind: "rows" },
    { name: "pay", page: "jobs", kind: "money", in_rows: "jobs" },
  ],
  facts: [{ name: "is_large", is: "size > 10" }, { name: "tier", is: "upper when size > 5; lower" }],
  fees: [],
  ends: 0,
};
const DEFINITION = definition(MODEL, [{ questions: { size: { number: { from: 1, to: 50 } }, jobs: { rows: { questions: { pay: { money: { from: 1 } } } } } } }]);

test("the rules of answers are found wherever questions stand", () => {
  assert.deepEqual(DEFINITION.questions.get("size").rules, { from: 1, to: 50 });
  assert.deepEqual(DEFINITION.questions.get("pay").rules, { from: 1 });
  assert.deepEqual([...entriesOf('id,name\na,"One, two"\nb,Three\n')], [["a", "One, two"], ["b", "Three"]]);
});

test("the way to a page is worked out through facts, and through the pages of what they look at", () => {
  const way = (name) => waysTo(DEFINITION.pages.get(name), DEFINITION);
  assert.deepEqual(way("many"), [[{ name: "size", sign: ">", value: 10 }, { name: "note", sign: "empty", value: undefined }, { name: "who", sign: "is", value: "company" }]]);
  assert.deepEqual(way("paid"), [[{ name: "jobs", sign: "rows", value: 1 }, { name: "pay", sign: ">=", value: 10 }]]);
  assert.deepEqual(way("never"), []);
});

test("the way past a page is one of the opposites", () => {
  const past = (condition) => waysOf(tree(condition), false, DEFINITION);
  assert.deepEqual(past("who is me and size > 3"), [[{ name: "who", sign: "is not", value: "me" }], [{ name: "size", sign: "<=", value: 3 }]]);
  assert.deepEqual(past("tier is upper"), [[{ name: "size", sign: "<=", value: 5 }]]);
});

function firstAnswer(question, wishes = [], controls = new Map()) {
  return answersTo({ rules: {}, ...question }, controls, { wishes, today, pick: () => 0, isBrief: false })[0];
}

test("an answer keeps the rules of its kind, and is what was wished for", () => {
  const number = { kind: "number", rules: { from: 1, to: 50 } };
  assert.equal(firstAnswer(number).value, 5);
  assert.equal(firstAnswer(number, [{ name: "size", sign: ">", value: 10 }]).value, 11);
  assert.equal(firstAnswer({ kind: "text", rules: { at_least: "20 characters" } }).value.length, 20);
  assert.equal(firstAnswer({ kind: "text", rules: { at_most: "4 characters" } }).value, "Exem");
  assert.equal(firstAnswer({ kind: "text", rules: { pattern: "AA## AAA" } }).value, "AA11 AAA");
  const { value, fields } = firstAnswer({ kind: "date", rules: { in: "future" } });
  assert.ok(value > today);
  assert.deepEqual(fields, { day: `${Number(value.slice(8))}`, month: `${Number(value.slice(5, 7))}`, year: value.slice(0, 4) });
  const boxes = new Map([["", ["a", "b", "c"].map((one) => ({ type: "checkbox", value: one }))]]);
  assert.deepEqual(firstAnswer({ kind: "any_of" }, [{ sign: "has", value: "c" }, { sign: "lacks", value: "a" }], boxes).value, ["c"]);
});

test("who is brief leaves empty what may be", () => {
  const answers = (optional) => answersTo({ kind: "email", optional, rules: {} }, new Map(), { wishes: [], today, pick: () => 0, isBrief: true });
  assert.equal(answers(true)[0].value, undefined);
  assert.equal(answers(false)[0].value, "name@example.com");
});

test("what was not answered meets no wish but that it is empty", () => {
  for (const sign of ["is", "is not", "has", "lacks", "<", "answered"]) assert.equal(suits(undefined, [{ sign, value: "a" }], today), false, sign);
  assert.equal(suits(undefined, [{ sign: "empty" }], today), true);
});

test("an age is what it is on the day", () => {
  const check = (day, expected) => assert.equal(suits(day, [{ sign: "age >=", value: 18 }], today), expected, day);
  check("2008-01-15", true);
  check("2008-01-16", false);
});

test("each rule that a page states has an answer that breaks it", () => {
  const line = new Map([["", [{ type: "text" }]]]);
  const wrong = (question) => wrongAnswers({ rules: {}, ...question }, line, today);
  assert.equal(wrong({ kind: "text", rules: { at_most: "30 characters" } })[0][""].length, 31);
  assert.equal(wrong({ kind: "long_text" })[0][""].split(" ").length, 501);
  assert.deepEqual(wrong({ kind: "number", rules: { to: 7 } })[1], { "": "8" });
  assert.deepEqual(wrong({ kind: "date", rules: { to: "today + 2 days" } })[1], { day: "18", month: "1", year: "2026" });
  assert.deepEqual(wrong({ kind: "yes_no" }), []);
});

test("what opens beneath an option is not required by itself", () => {
  const onPage = new Map([["reach", {}], ["email", {}]]);
  assert.equal(isRequired({ name: "email", when: "reach is by_email" }, onPage), false);
  assert.equal(isRequired({ name: "email", when: "before is by_email" }, onPage), true);
  assert.equal(isRequired({ name: "email", optional: true }, onPage), false);
});

test("a page that takes a wrong answer, or answers it badly, is complained of", () => {
  const place = "/s/age";
  const page = (summary, field = "") => readPage(`<main>${summary}<form method="post"><input id="age" name="age" value="${field}"></form></main>`, `http://localhost${place}`);
  const list = (href) => `<div class="govuk-error-summary"><a href="${href}">Enter your age</a></div>`;
  const check = (came, status, expected, typed = {}) => assert.match(`${complaintOf({ place }, came, status, { asked: ["age"], typed })}`, expected);
  check(page(list("#age")), 422, /^undefined$/);
  check(page(list("#age"), "old"), 422, /^undefined$/, { age: "old" });
  check(page(list("#age")), 422, /lost what was typed in age/, { age: "old" });
  check(page(""), 422, /no list of errors/);
  check(page(list("#other")), 422, /leads to no field/);
  check(page(`${list("#csrf")}<p id="csrf"></p>`), 422, /says nothing of age/);
  check(page(list("#age")), 200, /took a wrong answer/);
  check({ ...page(""), place: "/s/next" }, 200, /took a wrong answer/);
  check(page(""), 500, /answered with 500/);
});

test("95 of 100 are enough, in every format that is there", () => {
  const services = (format, good, bad) => [...Array(good).fill(true), ...Array(bad).fill(false)].map((completes) => ({ format, service: "s", completes, branches: 1, pages: 2, met: 2, tested: 1, complaints: [], reason: completes ? undefined : "at age" }));
  const enough = (...visited) => enoughComplete(visitTotals(visited.flat()));
  assert.equal(enough(services("gcforms", 95, 5)), true);
  assert.equal(enough(services("gcforms", 94, 6)), false);
  assert.equal(enough(services("gcforms", 100, 0), services("navformio", 9, 1)), false);
  assert.equal(enoughComplete({}), false);
  const failing = services("gcforms", 1, 1);
  assert.match(visitTable(visitTotals(failing, { gcforms: 3 }), failing), /gcforms +2 +1 +50\.0 +0 +0 +4 of 4 +2 +0 +3\n\nDo not complete: 1\ngcforms s: at age/);
});
