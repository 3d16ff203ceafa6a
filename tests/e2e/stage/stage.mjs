// What a test needs of the stage that run.mjs set up: where the server is, its folder, the browser.

import { appendFileSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { chromium } from "playwright-core";

const settings = process.env.EXEMPLAR_STAGE;
if (!settings) throw new Error("start the tests with: node tests/e2e/run.mjs");

/** Addresses and folders: `address`, `browser`, `folder`, `services`. */
export const stage = JSON.parse(settings);

/** The folder of the small services that are there for tests alone. */
export const fixtures = join(stage.root, "tests/services");

let connected;

/** The shared browser, connected to once in each process. */
export function browser() {
  connected ??= chromium.connect(stage.browser);
  return connected;
}

/** Lets go of the browser; a test file that does not would never end. */
export async function letGo() {
  if (connected) await (await connected).close();
}

/** A word that nobody else types: letters alone, so that it fits into a name. It must turn up in no log and no address. */
export function marker() {
  const letters = [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  const word = `Zq${letters}`;
  appendFileSync(join(stage.folder, "markers.txt"), `${word}\n`);
  return word;
}

/** The server's log so far. */
export function serverLog() {
  return readFileSync(join(stage.folder, "server.log"), "utf8");
}
