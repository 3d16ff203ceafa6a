// Walks through a service as one example does, and lets somebody see each page before and after it is answered.

import assert from "node:assert/strict";
import { fill } from "./answer.mjs";
import { uploadAll } from "./files.mjs";
import { answersInRow, pageOfRow, sayWhetherThereAreMore } from "./rows.mjs";

// No journey is longer, unless it goes in circles.
const PAGES_LIMIT = 200;

/** The address of a service in a language. */
export function base(service, language) {
  return language === service.languages[0] ? `/${service.id}` : `/${service.id}/${language}`;
}

/** Opens the start page and the first question. */
export async function begin(someone, service, language) {
  await someone.go(base(service, language));
  await someone.follow(() => someone.page.locator(".govuk-button--start").click());
}

/**
 * Answers page after page. `visit(page)` is called on each with what the definition says of it; `saved(page)` after it
 * was answered, and may leave the browser anywhere; `list()` on the task list, from which the first task that is not
 * complete is opened. Ends at check answers, at an exit, or where the example is refused.
 */
export async function walk(someone, service, language, example, { visit = async () => {}, saved = async () => {}, list = async () => {} } = {}) {
  for (let n = 0; n < PAGES_LIMIT; n += 1) {
    const address = someone.place().slice(base(service, language).length + 1);
    if (address === "check-answers") return { end: "check-answers" };
    if (address === "tasks") {
      await list();
      await someone.follow(() => someone.page.locator(".govuk-task-list__item:has(.govuk-tag) a").first().click());
      continue;
    }
    const page = service.pages.find((one) => one.address === address) ?? pageOfRow(service, address);
    assert.ok(page, `${someone.place()} is a page of the definition`);
    await visit(page);
    if (page.kind === "exit") return { end: "exit", page };
    if (page.kind === "information") {
      await someone.follow(() => someone.page.locator("main a.govuk-button").click());
      continue;
    }
    await answerPage(someone, service, example, page);
    await someone.send();
    if (someone.status() !== 200) return { end: "refused", page };
    const next = someone.place();
    await saved(page);
    if (someone.place() !== next) await someone.go(next);
  }
  throw new Error(`${example.name} does not come to an end in ${service.id}`);
}

/** Fills in a page as an example does, or as another one does where this one has nothing to say. */
export async function answerPage(someone, service, example, page) {
  if (page.kind === "rows") return sayWhetherThereAreMore(someone, example, page);
  // Which times are free depends on the day: the first that is offered is chosen.
  if (page.kind === "slots") return someone.follow(() => someone.page.locator('main form button[name=act][value^="add "]').first().click());
  // What another system has stands on the page already.
  if (page.kind === "record") return;
  if (page.kind === "files") return uploadAll(someone, example.answers[page.name]);
  const answers = page.rows ? await answersInRow(someone, example, page) : example.answers;
  for (const question of page.questions) {
    if (page.rows && (await someone.page.locator(`main form [name^="${question.name}"]`).count()) === 0) continue;
    const answer = answers[question.name] ?? (question.isOptional ? undefined : anybodys(service, question));
    assert.ok(answer !== undefined || question.isOptional, `no example answers ${question.name}`);
    await fill(someone.page, question.name, answer);
  }
}

function anybodys(service, question) {
  return service.examples.map((example) => example.answers[question.name]).find((answer) => answer !== undefined);
}

/** Answers everything and stops at check answers. */
export async function walkToCheckAnswers(someone, service, language, example) {
  await begin(someone, service, language);
  const { end } = await walk(someone, service, language, example);
  assert.equal(end, "check-answers", `${example.name} comes to check answers`);
}

/** Walks to the page with this name and stops there. */
export function walkTo(someone, service, language, example, name) {
  return walkUntil(someone, service, language, example, (page) => page.name === name);
}

/** Walks to the page after the one with this name and stops there. */
export function walkPast(someone, service, language, example, name) {
  let isPast = false;
  return walkUntil(someone, service, language, example, (page) => {
    if (isPast) return true;
    isPast = page.name === name;
    return false;
  });
}

async function walkUntil(someone, service, language, example, isThere) {
  const there = new Error("there");
  await begin(someone, service, language);
  const walked = walk(someone, service, language, example, {
    visit: async (page) => {
      if (isThere(page)) throw there;
    },
  });
  const found = await walked.then(
    () => false,
    (error) => {
      if (error === there) return true;
      throw error;
    },
  );
  assert.ok(found, `${example.name} comes to the page that was looked for`);
}

/** An example of a service that is sent from check answers, without anybody else. */
export function whoSends(service) {
  return service.examples.find((example) => !example.exit && !example.refusedAt && !example.waits);
}
