// Makes up answers to a question by its kind and its rules: several, the likeliest first, because what a rule between
// answers wants can only be found out by trying.

import { dayAfter, dayOf, inBoxes } from "./days.mjs";
import { suits } from "./ways.mjs";

/** Numbers that nobody has, or that are published for tests. */
const NUMBERS = {
  national_id: { GB: "AB 12 34 56 C", NO: "311239 99935", SE: "900101-9802", CA: "046 454 286", FR: "2 69 05 49 588 157 80", NL: "999990019", IE: "1234567FA" },
  organisation_number: { GB: "99999999", NO: "999 999 999", SE: "499999-9990", FR: "123 456 782", NL: "99999999", CA: "12345 6782", IE: "999999" },
};
const IBANS = { NO: "NO93 8601 1117 947", GB: "GB82 WEST 1234 5698 7654 32" };
const LINES = { first: "Amina", last: "Clarke", full: "Amina Clarke", name: "Amina Clarke", title: "Ms", line_1: "7 Mill Road", town: "Leeds", postcode: "LS2 1AA", country: "GB", sort_code: "00 00 00", number: "12345678", latitude: "51.4780", longitude: "-0.0015" };
/** As many points as any outline may have to have. */
const POINTS = "51.470, -0.010\n51.470, 0.010\n51.480, 0.010\n51.490, 0.000\n51.480, -0.010";
const PLAIN = {
  email: ["name@example.com"],
  phone: ["+44 20 7946 0958", "020 7946 0958"],
  website: ["https://www.example.com"],
  time: ["14:30", "10:00"],
  percent: ["25"],
  postcode: ["LS2 1AA"],
  signature: ["Amina Clarke"],
};
const TEXTS = ["Exemplar answer", "Answer", "12345678", "1234", "AB12 CDE", "12", "LS2 1AA", "name@example.com"];
// The entry below what a search found, for who wants none of it.
const SEARCH_AGAIN = "?";
const CODES = { country: ["GB", "NO"], nationality: ["GB", "NO"], currency: ["NOK", "EUR"] };

/**
 * Answers to a question that fit what is wished for, in the order in which to try them: each with its `value`, which is
 * what conditions look at, and `fields`, what goes into its controls by their suffixes. `value` is undefined for none.
 */
export function answersTo(question, controls, manner) {
  const { wishes, today } = manner;
  const made = (MAKERS[question.kind] ?? ofControls)(question, controls, manner);
  const none = { value: undefined, fields: {} };
  const ticked = { value: "ticked", fields: { ticked: ["yes"] } };
  const canBeEmpty = question.optional || !question.kind;
  const order = [...(canBeEmpty && manner.isBrief ? [none] : []), ...made, ...(question.hasTick ? [ticked] : []), ...(canBeEmpty ? [none] : [])];
  const fitting = order.filter(({ value }) => suits(value, wishes, today));
  return fitting.length > 0 ? fitting : order;
}

