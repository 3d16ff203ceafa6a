// Walks forms with made-up answers by the rules of their own format, and prints which pages are met and what is asked.
// Usage: node tests/corpus/evaluate/path.mjs --from FORMAT FILE ... [--sets 200] [--seed 7] [--today 2026-01-15] [--format json]
// Without FILE, all forms of $EXEMPLAR_CORPUS, or those of FORMAT. With --answers FILE.json, those answers in place of made-up ones.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FORMATS, formsOf, inventoryOf } from "../source/corpus.mjs";
import { readForm } from "../source/read.mjs";
import { defraWalker } from "./defra.mjs";
import { gcformsWalker } from "./gcforms.mjs";
import { navformioWalker } from "./navformio.mjs";
import { answerMaker, seeded } from "./random.mjs";
import { xgovWalker } from "./xgov.mjs";

const WALKERS = { "xgov-v1": xgovWalker, "defra-forms": defraWalker, gcforms: gcformsWalker, navformio: navformioWalker };

/** Walks the form in a file once for each set of answers. */
export function walkForm(format, file, { sets, seed, today, answers }) {
  const inventory = inventoryOf(format, file);
  const walk = WALKERS[format](readForm(file), { today });
  const made = answerMaker(inventory);
  const given = answers ?? Array.from({ length: sets }, (_, set) => made(seeded(seed * 1_000_003 + set)));
  const notes = new Set();
  const walks = given.map((one, set) => {
    const met = walk(one);
    met.notes.forEach((note) => notes.add(note));
    return { set, answers: one, pages: met.visited, asked: met.asked };
  });
  return { file, format, seed, today, fields: inventory.fields.map(described), notes: [...notes], walks };
}

function described({ key, place, type, labels, required, rows, reached, options }) {
  return { key, place, type, label: Object.values(labels)[0] ?? "", required, rows, reached, options: options.map(({ value, label }) => ({ value, label })) };
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: "string" }, sets: { type: "string", default: "200" }, seed: { type: "string", default: "7" }, today: { type: "string", default: "2026-01-15" }, answers: { type: "string" }, format: { type: "string", default: "text" } },
  });
  const forms = asked(values.from, positionals);
  const answers = values.answers ? [JSON.parse(readFileSync(values.answers, "utf8"))].flat() : undefined;
  const options = { sets: Number(values.sets), seed: Number(values.seed), today: values.today, answers };
  console.error(`seed ${options.seed}, ${answers?.length ?? options.sets} sets, today ${options.today}`);
  const walked = forms.map(({ format, path }) => {
    const begun = performance.now();
    return { ...walkForm(format, path, options), milliseconds: Math.round(performance.now() - begun) };
  });
  if (values.format === "json") return console.log(JSON.stringify(positionals.length === 1 ? walked[0] : walked));
  walked.forEach((one) => console.log(inWords(one)));
}

function asked(from, files) {
  if (from && !FORMATS.includes(from)) fail(`--from is one of ${FORMATS.join(", ")}`);
  if (files.length > 0) return from ? files.map((path) => ({ format: from, path: resolve(path) })) : fail("--from says which format the files have");
  if (!process.env.EXEMPLAR_CORPUS) fail("name files, or say in EXEMPLAR_CORPUS where the corpus lies");
  return formsOf(process.env.EXEMPLAR_CORPUS).filter((form) => !from || form.format === from);
}

function fail(text) {
  console.error(text);
  process.exit(2);
}

function inWords({ file, format, walks, fields, notes, milliseconds }) {
  const paths = new Set(walks.map((walk) => walk.asked.join(" ")));
  const met = new Set(walks.flatMap((walk) => walk.asked.map((key) => key.replace(/\[\d+\]/g, ""))));
  const askable = new Set(fields.filter((field) => field.reached).map((field) => field.key));
  const never = [...askable].filter((key) => !met.has(key)).length;
  const lines = [`${format} ${file.split("/").slice(-2).join("/")}: ${paths.size} paths, ${askable.size} fields, ${never} never asked, ${milliseconds} ms`];
  return [...lines, ...notes.map((note) => `  ${note}`)].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
