// Counts what a template of GC Forms holds: English and French stand side by side in one file.

import { addCondition, addField, addPage, addText, newInventory } from "./inventory.mjs";
import { listOf, textOf } from "./read.mjs";

const DISPLAYS = new Set(["richText", "plainText", "heading"]);
const LANGUAGES = { en: "En", fr: "Fr" };

/** The template itself, which older files hold under `form`. */
export function templateOf(file) {
  return file?.form ?? file ?? {};
}

/** Whether an element shows something and asks nothing. */
export function isDisplay(element) {
  return DISPLAYS.has(element.type);
}

/** The elements with the places at which they stand, in the order of the layout. Those that it leaves out stand last. */
export function orderedElements(template) {
  const elements = listOf(template.elements).map((element, index) => ({ element, place: `elements[${index}]`, id: `${element.id}` }));
  const layout = listOf(template.layout).map(String);
  if (layout.length === 0) return elements.map((one) => ({ ...one, laidOut: true }));
  const rank = new Map(layout.map((id, index) => [id, index]));
  return elements
    .map((one) => ({ ...one, laidOut: rank.has(one.id) }))
    .sort((one, other) => (rank.get(one.id) ?? layout.length) - (rank.get(other.id) ?? layout.length));
}

/** The groups of a template, by their ids; nothing where it has none. */
export function groupsOf(template) {
  const groups = template.groups;
  return groups && typeof groups === "object" && Object.keys(groups).length > 0 ? groups : null;
}

/** The ids of the groups to which steps lead from `start`. */
export function reachedGroups(groups) {
  const reached = new Set();
  const open = ["start"];
  while (open.length > 0) {
    const id = open.pop();
    if (reached.has(id) || !groups[id]) continue;
    reached.add(id);
    nextOf(groups[id]).forEach((step) => open.push(step.groupId));
  }
  return reached;
}

/** The steps from a group, each `{ groupId, choiceId? }`. */
export function nextOf(group) {
  return listOf(group?.nextAction).map((step) => (typeof step === "object" ? step : { groupId: step }));
}

/** What a template holds. */
export function gcformsInventory(file, path) {
  const template = templateOf(file);
  const inventory = newInventory("gcforms", path, "en");
  inventory.title = textOf(template.titleEn);
  const groups = groupsOf(template);
  const context = { inventory, template, groups, reached: groups ? reachedGroups(groups) : null, choices: new Map() };
  countPages(context);
  const ordered = orderedElements(template);
  ordered.forEach(({ element }) => context.choices.set(`${element.id}`, element));
  ordered.forEach((one) => countElement(context, one));
  countSteps(context);
  for (const [place, part] of Object.entries({ introduction: template.introduction, privacyPolicy: template.privacyPolicy, confirmation: template.confirmation, startPage: template.startPage, endPage: template.endPage })) {
    texts(context, { place, sort: "content" }, part, "description");
  }
  texts(context, { place: "", sort: "heading" }, template, "title");
  return inventory;
}

function countPages({ inventory, groups, reached }) {
  if (!groups) return addPage(inventory, { place: "", title: inventory.title });
  for (const [id, group] of Object.entries(groups)) {
    if (["review", "end"].includes(id)) continue;
    addPage(inventory, { place: `groups.${id}`, title: textOf(group.name ?? group.titleEn), reached: reached.has(id), role: nextOf(group).some((step) => step.groupId === "exit") ? "exit" : "question" });
    texts({ inventory }, { place: `groups.${id}`, sort: "heading", reached: reached.has(id) }, group, "title");
  }
}

/** The group in which an element stands. */
function groupOf(context, id) {
  return Object.entries(context.groups ?? {}).find(([, group]) => listOf(group.elements).map(String).includes(id))?.[0];
}

