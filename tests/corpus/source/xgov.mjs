// Counts what a form of XGov's builder holds, versions 1 and 2, from its JSON. Defra's first version is the same.

import { mentionsIn } from "../rules/mentions.mjs";
import { readExpression } from "../rules/expression.mjs";
import { addCondition, addField, addPage, addText, newInventory } from "./inventory.mjs";
import { listOf, textOf } from "./read.mjs";

const DISPLAYS = new Set(["Para", "Html", "Details", "InsetText", "FlashCard", "List", "ContentWithState", "Markdown", "NotificationBanner"]);
const UPLOADS = new Set(["FileUploadField", "ClientSideFileUploadField"]);

/** Whether a component shows something and asks nothing. */
export function isDisplay(component) {
  return DISPLAYS.has(component.type);
}

/** A path as links write it: with one stroke in front. */
export function pathName(path) {
  return `/${textOf(path).replace(/^\/+/, "")}`;
}

/** What a form holds. */
export function xgovInventory(form, file, language = "en", format = "xgov-v1") {
  const inventory = newInventory(format, file, language);
  const context = { form, inventory, lists: listOf(form.lists), reached: reachedPages(form), taken: new Set() };
  inventory.title = textOf(form.name);
  listOf(form.pages).forEach((page, index) => countPage(context, page, index));
  countConditions(context);
  countUnrolled(context);
  listOf(form.fees).forEach((fee, index) =>
    inventory.fees.push({ place: `fees[${index}]`, amount: Number(fee.amount) / 100, says: textOf(fee.description), condition: textOf(fee.condition), times: textOf(fee.multiplier) }),
  );
  return inventory;
}

/** The paths of the pages to which links lead from the first one. */
export function reachedPages(form) {
  const pages = new Map();
  for (const page of listOf(form.pages)) if (!pages.has(pathName(page.path))) pages.set(pathName(page.path), page);
  const first = pages.has(pathName(form.startPage)) && form.startPage ? pathName(form.startPage) : [...pages.keys()][0];
  const reached = new Set();
  const open = first === undefined ? [] : [first];
  while (open.length > 0) {
    const path = open.pop();
    if (reached.has(path) || !pages.has(path)) continue;
    reached.add(path);
    linksOf(pages.get(path)).forEach((link) => open.push(pathName(link.path)));
  }
  return reached;
}

/** The links of a page; some are a path alone. */
export function linksOf(page) {
  return listOf(page.next)
    .map((link) => (typeof link === "object" ? link : { path: link }))
    .filter((link) => link.path !== undefined && link.path !== null);
}

function countPage(context, page, index) {
  const place = `pages[${index}]`;
  const reached = context.reached.has(pathName(page.path));
  const role = roleOf(page);
  addPage(context.inventory, { place, title: textOf(page.title), reached, role });
  if (role !== "summary") addText(context.inventory, { place, sort: "heading", reached, text: textOf(page.title) });
  const where = { page: index, title: textOf(page.title), section: textOf(page.section?.name ?? page.section), reached };
  listOf(page.components).forEach((component, number) => countComponent(context, component, { ...where, place: `${place}.components[${number}]` }));
}

function roleOf(page) {
  const controller = textOf(page.controller).toLowerCase();
  if (controller.includes("summary") && !controller.includes("repeatingsection") && !controller.includes("minisummary")) return "summary";
  return controller.includes("start") ? "start" : "question";
}

function countComponent(context, component, where) {
  const { inventory } = context;
  const { place, reached } = where;
  if (isDisplay(component)) {
    addText(inventory, { place, reached, text: textOf(component.content) });
    if (component.type === "Details") addText(inventory, { place, sort: "label", reached, text: textOf(component.title) });
    if (component.type === "List") optionsOf(context, component).forEach((option) => addText(inventory, { place, reached, text: option.label }));
    return;
  }
  if (component.type === "MultiInputField") return countRows(context, component, where);
  countField(context, component, where, null);
}

function countRows(context, component, where) {
  const rows = addField(context.inventory, { ...fieldOf(context, component, where), options: [] });
  context.inventory.repeats.push({ place: where.place, key: rows.key, label: textOf(component.title) });
  listOf(component.children).forEach((child, number) =>
    countField(context, child, { ...where, section: rows.key, place: `${where.place}.children[${number}]` }, rows.key),
  );
}

