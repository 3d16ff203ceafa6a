// Walks a template of GC Forms: group by group where it has groups, else all on one page. An element with rules is shown
// where any of the choices that they name was made; what is not shown has no answer.

import { groupsOf, isDisplay, nextOf, orderedElements, templateOf } from "../source/gcforms.mjs";
import { listOf } from "../source/read.mjs";
import { result } from "./result.mjs";

/** Rules that hang on each other settle in a few rounds, or in none. */
const MOST_ROUNDS = 30;

/** Prepares a template; gives a function that walks it with a set of answers. */
export function gcformsWalker(file) {
  const template = templateOf(file);
  const elements = orderedElements(template).filter((one) => one.laidOut || groupsOf(template));
  const groups = groupsOf(template);
  const byId = new Map(elements.map(({ element }) => [`${element.id}`, element]));
  return (answers) => {
    const walk = { answers, shown: new Set(), ...result() };
    walk.shown = shownElements(walk, elements);
    if (!groups) {
      walk.visited.push("form");
      elements.forEach(({ element }) => ask(walk, element));
      return walk;
    }
    followGroups(walk, groups, byId);
    return walk;
  };
}

function followGroups(walk, groups, byId) {
  let id = "start";
  while (groups[id] && !walk.visited.includes(id) && id !== "review" && id !== "end") {
    walk.visited.push(id);
    listOf(groups[id].elements).forEach((element) => byId.has(`${element}`) && ask(walk, byId.get(`${element}`)));
    const steps = nextOf(groups[id]);
    const taken = steps.find((step) => step.choiceId && !isCatchAll(step) && isChosen(walk, step.choiceId)) ?? steps.find((step) => !step.choiceId || isCatchAll(step));
    id = taken?.groupId;
  }
  if (walk.visited.includes(id)) walk.notes.add(`comes back to ${id}`);
}

function isCatchAll(step) {
  return `${step.choiceId}`.startsWith("catch-all");
}

function ask(walk, element) {
  const id = `${element.id}`;
  if (isDisplay(element) || !walk.shown.has(id)) return;
  walk.asked.push(id);
  if (element.type !== "dynamicRow") return;
  listOf(walk.answers[id]).forEach((_row, row) =>
    listOf(element.properties?.subElements).forEach((inner, index) => !isDisplay(inner) && walk.asked.push(`${id}[${row}].${index}`)),
  );
}

function shownElements(walk, elements) {
  let shown = new Set();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = new Set();
    // What was shown above already counts in the same round.
    for (const { element } of elements) {
      const rules = listOf(element.properties?.conditionalRules).filter((rule) => rule?.choiceId);
      const seen = { ...walk, shown: new Set([...shown, ...next]) };
      if (rules.length === 0 || rules.some((rule) => isChosen(seen, rule.choiceId))) next.add(`${element.id}`);
    }
    if (next.size === shown.size && [...next].every((id) => shown.has(id))) return next;
    shown = next;
  }
  walk.notes.add("does not settle");
  return shown;
}

function isChosen(walk, choiceId) {
  const [id, choice] = `${choiceId}`.split(".");
  if (!walk.shown.has(id)) return false;
  return [walk.answers[id]].flat().includes(Number(choice));
}
