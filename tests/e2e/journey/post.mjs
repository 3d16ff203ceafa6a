// Applies without a browser, for tests that need many cases: asks for each page and sends its form, as an example does.

import assert from "node:assert/strict";
import { request } from "playwright-core";
import { controlsOf, text } from "./controls.mjs";
import { base } from "./walk.mjs";

const PAGES_LIMIT = 200;
const OWN_SITE = { "sec-fetch-site": "same-origin" };

/** Sends an application; gives the address of its confirmation. */
export async function apply(address, service, language, example) {
  const client = await request.newContext({ baseURL: address });
  try {
    const start = await client.get(base(service, language));
    const [, first] = (await start.text()).match(/<a href="([^"]+)"[^>]*govuk-button--start/) ?? [];
    assert.ok(first, `${base(service, language)} has a button to start`);
    let reply = await client.get(first);
    for (let n = 0; n < PAGES_LIMIT; n += 1) {
      const place = new URL(reply.url()).pathname;
      assert.equal(reply.status(), 200, `${example.name} at ${place}`);
      if (place.includes("/done/")) return place;
      reply = await answer(client, place, await reply.text(), example);
    }
    throw new Error(`${example.name} does not come to an end in ${service.id}`);
  } finally {
    await client.dispose();
  }
}

/** Sends the form of a page, or follows its link to the next one. */
function answer(client, place, source, example) {
  const main = source.slice(source.indexOf("<main"));
  const form = main.match(/<form action="([^"]*)" method="post"[\s\S]*?<\/form>/);
  if (!form) return client.get(main.match(/<a href="([^"]+)" role="button"/)[1]);
  const hidden = [...form[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(hidden.map(([, name, value]) => [name, value]));
  const names = new Set([...form[0].matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
  // Which times are free depends on the day: the first that is offered is chosen.
  const [, free] = form[0].match(/name="act" value="(add [^"]+)"/) ?? [];
  if (free && !form[0].includes('value="remove ')) fields.append("act", free);
  for (const [question, given] of Object.entries(example.answers)) put(fields, names, question, given);
  return client.post(form[1] || place, {
    data: fields.toString(),
    headers: { ...OWN_SITE, "content-type": "application/x-www-form-urlencoded" },
  });
}

/** Puts an answer into those controls of the page that belong to it. */
function put(fields, names, question, given) {
  const name = (suffix) => (suffix ? `${question}-${suffix}` : question);
  const has = (suffix) => names.has(name(suffix));
  for (const [suffix, value] of controlsOf(given, has)) if (has(suffix)) fields.append(name(suffix), text(value));
}
