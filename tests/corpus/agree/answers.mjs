// Writes the made-up answers of a form as the answers of the service that came of it: options by their names, answers of
// several fields in one, and good answers where the service checks what the form takes as a text.

import { innerKey } from "../evaluate/random.mjs";
import { codeOf, optionFor, saysYes } from "./options.mjs";

/**
 * Prepares a mapping; gives a function that turns the answers of a form into `{ answers, from }`: those of the service, and
 * for each the ways to what it was made of, such as `["jobs", 0, "name"]`.
 */
export function answerWriter({ slots }, questions) {
  const top = slots.filter(({ field }) => field.rows === null);
  const inner = new Map();
  for (const slot of slots.filter(({ field }) => field.rows !== null)) inner.set(slot.field.rows, [...(inner.get(slot.field.rows) ?? []), slot]);
  return (given) => {
    const written = { answers: {}, from: new Map() };
    writeAll({ questions, inner, written, way: [], made: "" }, top, given, written.answers);
    return written;
  };
}

/** `way` leads to the answers of the form, and `made` stands before the names of the service, such as `jobs[0].`. */
function writeAll(context, slots, given, into) {
  for (const slot of slots) {
    const key = slot.field.rows === null ? slot.field.key : innerKey(slot.field.key, slot.field.rows);
    const answer = given[key];
    if (answer === undefined || answer === null || answer === "") continue;
    for (const target of slot.targets) writeOne(context, { slot, key, target }, answer, into);
  }
}

