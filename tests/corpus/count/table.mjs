// Lays figures out as tables, per format and reason, and says whether the thresholds hold.

import { FORMATS } from "../source/corpus.mjs";

/** What must be carried over at least, of all that is there. */
const LEAST = { fields: 0.97, conditions: 0.95, options: 0.99, texts: 0.99 };

/** The counts of forms per format. */
export function countTable(counted) {
  return FORMATS.flatMap((format) => {
    const own = counted.filter((form) => form.format === format);
    if (own.length === 0) return [];
    const sums = {};
    for (const { figures } of own) addUp(sums, figures);
    const { types, texts, ...numbers } = sums;
    const lines = [["forms", own.length], ...Object.entries(numbers), ...Object.entries(texts).map(([language, count]) => [`texts ${language}`, count]), ...sorted(types).map(([type, count]) => [`  ${type}`, count])];
    return [format, ...lines.map(([name, count]) => `  ${name.replaceAll("_", " ").padEnd(32)}${`${count}`.padStart(8)}`), ""];
  }).join("\n");
}

function addUp(into, from) {
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === "number") into[name] = (into[name] ?? 0) + value;
    else addUp((into[name] ??= {}), value);
  }
}

function sorted(counts) {
  return Object.entries(counts).sort(([, one], [, other]) => other - one);
}

/** The sums of compared forms, per format. */
export function totals(compared) {
  return Object.fromEntries(FORMATS.filter((format) => compared.some((form) => form.format === format)).map((format) => [format, totalOf(compared.filter((form) => form.format === format))]));
}

// A file that asks nothing is no form, and its texts are no loss: it is counted apart.
function totalOf(all) {
  const forms = all.filter((form) => form.asks);
  const sum = (value) => forms.reduce((total, form) => total + value(form), 0);
  const texts = (name) => sum((form) => Object.values(form.texts).reduce((total, one) => total + one[name], 0));
  const reasons = {};
  for (const form of forms) {
    for (const { sort, what, of, named } of form.differences) {
      const reason = `${sort} ${of ?? ""} ${what}`.replace(/ +/g, " ");
      const into = (reasons[reason] ??= { count: 0, unnamed: 0 });
      into.count += 1;
      into.unnamed += named ? 0 : 1;
    }
  }
  return {
    forms: forms.length,
    ask_nothing: all.length - forms.length,
    pass: forms.filter((form) => form.passes).length,
    carried_over: forms.filter((form) => form.carried_over).length,
    fields: share(sum((form) => form.fields.typed), sum((form) => form.fields.of)),
    fields_not_reached: sum((form) => form.fields.not_reached),
    added_questions: sum((form) => form.fields.added.length),
    conditions: share(sum((form) => form.conditions.said + form.conditions.by_others), sum((form) => form.conditions.of)),
    conditions_by_other_options: sum((form) => form.conditions.by_others),
    options: share(sum((form) => form.options.kept), sum((form) => form.options.of)),
    texts: share(texts("found"), texts("of")),
    reasons,
    unnamed: sum((form) => form.unnamed.length),
  };
}

function share(found, of) {
  return { found, of, share: of === 0 ? 1 : found / of };
}

/** Whether every threshold holds in every format, and the report names each difference. */
export function holdsAll({ totals: sums }) {
  return Object.values(sums).every((one) => one.unnamed === 0 && Object.entries(LEAST).every(([name, least]) => one[name].share >= least));
}

/** The comparison as text; the first differences that the report does not name stand below. */
export function compareTable({ totals: sums, forms }) {
  const lines = Object.entries(sums).flatMap(([format, one]) => [
    `${format}: ${one.forms} forms (${one.ask_nothing} more ask nothing), ${one.pass} pass the check, ${one.carried_over} are carried over`,
    ...Object.entries(LEAST).map(([name, least]) => `  ${name.padEnd(12)}${`${one[name].found} of ${one[name].of}`.padStart(18)}  ${(one[name].share * 100).toFixed(2)} %  ${one[name].share >= least ? "holds" : `below ${least * 100} %`}`),
    `  ${one.conditions_by_other_options} conditions by other options, ${one.added_questions} questions without a field, ${one.fields_not_reached} fields that no link reaches, or that are one more copy of rows`,
    ...Object.entries(one.reasons).sort(([, a], [, b]) => b.count - a.count).map(([reason, { count, unnamed }]) => `  ${reason.padEnd(28)}${`${count}`.padStart(7)}, ${unnamed} not named by the report`),
    "",
  ]);
  const unnamed = forms.filter((form) => form.asks).flatMap((form) => form.unnamed.map((one) => `${form.file.split("/").slice(-2).join("/")} ${one.place} ${one.sort} ${one.what}${one.became === undefined ? "" : ` (${one.source} became ${one.became})`}: ${one.label.slice(0, 80)}`));
  return [...lines, ...(unnamed.length > 0 ? [`Not named by the report: ${unnamed.length}`] : []), ...unnamed.slice(0, 200)].join("\n");
}