function countField(context, component, where, rows) {
  const field = addField(context.inventory, { ...fieldOf(context, component, where), rows });
  const { place, reached } = where;
  addText(context.inventory, { place, sort: "label", reached, text: labelOf(component) });
  addText(context.inventory, { place, sort: "hint", reached, text: textOf(component.hint) });
  // Some keep guidance in the place of a display's content.
  if (component.content) addText(context.inventory, { place, sort: "hint", reached, text: textOf(component.content) });
  for (const option of field.options) {
    addText(context.inventory, { place, sort: "option", reached, text: option.label });
    addText(context.inventory, { place, sort: "hint", reached, text: option.hint });
    option.reveals.forEach((one, number) => countField(context, one, { ...where, place: `${option.place}.conditional.components[${number}]` }, rows));
  }
}

function fieldOf(context, component, where) {
  return {
    place: where.place,
    key: [where.section, textOf(component.name)].filter(Boolean).join("."),
    name: textOf(component.name),
    type: textOf(component.type),
    labels: { [context.inventory.language]: labelOf(component) },
    others: [where.title, component.options?.summaryTitle, component.shortDescription].map(textOf).filter(Boolean),
    required: isRequired(component),
    options: optionsOf(context, component),
    upload: UPLOADS.has(component.type),
    reached: where.reached,
    page: where.page,
    id: textOf(component.id),
  };
}

// Of files sent in the browser, `minimumRequiredFiles` says how many must come: none is enough where it is 0.
function isRequired(component) {
  if (component.options?.required === false) return false;
  return !(UPLOADS.has(component.type) && Number(component.options?.minimumRequiredFiles ?? component.minimumRequiredFiles ?? 1) === 0);
}

// The mark that an answer may be left out is not part of a label: each system adds its own.
function labelOf(component) {
  const label = textOf(component.title);
  return isRequired(component) ? label : label.replace(/\s*\((optional|dewisol)\)\s*$/i, "");
}

function optionsOf(context, component) {
  const { lists, inventory } = context;
  const name = textOf(component.list ?? component.options?.list);
  const number = lists.findIndex((list) => name !== "" && (list.id === name || list.name === name));
  const own = Array.isArray(component.values?.items) ? component.values.items : Array.isArray(component.options) ? component.options : [];
  const items = number < 0 ? own : listOf(lists[number].items);
  return items.map((item, index) => ({
    place: `lists[${number}].items[${index}]`,
    id: item.id,
    value: item.value,
    label: textOf(item.text ?? item.label),
    labels: { [inventory.language]: textOf(item.text ?? item.label) },
    hint: textOf(item.description ?? item.hint),
    condition: textOf(item.condition),
    reveals: listOf(item.conditional?.components).filter((one) => typeof one === "object" && !isDisplay(one)),
  }));
}

// A condition is named once, and counts as used where a link, a page, a component, an option or a fee names it.
function countConditions(context) {
  const { form, inventory } = context;
  const named = new Map();
  const used = usedConditions(context);
  listOf(form.conditions).forEach((condition, index) => named.set(condition.name ?? condition.id, { condition, place: `conditions[${index}]` }));
  for (const [name, { condition, place }] of named) {
    const { mentions, understood } = mentionsOf(condition.value, named, new Set([name]));
    const use = used.get(name);
    addCondition(inventory, { place, name, display: textOf(condition.displayName), mentions, understood, used: use !== undefined, reached: use?.reached ?? false, decides: use?.decides ?? false });
  }
  for (const link of inlineConditions(context)) addCondition(inventory, link);
}

/** Where each condition is used: whether from a page that is reached, and whether it decides anything there. */
function usedConditions({ form, reached }) {
  const used = new Map();
  const use = (name, isReached, decides = true) => {
    if (typeof name !== "string" || name === "") return;
    const before = used.get(name) ?? { reached: false, decides: false };
    used.set(name, { reached: before.reached || isReached, decides: before.decides || (isReached && decides) });
  };
  for (const page of listOf(form.pages)) {
    const isReached = reached.has(pathName(page.path));
    const links = linksOf(page);
    // Where all links lead to one page it does not matter which is taken.
    const decides = new Set(links.map((link) => pathName(link.path))).size > 1;
    links.forEach((link) => use(link.condition, isReached, decides));
    use(page.condition, isReached);
    listOf(page.components).forEach((component) => use(component.options?.condition, isReached));
  }
  listOf(form.lists).forEach((list) => listOf(list.items).forEach((item) => use(item.condition, true)));
  listOf(form.fees).forEach((fee) => use(fee.condition, true));
  // A condition that another names is used where that one is.
  for (let round = 0; round < 10; round += 1) {
    for (const condition of listOf(form.conditions)) {
      const by = used.get(condition.name);
      if (by) namesIn(condition.value).forEach((name) => use(name, by.reached, by.decides));
    }
  }
  return used;
}

