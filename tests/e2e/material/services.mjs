// Reads the services and their examples: which pages there are, who applies, and what they answer.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { stage } from "../stage/stage.mjs";
import { isRightToLeft } from "./languages.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;

/** All services: `id`, `languages`, `pages` in order, `examples`, whether one can ask if one applied already. */
export function services() {
  const folders = readdirSync(stage.services, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => service(name));
}

/** The languages in which the pages beside the questions are looked at: one from right to left is, in one service. */
export function languagesBeside(service) {
  return service.languages.filter((language) => !isRightToLeft(language) || service.id === "everything");
}

/** One service, of those that are shipped or of another folder. */
export function service(id, place = stage.services) {
  const folder = join(place, id);
  const definition = yaml(join(folder, "service.yaml"));
  const apart = (key) => definition[key] ?? (existsSync(join(folder, `${key}.yaml`)) ? yaml(join(folder, `${key}.yaml`)) : {});
  const tasks = Object.entries(definition.tasks ?? {}).map(([name, task]) => questionsOf(folder, name, task ?? {}));
  const questions = Object.assign({}, apart("eligibility"), apart("questions"), ...tasks);
  return {
    id,
    languages: definition.languages,
    confirmWith: definition.confirm_with,
    canAskAlready: Boolean(definition.already),
    hasTasks: tasks.length > 0,
    asksEquality: Boolean(definition.equality),
    pages: Object.entries(questions).map(([name, content]) => page(name, content ?? {})),
    examples: examples(join(folder, "examples"), definition.signatory?.email),
  };
}

/** The questions of a task, which stand in service.yaml or in a file of their own. */
function questionsOf(folder, name, task) {
  const file = join(folder, "tasks", `${name}.yaml`);
  return task.questions ?? (existsSync(file) ? yaml(file).questions : {});
}

function yaml(file) {
  // Dates stay as they are written.
  return load(readFileSync(file, "utf8"), { schema: CORE_SCHEMA });
}

/** A page: `kind` is question, together, exit, information, files, or rows, whose `pages` are asked in each row. */
function page(name, content) {
  const address = name.replaceAll("_", "-");
  if (content.exit) return { name, address, kind: "exit", questions: [] };
  if (content.questions) {
    const questions = Object.entries(content.questions).map(([question, inside]) => asked(question, inside ?? {}));
    return { name, address, kind: "together", questions };
  }
  if (content.rows) return { name, address, kind: "rows", questions: [], pages: pagesOfRow(content.rows) };
  if ("file" in content) return { name, address, kind: "files", questions: [asked(name, content)] };
  if ("slots" in content) return { name, address, kind: "slots", questions: [asked(name, content)] };
  if ("record" in content) return { name, address, kind: "record", questions: [asked(name, content)] };
  if (content.ask) return { name, address, kind: "question", questions: [asked(name, content)] };
  return { name, address, kind: "information", questions: [] };
}

function pagesOfRow({ questions, together }) {
  if (!together) return Object.entries(questions).map(([name, content]) => page(name, content ?? {}));
  const [first] = Object.keys(questions);
  return [page(first, { questions })];
}

function asked(name, content) {
  return { name, isOptional: isYes(content.optional), canTick: Boolean(content.or_tick) };
}

function isYes(value) {
  return value === true || value === "yes";
}

/** The examples; each says whether it `waits` for a signature or its fee before it is sent. */
function examples(folder, signs) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => [file, yaml(join(folder, file))])
    // A renewal begins by a link that nobody who starts anew has.
    .filter(([, example]) => !example.renewing)
    .map(([file, example]) => {
      const waits = !["none", undefined].includes(example.then?.fee) || signs in example.answers;
      return { name: file.replace(".yaml", ""), answers: asOldToday(example.answers, example.today), waits, ...ends(example.then) };
    });
}

function ends(then = {}) {
  return { exit: then.exit, refusedAt: Object.keys(then.refused_at ?? {})[0] };
}

/** Moves dates by the time since the example's day, so that each person is as old today as they were then. */
function asOldToday(answers, today) {
  const days = today ? Math.floor((Date.now() - Date.parse(today)) / DAY_MS) : 0;
  const moved = (value) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? new Date(Date.parse(value) + days * DAY_MS).toISOString().slice(0, 10)
      : value;
  const inAll = (given) => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, inOne(value)]));
  const inOne = (value) => {
    if (typeof value === "string") return moved(value);
    if (Array.isArray(value)) return value.map(inOne);
    return value !== null && typeof value === "object" ? inAll(value) : value;
  };
  return inAll(answers);
}

/** The fewest examples that together answer every question and reach every end that any of them does. */
export function examplesToWalk({ examples }) {
  const covered = new Set();
  const adds = ({ answers, exit, refusedAt }) =>
    [...Object.keys(answers), `exit ${exit}`, `refused ${refusedAt}`].filter((thing) => !covered.has(thing));
  const chosen = [];
  for (;;) {
    const left = examples.filter((example) => !chosen.includes(example));
    const best = left.sort((one, other) => adds(other).length - adds(one).length)[0];
    if (!best || adds(best).length === 0) return chosen;
    adds(best).forEach((thing) => covered.add(thing));
    chosen.push(best);
  }
}
