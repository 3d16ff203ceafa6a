// An applicant on one page: answers it wrongly to see what is said, then as the definition has it.

import { Stop } from "./browser.mjs";
import { journeyForm } from "./page.mjs";
import { answersTo } from "./values.mjs";
import { complaintOf, isRequired, wrongAnswers } from "./wrong.mjs";

const TRIES = 16;
// What an applicant does who answers a page that no question of the definition is on, such as one of the platform's.
const UNKNOWN = { kind: "", optional: false, rules: {} };

/** The questions on a page, by their names, each with its controls by their suffixes. */
export function questionsOn(form, definition) {
  const found = new Map();
  for (const control of form.fields) {
    if (control.type === "hidden" || control.type === "file") continue;
    const [name, ...suffix] = control.name.split("-");
    if (!found.has(name)) found.set(name, { question: definition.questions.get(name) ?? { ...UNKNOWN, name }, controls: new Map() });
    const { controls } = found.get(name);
    controls.set(suffix.join("-"), [...(controls.get(suffix.join("-")) ?? []), control]);
  }
  return found;
}

/**
 * Sends a page as nobody should, once empty and once for each way in which its answers can be wrong. Gives how often
 * that could be done, and what was not as it must be.
 */
export async function answerWrongly(browser, definition, today) {
  const { place } = browser.page;
  const complaints = [];
  let attempts = 0;
  const attempt = async (typedBy) => {
    const { page } = browser;
    const form = journeyForm(page);
    const questions = questionsOn(form, definition);
    const { asked, typed } = typedBy(questions);
    if (asked.length === 0) return;
    attempts += 1;
    const came = await browser.send(form);
    const complaint = complaintOf(page, came, browser.status, { asked, typed });
    if (complaint) complaints.push(complaint);
    if (came.place !== place || browser.status >= 500) await browser.go(place);
  };
  await attempt((questions) => nothing(questions));
  for (const round of [0, 1]) await attempt((questions) => wrongly(questions, round, today));
  return { attempts, complaints };
}

/** Leaves everything on a page empty; those that may not be are asked for. */
function nothing(questions) {
  const asked = [...questions].filter(([, { question, controls }]) => isRequired(question, questions) && !isChosen(controls));
  if (asked.length > 0) for (const { controls } of questions.values()) clear(controls);
  return { asked: asked.map(([name]) => name), typed: {} };
}

function wrongly(questions, round, today) {
  const [asked, typed] = [[], {}];
  for (const [name, { question, controls }] of questions) {
    const fields = wrongAnswers(question, controls, today)[round];
    if (!fields || !isAlwaysAsked(question, questions)) continue;
    asked.push(name);
    clear(controls);
    put(controls, fields);
    for (const [suffix, value] of Object.entries(fields)) typed[suffix ? `${name}-${suffix}` : name] = value;
  }
  return { asked, typed };
}

function isAlwaysAsked(question, questions) {
  return isRequired({ ...question, optional: false }, questions);
}

function isChosen(controls) {
  return [...controls.values()].flat().some((control) => control.type === "radio" && control.isChecked);
}

/**
 * Answers a page, trying what a rule between answers may want until the page is taken. `manner(question)` says how the
 * applicant answers a question.
 */
export async function answerRightly(browser, definition, manner) {
  const { place } = browser.page;
  const at = new Map();
  for (let n = 0; n < TRIES; n += 1) {
    const form = journeyForm(browser.page);
    if (!form) throw new Stop("has nothing to send");
    const questions = questionsOn(form, definition);
    for (const [name, { question, controls }] of questions) fill(questions, name, answersFor(question, controls, questions, manner)[at.get(name) ?? 0]);
    const came = await browser.send(form);
    if (browser.status >= 500) throw new Stop(`answered with ${browser.status}`);
    if (came.place !== place) return;
    if (came.summary) turnTo(came.summary, questions, at, manner);
    else if (browser.status === 200 && n > 1) throw new Stop("comes again and says nothing");
  }
  throw new Stop(`is never satisfied: ${sayingOf(browser.page)}`);
}

function answersFor(question, controls, questions, manner) {
  const answers = answersTo(question, controls, manner(question));
  return isAlwaysAsked(question, questions) ? answers : [{ value: undefined, fields: {} }, ...answers];
}

// Of each question that an error is about, the next answer is tried.
function turnTo(summary, questions, at, manner) {
  const about = [...questions.keys()].filter((name) => summary.links.some(({ href }) => href === `#${name}` || href.startsWith(`#${name}-`)));
  const turned = about.filter((name) => {
    const { question, controls } = questions.get(name);
    const next = (at.get(name) ?? 0) + 1;
    if (next >= answersFor(question, controls, questions, manner).length) return false;
    at.set(name, next);
    return true;
  });
  if (turned.length === 0) throw new Stop(`takes no answer: ${summary.links.map(({ text }) => text).join("; ")}`);
}

function sayingOf(page) {
  return page.summary?.links.map(({ text }) => text).join("; ") ?? page.heading;
}

function fill(questions, name, answer) {
  const { controls } = questions.get(name);
  clear(controls);
  put(controls, answer?.fields ?? {});
}

function clear(controls) {
  for (const control of [...controls.values()].flat()) {
    if (control.type === "radio" || control.type === "checkbox") control.isChecked = false;
    else control.value = control.type === "select" ? control.options[0] : "";
  }
}

/** Puts values into controls, as far as a browser can: what is not offered cannot be chosen. */
function put(controls, fields) {
  for (const [suffix, given] of Object.entries(fields)) {
    const values = [given].flat();
    for (const control of controls.get(suffix) ?? []) {
      if (control.type === "radio" || control.type === "checkbox") control.isChecked = values.includes(control.value);
      else if (control.type !== "select" || control.options.includes(values[0])) control.value = values[0] ?? "";
    }
  }
}
