// A service that is shut: what its pages say until when, in each language; its answers are kept, and it opens again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { base, begin } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";

const register = service("register-to-vote");
const WORDS = { en: "We are moving to a new office.", cy: "Rydym yn symud i swyddfa newydd." };
// Every server follows within 5 seconds; a busy machine gets more.
const FOLLOWS_WITHIN_MS = 15_000;

test("a service that is shut says so in each language, and goes on once it is open", async () => {
  const server = await ownServer("shut");
  await person({ address: server.address }, async (someone) => {
    await begin(someone, register, "en");
    const place = someone.place();
    const until = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000);
    server.shut(register.id, WORDS, until.toISOString());
    for (const language of register.languages) {
      const start = base(register, language);
      const question = `${start}/${place.split("/").at(-1)}`;
      await reaches(someone, question, 503);
      // The start page stays one that people and search engines find.
      for (const [page, address, status] of [["question", question, 503], ["start", start, 200]]) {
        await someone.go(address);
        assert.ok((await someone.page.locator("main").innerText()).includes(WORDS[language]));
        await look(someone, { name: `register-to-vote/${language}/shut-${page}`, language, status });
      }
    }
    server.open(register.id);
    await reaches(someone, place, 200);
    assert.equal(someone.place(), place, "who had begun goes on where they were");
  });
});

/** Opens an address until it comes with a status. */
async function reaches(someone, address, status) {
  for (let waited = 0; ; waited += 250) {
    await someone.go(address);
    if (someone.status() === status) return;
    assert.ok(waited < FOLLOWS_WITHIN_MS, `${address} came with ${someone.status()} and not ${status}`);
    await sleep(250);
  }
}
