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

/** How many pieces of a text in one language a service has: `{ of, found, missing }`. */
export function comparedTexts(inventory, words) {
  const result = {};
  // The service's own files hold its first language, and lists in all languages at once.
  for (const text of inventory.texts.filter((one) => one.reached && one.sort !== "heading")) {
    const into = (result[text.language] ??= { of: 0, found: 0, missing: [] });
    const where = `${words[text.language] ?? ""}\n${words[""] ?? ""}`;
    for (const piece of text.pieces) {
      into.of += 1;
      // Whole words only: "no" is not found in "north".
      if (where.includes(` ${piece} `)) into.found += 1;
      else into.missing.push({ place: text.place, sort: text.sort, piece });
    }
  }
  return result;
}