function writeOne(context, { slot, key, target }, answer, into) {
  const [, name, document] = /^([^[]*)(?:\[(.*)\])?$/.exec(target);
  const question = context.questions.get(name);
  const made = `${context.made}${name}`;
  const note = () => context.written.from.set(made, [...(context.written.from.get(made) ?? []), [...context.way, key]]);
  if (question.kind === "rows") {
    if (!Array.isArray(answer)) return;
    note();
    const isAskedThere = (other) => context.questions.get(other.replace(/\[.*$/, ""))?.rows === name;
    const inner = (context.inner.get(slot.field.key) ?? []).map((one) => ({ ...one, targets: one.targets.filter(isAskedThere) }));
    into[name] = answer.map((row, index) => {
      const answers = {};
      writeAll({ ...context, way: [...context.way, key, index], made: `${made}[${index}].` }, inner, row ?? {}, answers);
      return answers;
    });
    return;
  }
  const value = written(slot.field, { ...question, document }, answer);
  if (value === undefined) return;
  // What is asked once in the form, and here in rows, is answered in a first row.
  if (question.rows !== null && slot.field.rows === null) {
    const rows = (into[question.rows] ??= [{}]);
    context.written.from.set(`${question.rows}[0].${name}`, [[...context.way, key]]);
    rows[0][name] = value;
    return;
  }
  note();
  // Several fields may be the parts of one answer; a box that stands instead of an answer goes before it.
  if (into[name] === "ticked") return;
  const isPart = value !== null && typeof value === "object" && !Array.isArray(value) && into[name] && typeof into[name] === "object";
  into[name] = isPart ? { ...into[name], ...value } : value;
}

/** One answer; undefined where it says nothing of this question. */
function written(field, question, answer) {
  const isBox = field.type === "navCheckbox";
  if (isBox && !["declaration", "yes_no"].includes(question.kind)) return question.orTick && answer === true ? "ticked" : undefined;
  const write = KINDS[question.kind];
  return write ? write(field, question, answer) : undefined;
}

const KINDS = {
  yes_no: (field, _question, answer) => {
    const said = saysYes(field, answer);
    return said === undefined ? undefined : said ? "yes" : "no";
  },
  declaration: (field, _question, answer) => (agreesToAll(field, answer) ? "yes" : undefined),
  one_of: (field, question, answer) => chosen(field, answer).map((option) => optionFor(field, question, option))[0],
  any_of: (field, question, answer) => {
    const names = chosen(field, answer).map((option) => optionFor(field, question, option)).filter(Boolean);
    return names.length > 0 ? names : undefined;
  },
  text: (_field, _question, answer) => plain(answer),
  long_text: (_field, _question, answer) => plain(answer),
  number: (_field, _question, answer) => numberIn(answer),
  money: (_field, _question, answer) => numberIn(answer),
  percent: (_field, _question, answer) => numberIn(answer),
  year: (_field, _question, answer) => /^\d{4}/.exec(plain(answer) ?? "")?.[0] ?? "2020",
  month: (_field, _question, answer) => /^\d{4}-\d{2}/.exec(plain(answer) ?? "")?.[0] ?? "2026-01",
  date: (_field, _question, answer) => dayIn(answer),
  time: (_field, _question, answer) => /(\d{2}:\d{2})$/.exec(plain(answer) ?? "")?.[1] ?? "08:30",
  date_range: () => ({ first: "2026-02-01", last: "2026-02-14" }),
  duration: () => ({ years: "1" }),
  name: (_field, { rules }) => (`${rules.parts ?? ""}`.includes("full") ? { full: "Amina Clarke" } : { first: "Amina", last: "Clarke" }),
  party: () => ({ is: "person", first: "Amina", last: "Clarke" }),
  address: (_field, { rules }) => ({ line_1: "1 Mill Road", town: "Leeds", postcode: "LS2 1AA", ...(rules.of === "GB" ? {} : { country: "GB" }) }),
  postcode: () => "LS2 1AA",
  country: (field, _question, answer) => codeOf(field, answer, "region"),
  nationality: (field, _question, answer) => codeOf(field, answer, "region"),
  currency: (field, _question, answer) => codeOf(field, answer, "currency"),
  place: (_field, { rules }) => (rules.as ? "51.48, 0\n51.49, 0\n51.48, 0.01" : { latitude: "51.4779", longitude: "0" }),
  email: () => "amina@example.com",
  phone: () => "07700 900123",
  website: () => "www.example.com",
  bank_account: (_field, { rules }) => ({ name: "A Clarke", ...(rules.of === "GB" ? { sort_code: "00 00 00", number: "12345678" } : { iban: rules.of === "NO" ? "NO93 8601 1117 947" : "GB33BUKB20201555555555" }) }),
  national_id: (_field, { rules }, answer) => (answer.harDuFodselsnummer === "nei" ? undefined : rules.of === "NO" ? "311239 99935" : "AB 12 34 56 C"),
  organisation_number: (_field, { rules }) => (rules.of === "NO" ? "999 999 999" : "99999999"),
  evidence: (_field, { document }, answer) => (document ? { [document]: WAYS[answer.key] ?? "now" } : undefined),
  file: (_field, { rules }) => [`${rules.kinds ?? "pdf"}`.includes("pdf") ? "file.pdf" : `${rules.kinds}`.includes("image") ? "file.png" : "file.txt"],
  signature: () => "Amina Clarke",
};

/** How a document comes, in the words of NAV and in ours. */
const WAYS = { leggerVedNaa: "now", ettersender: "later", levertTidligere: "sent_already", nav: "someone_else", andre: "someone_else", harIkke: "do_not_have", nei: "do_not_have" };

/** The options that an answer chose: by value, by number, or as boxes. */
function chosen(field, answer) {
  if (answer === true || answer === false) return field.options.filter(({ value }) => `${value}` === `${answer}`);
  if (Array.isArray(answer)) return field.options.filter(({ value }) => answer.some((one) => `${one}` === `${value}`));
  if (typeof answer === "object" && "value" in answer) return field.options.filter(({ value }) => `${value}` === `${answer.value}`);
  if (typeof answer === "object") return field.options.filter(({ value }) => answer[value] === true);
  return field.options.filter(({ value }) => `${value}` === `${answer}`);
}

// One box stands for several that must all be ticked.
function agreesToAll(field, answer) {
  return answer === true || (field.options.length > 0 && chosen(field, answer).length === field.options.length);
}

function plain(answer) {
  if (typeof answer === "string" || typeof answer === "number") return `${answer}`;
  return typeof answer?.value === "string" ? answer.value : undefined;
}

function numberIn(answer) {
  return Number.isFinite(Number(answer)) && answer !== "" && typeof answer !== "object" ? `${answer}` : "7";
}

// A part of what says who somebody is, or how long an address holds, is a day of its own.
function dayIn(answer) {
  if (answer?.harDuFodselsnummer === "ja") return undefined;
  const day = typeof answer === "string" ? answer : (answer?.fodselsdato ?? answer?.gyldigFraOgMed);
  return /^\d{4}-\d{2}-\d{2}/.exec(day ?? "")?.[0] ?? "2020-01-15";
}
