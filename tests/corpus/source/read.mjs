// Reads a form's file as it lies there: JSON with or without a byte order mark, or YAML with tags that nobody defined.
// What the file means is not here.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** What stands in a file; throws with the file's name where it can be read as neither JSON nor YAML. */
export function readForm(file) {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  try {
    return /\.ya?ml$/i.test(file) ? readYaml(text) : JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error.message}`, { cause: error });
  }
}

// Keys that stand twice and tags of other programs occur in real files: the last key counts, a tag is not followed.
function readYaml(text) {
  return parse(text, { logLevel: "silent", uniqueKeys: false, maxAliasCount: 1_000 });
}

/** A list whatever stands there: files have one thing, or nothing, in place of a list. */
export function listOf(value) {
  if (Array.isArray(value)) return value.filter((one) => one !== null && one !== undefined);
  return value === undefined || value === null || value === "" ? [] : [value];
}

/** A text whatever stands there: some are under a language, some are numbers. */
export function textOf(value) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return `${value}`;
  if (value && typeof value === "object") return textOf(value.en ?? Object.values(value)[0]);
  return "";
}
