// Reads the platform's own words from locales/, as far as tests need them: one line, with or without $names.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { stage } from "../stage/stage.mjs";

const read = new Map();

/** The words of a key in a language, with values put in for its $names. */
export function word(language, key, values = {}) {
  if (!read.has(language)) read.set(language, readLanguage(language));
  const text = read.get(language).get(key);
  if (text === undefined) throw new Error(`locales/${language} has no one-line text ${key}`);
  return text.replace(/\{ \$(\w+) \}/g, (_, name) => values[name]);
}

function readLanguage(language) {
  const folder = join(stage.root, "locales", language);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"));
  const texts = lines.map((line) => line.match(/^([a-z][a-z0-9-]*) = (.+)$/)).filter(Boolean);
  return new Map(texts.map(([, key, text]) => [key, text]));
}
