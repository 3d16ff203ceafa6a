// Works out from the conditions of a definition what must be answered so that a page is met, or passed by.

import { tree } from "./definition.mjs";

// A condition has more ways than anybody walks; the first ones say enough.
const MOST_WAYS = 48;
const MOST_PAGES = 12;
const OPPOSITE = { is: "is not", "is not": "is", has: "lacks", lacks: "has", answered: "empty", empty: "answered", "<": ">=", ">=": "<", ">": "<=", "<=": ">" };
const TURNED = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", is: "is", "is not": "is not" };
const OVER_ROWS = new Set(["any", "all", "count", "sum", "highest", "lowest"]);

/**
 * The ways in which a condition holds, or does not: each a list of wishes `{ name, sign, value }`, one of which is about
 * the answer to one question. A wish is missing where the condition says more than is understood here.
 */
export function waysOf(condition, holds, definition) {
  return condition ? ways(condition, holds, definition, 0) : [[]];
}

/** The ways to meet a page, with what must be answered so that the questions in its condition are asked themselves. */
export function waysTo(page, definition) {
  return closed(waysOf(tree(page.when ?? ""), true, definition), definition);
}

/** The ways to pass a page by. */
export function waysPast(page, definition) {
  return closed(waysOf(tree(page.when ?? ""), false, definition), definition);
}

/** Ways with what they need themselves, the shortest first, without those that cannot come true. */
function closed(ways, definition) {
  const possible = ways.flatMap((way) => withPages(way, definition)).map(joined).filter(Boolean);
  return possible.sort((one, other) => one.length - other.length).slice(0, MOST_WAYS);
}

// What a way looks at must be asked itself, and so must what that depends on.
function withPages(way, definition) {
  const seen = new Set();
  let all = [way];
  for (let n = 0; n < MOST_PAGES && all.length > 0; n += 1) {
    const next = all[0].map((wish) => wish.name).filter((name) => !seen.has(name));
    if (next.length === 0) break;
    for (const name of next) {
      if (!seen.has(name)) for (const condition of conditionsOf(name, definition)) all = product([all, waysOf(condition, true, definition)]);
      seen.add(name);
    }
  }
  return all;
}

/** Under which conditions a question is asked: that of its page, its own, and those of the rows in which it stands. */
function conditionsOf(name, definition) {
  const question = definition.questions.get(name);
  if (!question) return [];
  const whens = [definition.pages.get(question.page)?.when, question.when].filter(Boolean).map(tree);
  const inRows = question.in_rows ? conditionsOf(question.in_rows, definition) : [];
  return [...whens.filter(Boolean), ...inRows];
}

function ways(condition, holds, definition, depth) {
  if (!condition || depth > 30) return [[]];
  const { sign, call, name, args } = condition;
  const inner = (one, holdsNow = holds) => ways(one, holdsNow, definition, depth + 1);
  if (sign === "not") return inner(args[0], !holds);
  if (sign === "and" || sign === "or") {
    const each = args.map((one) => inner(one));
    return (sign === "or") === holds ? each.flat().slice(0, MOST_WAYS) : product(each);
  }
  if (name !== undefined) return ofName(name, holds, definition, depth);
  if (call !== undefined) return ofCall(call, args, holds, { definition, depth });
  if (sign) return ofComparison(sign, args, holds, { definition, depth });
  return [[]];
}

function ofName(name, holds, definition, depth) {
  if (definition.questions.has(name)) return [[{ name, sign: "is", value: holds ? "yes" : "no" }]];
  const cases = definition.facts.get(name);
  return cases ? ofCases(cases, (value) => ways(value, holds, definition, depth + 1), definition, depth) : [[]];
}

// A case counts where its own condition holds and those of the cases above it do not.
function ofCases(cases, waysOfValue, definition, depth) {
  return cases
    .flatMap(({ value, when }, at) => {
      const before = cases.slice(0, at).map((one) => ways(one.when, false, definition, depth + 1));
      const own = when ? [ways(when, true, definition, depth + 1)] : [];
      return product([...before, ...own, waysOfValue(value)]);
    })
    .slice(0, MOST_WAYS);
}

