// Tries one form: walks it by its own rules, walks the service that came of it with the same answers, and compares.

import { walkForm } from "../evaluate/path.mjs";
import { inventoryOf } from "../source/corpus.mjs";
import { answerWriter } from "./answers.mjs";
import { setAside } from "./aside.mjs";
import { differences } from "./compare.mjs";
import { mapped } from "./mapping.mjs";
import { mend } from "./mend.mjs";
import { pathsOf } from "./product.mjs";
import { questionsOf } from "./questions.mjs";

/** Answers that are refused are made up anew, and all is walked again, so many times; then they are left out. */
const MOST_ROUNDS = 6;

/** What became of a form: whether each set agrees, and the first that does not. */
export function agreement({ binary, format, file, folder, entries, model }, options) {
  const inventory = inventoryOf(format, file);
  const questions = questionsOf(model, folder);
  const mapping = mapped(inventory, entries, questions);
  setAside(mapping, entries, inventory.conditions);
  mapping.things.forEach((thing, id) => (thing.id = id));
  const { walks, paths, left, notes } = walked({ binary, format, file, folder, questions, mapping }, options);
  const found = differences(mapping, walks, paths);
  const aside = mapping.things.filter((thing) => thing.aside);
  return {
    file,
    format,
    agrees: found.length === 0,
    is_compared: mapping.things.some((thing) => !thing.aside && thing.targets.length > 0),
    fields: inventory.fields.length,
    compared: inventory.fields.length - count(aside),
    aside: byReason(aside),
    answers_left_out: left,
    sets: walks.length,
    sets_that_differ: found.length,
    first: found[0] ? described(found[0]) : null,
    notes,
  };
}

function walked({ binary, format, file, folder, questions, mapping }, { sets, seed, today }) {
  let { walks, notes } = walkForm(format, file, { sets, seed, today });
  const write = answerWriter(mapping, questions);
  let left = 0;
  for (let round = 1; ; round += 1) {
    const given = walks.map((walk) => walk.answers);
    const written = given.map(write);
    const paths = pathsOf(binary, folder, written.map(({ answers }) => answers), today);
    const isLast = round === MOST_ROUNDS;
    const changed = mend(given, written, paths, { questions, today, round, isLast });
    if (isLast) left = changed;
    if (changed === 0 || round > MOST_ROUNDS) return { walks, paths, left, notes };
    ({ walks, notes } = walkForm(format, file, { sets, seed, today, answers: given }));
  }
}

function count(things) {
  return things.reduce((sum, thing) => sum + thing.fields.length, 0);
}

function byReason(things) {
  const reasons = {};
  for (const thing of things) reasons[thing.aside] = (reasons[thing.aside] ?? 0) + thing.fields.length;
  return reasons;
}

function described({ set, thing, key, by }) {
  const { field } = thing.fields[0];
  return { set, key, place: field.place, type: field.type, label: Object.values(field.labels ?? {})[0] ?? field.label ?? "", questions: thing.targets, by };
}
