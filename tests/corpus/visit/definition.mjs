// What an applicant is made from: the model that the program gives of a definition, and the rules of its answers,
// which stand in the files of the folder.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readCondition } from "./expression.mjs";

/** A definition in a folder, with the model that `check --format json` gives of it. */
export function definitionIn(folder, model) {
  const files = [folder, join(folder, "tasks")].filter((place) => existsSync(place));
  const texts = files.flatMap((place) => readdirSync(place).filter((name) => name.endsWith(".yaml")).map((name) => readFileSync(join(place, name), "utf8")));
  return definition(model, texts.map((text) => parse(text)), listsIn(join(folder, "lists")));
}

/** The same of what was read already: the model, what stands in the files, and the lists by name. */
export function definition(model, files, lists = new Map()) {
  const written = new Map();
  for (const file of files) collect(file, written);
  const questions = new Map(model.questions.map((one) => [one.name, { ...one, ...rulesOf(one, written.get(one.name) ?? {}, lists) }]));
  const facts = new Map(model.facts.map(({ name, is }) => [name, casesOf(is)]));
  const pages = new Map(model.pages.map((page) => [page.name, page]));
  return { pages, questions, facts };
}

// Questions stand under `questions`, and so do those of rows and of pages that ask several.
function collect(node, written) {
  if (node === null || typeof node !== "object") return;
  for (const [name, body] of Object.entries(node.questions ?? {})) {
    if (body !== null && typeof body === "object") written.set(name, body);
  }
  Object.values(node).forEach((child) => collect(child, written));
}

function rulesOf(question, body, lists) {
  const given = body[question.kind];
  const rules = given !== null && typeof given === "object" && !Array.isArray(given) ? given : {};
  return { rules, list: lists.get(given), hasTick: body.or_tick !== undefined };
}

/** `large when cards > 10; small` as its cases, each with the tree of its value and of its condition. */
function casesOf(is) {
  return is.split("; ").map((one) => {
    const [, value, when] = one.match(/^(.*?)(?: when (.*))?$/s);
    return { value: tree(value), when: when === undefined ? undefined : tree(when) };
  });
}

/** The tree of a condition, and nothing where it says more than is understood here. */
export function tree(source) {
  try {
    return readCondition(source);
  } catch {
    return undefined;
  }
}

function listsIn(folder) {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return new Map(names.map((name) => [name.slice(0, -4), entriesOf(readFileSync(join(folder, name), "utf8"))]));
}

/** The entries of a list, by their ids: what each is called. */
export function entriesOf(csv) {
  const [head, ...rows] = csv.trimEnd().split(/\r?\n/).map(cells);
  const at = head.indexOf("name");
  return new Map(rows.map((row) => [row[0], row[at]]));
}

function cells(line) {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return found.map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}
