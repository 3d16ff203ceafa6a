// Finds and starts the one browser that all tests share.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser; tests in other processes connect to its address. */
export async function startBrowser() {
  const executablePath = process.env.EXEMPLAR_BROWSER ?? find();
  if (!executablePath) throw new Error(`no browser is installed: none of ${NAMES.join(", ")} is in PATH`);
  return chromium.launchServer({ executablePath, headless: true, args: FLAGS });
}

function find() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
