// Lists what a condition mentions: which fields, and with which value each is compared.

/**
 * The mentions in a tree of rules/script.mjs or rules/expression.mjs: `{ path, value }`, where `path` is a list of names and
 * `value` is left out where the field stands for itself.
 */
export function mentionsIn(tree) {
  const found = [];
  visit(tree, found);
  return found;
}

function visit(node, found) {
  if (!node || typeof node !== "object") return;
  if (Array.isArray(node)) return node.forEach((one) => visit(one, found));
  const compared = comparison(node);
  if (compared) return found.push(...compared);
  const path = pathOf(node);
  if (path) return found.push({ path });
  if (node.sort === "call" && pathOf(node.of)?.[0] === "utils") return found.push(...namedInCall(node));
  for (const [key, part] of Object.entries(node)) if (key !== "names") visit(part, found);
}

// `a.b === "x"`, and `["x", "y"].includes(a.b)`.
function comparison(node) {
  if (node.sort === "two" && ["==", "===", "!=", "!==", "<", ">", "<=", ">=", "in"].includes(node.sign)) {
    const [path, values] = pathOf(node.left) ? [pathOf(node.left), valuesOf(node.right)] : [pathOf(node.right), valuesOf(node.left)];
    return path && values ? values.map((value) => ({ path, value })) : null;
  }
  if (node.sort === "call" && node.of.sort === "member" && node.of.of.sort === "list" && node.given.length === 1) {
    const path = pathOf(node.given[0]);
    const values = node.of.of.items.map((item) => item.value);
    return path && node.of.key.value === "includes" ? values.map((value) => ({ path, value })) : null;
  }
  return null;
}

// `utils.isBornBeforeYear(1964, "date")` names the answer that it looks at in quotes.
function namedInCall(node) {
  const texts = node.given.filter((one) => one.sort === "literal" && typeof one.value === "string");
  return texts.map((one) => ({ path: ["data", ...one.value.split(".")] }));
}

// Several values stand in brackets with `or` between them.
function valuesOf(node) {
  if (node.sort === "literal") return [node.value];
  if (node.sort === "one" && node.sign === "-" && node.of.sort === "literal") return [-node.of.value];
  if (node.sort !== "two" || node.sign !== "||") return null;
  const sides = [valuesOf(node.left), valuesOf(node.right)];
  return sides.every(Boolean) ? sides.flat() : null;
}

/** The names of `a.b["c"]`, or nothing where it is no path. */
export function pathOf(node) {
  if (node.sort === "path") return node.names;
  if (node.sort === "name") return [node.name];
  if (node.sort !== "member" || node.key.sort !== "literal") return null;
  const inner = pathOf(node.of);
  return inner && [...inner, `${node.key.value}`];
}
