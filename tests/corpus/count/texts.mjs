// Looks for each text of a form in the files of the service, as bare words. Where it stands there is not looked at.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments, visit } from "yaml";
import { bare, pieces } from "../source/words.mjs";

/** The words of a service in each of its languages. */
export function serviceWords(folder) {
  const words = {};
  for (const file of filesIn(folder)) {
    const language = /\/words\/([\w-]+)\.yaml$/.exec(file)?.[1] ?? /\.([a-z]{2})\.md$/.exec(file)?.[1] ?? "";
    words[language] = `${words[language] ?? ""}\n${textsIn(file).map((text) => ` ${text} `).join("\n")}`;
  }
  return words;
}

/**
 * What stands under `when` anywhere in a service, also of options and documents, which the check does not list, and after
 * `if` in its texts.
 */
export function serviceConditions(folder) {
  const found = [];
  const isCondition = (node) => node.key?.value === "when" && typeof node.value?.value === "string";
  for (const file of filesIn(folder).filter((path) => /\.ya?ml$/.test(path) && !path.includes("/words/"))) {
    for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
      visit(document, {
        Pair: (_, node) => void (isCondition(node) && found.push(node.value.value)),
        Scalar: (_, node) => void found.push(...Array.from(`${node.value}`.matchAll(/\[\[ if (?:not )?(\w+) \]\]/g), (match) => match[1])),
      });
    }
  }
  return found;
}

function filesIn(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function textsIn(file) {
  const text = readFileSync(file, "utf8");
  if (!/\.ya?ml$/.test(file)) return text.split("\n").map(bare);
  const found = [];
  for (const document of parseAllDocuments(text)) {
    visit(document, { Scalar: (_, node) => void found.push(pieces(`${node.value}`).join(" ")) });
  }
  return found;
}

/**
 * How many pieces of a text in one language a service has: `{ of, found, missing }`. `own` are the pieces that the platform
 * says by itself at a place, by `place`: they are not looked for, because no definition writes them.
 */
export function comparedTexts(inventory, words, own = new Map()) {
  const result = {};
  // The service's own files hold its first language, and lists in all languages at once.
  for (const text of inventory.texts.filter((one) => one.reached && one.sort !== "heading")) {
    const into = (result[text.language] ??= { of: 0, found: 0, missing: [] });
    const where = `${words[text.language] ?? ""}\n${words[""] ?? ""}`;
    for (const piece of text.pieces.filter((one) => !own.get(text.place)?.has(one))) {
      into.of += 1;
      // Whole words only: "no" is not found in "north".
      if (where.includes(` ${piece} `)) into.found += 1;
      else into.missing.push({ place: text.place, sort: text.sort, piece });
    }
  }
  return result;
}
