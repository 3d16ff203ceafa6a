// Counts what forms hold, from their files alone, and with --compare holds it against what an import made of them.
// Usage: node tests/corpus/count.mjs [--from FORMAT] [FILE ...] [--kind real|test] [--format json]
// and:   EXEMPLAR_BIN=target/debug/exemplar node tests/corpus/count.mjs --compare [the same]
// Without FILE, all forms of $EXEMPLAR_CORPUS. Exit code 0 where the thresholds hold and the report names all differences.

import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { comparedForm } from "./count/compare.mjs";
import { imported } from "./count/product.mjs";
import { countTable, compareTable, holdsAll, totals } from "./count/table.mjs";
import { serviceConditions, serviceWords } from "./count/texts.mjs";
import { FORMATS, filesToImport, formsOf, inventoryOf, languageOf } from "./source/corpus.mjs";
import { figures } from "./source/inventory.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: "string" }, kind: { type: "string" }, compare: { type: "boolean", default: false }, format: { type: "string", default: "text" } },
});

const forms = askedForms();
if (values.compare) compareAll();
else countAll();

function askedForms() {
  if (values.from && !FORMATS.includes(values.from)) fail(`--from is one of ${FORMATS.join(", ")}`);
  if (positionals.length > 0) return values.from ? positionals.map((path) => ({ format: values.from, path: resolve(path) })) : fail("--from says which format the files have");
  if (!process.env.EXEMPLAR_CORPUS) fail("name files, or say in EXEMPLAR_CORPUS where the corpus lies");
  return formsOf(process.env.EXEMPLAR_CORPUS).filter((form) => (!values.from || form.format === values.from) && (!values.kind || form.kind === values.kind));
}

function fail(text) {
  console.error(text);
  process.exit(2);
}

function countAll() {
  const counted = forms.map((form) => ({ ...form, figures: figures(inventoryOf(form.format, form.path)) }));
  console.log(values.format === "json" ? JSON.stringify(counted) : countTable(counted));
}

function compareAll() {
  const binary = process.env.EXEMPLAR_BIN ?? fail("EXEMPLAR_BIN says which program to import with");
  const compared = FORMATS.flatMap((format) => {
    const files = forms.filter((form) => form.format === format).map((form) => form.path);
    return files.length === 0 ? [] : comparedFormat(binary, format, files);
  });
  const all = { totals: totals(compared), forms: compared };
  console.log(values.format === "json" ? JSON.stringify(all) : compareTable(all));
  process.exitCode = holdsAll(all) ? 0 : 1;
}

function comparedFormat(binary, format, files) {
  const { folder, report, checked } = imported(binary, format, filesToImport(format, files));
  const services = new Map(checked.map((service) => [service.service, service]));
  const seen = new Map(report.flatMap((one) => one.files.map((file) => [resolve(file), one])));
  return files.map((file) => {
    const one = seen.get(file);
    const service = one && services.get(one.service);
    const inventory = inventoryOf(format, file);
    const passes = one?.passes_check === true && service !== undefined;
    // Of a service that fails its check there is no model: nothing of it counts as carried over.
    if (passes && !service.model) fail("the check says nothing of a model: this program is too old");
    const words = service ? serviceWords(join(folder, one.service)) : {};
    const conditions = service ? serviceConditions(join(folder, one.service)) : [];
    const isTranslation = inventory.language !== "en" && (one?.files ?? []).some((other) => format === "xgov-v1" && languageOf(resolve(other)) === "en");
    return comparedForm(inventory, { isTranslation, model: service?.model ?? {}, entries: one?.entries ?? [], words, conditions, passes });
  });
}
