// Imports forms, serves what came of them, and walks each service as an applicant without scripts does, down two branches.
// Usage: EXEMPLAR_BIN=target/debug/exemplar node tests/corpus/visit.mjs [--from FORMAT] [FILE ...] [--kind real|test] [--seed 7] [--format json]
// Without FILE, all forms of $EXEMPLAR_CORPUS. Exit code 0 where 95 % of what passes the check completes, in every format;
// 1 where not, and 2 where it could not be tried. EXEMPLAR_KEEP=yes keeps what the servers wrote; --log says each walk.

import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { imported } from "./count/product.mjs";
import { FORMATS, formsOf } from "./source/corpus.mjs";
import { definitionIn } from "./visit/definition.mjs";
import { startServer } from "./visit/server.mjs";
import { visitService } from "./visit/service.mjs";
import { enoughComplete, visitTable, visitTotals } from "./visit/table.mjs";

const SERVICES_PER_SERVER = 60;
// The server works while a walk reads its pages.
const AT_ONCE = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: "string" },
    kind: { type: "string" },
    seed: { type: "string", default: "7" },
    pages: { type: "string", default: "600" },
    seconds: { type: "string", default: "120" },
    log: { type: "boolean", default: false },
    format: { type: "string", default: "text" },
  },
});
const binary = process.env.EXEMPLAR_BIN ?? fail("EXEMPLAR_BIN says which program to visit");
const options = {
  seed: Number(values.seed),
  limits: { pages: Number(values.pages), seconds: Number(values.seconds) },
  today: new Date().toISOString().slice(0, 10),
  log: values.log ? (line) => console.error(line) : undefined,
};
const folder = mkdtempSync(join(tmpdir(), "exemplar-visit-"));
try {
  await main();
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  if (process.env.EXEMPLAR_KEEP) console.error(`what the servers wrote is in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}

async function main() {
  console.error(`seed ${options.seed}, today ${options.today}`);
  const [visited, refused] = [[], {}];
  for (const [format, files] of askedForms()) {
    const { made, services, notPassing } = servicesOf(format, files);
    refused[format] = notPassing;
    for (let at = 0; at < services.length; at += SERVICES_PER_SERVER) {
      visited.push(...(await visitAll(format, services.slice(at, at + SERVICES_PER_SERVER), at)));
    }
    rmSync(made, { recursive: true, force: true });
  }
  const totals = visitTotals(visited, refused);
  console.log(values.format === "json" ? JSON.stringify({ seed: options.seed, totals, services: visited }) : visitTable(totals, visited));
  process.exitCode = enoughComplete(totals) ? 0 : 1;
}

function askedForms() {
  if (values.from && !FORMATS.includes(values.from)) fail(`--from is one of ${FORMATS.join(", ")}`);
  if (positionals.length > 0) return values.from ? [[values.from, positionals.map((path) => resolve(path))]] : fail("--from says which format the files have");
  if (!process.env.EXEMPLAR_CORPUS) fail("name files, or say in EXEMPLAR_CORPUS where the corpus lies");
  const forms = formsOf(process.env.EXEMPLAR_CORPUS).filter((form) => (!values.from || form.format === values.from) && (!values.kind || form.kind === values.kind));
  return FORMATS.map((format) => [format, forms.filter((form) => form.format === format).map((form) => form.path)]).filter(([, files]) => files.length > 0);
}

function fail(text) {
  console.error(text);
  process.exit(2);
}

/** The services that pass the check, and how many of the files came to none that does. */
function servicesOf(format, files) {
  const { folder: into, report, checked } = imported(binary, format, files);
  const passing = new Set(report.filter((one) => one.passes_check).map((one) => one.service));
  const services = checked.filter((one) => one.model && one.errors === 0 && passing.has(one.service)).map(({ service, model }) => ({ name: service, folder: join(into, service), definition: definitionIn(join(into, service), model) }));
  return { made: dirname(into), services, notPassing: report.length - services.length };
}

/** Serves some services and walks them, a few at once. */
async function visitAll(format, services, at) {
  const stage = join(folder, `${format}-${at}`);
  mkdirSync(join(stage, "services"), { recursive: true });
  for (const { name, folder: made } of services) renameSync(made, join(stage, "services", name));
  const server = await startServer(binary, join(stage, "services"), stage);
  try {
    const [waiting, done] = [[...services], []];
    const walk = async () => {
      for (let service = waiting.shift(); service; service = waiting.shift()) done.push({ format, ...(await visitService(server.address, service, options)) });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walk));
    return done.sort((one, other) => one.service.localeCompare(other.service));
  } finally {
    await server.stop();
  }
}
