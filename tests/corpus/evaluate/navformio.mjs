// Walks a form of NAV's Form.io: panel by panel, each component where its condition holds. A condition may name what is
// asked further down, so the form is gone through until nothing changes; what is not shown has no answer.

import { shows } from "../rules/run.mjs";
import { readScript } from "../rules/script.mjs";
import { listOf, textOf } from "../source/read.mjs";
import { isDisplay, isLayout, nests } from "../source/navformio.mjs";
import { isUnanswered } from "./compare.mjs";
import { innerKey } from "./random.mjs";
import { result } from "./result.mjs";

/** Conditions that hang on each other settle in a few rounds, or in none. */
const MOST_ROUNDS = 30;

/** Prepares a form; gives a function that walks it with a set of answers. */
export function navformioWalker(form, { today, isDigital = true }) {
  const panels = listOf(form.components);
  const scripts = readScripts(panels, new Map());
  const paths = fieldPaths(panels, [], new Set());
  return (answers) => {
    const walk = { answers, today, isDigital, scripts, paths, data: {}, ...result() };
    let before = "";
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      walk.visited = [];
      walk.asked = [];
      for (const panel of panels) visit(walk, panel, { keys: [], parents: [walk.data], rows: [] });
      const now = `${walk.visited} ${walk.asked}`;
      if (now === before) return walk;
      before = now;
    }
    walk.notes.add("does not settle");
    return walk;
  };
}

/** The dotted paths of all fields that hold one answer, also those in rows. */
function fieldPaths(components, keys, paths) {
  for (const component of components) {
    const own = [...keys, textOf(component.key)];
    if (!isDisplay(component) && !isLayout(component) && !nests(component)) paths.add(own.join("."));
    fieldPaths(listOf(component.components), nests(component) ? own : keys, paths);
  }
  return paths;
}

function readScripts(components, scripts) {
  for (const component of components) {
    const source = textOf(component.customConditional).trim();
    if (source !== "" && !scripts.has(source)) scripts.set(source, readOne(source));
    readScripts(listOf(component.components), scripts);
  }
  return scripts;
}

function readOne(source) {
  try {
    return { statements: readScript(source) };
  } catch (error) {
    return { refused: error.message };
  }
}

/** Goes through a component. `keys` leads to its data, `parents` are the objects on that way, `rows` those that are rows. */
function visit(walk, component, where) {
  if (component.hidden === true || !isShown(walk, component, where)) return clear(component, where);
  if (component.type === "panel" && where.keys.length === 0) walk.visited.push(textOf(component.key));
  if (isDisplay(component)) return;
  const key = textOf(component.key);
  if (component.type === "datagrid") return visitRows(walk, component, where);
  if (!isLayout(component)) return askField(walk, key, where);
  if (!nests(component)) return visitAll(walk, component, where);
  const parent = where.parents.at(-1);
  parent[key] = isObject(parent[key]) ? parent[key] : {};
  visitAll(walk, component, { ...where, keys: [...where.keys, key], parents: [...where.parents, parent[key]] });
}

function visitAll(walk, component, where) {
  listOf(component.components).forEach((inner) => visit(walk, inner, where));
}

// What is hidden loses its answer, with all that stands in it.
function clear(component, where) {
  if (isDisplay(component)) return;
  if (isLayout(component) && !nests(component)) return listOf(component.components).forEach((inner) => clear(inner, where));
  delete where.parents.at(-1)[textOf(component.key)];
}

function askField(walk, key, where) {
  const path = [...where.keys, key].join(".");
  walk.asked.push(path);
  const answer = answerOf(walk, path, where);
  if (isUnanswered(answer)) delete where.parents.at(-1)[key];
  else where.parents.at(-1)[key] = answer;
}

// In rows, keys stand as `grid[0].name`; the answers of a row are under their own keys.
function answerOf(walk, path, where) {
  const row = where.rows.at(-1);
  return row ? row.answers[innerKey(path, row.path)] : walk.answers[path];
}

function visitRows(walk, component, where) {
  const key = textOf(component.key);
  const path = [...where.keys, key].join(".");
  walk.asked.push(path);
  const given = listOf(answerOf(walk, path, where)).filter(isObject);
  const parent = where.parents.at(-1);
  const rows = Array.isArray(parent[key]) && parent[key].length === given.length ? parent[key] : given.map(() => ({}));
  parent[key] = rows;
  given.forEach((answers, index) => {
    const row = { path: `${path}[${index}]`, list: rows, data: rows[index], answers };
    visitAll(walk, component, { keys: [...where.keys, `${key}[${index}]`], parents: [...where.parents, rows[index]], rows: [...where.rows, row] });
  });
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// Where there is a script it alone counts; one that cannot be worked out shows the component, as the engine does.
function isShown(walk, component, where) {
  const source = textOf(component.customConditional).trim();
  if (source === "") return simpleHolds(walk, component, where);
  const script = walk.scripts.get(source);
  try {
    if (script.refused) throw new Error(script.refused);
    return shows(script.statements, { data: walk.data, row: where.parents.at(-1), isDigital: walk.isDigital, today: walk.today, dateOf: (key) => dateOf(walk.data, key) }) ?? true;
  } catch (error) {
    walk.notes.add(`not worked out: ${source.slice(0, 80)} (${error.message})`);
    return true;
  }
}

function simpleHolds(walk, component, where) {
  const { when, eq, show } = component.conditional ?? {};
  if (textOf(when) === "") return true;
  if (show !== true && show !== false && show !== "true" && show !== "false") {
    walk.notes.add(`${textOf(component.key)} says neither to show nor to hide`);
    return true;
  }
  return isSame(lookUp(walk, textOf(when).split("."), where), eq) === (`${show}` === "true");
}

/** Whether a value is the one that a condition names; of boxes, whether that one is ticked. */
function isSame(value, eq) {
  if (Array.isArray(value)) return value.map(String).includes(`${eq}`);
  if (isObject(value)) return value.value !== undefined || value.key !== undefined ? `${value.value ?? value.key}` === `${eq}` : value[eq] === true;
  return `${value ?? ""}` === `${eq ?? ""}`;
}

// A name is looked for as a whole path, then beside the component, then anywhere. Where a field has that path it is the
// one that is meant, answered or not.
function lookUp({ data, paths }, names, where) {
  const isField = (keys) => keys.some((_, end) => paths.has(keys.slice(0, end + 1).join(".")));
  const whole = follow(data, names, where.rows);
  if (whole !== undefined || isField(names)) return whole;
  const around = where.keys.map((key) => key.replace(/\[\d+\]$/, ""));
  for (const [depth, parent] of [...where.parents.entries()].toReversed()) {
    const beside = follow(parent, names, where.rows) ?? (parent === data ? undefined : follow(parent, names.slice(-1), where.rows));
    if (beside !== undefined || isField([...around.slice(0, depth), ...names])) return beside;
  }
  return anywhere(data, names);
}

function follow(start, names, rows) {
  let value = start;
  for (const name of names) {
    if (Array.isArray(value)) value = rows.find((row) => row.list === value)?.data;
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function anywhere(data, names) {
  const found = follow(data, names, []);
  if (found !== undefined) return found;
  for (const inner of Object.values(data)) {
    const deeper = isObject(inner) ? anywhere(inner, names) : undefined;
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

// A birthday is asked as a date, or is part of a national number, which no made-up answer holds.
function dateOf(data, key) {
  const found = anywhere(data, key.split("."));
  return typeof found === "string" && /^\d{4}-\d{2}-\d{2}/.test(found) ? found : undefined;
}
