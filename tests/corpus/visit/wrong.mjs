// What a question does not take: nothing where it must be answered, and what has not its form or is out of its range.

import { dayAfter, dayOf, inBoxes } from "./days.mjs";
import { numberOf, sizeOf } from "./values.mjs";

/** Longer than any line or box may be, and neither a date, a number, an address nor anything else that is asked. */
const LONG = "x".repeat(6_000);
const MALFORMED = "not right!";
/** Kinds that take any words, as long as these are not too many. */
const FREE = new Set(["name", "address", "signature", "party"]);
/** What may be written where a definition says nothing else. */
const USUAL = { text: "200 characters", long_text: "500 words" };
/** Kinds whose answers are chosen: nothing else can be sent by a browser. */
const CHOSEN = new Set(["yes_no", "one_of", "any_of", "declaration", "evidence", "rows", "file", "slots", "record", "table", "grid"]);

/** Whether a question may not be left empty. What opens beneath an option of the same page is asked for with that alone. */
export function isRequired(question, onPage) {
  const named = new Set(`${question.when ?? ""}`.match(/[a-z_]\w*/g) ?? []);
  return !question.optional && ![...onPage.keys()].some((name) => name !== question.name && named.has(name));
}

/** The rounds in which a question can be answered wrongly: each what is typed into its controls, by their suffixes. */
export function wrongAnswers(question, controls, today) {
  if (CHOSEN.has(question.kind)) return [];
  const lines = [...controls].filter(([suffix, [{ type }]]) => suffix !== "ticked" && !["radio", "checkbox", "select", "hidden", "file"].includes(type)).map(([suffix]) => suffix);
  if (lines.length === 0) return [];
  const words = USUAL[question.kind] ? tooLong(question) : FREE.has(question.kind) || controls.has("text") ? LONG : MALFORMED;
  const malformed = Object.fromEntries(lines.map((suffix) => [suffix, words]));
  return [malformed, outOfRange(question, today)].filter(Boolean);
}

/** One more than may be written, of characters or words. */
function tooLong({ kind, rules }) {
  const most = `${rules.at_most ?? USUAL[kind]}`;
  return (/word/.test(most) ? "x ".repeat(sizeOf(most) + 1) : "x".repeat(sizeOf(most) + 1)).trimEnd();
}

function outOfRange({ kind, rules }, today) {
  if (kind === "number" || kind === "money" || kind === "percent") {
    const [from, to] = [numberOf(rules.from), numberOf(rules.to)];
    const beyond = to === undefined ? (from === undefined ? undefined : from - 1) : to + 1;
    return beyond === undefined ? undefined : { "": `${beyond}` };
  }
  if (kind === "date") {
    const day = dayBeyond(rules, today);
    return day && inBoxes(day);
  }
  return undefined;
}

function dayBeyond(rules, today) {
  if (rules.in === "past") return dayAfter(today, 40);
  if (rules.in === "future") return dayAfter(today, -40);
  const [from, to] = [dayOf(rules.from, today), dayOf(rules.to, today)];
  return to ? dayAfter(to, 1) : from && dayAfter(from, -1);
}

/**
 * What is wrong with the page that came back for a wrong answer; nothing where it is as it must be. `asked` are the
 * questions of which it must speak, and `typed` is what must still stand in its form, by the names of controls.
 */
export function complaintOf(before, page, status, { asked, typed }) {
  if (page.place !== before.place || status < 400) return "took a wrong answer";
  if (status >= 500) return `answered with ${status}`;
  if (!page.summary || page.summary.links.length === 0) return `answered with ${status} and no list of errors`;
  const targets = page.summary.links.map(({ href }) => href.replace(/^#/, ""));
  const lost = targets.find((target) => !page.ids.has(target));
  if (lost !== undefined) return `has an error that leads to no field: #${lost}`;
  const unsaid = asked.find((name) => !targets.some((target) => target === name || target.startsWith(`${name}-`)));
  if (unsaid) return `says nothing of ${unsaid}`;
  const fields = page.forms.flatMap((form) => form.fields);
  const gone = Object.entries(typed).find(([name, value]) => !fields.some((field) => field.name === name && sameText(field.value, value)));
  return gone && `lost what was typed in ${gone[0]}`;
}

// A form sends the ends of lines in a way of its own.
function sameText(one, other) {
  return one.replaceAll("\r\n", "\n") === other.replaceAll("\r\n", "\n");
}