function ofCall(call, args, holds, { definition, depth }) {
  const [first, second] = args;
  const wish = (sign, value) => (first?.name ? [[{ name: first.name, sign, value }]] : [[]]);
  if (call === "answered") return wish(holds ? "answered" : "empty");
  if (call === "ticked") return wish(holds ? "ticked" : "answered");
  if (call === "yes") return wish("is", holds ? "yes" : "no");
  if (!OVER_ROWS.has(call) || !second) return [[]];
  const rows = definition.questions.get(first?.name)?.kind === "rows" && holds ? [[{ name: first.name, sign: "rows", value: 1 }]] : [[]];
  return product([rows, ways(second, holds, definition, depth + 1)]);
}

function ofComparison(sign, [left, right], holds, { definition, depth }) {
  if (sign === "in" && right.list) {
    const each = right.list.map((one) => ofComparison("is", [left, one], holds, { definition, depth }));
    return holds ? each.flat().slice(0, MOST_WAYS) : product(each);
  }
  if (sign === "in") return right.name && left.name ? [[{ name: right.name, sign: holds ? "has" : "lacks", value: left.name }]] : [[]];
  if (valueOf(left, definition) !== undefined && right.name && TURNED[sign]) return ofComparison(TURNED[sign], [right, left], holds, { definition, depth });
  const value = valueOf(right, definition);
  if (value === undefined) return [[]];
  const meant = holds ? sign : OPPOSITE[sign];
  const cases = left.name && definition.facts.get(left.name);
  if (cases) return ofCases(cases, (one) => (constant(one, meant, value) ?? ofComparison(sign, [one, right], holds, { definition, depth: depth + 1 })), definition, depth);
  if (left.name && definition.questions.has(left.name)) return [[{ name: left.name, sign: meant, value }]];
  const [first, second] = left.args ?? [];
  if (left.call === "age" && first?.name) return [[{ name: first.name, sign: `age ${meant}`, value }]];
  if (left.call === "count" && first?.name && !second) return [[{ name: first.name, sign: `rows ${meant}`, value }]];
  if ((OVER_ROWS.has(left.call) || left.call === "total") && (second ?? first)?.name) return ofComparison(sign, [second ?? first, right], holds, { definition, depth: depth + 1 });
  return [[]];
}

// Of a fact that comes to one of some words: the case whose word it is.
function constant(one, sign, value) {
  const word = one?.name ?? one?.number ?? one?.text;
  if (sign !== "is" && sign !== "is not") return undefined;
  return (word === value) === (sign === "is") ? [[]] : [];
}

// A name that is neither a question nor a fact is an option.
function valueOf({ name, number, text }, definition) {
  if (number !== undefined) return number;
  if (text !== undefined) return text;
  const isOption = name !== undefined && name !== "today" && !name.includes(".") && !definition.questions.has(name) && !definition.facts.has(name);
  return isOption ? name : undefined;
}

function product(each) {
  return each.reduce((all, one) => all.flatMap((way) => one.map((other) => [...way, ...other])).slice(0, MOST_WAYS), [[]]);
}

/** The wishes of a way, each once; nothing where two of them cannot both come true. */
export function joined(way) {
  const found = [];
  for (const wish of way) {
    if (found.some((one) => one.name === wish.name && one.sign === wish.sign && one.value === wish.value)) continue;
    if (found.some((one) => one.name === wish.name && contradict(one, wish))) return undefined;
    found.push(wish);
  }
  return found;
}

function contradict(one, other) {
  if (one.sign === "is" && other.sign === "is") return one.value !== other.value;
  return OPPOSITE[one.sign] === other.sign && one.value === other.value;
}

/** Whether an answer is as the wishes about its question have it: a text, a number, a day, or a list of options. */
export function suits(answer, wishes, today) {
  return wishes.every((wish) => suitsOne(answer, wish, today));
}

function suitsOne(answer, { sign, value }, today) {
  if (sign === "answered") return answer !== undefined && answer !== "ticked";
  if (sign === "empty") return answer === undefined;
  if (sign === "ticked") return answer === "ticked";
  if (sign.startsWith("rows")) return true;
  // What was not answered has no value, so that neither a condition nor its opposite holds.
  if (answer === undefined || answer === "ticked") return false;
  if (sign.startsWith("age ")) return compare(ageOn(`${answer}`, today), sign.slice(4), value);
  if (sign === "has") return Array.isArray(answer) && answer.includes(value);
  if (sign === "lacks") return Array.isArray(answer) && !answer.includes(value);
  return compare(typeof value === "number" ? Number(answer) : `${answer}`, sign, value);
}

function compare(left, sign, right) {
  return { is: left === right, "is not": left !== right, "<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right }[sign] ?? true;
}

function ageOn(day, today) {
  return Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0);
}
