// Says which fields of a form and which questions of a service are the same thing. A field has a name in the report of the
// import at its place. Several fields may be one question, one field several questions: what hangs together is one thing.

import { samePlace } from "../count/fields.mjs";
import { innerKey } from "../evaluate/random.mjs";

/**
 * Maps the fields of an inventory. Gives `things`, each `{ fields, targets, aside }`, and looks one up by the key of a field
 * as a walk asks it (`ofField`) or of a question as the service asks it (`ofQuestion`).
 */
export function mapped(inventory, entries, questions) {
  const slots = slotsOf(inventory);
  for (const slot of slots) slot.targets = targetsOf(slot, entries, questions);
  const things = joined(slots);
  for (const thing of things) thing.isRowByRow = isRowByRow(thing, questions);
  const byField = new Map(things.flatMap((thing) => thing.fields.map((slot) => [slot.base, thing])));
  const byTarget = new Map(things.flatMap((thing) => thing.targets.map((target) => [target, thing])));
  return { things, slots, ofField: (base) => byField.get(base), ofQuestion: (target) => byTarget.get(target) };
}

/** The fields, and pages that repeat, each with the key by which walks ask for it without the numbers of rows. */
function slotsOf({ fields, repeats }) {
  const slots = fields.map((field) => ({ field, place: field.place, base: baseOf(field), isRows: false }));
  const known = new Set(slots.map((slot) => slot.base));
  for (const { key, place, label } of repeats) {
    if (!known.has(key)) slots.push({ field: { key, place, type: "page that repeats", label, rows: null, options: [], reached: true }, place, base: key, isRows: true });
  }
  for (const slot of slots) slot.isRows ||= repeats.some(({ key }) => key === slot.base);
  return slots;
}

function baseOf({ key, rows }) {
  return rows === null ? key : `${rows}.${innerKey(key, rows)}`;
}

/** What the report names at a place, of those that the service has: `question`, or `question[document]`. */
function targetsOf(slot, entries, questions) {
  const names = entries.filter((entry) => entry.name && samePlace(entry.place, slot.place)).map((entry) => entry.name);
  const fits = (name) => {
    const question = questions.get(name.replace(/\[.*$/, ""));
    return question !== undefined && (question.kind === "rows") === slot.isRows;
  };
  return [...new Set(names.filter(fits))];
}

/** Whether both sides ask it in rows, or neither. Where one does, it is asked where it is asked in any row. */
function isRowByRow({ fields, targets }, questions) {
  const inRows = targets.map((target) => questions.get(target.replace(/\[.*$/, ""))).map((question) => Boolean(question?.rows));
  const all = [...fields.map(({ field }) => field.rows !== null), ...inRows];
  return all.every((one) => one === all[0]);
}

/** Puts together what shares a key or a question. */
function joined(slots) {
  const things = [];
  const byName = new Map();
  for (const slot of slots) {
    const names = [`field ${slot.base}`, ...slot.targets.map((target) => `question ${target}`)];
    const met = [...new Set(names.map((name) => byName.get(name)).filter(Boolean))];
    const thing = met[0] ?? { fields: [], targets: new Set() };
    if (met.length === 0) things.push(thing);
    for (const other of met.slice(1)) {
      thing.fields.push(...other.fields);
      other.targets.forEach((target) => thing.targets.add(target));
      things.splice(things.indexOf(other), 1);
      for (const [name, holder] of byName) if (holder === other) byName.set(name, thing);
    }
    thing.fields.push(slot);
    slot.targets.forEach((target) => thing.targets.add(target));
    names.forEach((name) => byName.set(name, thing));
  }
  return things.map((thing) => ({ ...thing, targets: [...thing.targets] }));
}

/** The key that a walk asks, without the numbers of its rows, and these numbers: `grid[1].name` is `grid.name` in row 1. */
export function withoutRows(key) {
  const rows = [...key.matchAll(/\[(\d+)\]/g)].map(([, number]) => number);
  return { base: key.replace(/\[\d+\]/g, ""), rows: rows.join(" ") };
}

/** The question that a service asks, without the rows around it: `jobs[1].employer` is `employer` in row 1. */
export function questionAsked(key) {
  const { base, rows } = withoutRows(key);
  return { target: base.split(".").at(-1), rows };
}
