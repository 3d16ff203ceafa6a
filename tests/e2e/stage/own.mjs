// A server for one file of tests alone: what is counted, shut or listed in it is theirs.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import { startServer, store } from "./server.mjs";
import { stage } from "./stage.mjs";

// The tests send more from one address than a household does.
const NO_LIMITS = ["--limit-starts", "0", "--limit-posts", "0"];

/** Starts it, with services of its own where some are given; it is stopped after the tests of the file. */
export async function ownServer(name, more = [], services = stage.services) {
  const folder = mkdtempSync(join(stage.folder, `${name}-`));
  const server = await startServer(stage.binary, services, folder, [...NO_LIMITS, ...more]);
  after(async () => assert.equal(await server.stop(), 0, "the server stops in order"));
  return { folder, address: server.address, ...hands(folder, server.address) };
}

/** What one does at the machine itself. */
function hands(folder, address) {
  const log = () => readFileSync(join(folder, "server.log"), "utf8");
  const command = (...words) => execFileSync(stage.binary, [...words, ...store(folder)], { encoding: "utf8" });
  const links = (text) => [...text.matchAll(/https?:\/\/[^\s/]+(\/staff\/first\/\S+)/g)].map(([, path]) => path);
  return {
    /** The link by which the first administrator is set up. */
    firstLink: () => links(log())[0],
    /** Adds somebody, and gives the link to set the account up. */
    addStaff: ({ name, email, role, organisation, office }) => {
      const flags = { name, email, role, organisation, office, address };
      const given = Object.entries(flags).filter(([, value]) => value !== undefined);
      const words = command("staff", "add", ...given.flatMap(([flag, value]) => [`--${flag}`, value]));
      return links(words)[0];
    },
    /** Shuts a service with words in its languages, and opens it again. */
    shut: (service, words, until) => {
      const files = Object.entries(words).map(([language, text]) => {
        const file = join(folder, `shut.${language}.md`);
        writeFileSync(file, text);
        return `${language}=${file}`;
      });
      command("shut", service, ...files.flatMap((file) => ["--words", file]), "--until", until);
    },
    open: (service) => command("open", service),
    /** Publishes a folder. */
    publish: (path) => command("publish", path),
    /** Brings a folder in to be published by its owners, with the file of organisations beside it. */
    propose: (path) => command("publish", "--propose", path),
  };
}
