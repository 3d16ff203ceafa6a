// What is known of languages: the way in which each is written, from the data that the server has.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stage } from "../stage/stage.mjs";

const conventions = JSON.parse(readFileSync(join(stage.root, "crates/exemplar-core/data/languages.json"), "utf8"));

/** Whether a language runs from right to left. */
export function isRightToLeft(language) {
  return Boolean(conventions[language]?.right_to_left);
}

/** A text without the marks that keep what runs one way apart from what runs the other. */
export function withoutMarks(text) {
  return text.replace(/[\u2066-\u2069]/g, "");
}
