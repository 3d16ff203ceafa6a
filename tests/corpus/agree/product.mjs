// Asks the program where sets of answers lead in a service: `exemplar path`.

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MOST_OUTPUT = 1 << 30;

/** For each set of answers, what is asked and which answers were refused. */
export function pathsOf(binary, service, sets, today) {
  const file = join(tmpdir(), `exemplar-agree-${process.pid}.json`);
  writeFileSync(file, JSON.stringify(sets));
  try {
    return JSON.parse(run(binary, ["path", service, "--answers", file, "--today", today, "--format", "json"])).map(readPath);
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether the program has the command at all. */
export function canWalk(binary) {
  try {
    return run(binary, ["path", "--help"]).includes("--answers");
  } catch {
    return false;
  }
}

function readPath({ pages, exit, ignored }) {
  const refused = ignored.filter(({ why }) => why !== "not_asked");
  return { asked: pages.flatMap((page) => page.asked), exit, refused };
}

// It exits with 1 where it left an answer aside.
function run(binary, given) {
  try {
    return execFileSync(binary, given, { encoding: "utf8", maxBuffer: MOST_OUTPUT, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error.status === 1 && error.stdout !== "") return error.stdout;
    throw new Error(`${given[0]} failed: ${`${error.stderr ?? error.message}`.slice(0, 500)}`, { cause: error });
  }
}
