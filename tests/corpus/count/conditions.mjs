// Looks whether each condition of a form is said somewhere in the service: by the questions and options that it names.
// Whether it means the same is tried by walking, not here.

import { bare } from "../source/words.mjs";

/** The conditions that decide something, each `{ condition, became }`, where `became` is `said`, `by_others` or `missing`. */
export function comparedConditions(inventory, model, pairs, conditions = []) {
  const questions = new Map(pairs.filter((pair) => pair.question).map((pair) => [pair.field.key, pair]));
  const mentions = mentionsOf(model, conditions);
  const own = (condition) => questions.get(condition.name)?.question;
  return inventory.conditions
    .filter((condition) => condition.used && condition.reached && condition.decides)
    .map((condition) => ({ condition, became: worst(condition.mentions.map((mention) => said(mention, questions, mentions, own(condition)))) }));
}

const RANK = ["said", "by_others", "missing"];

function worst(list) {
  return list.length === 0 ? "missing" : RANK[Math.max(...list.map((one) => RANK.indexOf(one)))];
}

// Where one option leads on and the others do not, to name either says it.
function said({ field, value }, questions, mentions, own) {
  const pair = found(field, questions);
  // A box that is ticked instead of an answer is a part of the question that hangs on it.
  if (pair?.isPart && pair.question === own) return "said";
  const named = pair && mentions.get(pair.question.name);
  if (!named) return "missing";
  const index = pair.field.options.findIndex((option) => `${option.value}` === `${value}`);
  if (index < 0 || pair.question.kind === "yes_no") return "said";
  const options = pair.question.options ?? [];
  const label = bare(pair.field.options[index].label).replaceAll(" ", "_");
  const name = options.length === pair.field.options.length ? options[index] : options.find((one) => label.includes(one));
  return named.has(name) ? "said" : "by_others";
}

function found(name, questions) {
  const key = `${name}`.replace(/\.value$/, "");
  if (questions.has(key)) return questions.get(key);
  // A name may be written without what it stands in, and may be followed by the box that is ticked.
  const tries = [key.split(".").at(-1), key.split(".").slice(0, -1).join("."), key.split(".").slice(1).join(".")];
  for (const one of tries.filter(Boolean)) {
    for (const [other, pair] of questions) if (other === one || other.endsWith(`.${one}`)) return pair;
  }
  return undefined;
}

/** The questions that any expression of the service names, each with the words beside it, through the facts it names. */
function mentionsOf(model, conditions) {
  const facts = new Map((model.facts ?? []).map((fact) => [fact.name, JSON.stringify(fact.is)]));
  const names = new Set((model.questions ?? []).map((question) => question.name));
  const parts = [...(model.pages ?? []), ...(model.questions ?? []), ...(model.fees ?? []), ...(model.tasks ?? []), ...(Array.isArray(model.ends) ? model.ends : [])];
  const texts = [...parts.flatMap((part) => [part?.when, part?.times, part?.amount, part?.exactly]), ...facts.values(), ...conditions].filter((text) => text !== undefined && text !== null);
  const found = new Map();
  for (const text of texts) {
    const words = `${typeof text === "string" ? text : JSON.stringify(text)}`.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    for (const word of words.filter((one) => names.has(one))) found.set(word, new Set([...(found.get(word) ?? []), ...words]));
  }
  return found;
}
