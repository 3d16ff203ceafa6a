// Works out a condition that rules/script.mjs has read. Names and calls that are not listed here are refused by name;
// what is missing in the data has no value, and asking for a part of it gives none either.

import { Refused } from "./tokens.mjs";

/** No condition of a form takes a hundredth of it. */
const MOST_STEPS = 100_000;

/**
 * Whether a script sets `show`. `given` are `data`, `row`, `isDigital`, `today`, and `dateOf`, which gives the date of the field of a key.
 * Gives `null` where it says nothing.
 */
export function shows(statements, given) {
  const run = { given, steps: 0 };
  const names = { data: given.data, row: given.row };
  perform(run, statements, names);
  const said = "show" in names ? names.show : "hide" in names ? !names.hide : null;
  return said === null ? null : Boolean(said);
}

// Gives `{ value }` once something is returned.
function perform(run, statements, names) {
  for (const statement of statements) {
    if ("give" in statement) return { value: valueOf(run, statement.give, names) };
    if ("set" in statement) names[statement.set] = valueOf(run, statement.value, names);
    else if ("when" in statement) {
      const given = perform(run, valueOf(run, statement.when, names) ? statement.then : statement.otherwise, names);
      if (given) return given;
    } else valueOf(run, statement.does, names);
  }
  return null;
}

function valueOf(run, tree, names) {
  run.steps += 1;
  if (run.steps > MOST_STEPS) throw new Refused("it takes too long");
  const inner = (one) => valueOf(run, one, names);
  switch (tree.sort) {
    case "literal":
      return tree.value;
    case "name":
      if (tree.name in names) return names[tree.name];
      // A word on its own, such as `true` in other places, is refused rather than guessed.
      throw new Refused(tree.name);
    case "list":
      return tree.items.map(inner);
    case "one":
      return { "!": (value) => !value, "-": (value) => -value, "+": (value) => Number(value) }[tree.sign](inner(tree.of));
    case "two":
      return two(tree, inner);
    case "choice":
      return inner(tree.when) ? inner(tree.yes) : inner(tree.no);
    case "member":
      return memberOf(inner(tree.of), inner(tree.key));
    case "arrow":
      return (...given) => perform(run, tree.body, { ...names, ...Object.fromEntries(tree.names.map((name, index) => [name, given[index]])) })?.value;
    case "call":
      return called(run, tree, inner);
    default:
      throw new Refused(tree.sort);
  }
}

// Only what the data holds itself: nothing of the language underneath can be reached by a name.
function memberOf(value, key) {
  if (value === null || value === undefined || typeof value === "function") return undefined;
  if ((Array.isArray(value) || typeof value === "string") && key === "length") return value.length;
  return typeof value === "object" && Object.hasOwn(value, key) ? value[key] : undefined;
}

function two(tree, inner) {
  const left = inner(tree.left);
  if (tree.sign === "||") return left || inner(tree.right);
  if (tree.sign === "&&") return left && inner(tree.right);
  if (tree.sign === "??") return left ?? inner(tree.right);
  const right = inner(tree.right);
  return {
    "===": () => left === right,
    "!==": () => left !== right,
    // eslint-disable-next-line eqeqeq -- The form's rule is the loose one.
    "==": () => left == right,
    // eslint-disable-next-line eqeqeq -- The form's rule is the loose one.
    "!=": () => left != right,
    "<": () => left < right,
    ">": () => left > right,
    "<=": () => left <= right,
    ">=": () => left >= right,
    "+": () => left + right,
    "-": () => left - right,
    "*": () => left * right,
    "/": () => left / right,
    "%": () => left % right,
  }[tree.sign]();
}

function called(run, tree, inner) {
  const of = tree.of;
  if (of.sort === "name") return functionNamed(of.name)(...tree.given.map(inner));
  if (of.sort !== "member" || of.key.sort !== "literal") throw new Refused("a call");
  const name = of.key.value;
  if (of.of.sort === "name" && ["_", "utils", "instance"].includes(of.of.name)) return ofLibrary(run, `${of.of.name}.${name}`, tree, inner);
  const value = inner(of.of);
  if (!["includes", "some", "every", "filter"].includes(name)) throw new Refused(name);
  if (name === "includes") return (Array.isArray(value) || typeof value === "string") && value.includes(...tree.given.map(inner));
  return listed(value)[name](inner(tree.given[0]));
}

function functionNamed(name) {
  const functions = { parseInt: (text) => Number.parseInt(text, 10), parseFloat: (text) => Number.parseFloat(text), Number, Boolean, String };
  if (!Object.hasOwn(functions, name)) throw new Refused(name);
  return functions[name];
}

function ofLibrary(run, name, tree, inner) {
  const { given } = run;
  if (name === "instance.isSubmissionDigital") return given.isDigital;
  if (name === "instance.isSubmissionPaper") return !given.isDigital;
  if (name === "utils.isBornBeforeYear") {
    const born = given.dateOf(inner(tree.given[1]));
    return born !== undefined && Number(born.slice(0, 4)) < inner(tree.given[0]);
  }
  if (name === "utils.isAgeBetween") {
    const [[from, to], born] = [inner(tree.given[0]), given.dateOf(inner(tree.given[1]))];
    const age = born === undefined ? undefined : ageOf(born, given.today);
    return age !== undefined && age >= from && age <= to;
  }
  if (name === "_.some" || name === "_.every") return listed(inner(tree.given[0]))[name.slice(2)](inner(tree.given[1]));
  throw new Refused(name);
}

function ageOf(born, today) {
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);
}

function listed(value) {
  if (Array.isArray(value)) return value;
  return value && typeof value === "object" ? Object.values(value) : [];
}
