// Imports forms, and holds the services against the forms: for the same answers both must ask the same.
// Usage: EXEMPLAR_BIN=target/debug/exemplar node tests/corpus/agree.mjs [--from FORMAT] [FILE ...] [--kind real|test]
//        [--sets 200] [--seed 7] [--today 2026-01-15] [--format json]
// Without FILE, all forms of $EXEMPLAR_CORPUS. Exit code 0 where at least 98 % of the forms carried over agree in every format.

import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { agreement } from "./agree/form.mjs";
import { canWalk } from "./agree/product.mjs";
import { agreeTable, holds, totals } from "./agree/table.mjs";
import { imported } from "./count/product.mjs";
import { FORMATS, formsOf } from "./source/corpus.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    kind: { type: "string" },
    sets: { type: "string", default: "200" },
    seed: { type: "string", default: "7" },
    today: { type: "string", default: "2026-01-15" },
    format: { type: "string", default: "text" },
  },
});

main();

function main() {
  const binary = process.env.EXEMPLAR_BIN ?? fail("EXEMPLAR_BIN says which program to try");
  if (!canWalk(binary)) fail("this program has no command `path`");
  const options = { sets: Number(values.sets), seed: Number(values.seed), today: values.today };
  const forms = askedForms();
  const tried = FORMATS.flatMap((format) => {
    const files = forms.filter((form) => form.format === format).map((form) => form.path);
    return files.length === 0 ? [] : triedFormat(binary, format, files, options);
  });
  const all = { ...options, totals: totals(tried), forms: tried };
  console.log(values.format === "json" ? JSON.stringify(all) : agreeTable(all));
  process.exitCode = holds(all) ? 0 : 1;
}

function triedFormat(binary, format, files, options) {
  const { folder, report, checked } = imported(binary, format, files);
  const models = new Map(checked.map(({ service, model }) => [service, model]));
  const reports = new Map(report.flatMap((one) => one.files.map((file) => [resolve(file), one])));
  const tried = files.map((file) => {
    const { service, entries, passes_check: passes } = reports.get(file) ?? {};
    const model = passes && service ? models.get(service) : null;
    if (!model) return { file, format, service: service ?? null, carried_over: false };
    return { service, carried_over: true, ...agreement({ binary, format, file, folder: join(folder, service), entries, model }, options) };
  });
  rmSync(dirname(folder), { recursive: true, force: true });
  return tried;
}

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