const MAKERS = {
  yes_no: (question, controls, manner) => turned(["yes", "no"], manner).map(one),
  one_of: ofOne,
  rows: (question, controls, manner) => [one(manner.rows ? "yes" : "no")],
  any_of: ofAny,
  declaration: (question, controls) => [{ value: "yes", fields: { "": [controls.get("")?.[0].value ?? "yes"] } }],
  evidence: ofControls,
  text: (question, controls, manner) => ofText(question.rules, manner).map(one),
  long_text: (question, controls, manner) => ofText(question.rules, manner).map(one),
  number: (question, controls, manner) => ofNumber(question.rules, manner).map(typed),
  money: (question, controls, manner) => ofNumber(question.rules, manner).map(typed),
  percent: (question, controls, manner) => ofNumber({ from: 0, to: 100, ...question.rules }, manner).map(typed),
  date: (question, controls, manner) => ofDays(question.rules, manner).map((value) => ({ value, fields: inBoxes(value) })),
  month: (question, controls, manner) => ofDays(question.rules, manner).map((value) => ({ value, fields: without(inBoxes(value), "day") })),
  year: (question, controls, manner) => ofYears(question.rules, manner).map(typed),
  date_range: (question, controls, manner) => ofDays(question.rules, manner).map((value) => ({ value, fields: inBoth(value, dayAfter(value, 1)) })),
  national_id: (question) => [one(NUMBERS.national_id[question.rules.of])],
  organisation_number: (question) => [one(NUMBERS.organisation_number[question.rules.of])],
  place: (question, controls) => (question.rules.as && question.rules.as !== "point" ? [one(POINTS)] : ofControls(question, controls)),
  bank_account: (question, controls) => [{ value: "account", fields: { ...lines(controls, ["name", "sort_code", "number"]), iban: IBANS[question.rules.of] ?? IBANS.GB } }],
  country: ofCode,
  nationality: ofCode,
  currency: ofCode,
  ...Object.fromEntries(Object.entries(PLAIN).map(([kind, values]) => [kind, () => values.map(one)])),
};

function one(value) {
  return { value, fields: { "": value } };
}

function typed(value) {
  return { value, fields: { "": `${value}` } };
}

/** The same list, begun where the walk picks. */
function turned(list, manner) {
  const at = list.length < 2 ? 0 : manner.pick(list.length);
  return [...list.slice(at), ...list.slice(0, at)];
}

function offered(controls, suffix = "") {
  return (controls.get(suffix) ?? []).flatMap((control) => control.options ?? [control.value]).filter((value) => value !== "");
}

function ofOne(question, controls, manner) {
  if (!controls.has("text") || (controls.get("")?.length ?? 0) > 0) return turned(offered(controls).filter((value) => value !== SEARCH_AGAIN), manner).map(one);
  const called = (name) => question.list?.get(name) ?? name.replaceAll("_", " ");
  return turned(question.options ?? [], manner).map((name) => ({ value: name, fields: { text: called(name) } }));
}

// Boxes that must be ticked, and boxes that must not be, are wished for; else one is ticked, then all of them.
function ofAny(question, controls, manner) {
  const all = offered(controls);
  const must = manner.wishes.filter(({ sign }) => sign === "has").map(({ value }) => value);
  const never = new Set(manner.wishes.filter(({ sign }) => sign === "lacks").map(({ value }) => value));
  const some = turned(all.filter((value) => !never.has(value)), manner);
  const sets = [must.length > 0 ? must : some.slice(0, 1), ...some.map((value) => [...new Set([...must, value])]), some];
  return sets.filter((set) => set.length > 0).map(one);
}

/** The country, nationality or currency that is wished for, else any. */
function ofCode(question, controls, manner) {
  const wished = manner.wishes.filter(({ sign }) => sign === "is").map(({ value }) => value);
  const suffix = controls.has("text") ? "text" : "";
  return [...wished, ...turned(CODES[question.kind], manner)].map((value) => ({ value, fields: { [suffix]: value } }));
}

function ofText(rules, manner) {
  const wished = manner.wishes.filter(({ sign }) => sign === "is").map(({ value }) => value);
  if (rules.pattern) return [...wished, rules.pattern.replaceAll("#", "1")];
  const [least, most] = [sizeOf(rules.at_least), sizeOf(rules.at_most)];
  const inWords = /word/.test(`${rules.at_least ?? ""}`);
  return [...wished, ...TEXTS.map((text) => (inWords ? `${text} `.repeat(least).trim() : fitted(text, least, most)))];
}

/** The number that a size begins with: `500 words`. */
export function sizeOf(rule) {
  const [, count] = `${rule ?? ""}`.match(/^(\d+)/) ?? [];
  return count === undefined ? undefined : Number(count);
}

