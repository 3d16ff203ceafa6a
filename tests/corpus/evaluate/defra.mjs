// Walks a form of Defra's engine. The second version meets its pages in the order in which they stand, without those whose
// condition does not hold; an end stops it. The first version is XGov's.

import { isSecondVersion, itemsOf, valueOf } from "../source/defra.mjs";
import { listOf, textOf } from "../source/read.mjs";
import { isDisplay, pathName } from "../source/xgov.mjs";
import { holds, isUnanswered } from "./compare.mjs";
import { result } from "./result.mjs";
import { xgovWalker } from "./xgov.mjs";

/** Prepares a form; gives a function that walks it with a set of answers. */
export function defraWalker(form, options) {
  if (!isSecondVersion(form)) return xgovWalker(form, options);
  const lists = listOf(form.lists);
  const named = new Map(listOf(form.conditions).map((condition) => [condition.id ?? condition.name, condition]));
  const keys = new Map(listOf(form.pages).flatMap((page) => listOf(page.components).map((component) => [component.id, textOf(component.name)])));
  return (answers) => {
    const walk = { ...options, lists, named, keys, answers, state: {}, ...result() };
    for (const page of listOf(form.pages)) {
      const condition = textOf(page.condition);
      if (condition !== "" && !conditionHolds(walk, condition, new Set())) continue;
      if (listOf(page.components).some((component) => component.type === "PaymentField")) continue;
      walk.visited.push(pathName(page.path));
      if (page.controller === "RepeatPageController") askRows(walk, page);
      else listOf(page.components).forEach((component) => ask(walk, component));
      if (page.controller === "TerminalPageController") break;
    }
    return walk;
  };
}

function ask(walk, component) {
  if (isDisplay(component)) return;
  const key = textOf(component.name);
  walk.asked.push(key);
  if (!isUnanswered(walk.answers[key])) walk.state[key] = walk.answers[key];
}

function askRows(walk, page) {
  const key = textOf(page.repeat?.options?.name);
  walk.asked.push(key);
  listOf(walk.answers[key]).forEach((_row, index) =>
    listOf(page.components).forEach((component) => !isDisplay(component) && walk.asked.push(`${key}[${index}].${textOf(component.name)}`)),
  );
}

function conditionHolds(walk, id, passed) {
  const condition = walk.named.get(id);
  if (!condition || passed.has(id)) {
    walk.notes.add(condition ? `the condition ${id} stands in a circle` : `no condition is called ${id}`);
    return false;
  }
  const inner = new Set([...passed, id]);
  const items = itemsOf(condition);
  // One coordinator stands for all items; where each has its own, `and` binds tighter.
  const groups = [[]];
  items.forEach((item, index) => {
    const coordinator = index === 0 ? "and" : (item.coordinator ?? condition.coordinator ?? "and");
    if (coordinator === "or") groups.push([]);
    groups.at(-1).push(item);
  });
  return groups.some((group) => group.length > 0 && group.every((item) => itemHolds(walk, item, inner)));
}

function itemHolds(walk, item, passed) {
  const named = item.conditionId ?? item.conditionName;
  if (named) return conditionHolds(walk, named, passed);
  const key = item.field ? textOf(item.field.name).split(".").at(-1) : walk.keys.get(item.componentId);
  const value = item.type === "RelativeDate" ? item.value : valueOf(item, walk.lists);
  try {
    return holds(textOf(item.operator), walk.state[key], value, walk.today);
  } catch (error) {
    walk.notes.add(error.message);
    return false;
  }
}
