// What a form holds, in words that fit all formats: pages, fields, conditions, repeats, fees and texts.
// Each reader fills one; none of them knows what becomes of it.

import { pieces } from "./words.mjs";

/** An empty inventory of one form. `language` is the one that it is written in. */
export function newInventory(format, file, language) {
  return { format, file, language, title: "", pages: [], fields: [], conditions: [], repeats: [], fees: [], texts: [], trouble: [] };
}

/** Adds a page. `role` is `question`, `start`, `summary`, `exit` or `other`. */
export function addPage(inventory, page) {
  inventory.pages.push({ place: "", title: "", role: "question", reached: true, ...page });
}

/** Adds a field: `type` in the words of its format, `labels` by language, `options` with their labels by language. */
export function addField(inventory, field) {
  const whole = { place: "", key: "", type: "", labels: {}, others: [], required: true, options: [], rows: null, upload: false, reached: true, page: 0, ...field };
  inventory.fields.push(whole);
  return whole;
}

/** Adds a condition with what it mentions: fields, each with the value that it is compared with. */
export function addCondition(inventory, condition) {
  inventory.conditions.push({ place: "", name: "", mentions: [], used: true, reached: true, understood: true, ...condition });
}

/**
 * Adds a text that people read. `sort` is `label`, `option`, `hint`, `content`, or `heading`, which a question may replace.
 * One that falls to nothing, because it holds marks and answers alone, is not counted.
 */
export function addText(inventory, text) {
  const whole = { place: "", language: inventory.language, sort: "content", reached: true, text: "", ...text };
  const found = pieces(whole.text);
  if (found.length > 0) inventory.texts.push({ ...whole, pieces: found });
}

/** The figures of an inventory, for tables. */
export function figures(inventory) {
  const reached = inventory.fields.filter((field) => field.reached);
  const types = {};
  for (const field of inventory.fields) types[field.type] = (types[field.type] ?? 0) + 1;
  const texts = {};
  for (const text of inventory.texts) texts[text.language] = (texts[text.language] ?? 0) + 1;
  return {
    pages: inventory.pages.length,
    pages_not_reached: inventory.pages.filter((page) => !page.reached).length,
    fields: inventory.fields.length,
    fields_not_reached: inventory.fields.length - reached.length,
    types,
    options: sum(inventory.fields, (field) => field.options.length),
    required: inventory.fields.filter((field) => field.required).length,
    conditions: inventory.conditions.length,
    conditions_used: inventory.conditions.filter((condition) => condition.used).length,
    conditions_not_understood: inventory.conditions.filter((condition) => !condition.understood).length,
    repeats: inventory.repeats.length,
    uploads: inventory.fields.filter((field) => field.upload).length,
    fees: inventory.fees.length,
    texts,
  };
}

function sum(list, value) {
  return list.reduce((total, one) => total + value(one), 0);
}
