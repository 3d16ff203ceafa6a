// Reads what the answers to each question of a service look like: its kind, the kind's rules, and its options with their
// labels. The model of `exemplar check` says which questions there are; the labels stand in the service's own files.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The questions of a service by name: `{ name, kind, rows, rules, orTick, options: [{ name, label }] }`. */
export function questionsOf(model, folder) {
  const written = writtenQuestions(folder);
  return new Map((model.questions ?? []).map((question) => [question.name, asked(question, written.get(question.name) ?? {}, folder)]));
}

function asked({ name, kind, in_rows: rows, options }, written, folder) {
  const rules = written[kind] ?? {};
  const labels = optionLabels(rules, folder);
  return { name, kind, rows: rows ?? null, rules, orTick: written.or_tick !== undefined, options: (options ?? []).map((option) => ({ name: option, label: labels.get(option) ?? option })) };
}

/** Everything in a service's files that asks something, by name. */
function writtenQuestions(folder) {
  const found = new Map();
  const tasks = join(folder, "tasks");
  const files = [join(folder, "service.yaml"), ...(existsSync(tasks) ? readdirSync(tasks).map((name) => join(tasks, name)) : [])];
  // Nothing is taken for a number or for no text: a label may be "1" or "null".
  for (const file of files) collect(parse(readFileSync(file, "utf8"), { schema: "failsafe" }), found);
  return found;
}

function collect(part, found) {
  if (part === null || typeof part !== "object") return;
  for (const [name, inner] of Object.entries(part)) {
    if (inner && typeof inner === "object" && "ask" in inner) found.set(name, inner);
    collect(inner, found);
  }
}

/** The labels of options by name: they stand with the question, or in a list of their own. */
function optionLabels(rules, folder) {
  if (typeof rules === "string") return listed(join(folder, "lists", `${rules}.csv`));
  const entries = Object.entries(rules ?? {}).filter(([, option]) => typeof option === "string" || (option && typeof option === "object" && "label" in option));
  return new Map(entries.map(([name, option]) => [name, typeof option === "string" ? option : option.label]));
}

function listed(file) {
  if (!existsSync(file)) return new Map();
  return new Map(readFileSync(file, "utf8").trimEnd().split("\n").slice(1).map((line) => cells(line).slice(0, 2)));
}

function cells(line) {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => (quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"')));
}
