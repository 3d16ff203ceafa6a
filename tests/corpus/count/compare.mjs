// Holds one form against the service that was made of it: what differs, and whether the import's report names it.

import { bare, bareLabel } from "../source/words.mjs";
import { comparedConditions } from "./conditions.mjs";
import { fieldDifferences, keptOptions, matchedFields, samePlace } from "./fields.mjs";
import { OWN_WORDS } from "./kinds.mjs";
import { comparedTexts } from "./texts.mjs";

/** The share of its fields that may differ where a form counts as carried over. */
const MOST_DIFFERENT = 0.03;

/**
 * Compares an inventory with `{ model, entries, words, conditions, passes }`. Of a form that is the translation of another in the same
 * service (`isTranslation`), only the texts are compared: its fields are those of the other.
 */
export function comparedForm(form, { model, entries, words, conditions: expressions = [], passes, isTranslation = false }) {
  const inventory = isTranslation ? { ...form, fields: [], conditions: [], repeats: [], fees: [] } : form;
  const { pairs, added } = isTranslation ? { pairs: [], added: [] } : matchedFields(inventory, model, entries);
  const differences = [];
  let [typed, different] = [0, 0];
  for (const pair of pairs) {
    const found = fieldDifferences(pair);
    if (!found.some(({ what }) => what === "missing" || what === "kind")) typed += 1;
    if (found.length > 0) different += 1;
    const label = Object.values(pair.field.labels)[0] ?? "";
    for (const one of found) differences.push({ sort: "field", place: pair.field.place, label, ...one });
  }
  const conditions = comparedConditions(inventory, model, pairs, expressions);
  for (const { condition, became } of conditions) {
    if (became === "missing") differences.push({ sort: "condition", place: condition.place, label: condition.display ?? condition.name, also: condition.name, what: "missing" });
  }
  const texts = comparedTexts(inventory, words, ownWords(pairs));
  for (const [language, { missing }] of Object.entries(texts)) {
    for (const { place, sort, piece } of missing) differences.push({ sort: "text", place, label: piece, what: "missing", language, of: sort });
  }
  countsOf(inventory, model, pairs).forEach(([what, source, became]) => became < source && differences.push({ sort: what, place: inventory[what][0].place, label: inventory[what][0].label ?? inventory[what][0].says ?? "", what: "fewer", source, became }));
  // Which of several is not there, no count says: any of their places may be named.
  for (const one of differences) one.named = [one.place, ...(inventory[one.sort] ?? []).map(({ place }) => place)].some((place) => isNamed({ ...one, place }, entries));
  const options = { of: sum(pairs, ({ field }) => field.options.length), kept: sum(pairs, ({ field, question }) => keptOptions(field, question)) };
  return {
    file: inventory.file,
    format: inventory.format,
    passes,
    asks: form.fields.some((field) => field.reached),
    fields: { of: pairs.length, matched: pairs.filter((pair) => pair.question).length, typed, different, by_report: pairs.filter((pair) => pair.by !== "label" && pair.by).length, not_reached: inventory.fields.length - pairs.length, added: added.map((question) => question.name) },
    options,
    conditions: { of: conditions.length, said: conditions.filter((one) => one.became === "said").length, by_others: conditions.filter((one) => one.became === "by_others").length },
    texts: Object.fromEntries(Object.entries(texts).map(([language, { of, found }]) => [language, { of, found }])),
    carried_over: passes && different <= pairs.length * MOST_DIFFERENT,
    differences,
    unnamed: differences.filter((one) => !one.named),
  };
}

// By the place of a field, what the platform says beside its answer.
function ownWords(pairs) {
  return new Map(pairs.filter(({ question }) => OWN_WORDS[question?.kind]).map(({ field, question }) => [field.place, new Set(OWN_WORDS[question.kind])]));
}

function countsOf(inventory, model, pairs) {
  // Rows that are not there at all, or that nobody reaches, count as fields.
  const isThere = ({ key }) => pairs.some(({ field, question }) => field.key === key && question);
  return [
    ["repeats", inventory.repeats.filter(isThere).length, (model.questions ?? []).filter((question) => question.kind === "rows").length],
    // One line may have several amounts, of which the first whose condition holds is charged.
    ["fees", inventory.fees.length, sum(model.fees ?? [], (fee) => `${fee.amount}`.split(";").length)],
  ];
}

// Named is what an entry other than "carried over" places there, or whose words say it.
function isNamed({ place: where, label, also }, entries) {
  // A report names what has a condition, and not the key under which that stands.
  const place = where.replace(/\.(?:customConditional|conditional)$/, "");
  const words = [bareLabel(label), also && bare(`${also}`)].filter((text) => text && text.length > 2);
  return entries.some((entry) => {
    if (entry.became === "carried_over") return false;
    if (samePlace(entry.place, place) || (place !== "" && `${entry.place}`.startsWith(`${place}.`))) return true;
    const says = bare(`${entry.says ?? ""}`);
    return words.some((text) => says.includes(text));
  });
}

function sum(list, value) {
  return list.reduce((total, one) => total + value(one), 0);
}
