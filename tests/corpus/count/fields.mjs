// Matches the fields of a form with the questions of the service that was made of it, and lists what differs.

import { bareLabel } from "../source/words.mjs";
import { kindsFor } from "./kinds.mjs";

/** Pairs of a field and its question; a field without one stands alone. Those not reached are left out. */
export function matchedFields(inventory, model, entries) {
  const left = new Set(model.questions ?? []);
  const pairs = inventory.fields.filter((field) => field.reached).map((field) => ({ field, question: null, by: null }));
  const claim = (pair, by, test) => {
    if (pair.question) return;
    const question = [...left].find(test);
    if (!question) return;
    left.delete(question);
    Object.assign(pair, { question, by });
  };
  const sameLabel = (text) => (question) => bareLabel(text) !== "" && bareLabel(question.label ?? "") === bareLabel(text);
  // Several fields may have one label: the report's place tells which of the questions of that label is meant.
  for (const pair of pairs) {
    const names = namesAt(pair.field, entries);
    claim(pair, "label", (question) => names.has(question.name) && sameLabel(ownLabel(pair.field, inventory))(question));
  }
  // What has the label, a fitting kind, and is asked in rows where the field is, is taken before what has the label alone.
  for (const [fits, inRows] of [[true, true], [true, false], [false, false]]) {
    for (const pair of pairs) {
      const kinds = kindsFor(pair.field.type);
      const isLike = (question) => (!fits || kinds.includes(question.kind)) && (!inRows || Boolean(question.in_rows) === (pair.field.rows !== null));
      claim(pair, "label", (question) => isLike(question) && sameLabel(ownLabel(pair.field, inventory))(question));
    }
  }
  for (const pair of pairs) {
    const names = namesAt(pair.field, entries);
    claim(pair, "report", (question) => names.has(question.name));
  }
  // Several fields can be one question, such as a first and a last name, or all documents of a page, where the report says
  // of each that it is there under that name.
  for (const pair of pairs.filter((one) => !one.question)) {
    const names = namesAt(pair.field, entries);
    const question = (model.questions ?? []).find((one) => names.has(one.name) && mayStandFor(one, pair.field));
    if (question) Object.assign(pair, { question, by: "report", isPart: true });
  }
  for (const pair of pairs) for (const other of pair.field.others) claim(pair, "page", (question) => kindsFor(pair.field.type).includes(question.kind) && sameLabel(other)(question));
  return { pairs, added: [...left] };
}

/** The names that the report gives at the place of a field. A document has the name of its question, and its own in brackets. */
function namesAt(field, entries) {
  return new Set(entries.filter((entry) => samePlace(entry.place, field.place) && entry.name).map((entry) => entry.name.replace(/\[.*\]$/, "")));
}

// A box that is ticked instead of an answer belongs to a question of any kind.
function mayStandFor(question, field) {
  return kindsFor(field.type).includes(question.kind) || field.type === "navCheckbox";
}

function ownLabel(field, inventory) {
  return field.labels[inventory.language] ?? Object.values(field.labels)[0] ?? "";
}

/** Whether two places are one; a report may leave out, or add, the part that all places share. */
export function samePlace(one, other) {
  const bare = (place) => `${place ?? ""}`.replace(/^form\./, "").replace(/\.properties(?=\.)/g, "");
  return bare(one) === bare(other);
}

/** What differs between a field and its question: `missing`, `kind`, `required`, `rows` or `options`. */
export function fieldDifferences({ field, question, isPart = false }) {
  if (!question) return [{ what: "missing" }];
  // What is a part of a question has neither a kind nor a mark of its own.
  if (isPart) return [];
  const found = [];
  if (!kindsFor(field.type).includes(question.kind)) found.push({ what: "kind", source: field.type, became: question.kind });
  if (Boolean(question.optional) === field.required && question.kind !== "rows") found.push({ what: "required", source: field.required, became: !question.optional });
  if ((field.rows !== null) !== Boolean(question.in_rows)) found.push({ what: "rows", source: field.rows, became: question.in_rows ?? null });
  const kept = keptOptions(field, question);
  if (kept < field.options.length) found.push({ what: "options", source: field.options.length, became: kept });
  return found;
}

/** How many options of a field its question has. Kinds that bring their options along have them all. */
export function keptOptions(field, question) {
  if (!question) return 0;
  if (["yes_no", "country", "nationality", "currency", "declaration", "evidence", "file"].includes(question.kind)) return field.options.length;
  // Two of the same label are one option.
  const distinct = new Set(field.options.map((option) => bareLabel(option.label))).size;
  const has = (question.options ?? []).length;
  return has >= distinct ? field.options.length : Math.min(has, field.options.length);
}
