// Reads the conditions that XGov forms write as one line, such as `section.field == 'yes' and not wasMarried`, as a tree
// of the shapes that rules/script.mjs gives. `or` binds less than `and`; `name: value` is the oldest way to compare.

import { Reader, Refused } from "./tokens.mjs";

const SAME = ["==", "===", "!=", "!==", "<", ">", "<=", ">=", ":", "in"];

/** The tree of a condition. */
export function readExpression(text) {
  const reader = new Reader(text);
  const tree = either(reader);
  if (reader.next) throw new Refused(`${reader.next.text} after the end`);
  return tree;
}

function either(reader) {
  return reader.deeper(() => chain(reader, ["or", "||"], "||", both));
}

function both(reader) {
  return chain(reader, ["and", "&&"], "&&", not);
}

function chain(reader, signs, sign, inner) {
  let left = inner(reader);
  while (reader.takes(...signs)) left = { sort: "two", sign, left, right: inner(reader) };
  return left;
}

function not(reader) {
  if (reader.takes("not", "!")) return reader.deeper(() => ({ sort: "one", sign: "!", of: not(reader) }));
  return compared(reader);
}

function compared(reader) {
  const left = sum(reader);
  const sign = reader.takes(...SAME);
  if (!sign) return left;
  return { sort: "two", sign: sign === ":" ? "==" : sign, left, right: sum(reader) };
}

function sum(reader) {
  let left = value(reader);
  for (;;) {
    const sign = reader.takes("+", "-", "*", "/");
    if (!sign) return left;
    left = { sort: "two", sign, left, right: value(reader) };
  }
}

function value(reader) {
  if (reader.takes("(")) {
    const inner = either(reader);
    reader.expects(")");
    return inner;
  }
  const token = reader.next;
  if (!token || token.sort === "sign") throw new Refused(`${token?.text ?? "the end"} where a value belongs`);
  reader.at += 1;
  if (token.sort === "string") return { sort: "literal", value: token.text };
  if (token.sort === "number") return { sort: "literal", value: Number(token.text) };
  if (token.text === "true" || token.text === "false") return { sort: "literal", value: token.text === "true" };
  const names = [token.text];
  while (reader.takes(".")) {
    if (reader.next?.sort !== "name") throw new Refused("a dot without a name");
    names.push(reader.tokens[reader.at++].text);
  }
  return { sort: "path", names };
}
