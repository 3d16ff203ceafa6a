// Runs the tests of the pages in a browser: starts the server and the browser once, then every *.test.mjs, three at a time.
// Usage: EXEMPLAR_BIN=target/debug/exemplar node tests/e2e/run.mjs [part of a file's name ...]
// EXEMPLAR_SERVICES=FOLDER looks at the services there, in place of services/.
// EXEMPLAR_SCREENSHOTS=FOLDER keeps a picture of every state; EXEMPLAR_KEEP=yes keeps the server's log and data.

import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { staffRoutes } from "./material/routes.mjs";
import { startBrowser } from "./stage/browser.mjs";
import { startServer } from "./stage/server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const services = process.env.EXEMPLAR_SERVICES ? resolve(process.env.EXEMPLAR_SERVICES) : join(root, "services");
const binary = process.env.EXEMPLAR_BIN;
// One of them does little but wait.
const FILES_AT_ONCE = 3;

if (!binary) {
  console.error("EXEMPLAR_BIN says which binary to test, for example target/debug/exemplar");
  process.exit(2);
}

// The longest first, so that all end together.
const LONGEST = ["confirm", "staff", "states", "permit"];
const asked = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs") && (asked.length === 0 || asked.some((part) => name.includes(part))))
  .sort((one, other) => rank(one) - rank(other) || one.localeCompare(other))
  .map((name) => join(here, name));

function rank(name) {
  const place = LONGEST.findIndex((long) => name.startsWith(long));
  return place < 0 ? LONGEST.length : place;
}

const folder = mkdtempSync(join(tmpdir(), "exemplar-e2e-"));
let failed = files.length === 0;
try {
  const server = await startServer(binary, services, folder);
  const browser = await startBrowser();
  const screenshots = process.env.EXEMPLAR_SCREENSHOTS;
  if (screenshots) process.env.EXEMPLAR_SCREENSHOTS = resolve(screenshots);
  process.env.EXEMPLAR_STAGE = JSON.stringify({
    address: server.address,
    binary: resolve(binary),
    browser: browser.wsEndpoint(),
    folder,
    root,
    services,
  });
  failed = (await runAll()) || failed;
  await browser.close();
  const how = await server.stop();
  const complaints = [...(how === 0 ? [] : [`the server did not stop in order: ${how}`]), ...markersInLog(), ...(asked.length === 0 ? routesWithoutState() : [])];
  complaints.forEach((text) => console.error(text));
  failed = failed || complaints.length > 0;
} catch (error) {
  console.error(error);
  failed = true;
} finally {
  if (process.env.EXEMPLAR_KEEP) console.log(`the server's files are in ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Runs all files; says whether anything failed. */
async function runAll() {
  let anyFailed = false;
  const stream = run({ files, concurrency: FILES_AT_ONCE });
  stream.on("test:fail", () => {
    anyFailed = true;
  });
  const report = stream.compose(withStates).compose(new spec());
  for await (const text of report) process.stdout.write(text);
  return anyFailed;
}

/** Puts before the counts how many states of pages were looked at. */
async function* withStates(events) {
  for await (const event of events) {
    const isFirstCount = event.type === "test:diagnostic" && /^tests \d+$/.test(event.data.message);
    if (isFirstCount) yield { ...event, data: { ...event.data, message: `states of pages looked at ${lines("looked.txt").length}` } };
    yield event;
  }
}

/** Every route of staff that is read was looked at, and every one that changes something was sent. */
function routesWithoutState() {
  const seen = new Set(lines("routes.txt"));
  return staffRoutes(root).filter((route) => !seen.has(route)).map((route) => `no state of ${route} was looked at`);
}

/** What people typed in any test must never be in the log, to its last line. */
function markersInLog() {
  const logs = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith("server.log"));
  const log = logs.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const found = lines("markers.txt").filter((marker) => log.includes(marker));
  return found.map((marker) => `the server's log holds ${marker}, which somebody typed`);
}

/** The lines that tests left in a file; none where no test did. */
function lines(file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
}
