// What another system has on record, in each state in which the page of it can be: found, not found, no reply. With scripts
// and without, in each language.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { walkTo } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person } from "./stage/person.mjs";

const everything = service("everything");
const example = everything.examples.find(({ name }) => name === "answers-everything");
const FORD = { make: "Ford", tax_due: "2026-04-30", keeper: "Somebody Else" };
// What the system of vehicles says of each number plate; of any other it says nothing in time.
const KNOWN = { "AA10 AAA": { status: 200, answer: FORD }, "BB10 BBB": { status: 200, answer: null }, "CC10 CCC": { status: 500, answer: null } };

const vehicles = createServer(async (request, reply) => {
  let asked = "";
  for await (const piece of request) asked += piece;
  const known = Object.entries(KNOWN).find(([plate]) => asked.replaceAll(" ", "").includes(plate.replaceAll(" ", "")));
  reply.writeHead(known[1].status, { "content-type": "application/json" });
  reply.end(JSON.stringify({ answer: known[1].answer }));
});
await new Promise((done) => vehicles.listen(0, "127.0.0.1", done));
after(() => vehicles.close());
const server = await ownServer("records", ["--connector", `vehicles=http://127.0.0.1:${vehicles.address().port}/ask`]);

/** Goes to the page of the record for a number plate, and looks at it. */
function at(plate, { language, scripts = true, name }, act) {
  return person({ address: server.address, scripts }, async (someone) => {
    const answers = { ...example.answers, plate };
    await walkTo(someone, everything, language, { ...example, answers }, "vehicle");
    const see = (state, options = {}) => look(someone, { name: `records/${language}/${name}-${state}`, language, ...options });
    await see("as-it-comes");
    await act(someone, see);
  });
}

const said = (someone) => someone.page.locator("main").innerText();
const ticks = (someone) => someone.page.locator("main input[type=checkbox]").count();

for (const language of everything.languages) {
  test(`a record that is found is shown, and nothing of it besides, in ${language}`, () =>
    at("AA10 AAA", { language, name: "found" }, async (someone) => {
      const shown = await said(someone);
      assert.ok(shown.includes("Ford"));
      assert.ok(!shown.includes("Somebody Else"), "what is not asked for is not shown");
      assert.equal(await ticks(someone), 1, "one can say that it is wrong");
      const place = someone.place();
      await someone.send();
      assert.notEqual(someone.place(), place);
      await someone.go(place);
      assert.ok((await said(someone)).includes("Ford"), "it is still there");
    }));

  test(`who finds nothing is told what to do, in ${language}`, () =>
    at("BB10 BBB", { language, name: "nothing" }, async (someone) => {
      assert.ok((await said(someone)).includes(word(language, "record-nothing")));
      assert.equal(await ticks(someone), 0, "nothing can be wrong where nothing is");
    }));

  test(`where nobody answers one tries again, or goes on without, in ${language}`, () =>
    at("CC10 CCC", { language, name: "silent", scripts: false }, async (someone, see) => {
      assert.ok((await said(someone)).includes(word(language, "record-silent")));
      const place = someone.place();
      KNOWN["CC10 CCC"] = { status: 200, answer: FORD };
      await someone.go(place);
      assert.ok((await said(someone)).includes("Ford"), "it is asked again");
      await see("found-then");
      KNOWN["CC10 CCC"] = { status: 500, answer: null };
    }));
}
