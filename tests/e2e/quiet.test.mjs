// What people type is in no address and in no line of the server's log, whatever becomes of the request.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fill } from "./journey/answer.mjs";
import { begin, walk } from "./journey/walk.mjs";
import { service } from "./material/services.mjs";
import { person } from "./stage/person.mjs";
import { marker, serverLog } from "./stage/stage.mjs";

const register = service("register-to-vote");

/** An example of which every text that is typed freely is a marker. */
function marked(example) {
  const markers = [];
  const mark = (value) => {
    markers.push(marker());
    return typeof value === "string" && value.includes("@") ? `${markers.at(-1)}@example.com` : markers.at(-1);
  };
  const answers = { ...example.answers };
  for (const name of ["full_name", "previous_name"]) {
    answers[name] = { first: mark(), middle: mark(), last: mark() };
  }
  for (const name of ["address", "previous_address"]) {
    answers[name] = { ...answers[name], line_1: mark(), town: mark() };
  }
  answers.email = mark(answers.email);
  return { example: { ...example, answers }, markers };
}

test("what is typed is in no address and in no line of the log", () =>
  person({}, async (someone) => {
    const { example, markers } = marked(register.examples.find(({ name }) => name === "moved-and-married"));
    await begin(someone, register, "en");
    await walk(someone, register, "en", example);
    const refused = await refuse(someone, markers);
    assert.equal(refused, 422);
    assert.equal(await contradict(someone, markers), 409);
    await tryCode(someone, markers);
    assert.equal(await forge(someone, markers), 403);
    await someone.go("/register-to-vote/check-answers");
    await someone.send();
    assert.match(someone.place(), /\/done\//);
    assert.ok(markers.length >= 15, `${markers.length} markers were typed`);
    // The log is written by another thread.
    await sleep(200);
    const log = serverLog();
    for (const one of markers) {
      assert.ok(!log.includes(one), `the log holds ${one}`);
      const addresses = someone.addresses.filter((address) => address.includes(one));
      assert.deepEqual(addresses, [], "an address holds what was typed");
    }
  }));

test("a browser that refuses something for the sake of the policy is noticed", () =>
  person({ tolerate: [/Content Security Policy/] }, async (someone) => {
    await someone.go("/");
    const ran = await someone.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      return window.ran === true;
    });
    assert.ok(!ran, "no script that stands in a page is run");
    assert.ok(someone.complaints.some((text) => text.includes("Content Security Policy")), "the other tests would fail");
  }));

async function refuse(someone, markers) {
  markers.push(marker());
  await someone.go("/register-to-vote/address?change");
  await fill(someone.page, "address", { line_1: markers.at(-1), postcode: "NOT ONE" });
  await someone.send();
  return someone.status();
}

async function contradict(someone, markers) {
  const other = await someone.window();
  await someone.go("/register-to-vote/full-name?change");
  await someone.go("/register-to-vote/full-name?change", other);
  for (const page of [someone.page, other]) {
    markers.push(marker());
    await fill(page, "full_name", { last: markers.at(-1) });
    await someone.send(page);
  }
  const status = someone.status(other);
  await someone.send(other);
  return status;
}

async function tryCode(someone, markers) {
  markers.push(marker());
  await someone.go("/register-to-vote/return");
  await someone.page.locator("[name=code]").fill(markers.at(-1));
  await someone.send();
}

/** Sends a form without its token, as another site would. */
async function forge(someone, markers) {
  markers.push(marker());
  await someone.go("/register-to-vote/full-name?change");
  await fill(someone.page, "full_name", { last: markers.at(-1) });
  await someone.page.locator("main form [name=csrf]").evaluate((token) => token.remove());
  await someone.send();
  return someone.status();
}
