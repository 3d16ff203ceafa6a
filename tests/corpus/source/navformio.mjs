// Counts what a form of NAV's Form.io holds, and its translations, which stand in a file of their own.

import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { mentionsIn } from "../rules/mentions.mjs";
import { readScript } from "../rules/script.mjs";
import { addCondition, addField, addPage, addText, newInventory } from "./inventory.mjs";
import { listOf, readForm, textOf } from "./read.mjs";

const DISPLAYS = new Set(["alertstripe", "htmlelement", "accordion", "image"]);
const LAYOUTS = new Set(["panel", "container", "navSkjemagruppe", "row", "fieldset"]);
const NESTS = new Set(["container", "datagrid"]);

/** Whether a component shows something and asks nothing. */
export function isDisplay(component) {
  return DISPLAYS.has(component.type);
}

/** Whether it only holds others. */
export function isLayout(component) {
  return LAYOUTS.has(component.type);
}

/** Whether the answers within it stand under its key. */
export function nests(component) {
  return NESTS.has(component.type);
}

/** The translations beside a form: `{ language: { source text: text } }`. */
export function translationsFor(file, form) {
  const path = translationFile(file, form);
  return existsSync(path) ? readForm(path) : {};
}

function translationFile(file, form) {
  return join(dirname(file), "..", "translations", `${textOf(form.path) || basename(file, ".json")}.json`);
}

/** The files that belong to a form and must be given with it: its translations, and those that all forms share. */
export function filesBeside(file) {
  const shared = join(dirname(file), "..", "resources");
  const names = existsSync(shared) ? readdirSync(shared).filter((name) => name.startsWith("global-translations")) : [];
  return [translationFile(file, readForm(file)), ...names.map((name) => join(shared, name))].filter((path) => existsSync(path));
}

/** What a form holds, in Bokmål and in each language into which it was translated. */
export function navformioInventory(form, file, translations = translationsFor(file, form)) {
  const inventory = newInventory("navformio", file, "nb");
  inventory.title = textOf(form.title);
  const context = { inventory, translations, page: -1, values: valuesOf(listOf(form.components), []) };
  addTexts(context, { place: "", sort: "heading", text: textOf(form.title) });
  countIntroduction(context, form.introPage);
  const open = { reached: true, keys: [], rows: null };
  listOf(form.components).forEach((component, index) => countComponent(context, component, { ...open, place: `components[${index}]` }));
  return inventory;
}

function countComponent(context, component, where) {
  const here = { ...where, reached: where.reached && isEverShown(context, component) };
  const { place, reached } = here;
  countConditions(context, component, here);
  if (component.type === "panel" && here.keys.length === 0) {
    addPage(context.inventory, { place, title: textOf(component.title), reached });
    context.page = context.inventory.pages.length - 1;
  }
  if (isDisplay(component)) return addTexts(context, { place, reached, text: textOf(component.content) });
  if (isWorkedOut(component)) addLabel(context, component, here);
  else if (!isLayout(component)) countField(context, component, here);
  else addTexts(context, { place, reached, sort: "heading", text: textOf(component.type === "panel" ? component.title : component.legend) });
  const keys = nests(component) ? [...here.keys, textOf(component.key)] : here.keys;
  const rows = component.type === "datagrid" ? keys.join(".") : here.rows;
  listOf(component.components).forEach((inner, index) => countComponent(context, inner, { ...here, keys, rows, place: `${place}.components[${index}]` }));
}

// Some are kept in the file, and hidden for good: by a mark, by a script, or by a value that no answer has.
function isEverShown(context, component) {
  const script = textOf(component.customConditional).trim();
  if (component.hidden === true || /^show\s*=\s*false\s*;?$/.test(script)) return false;
  return script !== "" || component.conditional?.show !== true || mayHold(context, component.conditional);
}

// A condition about an answer that is nowhere asked, or about an option that it does not have, never holds.
function mayHold({ values }, { when, eq }) {
  if (textOf(when) === "") return true;
  const known = values.get(textOf(when)) ?? values.get(textOf(when).split(".").at(-1));
  return known !== undefined && (known === null || known.has(`${eq}`));
}

/** By its path and by its own key, what each answer can be: the values of a choice, or null where that is not known. */
function valuesOf(components, keys, found = new Map()) {
  for (const component of components) {
    const path = [...keys, textOf(component.key)];
    if (!isLayout(component) && !isDisplay(component)) {
      const own = component.type === "radiopanel" && listOf(component.values).length > 0 ? new Set(component.values.map(({ value }) => `${value}`)) : null;
      for (const name of [path.join("."), path.at(-1)]) found.set(name, found.has(name) ? bothOf(found.get(name), own) : own);
    }
    valuesOf(listOf(component.components), nests(component) ? path : keys, found);
  }
  return found;
}

// Two answers may have one key: what either can be counts.
function bothOf(one, other) {
  return one && other ? new Set([...one, ...other]) : null;
}

// A label of a date ends in the form in which one types it, which pages say by themselves: dates have boxes of their own.
const DATES = new Set(["navDatepicker", "monthPicker", "year"]);

function fieldLabels(context, component) {
  const labels = labelsOf(context, textOf(component.label));
  if (!DATES.has(component.type)) return labels;
  return Object.fromEntries(Object.entries(labels).map(([language, label]) => [language, withoutFormat(label)]));
}

