// Puts good answers in the place of made-up ones that the service refuses, so that both sides are walked with answers that
// both take: nobody comes past a question with an answer that is refused, and what would follow is decided by nothing.

import { questionAsked } from "./mapping.mjs";

/**
 * Changes the answers of the form in `sets` where the service refused what they became; how many there were. Taken is what
 * another set has that was not refused, else what the rules of the question allow. In the last round they are left out.
 */
export function mend(sets, written, paths, { questions, today, round, isLast }) {
  const pool = accepted(sets, written, paths);
  let count = 0;
  sets.forEach((given, set) => {
    for (const { answer } of paths[set].refused) {
      const { target } = questionAsked(answer);
      const good = pool.get(target) ?? allowed(questions.get(target), today).map(partOf(given, written[set].from.get(answer)?.[0]));
      for (const way of written[set].from.get(answer) ?? []) {
        count += 1;
        put(given, way, isLast || good.length === 0 ? undefined : good[(set + round * 7) % good.length]);
      }
    }
  });
  return count;
}

/** The answers of the form that were taken, by the question that they became. */
function accepted(sets, written, paths) {
  const pool = new Map();
  sets.forEach((given, set) => {
    const refused = new Set(paths[set].refused.map(({ answer }) => answer));
    for (const [answer, ways] of written[set].from) {
      if (refused.has(answer) || ways.length !== 1) continue;
      const { target } = questionAsked(answer);
      pool.set(target, [...(pool.get(target) ?? []), at(given, ways[0])]);
    }
  });
  return pool;
}

/** Answers that the rules of a question are likely to allow, as a form has them. */
function allowed(question, today) {
  const { kind, rules = {} } = question ?? {};
  const bound = (rule) => (Number.isFinite(Number.parseFloat(rules[rule])) ? [Number.parseFloat(rules[rule])] : []);
  if (["number", "money", "percent"].includes(kind)) return [...bound("from"), ...bound("to"), 1, 5, 50];
  if (kind === "year") return ["2025", "2010", "1990", "2030"];
  if (kind === "date") return [0, -1, 1, -20, 20, -200, 200, -2_000, 2_000].map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
  if (kind === "month") return [0, -1, 1, -6, 6].map((months) => new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7));
  if (kind !== "text" && kind !== "long_text") return [];
  if (rules.pattern) return [rules.pattern.replaceAll("A", "X").replaceAll("#", "1")];
  return [1, 5, 10].map((length) => "x".repeat(Math.max(length, ...bound("at_least"))));
}

// Who somebody is holds a day of birth among others.
function partOf(given, way) {
  const before = way === undefined ? undefined : at(given, way);
  return (answer) => (before?.fodselsdato === undefined ? answer : { ...before, fodselsdato: answer });
}

function at(given, way) {
  return way.reduce((part, step) => part?.[step], given);
}

function put(given, way, answer) {
  const holder = at(given, way.slice(0, -1));
  if (!holder) return;
  if (answer === undefined) delete holder[way.at(-1)];
  else holder[way.at(-1)] = answer;
}