function fitted(text, least = 0, most = Infinity) {
  const filler = /^\d+$/.test(text) ? "123456789" : " and more words";
  let long = text;
  while (long.length < least) long += filler;
  // A text does not end with a blank: it would be one character less.
  return long.slice(0, Math.max(least, Math.min(long.length, most, Math.max(least, text.length)))).replace(/ $/, "s");
}

function ofNumber(rules, manner) {
  const [from, to] = [numberOf(rules.from), numberOf(rules.to)];
  const step = 1;
  const wished = manner.wishes.map(({ value }) => Number(value)).filter(Number.isFinite).flatMap((value) => [value, value + step, value - step]);
  const usual = turned([5, 2, 20], manner);
  const all = [...wished, ...usual, 100, 1, 1_000, 20_000, ...[from, to, 0].filter((value) => value !== undefined)];
  return all.filter((value) => value >= (from ?? 0) && value <= (to ?? Infinity));
}

/** The number that a bound begins with: `50000 GBP`. */
export function numberOf(bound) {
  const [, number] = `${bound ?? ""}`.match(/^(-?\d+(?:\.\d+)?)(?: [A-Z]{3})?$/) ?? [];
  return number === undefined ? undefined : Number(number);
}

function ofDays(rules, { wishes, today }) {
  const days = wishes.map(({ value }) => value).filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(`${value}`));
  const around = days.flatMap((day) => [day, dayAfter(day, 1), dayAfter(day, -1)]);
  const ages = wishes.filter(({ sign }) => sign.startsWith("age ")).flatMap(({ value }) => [0, 2, -2].map((years) => `${Number(today.slice(0, 4)) - value - years}-01-15`));
  const usual = [-35, 35, -10, -1, 400, -400, 1].map((days) => dayAfter(today, days));
  const old = [30, 70, 15, 5, 50, 100].map((years) => `${Number(today.slice(0, 4)) - years}-06-15`);
  const bounds = [dayOf(rules.from, today), dayOf(rules.to, today)];
  const near = [bounds[0] && dayAfter(bounds[0], 1), bounds[1] && dayAfter(bounds[1], -1)].filter(Boolean);
  return [...around, ...ages, ...usual, ...old, ...near].filter((day) => isWithin(day, rules, bounds, today));
}

function isWithin(day, rules, [from, to], today) {
  if (rules.in === "past" && day >= today) return false;
  if (rules.in === "future" && day <= today) return false;
  return (!from || day >= from) && (!to || day <= to);
}

function ofYears(rules, manner) {
  const [from, to] = [numberOf(rules.from), numberOf(rules.to)];
  const now = Number(manner.today.slice(0, 4));
  const back = rules.in === "future" ? [now + 1, now] : [now - 5, now - 30, now, ...(rules.in ? [] : [now + 1])];
  return [...back, from, to].filter((year) => year !== undefined && year >= (from ?? 0) && year <= (to ?? 9999));
}

function inBoth(first, last) {
  const named = (end, day) => Object.entries(inBoxes(day)).map(([part, value]) => [`${end}-${part}`, value]);
  return Object.fromEntries([...named("first", first), ...named("last", last)]);
}

function without(fields, key) {
  const { [key]: _, ...rest } = fields;
  return rest;
}

function lines(controls, suffixes) {
  return Object.fromEntries(suffixes.filter((suffix) => controls.has(suffix)).map((suffix) => [suffix, LINES[suffix]]));
}

// Whatever stands on the page: of what can be chosen one, and into each line what its name asks for.
function ofControls(question, controls, manner) {
  const fields = {};
  for (const [suffix, group] of controls) {
    if (suffix === "ticked" || ["middle", "line_2", "county", "roll_number"].includes(suffix)) continue;
    const { type } = group[0];
    if (type === "file") continue;
    if (["radio", "select", "checkbox"].includes(type)) fields[suffix] = suffix === "country" ? "GB" : turned(offered(controls, suffix), manner)[0];
    else fields[suffix] = LINES[suffix] ?? "2";
  }
  return [{ value: "answer", fields }];
}