function namesIn(value) {
  if (typeof value === "string") return value.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return listOf(value?.conditions).flatMap((entry) => (entry.conditionName ? [entry.conditionName] : namesIn(entry)));
}

function inlineConditions({ form, reached }) {
  const found = [];
  listOf(form.pages).forEach((page, index) => {
    const links = linksOf(page);
    // As with conditions that have a name: where all links lead to one page nothing is decided.
    const parts = new Set(links.map((link) => pathName(link.path))).size > 1;
    links.forEach((link, number) => {
      if (typeof link.if !== "string") return;
      const isReached = reached.has(pathName(page.path));
      found.push({ place: `pages[${index}].next[${number}]`, name: link.if, ...mentionsOf(link.if, new Map(), new Set()), used: true, reached: isReached, decides: isReached && parts });
    });
  });
  return found;
}

/** What a condition mentions, through the conditions that it names; `passed` keeps a circle from being walked for ever. */
function mentionsOf(value, named, passed) {
  if (typeof value === "string") return ofText(value, named, passed);
  const mentions = [];
  let understood = true;
  for (const entry of listOf(value?.conditions)) {
    const inner = entry.conditionName ? ofName(entry.conditionName, named, passed) : entry.conditions ? mentionsOf(entry, named, passed) : null;
    if (inner) mentions.push(...inner.mentions);
    else mentions.push({ field: textOf(entry.field?.name), value: entry.value?.value ?? entry.value, operator: textOf(entry.operator) });
    understood &&= inner?.understood ?? true;
  }
  return { mentions, understood };
}

function ofName(name, named, passed) {
  if (passed.has(name) || !named.has(name)) return { mentions: [], understood: named.has(name) };
  return mentionsOf(named.get(name).condition.value, named, new Set([...passed, name]));
}

function ofText(text, named, passed) {
  try {
    const parts = mentionsIn(readExpression(text)).map((mention) =>
      mention.path.length === 1 && mention.value === undefined && named.has(mention.path[0])
        ? ofName(mention.path[0], named, passed)
        : { mentions: [{ field: mention.path.join("."), value: mention.value, operator: "is" }], understood: true },
    );
    return { mentions: parts.flatMap((part) => part.mentions), understood: parts.every((part) => part.understood) };
  } catch {
    return { mentions: [], understood: false };
  }
}

// "Add another person" by hand: a page, one that asks whether there is one more, and again the same page. What is asked is
// one question of rows. The copies, and the pages between, are no questions of their own.
function countUnrolled({ form, inventory }) {
  const pages = listOf(form.pages);
  const asksForMore = (page) => textOf(page?.controller).endsWith("RepeatingSectionSummaryPageController");
  const shape = (page) => listOf(page.components).filter((one) => !isDisplay(one)).map((one) => `${one.type} ${textOf(one.title)}`).join("\n");
  const at = (path) => pages.findIndex((page) => pathName(page.path) === pathName(path));
  const copies = new Set();
  const leadTo = (index) => pages.map((page, from) => ({ page, from })).filter(({ page }) => linksOf(page).length === 1 && at(linksOf(page)[0].path) === index);
  pages.forEach((between, index) => {
    if (!asksForMore(between)) return;
    for (const { page, from } of leadTo(index)) {
      const next = linksOf(between).map((link) => at(link.path)).filter((to) => to >= 0 && to !== from && shape(pages[to]) !== "" && shape(pages[to]) === shape(page));
      if (next.length === 0) continue;
      next.forEach((to) => copies.add(to));
      copies.add(index);
    }
  });
  pages.forEach((page, index) => asksForMore(page) && leadTo(index).some(({ from }) => copies.has(from)) && copies.add(index));
  const isCopy = (place) => [...copies].some((index) => place === `pages[${index}]` || place.startsWith(`pages[${index}].`));
  const first = new Set(pages.flatMap((page, index) => (copies.has(index) && asksForMore(page) ? leadTo(index).map(({ from }) => from).filter((from) => !copies.has(from)) : [])));
  for (const index of first) {
    const key = `pages[${index}].rows`;
    inventory.repeats.push({ place: `pages[${index}]`, key, label: textOf(pages[index].title) });
    inventory.fields.filter((field) => field.page === index).forEach((field) => (field.rows = key));
  }
  const own = new Set(inventory.fields.filter((field) => isCopy(field.place)).flatMap((field) => [field.key, field.name]));
  for (const one of [...inventory.fields, ...inventory.texts]) if (isCopy(one.place)) one.reached = false;
  for (const one of inventory.conditions) if (one.mentions.length > 0 && one.mentions.every(({ field }) => own.has(field))) one.reached = false;
}
