// Runs the program: imports forms into a folder of their own, and lets it check what it made.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MOST_OUTPUT = 1 << 30;

/** Imports the files of one format; gives the folder, the report and what the check says of each service. */
export function imported(binary, format, files) {
  const into = mkdtempSync(join(tmpdir(), "exemplar-count-"));
  const report = join(into, "report.json");
  const services = join(into, "services");
  run(binary, ["import", "--from", format, ...files, "--into", services, "--report", report]);
  const folders = readdirSync(services).filter((name) => !name.includes(".")).map((name) => join(services, name));
  const checked = folders.length === 0 ? [] : JSON.parse(run(binary, ["check", "--format", "json", ...folders]));
  return { folder: services, report: JSON.parse(readFileSync(report, "utf8")), checked };
}

// It exits with a code of its own where a form did not pass: what it printed counts all the same.
function run(binary, given) {
  try {
    return execFileSync(binary, given, { encoding: "utf8", maxBuffer: MOST_OUTPUT, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (typeof error.status === "number" && error.status === 1 && error.stdout !== "") return error.stdout;
    throw new Error(`${given[0]} failed: ${`${error.stderr ?? error.message}`.slice(0, 500)}`, { cause: error });
  }
}
