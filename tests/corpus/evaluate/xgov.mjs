// Walks a form of XGov's builder: from its first page, the first link whose condition holds is taken, else the last link
// without a condition; links to pages that are not there are passed over. In the oldest forms the condition stands on the page to which a link leads, and counts as the link's;
// a page whose own condition does not hold is passed over.

import { readExpression } from "../rules/expression.mjs";
import { listOf, textOf } from "../source/read.mjs";
import { isDisplay, linksOf, pathName } from "../source/xgov.mjs";
import { holds, isUnanswered } from "./compare.mjs";
import { result } from "./result.mjs";

/** Prepares a form; gives a function that walks it with a set of answers. */
export function xgovWalker(form, { today }) {
  const pages = new Map();
  for (const page of listOf(form.pages)) if (!pages.has(pathName(page.path))) pages.set(pathName(page.path), page);
  const named = new Map(listOf(form.conditions).map((condition) => [condition.name ?? condition.id, condition.value]));
  const lists = listOf(form.lists);
  const trees = new Map();
  const start = form.startPage && pages.has(pathName(form.startPage)) ? pathName(form.startPage) : [...pages.keys()][0];
  return (answers) => {
    const walk = { pages, named, lists, trees, today, answers, state: {}, ...result() };
    let path = start;
    const passed = new Set();
    while (path !== undefined && pages.has(path) && !passed.has(path)) {
      passed.add(path);
      path = onePage(walk, pages.get(path), path);
    }
    if (passed.has(path)) walk.notes.add(`comes back to ${path}`);
    return walk;
  };
}

/** Meets a page; gives the path of the next one. */
function onePage(walk, page, path) {
  if (!textOf(page.condition) || named(walk, textOf(page.condition), new Set())) {
    walk.visited.push(path);
    const section = textOf(page.section?.name ?? page.section);
    listOf(page.components).forEach((component) => ask(walk, component, section));
  }
  const links = linksOf(page).filter((link) => walk.pages.has(pathName(link.path))).map((link) => ({ path: pathName(link.path), conditions: conditionsOf(walk, link) }));
  const isOpen = (link) => link.conditions.length === 0;
  const taken = links.find((link) => !isOpen(link) && link.conditions.every((holds) => holds())) ?? links.findLast(isOpen) ?? links.findLast((link) => link.conditions.isOfPage);
  return taken?.path;
}

/** What must hold for a link to be taken before others: its own condition, and that of the page to which it leads. */
function conditionsOf(walk, link) {
  const conditions = [];
  if (typeof link.if === "string") conditions.push(() => text(walk, link.if, new Set()));
  else if (textOf(link.condition) || (link.condition && typeof link.condition === "object")) conditions.push(() => named(walk, textOf(link.condition), new Set()));
  const ofPage = textOf(walk.pages.get(pathName(link.path))?.condition);
  conditions.isOfPage = conditions.length === 0 && ofPage !== "";
  if (ofPage) conditions.push(() => named(walk, ofPage, new Set()));
  return conditions;
}

function ask(walk, component, section) {
  if (isDisplay(component)) return;
  const condition = textOf(component.options?.condition);
  if (condition && !named(walk, condition, new Set())) return;
  const key = [section, textOf(component.name)].filter(Boolean).join(".");
  const answer = walk.answers[key];
  walk.asked.push(key);
  if (!isUnanswered(answer)) walk.state[key] = answer;
  if (component.type === "MultiInputField") {
    listOf(answer).forEach((_row, index) => listOf(component.children).forEach((child) => !isDisplay(child) && walk.asked.push(`${key}[${index}].${textOf(child.name)}`)));
  }
  for (const option of chosenOptions(walk, component, answer)) listOf(option.conditional?.components).forEach((inner) => typeof inner === "object" && ask(walk, inner, section));
}