function countElement(context, { element, place, id, laidOut }) {
  const group = groupOf(context, id);
  const reached = context.groups ? context.reached.has(group) : laidOut;
  const properties = element.properties ?? {};
  countRules(context, element, place, reached);
  if (isDisplay(element)) {
    texts(context, { place, reached, sort: "content" }, properties, "title");
    return texts(context, { place, reached, sort: "content" }, properties, "description");
  }
  const field = countField(context, element, { place, key: id, reached, group });
  if (element.type !== "dynamicRow") return;
  context.inventory.repeats.push({ place, key: id, label: textOf(properties.titleEn) });
  listOf(properties.subElements).forEach((inner, index) => {
    const where = { place: `${place}.properties.subElements[${index}]`, key: `${id}.${index}`, reached, group, rows: field.key };
    if (!isDisplay(inner)) return countField(context, inner, where);
    for (const name of ["title", "description"]) texts(context, { ...where, sort: "content" }, inner.properties ?? {}, name);
  });
}

function countField(context, element, { place, key, reached, group, rows = null }) {
  const properties = element.properties ?? {};
  const field = addField(context.inventory, {
    place,
    key,
    rows,
    reached,
    type: typeOf(element),
    labels: both(properties, "title"),
    required: properties.validation?.required === true,
    options: optionsOf(element, place),
    upload: element.type === "fileInput",
    page: context.inventory.pages.findIndex((page) => page.place === `groups.${group}`),
  });
  texts(context, { place, reached, sort: "label" }, properties, "title");
  texts(context, { place, reached, sort: "hint" }, properties, "description");
  for (const option of field.options) {
    for (const [language, text] of Object.entries(option.labels)) addText(context.inventory, { place, language, sort: "option", reached, text });
  }
  return field;
}

// The first entry of a list that opens is often empty, or asks to select one: it answers nothing, and is no option.
function optionsOf(element, place) {
  const isPrompt = (label, index) => label === "" || (index === 0 && ["dropdown", "combobox"].includes(element.type) && /^(?:please\b|select\b|choose\b|--)/i.test(label));
  return listOf(element.properties?.choices)
    .map((choice, index) => ({ place: `${place}.properties.choices[${index}]`, value: index, label: textOf(choice?.en), labels: { en: textOf(choice?.en), fr: textOf(choice?.fr) }, hint: "", condition: "", reveals: [] }))
    .filter((option, index) => !isPrompt(option.label.trim(), index));
}

// What a line of text takes is said apart from its type.
function typeOf(element) {
  const sort = element.properties?.validation?.type;
  return element.type === "textField" && sort && sort !== "text" ? `textField:${sort}` : textOf(element.type);
}

// Keys that are written another way, such as descriptionEN, are shown by nobody.
function both(properties, name) {
  return Object.fromEntries(Object.entries(LANGUAGES).map(([language, ending]) => [language, textOf(properties[`${name}${ending}`])]));
}

function texts({ inventory }, where, properties, name) {
  for (const [language, text] of Object.entries(both(properties ?? {}, name))) addText(inventory, { ...where, language, text });
}

function countRules(context, element, place, reached) {
  const rules = listOf(element.properties?.conditionalRules).filter((rule) => rule?.choiceId);
  if (rules.length === 0) return;
  addCondition(context.inventory, { place, name: `${element.id}`, mentions: rules.map((rule) => mention(rule.choiceId)), reached, decides: reached });
}

function countSteps(context) {
  for (const [id, group] of Object.entries(context.groups ?? {})) {
    const reached = context.reached.has(id);
    nextOf(group).forEach((step, index) => {
      if (!step.choiceId || step.choiceId.startsWith("catch-all")) return;
      addCondition(context.inventory, { place: `groups.${id}.nextAction[${index}]`, name: step.choiceId, mentions: [mention(step.choiceId)], reached, decides: reached });
    });
  }
}

/** The field and the choice that an id such as `8.0` names. */
export function mention(choiceId) {
  const [field, choice] = `${choiceId}`.split(".");
  return { field, value: choice === undefined ? undefined : Number(choice), operator: "is" };
}
