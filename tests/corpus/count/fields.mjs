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
  // What has the label and a fitting kind is taken before what has the label alone.
  for (const fits of [true, false]) {
    for (const pair of pairs) {
      const kinds = kindsFor(pair.field.type);
      claim(pair, "label", (question) => (!fits || kinds.includes(question.kind)) && sameLabel(ownLabel(pair.field, inventory))(question));
    }
  }
  for (const pair of pairs) {
    const names = namesAt(pair.field, entries);
    claim(pair, "report", (question) => names.has(question.name));
  }
  for (const pair of pairs) for (const other of pair.field.others) claim(pair, "page", (question) => kindsFor(pair.field.type).includes(question.kind) && sameLabel(other)(question));
  return { pairs, added: [...left] };
}

/** The names that the report gives at the place of a field. */
function namesAt(field, entries) {
  return new Set(entries.filter((entry) => samePlace(entry.place, field.place) && entry.name).map((entry) => entry.name));
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
export function fieldDifferences({ field, question }) {
  if (!question) return [{ what: "missing" }];
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
