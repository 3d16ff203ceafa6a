// Reads the small part of JavaScript in which forms write their conditions, as a tree. It is never run as a program.

import { Reader, Refused } from "./tokens.mjs";

const LEVELS = [["||", "??"], ["&&"], ["===", "!==", "==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

/** The statements of a script: `{ set, value }`, `{ give }`, `{ when, then, otherwise }` or `{ does }`. */
export function readScript(text) {
  const reader = new Reader(text);
  const statements = [];
  while (reader.next) statement(reader, statements);
  return statements;
}

function statement(reader, into) {
  if (reader.takes(";")) return;
  reader.deeper(() => {
    if (reader.takes("if")) return into.push(branch(reader));
    if (reader.takes("return")) return into.push({ give: reader.sees(";", "}") ? literal(undefined) : expression(reader) });
    const named = reader.takes("var", "let", "const");
    const left = expression(reader);
    if (!reader.takes("=")) {
      if (named) throw new Refused(`${named} without a value`);
      return into.push({ does: left });
    }
    if (left.sort !== "name") throw new Refused("setting what is no name");
    into.push({ set: left.name, value: expression(reader) });
  });
  reader.takes(";");
}

function branch(reader) {
  reader.expects("(");
  const when = expression(reader);
  reader.expects(")");
  const then = block(reader);
  const otherwise = reader.takes("else") ? block(reader) : [];
  return { when, then, otherwise };
}

function block(reader) {
  const statements = [];
  if (!reader.takes("{")) {
    statement(reader, statements);
    return statements;
  }
  while (!reader.takes("}")) {
    if (!reader.next) throw new Refused("a bracket that is not closed");
    statement(reader, statements);
  }
  return statements;
}

/** An expression; `a ? b : c` binds least. */
function expression(reader) {
  return reader.deeper(() => {
    const first = level(reader, 0);
    if (!reader.takes("?")) return first;
    const yes = expression(reader);
    reader.expects(":");
    return { sort: "choice", when: first, yes, no: expression(reader) };
  });
}

function level(reader, depth) {
  if (depth === LEVELS.length) return unary(reader);
  let left = level(reader, depth + 1);
  for (;;) {
    const sign = reader.takes(...LEVELS[depth]);
    if (!sign) return left;
    left = { sort: "two", sign, left, right: level(reader, depth + 1) };
  }
}

function unary(reader) {
  const sign = reader.takes("!", "-", "+");
  if (sign) return reader.deeper(() => ({ sort: "one", sign, of: unary(reader) }));
  return member(reader, primary(reader));
}

function member(reader, start) {
  let left = start;
  for (;;) {
    if (reader.takes("?.") || reader.takes(".")) {
      if (reader.sees("[", "(")) continue;
      left = { sort: "member", of: left, key: literal(nameHere(reader)) };
    } else if (reader.takes("[")) {
      left = { sort: "member", of: left, key: expression(reader) };
      reader.expects("]");
    } else if (reader.takes("(")) {
      left = { sort: "call", of: left, given: listed(reader, ")") };
    } else {
      return left;
    }
  }
}

function primary(reader) {
  const token = reader.next;
  if (!token) throw new Refused("nothing where a value belongs");
  if (token.sort === "string" || token.sort === "number") {
    reader.at += 1;
    return literal(token.sort === "number" ? Number(token.text) : token.text);
  }
  if (reader.takes("[")) return { sort: "list", items: listed(reader, "]") };
  if (reader.sees("(")) return bracket(reader);
  const name = nameHere(reader);
  if (name === "new") return { sort: "new", of: member(reader, primary(reader)) };
  if (reader.takes("=>")) return arrow(reader, [name]);
  return CONSTANTS.has(name) ? literal(CONSTANTS.get(name)) : { sort: "name", name };
}

const CONSTANTS = new Map([["true", true], ["false", false], ["null", null], ["undefined", undefined]]);

// Whether brackets hold the names of an arrow or an expression is seen behind them.
function bracket(reader) {
  const start = reader.at;
  reader.expects("(");
  const names = [];
  while (reader.next?.sort === "name") {
    names.push(nameHere(reader));
    if (!reader.takes(",")) break;
  }
  if (reader.takes(")") && reader.takes("=>")) return arrow(reader, names);
  reader.at = start;
  reader.expects("(");
  const inner = expression(reader);
  reader.expects(")");
  return inner;
}

function arrow(reader, names) {
  const body = reader.sees("{") ? block(reader) : [{ give: expression(reader) }];
  return { sort: "arrow", names, body };
}

function listed(reader, end) {
  const items = [];
  while (!reader.takes(end)) {
    items.push(expression(reader));
    if (!reader.sees(end)) reader.expects(",");
  }
  return items;
}

function nameHere(reader) {
  if (reader.next?.sort !== "name") throw new Refused(`${reader.next?.text ?? "the end"} where a name belongs`);
  return reader.tokens[reader.at++].text;
}

function literal(value) {
  return { sort: "literal", value };
}
