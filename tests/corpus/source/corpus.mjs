// Finds the forms of a corpus by its MANIFEST.tsv, and reads any form by the format that it is said to have.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defraInventory } from "./defra.mjs";
import { gcformsInventory } from "./gcforms.mjs";
import { filesBeside, navformioInventory } from "./navformio.mjs";
import { readForm } from "./read.mjs";
import { xgovInventory } from "./xgov.mjs";

/** The formats, in the order in which tables show them. */
export const FORMATS = ["xgov-v1", "defra-forms", "gcforms", "navformio"];

/** All rows of the manifest, each with its file's place and the figures that it states. */
export function manifest(folder) {
  const [head, ...rows] = readFileSync(join(folder, "MANIFEST.tsv"), "utf8").trimEnd().split("\n").map((line) => line.split("\t"));
  return rows.map((cells) => {
    const row = Object.fromEntries(head.map((name, index) => [name, cells[index]]));
    return { ...row, path: join(folder, row.file) };
  });
}

/** The forms of a corpus: neither translations nor what belongs to no form. */
export function formsOf(folder) {
  return manifest(folder).filter((row) => FORMATS.includes(row.format));
}

/** What the form in a file holds. */
export function inventoryOf(format, file) {
  const form = readForm(file);
  if (form === null || typeof form !== "object") throw new Error(`${file} holds no form`);
  if (format === "xgov-v1") return xgovInventory(form, file, languageOf(file));
  if (format === "defra-forms") return defraInventory(form, file, languageOf(file));
  if (format === "gcforms") return gcformsInventory(form, file);
  if (format === "navformio") return navformioInventory(form, file);
  throw new Error(`${format} is none of ${FORMATS.join(", ")}`);
}

/** The forms with all files that belong to them, each once, as an import needs them. */
export function filesToImport(format, files) {
  return format === "navformio" ? [...new Set([...files, ...files.flatMap(filesBeside)])] : files;
}

/** The language of a form whose file has one: the name of its folder says it. */
export function languageOf(file) {
  return /\/cy\//.test(file) ? "cy" : "en";
}
