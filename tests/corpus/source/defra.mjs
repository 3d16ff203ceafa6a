// Counts what a form of Defra's engine holds. The first version is XGov's; the second names everything by id and asks its
// pages in the order in which they stand.

import { addCondition } from "./inventory.mjs";
import { listOf, textOf } from "./read.mjs";
import { isDisplay, xgovInventory } from "./xgov.mjs";

const ENDS = new Set(["TerminalPageController"]);
// The pages that stand after sending. What stands behind one of them is met by no walk: another journey begins there.
const AFTER_SENDING = new Set(["ConfirmationPageController", "StatusPageController", "StatusPage"]);

/** Whether a form is of the second version, by the engine that it names. */
export function isSecondVersion(form) {
  return form?.engine === "V2";
}

/** What a form holds. */
export function defraInventory(form, file, language = "en") {
  if (!isSecondVersion(form)) return xgovInventory(form ?? {}, file, language, "defra-forms");
  const inventory = xgovInventory(withoutRules(form), file, language, "defra-forms");
  reachInOrder(form, inventory);
  countRepeats(form, inventory);
  countConditions(form, inventory);
  countPayments(form, inventory);
  return inventory;
}

// Its links are not followed, its conditions are of another shape, and a section holds no answers of its own.
function withoutRules(form) {
  return { ...form, conditions: [], fees: [], pages: listOf(form.pages).map((page) => ({ ...page, next: [], condition: undefined, section: undefined })) };
}

// An end without a condition lets nobody past.
function reachInOrder(form, inventory) {
  let open = true;
  listOf(form.pages).forEach((page, index) => {
    const place = `pages[${index}]`;
    const counted = inventory.pages[index];
    counted.reached = open;
    if (ENDS.has(page.controller)) {
      counted.role = "exit";
      open &&= conditionOf(page) !== "";
    }
    if (AFTER_SENDING.has(page.controller)) open &&= conditionOf(page) !== "";
    const reached = counted.reached;
    for (const one of [...inventory.fields.filter((field) => field.page === index), ...inventory.texts.filter((text) => text.place === place || text.place.startsWith(`${place}.`))]) one.reached = reached;
  });
}

function conditionOf(page) {
  return textOf(page.condition);
}

function countRepeats(form, inventory) {
  listOf(form.pages).forEach((page, index) => {
    if (page.controller !== "RepeatPageController") return;
    const key = textOf(page.repeat?.options?.name) || `pages[${index}]`;
    inventory.repeats.push({ place: `pages[${index}]`, key, label: textOf(page.repeat?.options?.title) });
    inventory.fields.filter((field) => field.page === index).forEach((field) => (field.rows = key));
  });
}

function countConditions(form, inventory) {
  const fields = new Map(inventory.fields.map((field) => [field.id, field]));
  const named = new Map(listOf(form.conditions).map((condition) => [condition.id ?? condition.name, condition]));
  const used = new Set(listOf(form.pages).map(conditionOf).filter(Boolean));
  paymentsOf(form).forEach(({ component }) => listOf(component.options?.conditionalAmounts).forEach((one) => used.add(one.condition)));
  for (let round = 0; round < 10; round += 1) {
    for (const id of [...used]) itemsOf(named.get(id)).forEach((item) => item.conditionId && used.add(item.conditionId));
  }
  listOf(form.conditions).forEach((condition, index) => {
    const id = condition.id ?? condition.name;
    const mentions = mentionsOf(condition, { fields, named, lists: listOf(form.lists) }, new Set([id]));
    addCondition(inventory, { place: `conditions[${index}]`, name: id, display: textOf(condition.displayName), mentions, used: used.has(id), reached: used.has(id), decides: used.has(id) });
  });
}

/** The items of a condition, of either version. */
export function itemsOf(condition) {
  return listOf(condition?.items ?? condition?.value?.conditions);
}

function mentionsOf(condition, known, passed) {
  return itemsOf(condition).flatMap((item) => {
    const inner = item.conditionId ?? item.conditionName;
    if (inner) return passed.has(inner) ? [] : mentionsOf(known.named.get(inner), known, new Set([...passed, inner]));
    if (item.field) return [{ field: textOf(item.field.name), value: item.value?.value ?? item.value, operator: textOf(item.operator) }];
    const field = known.fields.get(item.componentId);
    return [{ field: field?.key ?? textOf(item.componentId), value: valueOf(item, known.lists), operator: textOf(item.operator) }];
  });
}

/** The value with which an item compares: that of an entry of a list, or the one that stands there. */
export function valueOf(item, lists) {
  const value = item.value;
  if (!value || typeof value !== "object") return value;
  if (value.itemId === undefined) return value.value ?? value;
  const found = lists.flatMap((list) => listOf(list.items)).find((one) => one.id === value.itemId);
  return found?.value;
}

function paymentsOf(form) {
  return listOf(form.pages).flatMap((page, index) =>
    listOf(page.components).flatMap((component, number) => (component.type === "PaymentField" && !isDisplay(component) ? [{ component, place: `pages[${index}].components[${number}]` }] : [])),
  );
}

// What is paid is a fee and no question.
function countPayments(form, inventory) {
  for (const { component, place } of paymentsOf(form)) {
    const options = component.options ?? {};
    inventory.fields = inventory.fields.filter((field) => field.place !== place);
    const says = textOf(options.description);
    listOf(options.conditionalAmounts).forEach((one, index) => inventory.fees.push({ place: `${place}.options.conditionalAmounts[${index}]`, amount: Number(one.amount), says, condition: textOf(one.condition), times: "" }));
    if (Number(options.amount) > 0) inventory.fees.push({ place, amount: Number(options.amount), says, condition: "", times: "" });
  }
}
