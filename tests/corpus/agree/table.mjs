// Lays out which forms agree, per format, and why others do not.

import { FORMATS } from "../source/corpus.mjs";

/** The share of the forms carried over that must agree, in every format. */
const LEAST = 0.98;

/** The sums of the forms that were tried, per format. */
export function totals(tried) {
  return Object.fromEntries(FORMATS.filter((format) => tried.some((form) => form.format === format)).map((format) => [format, totalOf(tried.filter((form) => form.format === format))]));
}

function totalOf(forms) {
  const carried = forms.filter((form) => form.carried_over && form.is_compared);
  const sum = (value) => carried.reduce((total, form) => total + value(form), 0);
  const aside = {};
  for (const form of carried) for (const [reason, fields] of Object.entries(form.aside)) aside[reason] = (aside[reason] ?? 0) + fields;
  const agree = carried.filter((form) => form.agrees).length;
  return {
    forms: forms.length,
    carried_over: forms.filter((form) => form.carried_over).length,
    compared_forms: carried.length,
    agree,
    share: carried.length === 0 ? 1 : agree / carried.length,
    sets: sum((form) => form.sets),
    sets_that_differ: sum((form) => form.sets_that_differ),
    fields: sum((form) => form.fields),
    compared: sum((form) => form.compared),
    aside,
    answers_left_out: sum((form) => form.answers_left_out),
  };
}

/** Whether enough forms agree in every format. */
export function holds({ totals: sums }) {
  return Object.values(sums).every((one) => one.share >= LEAST);
}

/** The table as text; the forms that do not agree stand below it with their first difference. */
export function agreeTable({ sets, seed, today, totals: sums, forms }) {
  const lines = Object.entries(sums).flatMap(([format, one]) => [
    `${format}: ${one.agree} of ${one.compared_forms} forms agree, ${(one.share * 100).toFixed(1)} %, ${one.share >= LEAST ? "holds" : `below ${LEAST * 100} %`}`,
    `  of ${one.forms} forms ${one.carried_over} were carried over; in ${one.carried_over - one.compared_forms} of them nothing can be compared`,
    `  ${one.sets - one.sets_that_differ} of ${one.sets} sets agree, ${one.compared} of ${one.fields} fields compared, ${one.answers_left_out} answers left out because the service refuses them`,
    ...Object.entries(one.aside).sort(([, a], [, b]) => b - a).map(([reason, fields]) => `  left aside: ${reason.replaceAll("_", " ")} ${fields}`),
    "",
  ]);
  const others = forms.filter((form) => form.carried_over && form.is_compared && !form.agrees).map(inWords);
  return [`${sets} sets of answers each, seed ${seed}, today ${today}`, "", ...lines, ...(others.length > 0 ? ["Not agreeing:", ...others] : [])].join("\n");
}

function inWords({ file, sets, sets_that_differ: differ, first }) {
  const { set, key, place, type, label, questions, by } = first;
  const asked = by === "form" ? "asked by the form alone" : "asked by the service alone";
  return `${file.split("/").slice(-2).join("/")}: ${differ} of ${sets} sets; first in set ${set}: ${key} at ${place} (${type} "${label.slice(0, 60)}", ${questions.join(" ") || "no question"}), ${asked}`;
}