function chosenOptions({ lists }, component, answer) {
  const name = textOf(component.list ?? component.options?.list);
  const items = listOf(lists.find((list) => name !== "" && (list.id === name || list.name === name))?.items);
  return items.filter((item) => [answer].flat().some((one) => `${one}` === `${item.value}`));
}

/** Whether a named condition holds; one that is not there, or stands in a circle, does not. */
function named(walk, name, passed) {
  if (name === "true" || name === "false") return name === "true";
  if (!walk.named.has(name)) {
    walk.notes.add(`no condition is called ${name}`);
    return false;
  }
  if (passed.has(name)) {
    walk.notes.add(`the condition ${name} stands in a circle`);
    return false;
  }
  const value = walk.named.get(name);
  const inner = new Set([...passed, name]);
  return typeof value === "string" ? text(walk, value, inner) : model(walk, value, inner);
}

// `and` binds tighter than `or`: the entries fall into groups at each `or`.
function model(walk, value, passed) {
  const groups = [[]];
  for (const entry of listOf(value?.conditions)) {
    if (entry.coordinator === "or" && groups.at(-1).length > 0) groups.push([]);
    groups.at(-1).push(entry);
  }
  return groups.some((group) => group.length > 0 && group.every((entry) => one(walk, entry, passed)));
}

function one(walk, entry, passed) {
  if (entry.conditionName) return named(walk, entry.conditionName, passed);
  if (entry.conditions) return model(walk, entry, passed);
  const value = entry.value?.type === "RelativeTime" || entry.value?.timePeriod ? entry.value : (entry.value?.value ?? entry.value);
  try {
    return holds(textOf(entry.operator), field(walk, textOf(entry.field?.name)), value, walk.today);
  } catch (error) {
    walk.notes.add(error.message);
    return false;
  }
}

// A name may or may not stand with its section.
function field({ state }, name) {
  if (name in state) return state[name];
  const last = name.split(".").at(-1);
  const key = Object.keys(state).findLast((one) => one === last || one.endsWith(`.${last}`));
  return key === undefined ? undefined : state[key];
}

function text(walk, source, passed) {
  try {
    if (!walk.trees.has(source)) walk.trees.set(source, readExpression(source));
    return truth(valueOf(walk, walk.trees.get(source), passed));
  } catch (error) {
    walk.notes.add(`not understood: ${source} (${error.message})`);
    return false;
  }
}

function truth(value) {
  return value === true || (typeof value === "string" && value !== "") || (typeof value === "number" && value !== 0);
}

function valueOf(walk, tree, passed) {
  if (tree.sort === "literal") return tree.value;
  if (tree.sort === "path") {
    const name = tree.names.join(".");
    return walk.named.has(name) ? named(walk, name, passed) : field(walk, name);
  }
  if (tree.sort === "one") return !truth(valueOf(walk, tree.of, passed));
  if (tree.sign === "||") return truth(valueOf(walk, tree.left, passed)) || truth(valueOf(walk, tree.right, passed));
  if (tree.sign === "&&") return truth(valueOf(walk, tree.left, passed)) && truth(valueOf(walk, tree.right, passed));
  return compared(tree.sign, valueOf(walk, tree.left, passed), valueOf(walk, tree.right, passed));
}

// Values of unlike sorts are not the same: `true` is not the text `true`.
function compared(sign, left, right) {
  if (isUnanswered(left) || isUnanswered(right)) return false;
  const both = typeof left === typeof right ? [left, right] : [Number(left), Number(right)];
  const signs = {
    "==": () => left === right,
    "===": () => left === right,
    "!=": () => left !== right,
    "!==": () => left !== right,
    "<": () => both[0] < both[1],
    ">": () => both[0] > both[1],
    "<=": () => both[0] <= both[1],
    ">=": () => both[0] >= both[1],
    in: () => [right].flat().includes(left),
    "+": () => left + right,
    "-": () => left - right,
    "*": () => left * right,
    "/": () => left / right,
  };
  return signs[sign]();
}