function withoutFormat(label) {
  return label.replace(/\s*\((?:dd|mm|åååå|yyyy|åå|yy)(?:[./ -]?(?:dd|mm|åååå|yyyy|åå|yy))*\)/i, "");
}

function countField(context, component, { place, reached, keys, rows }) {
  const isRows = component.type === "datagrid";
  const labels = fieldLabels(context, component);
  const field = addField(context.inventory, {
    place,
    reached,
    rows,
    key: [...keys, textOf(component.key)].join("."),
    type: textOf(component.type),
    labels,
    others: [component.legend, component.title].map(textOf).filter(Boolean),
    required: component.validate?.required === true,
    options: isRows ? [] : optionsOf(context, component),
    upload: component.type === "attachment" && component.attachmentValues?.leggerVedNaa?.enabled === true,
    page: context.page,
  });
  if (isRows) context.inventory.repeats.push({ place, key: field.key, label: textOf(component.label) });
  addLabel(context, component, { place, reached });
  addTexts(context, { place, reached, sort: "hint", text: textOf(component.description) });
  addTexts(context, { place, reached, sort: "hint", text: textOf(component.additionalDescriptionLabel) });
  addTexts(context, { place, reached, sort: "hint", text: textOf(component.additionalDescriptionText) });
  for (const option of field.options) {
    // The ways in which a document comes are named by the engine and not by the form.
    if (component.type !== "attachment") addTexts(context, { place, reached, sort: "option", text: option.label });
    addTexts(context, { place, reached, sort: "hint", text: option.hint });
  }
}

function addLabel(context, component, { place, reached }) {
  if (component.hideLabel === true) return;
  for (const [language, text] of Object.entries(fieldLabels(context, component))) addText(context.inventory, { place, reached, sort: "label", language, text });
}

// Nobody can type into it: what stands there is worked out from other answers.
function isWorkedOut(component) {
  return textOf(component.calculateValue).trim() !== "" && (component.readOnly === true || component.disabled === true);
}

function optionsOf(context, component) {
  if (component.type === "attachment") {
    return Object.entries(component.attachmentValues ?? {})
      .filter(([, value]) => value?.enabled === true)
      .map(([name, value]) => ({ place: "", value: name, label: name, labels: {}, hint: textOf(value.additionalDocumentation?.label), condition: "", reveals: [] }));
  }
  const values = listOf(component.values).length > 0 ? component.values : component.data?.values;
  return listOf(values)
    .filter((one) => textOf(one.value) !== "" || textOf(one.label) !== "")
    .map((one, index) => ({ place: `values[${index}]`, value: one.value, label: textOf(one.label), labels: labelsOf(context, textOf(one.label)), hint: textOf(one.description), condition: "", reveals: [] }));
}

/** A label in each language that has it; what is not translated stays as it is. */
function labelsOf({ translations }, text) {
  const labels = { nb: text };
  for (const [language, words] of Object.entries(translations)) {
    if (languageOf(language) !== "nb" && textOf(words?.[text]) !== "") labels[languageOf(language)] = textOf(words[text]);
  }
  return labels;
}

// `nn-NO` stands for `nn`: nobody tells the Norwegian of one country from that of another.
function languageOf(name) {
  return name.split("-")[0];
}

// The page before the first names its texts by keys, which the translations hold even for Bokmål.
// Keys that are not there are the engine's own words.
function countIntroduction({ inventory, translations }, part) {
  if (part?.enabled === false) return;
  if (part && typeof part === "object") return Object.values(part).forEach((inner) => countIntroduction({ inventory, translations }, inner));
  for (const [language, words] of Object.entries(translations)) {
    if (typeof part === "string") addText(inventory, { place: "introPage", language: languageOf(language), text: textOf(words?.[part]) });
  }
}

function addTexts(context, text) {
  for (const [language, words] of Object.entries(labelsOf(context, text.text))) addText(context.inventory, { ...text, language, text: words });
}

function countConditions(context, component, { place, reached, keys }) {
  // A script of comments alone says nothing.
  const custom = textOf(component.customConditional).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").trim();
  const base = { place, name: [...keys, textOf(component.key)].join("."), reached, decides: reached };
  // The engine looks at the script first, and at the other only where there is none.
  if (custom !== "") return addCondition(context.inventory, { ...base, place: `${place}.customConditional`, ...ofScript(custom, keys) });
  const { when, eq, show } = component.conditional ?? {};
  if (textOf(when) === "") return;
  // Where it never holds, what it hides is always there, or never, and nothing is decided.
  if (!mayHold(context, component.conditional)) return;
  addCondition(context.inventory, { ...base, place: `${place}.conditional`, mentions: [{ field: when, value: eq, operator: show === false ? "is not" : "is" }], understood: show === true || show === false });
}

function ofScript(script, keys) {
  try {
    const mentions = mentionsIn(readScript(script))
      .filter(({ path }) => ["data", "row"].includes(path[0]) && path.length > 1)
      .map(({ path, value }) => ({ field: [...(path[0] === "row" ? keys : []), ...path.slice(1)].join("."), value, operator: "is" }));
    return { mentions, understood: true };
  } catch {
    return { mentions: [], understood: false };
  }
}
