// Walks one service down two branches: once as it comes, and once so that a page is met that was not met before.

import { seeded } from "../evaluate/random.mjs";
import { Browser } from "./browser.mjs";
import { Journey } from "./journey.mjs";
import { waysPast, waysTo } from "./ways.mjs";

/** How often each branch is tried before it counts as closed. */
const TRIES = { first: 6, second: 2, perPage: 3, pages: 8 };

/** What came of a service: the walks that count, how it ended, the pages that it has, and what was not as it must be. */
export async function visitService(site, { name, definition }, options) {
  const context = { site, base: `${site}/${name}`, definition, options, name, tried: new Set(), complaints: [], met: new Set(), tested: new Set(), requests: 0 };
  const first = await firstWalk(context);
  const second = first.end === "stopped" ? undefined : await secondWalk(context, first);
  return { service: name, ...resultOf(context, first, second) };
}

function resultOf(context, first, second) {
  const { definition, complaints, met, tested, requests } = context;
  const isThrough = (walk) => walk.end === "sent" || walk.end === "waits";
  const completes = isThrough(first) && (second === undefined || isThrough(second)) && complaints.length === 0;
  const reason = [first, second].find((walk) => walk?.reason)?.reason ?? (complaints[0] && `${complaints[0].page} ${complaints[0].what}`);
  return {
    completes,
    reason: completes ? undefined : reason,
    waits: first.end === "waits" || second?.end === "waits",
    branches: second === undefined ? 1 : 2,
    pages: definition.pages.size,
    met: [...definition.pages.values()].filter((page) => met.has(addressOf(page))).length,
    tested: tested.size,
    exits: [...new Set([...first.exits, ...(second?.exits ?? [])])],
    complaints,
    requests,
  };
}

async function firstWalk(context) {
  let walk;
  for (let turn = 0; turn < TRIES.first; turn += 1) {
    walk = await oneWalk(context, applicantOf(context, { turn, isBrief: false, wishes: [] }));
    if (walk.end !== "stopped" || !/is an end/.test(walk.reason)) break;
  }
  return walk;
}

/**
 * A walk that meets a page of which the first saw nothing; where that saw all, one that passes some by. Undefined where
 * no page depends on an answer.
 */
async function secondWalk(context, first) {
  const pages = [...context.definition.pages.values()];
  const unmet = pages.filter((page) => !first.met.has(addressOf(page)));
  const conditional = pages.filter((page) => page.when !== undefined);
  if (conditional.length === 0) return undefined;
  const isOther = (met) => (unmet.length > 0 ? [...met].some((key) => !first.met.has(key)) : [...first.met].some((key) => !met.has(key)));
  let failed;
  const another = async (applicant) => {
    const walk = await oneWalk(context, applicant);
    if (walk.end === "stopped") failed ??= walk;
    return walk.end !== "stopped" && isOther(walk.met) && walk;
  };
  for (let turn = 1; turn <= TRIES.second; turn += 1) {
    const walk = await another(applicantOf(context, { turn, isBrief: true, wishes: [], isOther: true }));
    if (walk) return walk;
  }
  const waysOut = (page) => (unmet.length > 0 ? waysTo(page, context.definition) : waysPast(page, context.definition));
  const isEnd = (page) => (page.role === "exit" ? 1 : 0);
  const targets = unmet.length > 0 ? unmet.sort((one, other) => isEnd(one) - isEnd(other)) : conditional;
  for (const page of targets.slice(0, TRIES.pages)) {
    for (const wishes of waysOut(page).slice(0, TRIES.perPage)) {
      const walk = await another(applicantOf(context, { turn: 0, isBrief: true, wishes }));
      if (walk) return walk;
    }
  }
  const what = unmet.length > 0 ? "met" : "passed by";
  return failed ?? { end: "stopped", exits: [], reason: `${addressOf(targets[0])} is ${what} with no answers that were found` };
}

function addressOf(page) {
  return page.name.replaceAll("_", "-");
}

/** How an applicant picks among options: by the seed, and in a second walk far from what was picked in the first. */
function applicantOf({ name, options }, { turn, isBrief, wishes, isOther = false }) {
  const pick = (question) => (count) => {
    const drawn = Math.floor(seeded(hashOf(`${options.seed} ${name} ${question.name}`))() * count);
    return (drawn + (isOther ? Math.ceil(count / 2) : 0) + (isOther ? turn - 1 : turn)) % count;
  };
  return { wishes, isBrief, today: options.today, manner: (question) => ({ pick: pick(question), isBrief }) };
}

function hashOf(text) {
  return [...text].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0), 16_777_619) >>> 0, 2_166_136_261);
}

async function oneWalk(context, applicant) {
  const { site, base, definition, options, tried } = context;
  const browser = new Browser(site);
  try {
    const journey = new Journey(browser, new URL(base).pathname, definition, { applicant, tried, limits: options.limits });
    const ended = await journey.walk();
    context.complaints.push(...journey.complaints);
    journey.met.forEach((key) => context.met.add(key));
    journey.tested.forEach((key) => context.tested.add(key));
    context.requests += browser.requests;
    if (options.log) options.log(`${context.name} ${ended.end} ${ended.reason ?? ended.reference ?? ""} ${browser.requests} requests`);
    return { ...ended, met: journey.met, exits: journey.exits };
  } finally {
    browser.close();
  }
}
