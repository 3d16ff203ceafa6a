// Looks at one state of one page: everything that must hold on each of them.

import assert from "node:assert/strict";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { isRightToLeft, withoutMarks } from "../material/languages.mjs";
import { word } from "../material/words.mjs";
import { stage } from "../stage/stage.mjs";
import { accessFindings } from "./access.mjs";
import { directionFindings } from "./direction.mjs";
import { markupFindings } from "./markup.mjs";

const NARROW = { width: 320, height: 900 };
const screenshots = process.env.EXEMPLAR_SCREENSHOTS;

/**
 * Looks at the page that somebody sees. `name` says where and in which state, for the screenshot. `isOfSite` where the
 * bar below the header does not name a service.
 */
export async function look(someone, { name, language, status = 200, hasErrors = false, isOfSite = false, page = someone.page }) {
  // run.mjs counts the lines.
  appendFileSync(join(stage.folder, "looked.txt"), `${name}\n`);
  const findings = [];
  if (someone.status(page) !== status) findings.push(`status ${someone.status(page)} and not ${status}`);
  const source = await someone.source(page);
  findings.push(...(await markupFindings(source)));
  findings.push(...words(await page.evaluate(readPage), { language, hasErrors, isOfSite }));
  findings.push(...(await someone.toLookAt(page, (shown) => findingsInSight(shown, { name, language }))));
  assert.deepEqual(findings, [], name);
}

/** What does not hold of how the page looks, wide and narrow, in both directions. Leaves the window as it was. */
async function findingsInSight(page, { name, language }) {
  const findings = [];
  const wide = page.viewportSize();
  if (screenshots) await picture(page, `${name}-${wide.width}`);
  findings.push(...(await accessFindings(page)));
  await page.setViewportSize(NARROW);
  findings.push(...(await page.evaluate(findOverflow)));
  findings.push(...(await directionFindings(page, isRightToLeft(language))));
  if (screenshots) await picture(page, `${name}-${NARROW.width}`);
  await page.setViewportSize(wide);
  return findings;
}

/** What the document says of itself. Runs in the page. */
function readPage() {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const root = document.documentElement;
  // What a control is called: the legends of the groups that it stands in, then its label.
  const nameOf = (control) => {
    const groups = [];
    for (let one = control.closest("fieldset"); one; one = one.parentElement.closest("fieldset")) groups.unshift(one);
    const legends = groups.map((group) => text(group.querySelector("legend") ?? document.createElement("p")));
    return [...legends, ...[...(control.labels ?? [])].map(text)].join(" | ");
  };
  const controlsOf = (form) => [...form.querySelectorAll("input:not([type=hidden]), select, textarea")].map(nameOf);
  return {
    title: document.title,
    caption: text(document.querySelector("main .govuk-caption-l") ?? document.createElement("p")),
    headings: [...document.querySelectorAll("h1")].map(text),
    lang: root.lang,
    dir: root.dir,
    service: text(document.querySelector(".govuk-service-navigation__service-name") ?? document.createElement("p")),
    links: [...document.querySelectorAll("main a[href], .govuk-footer a[href]")].map((link) => [text(link), link.href]),
    controls: [...document.querySelectorAll("main form")].flatMap(controlsOf),
    buttons: [...document.querySelectorAll("main")].flatMap((main) => [...main.querySelectorAll("button[type=submit]")].map(text)),
    // Boxes for codes and numbers that run with the page.
    codes: [...document.querySelectorAll("main :is(input[type=email], input[type=tel], input[inputmode], input[autocomplete=postal-code])")]
      .filter((box) => box.dir !== "ltr" && !box.closest(".govuk-date-input"))
      .map((box) => box.name),
    hasSummary: document.querySelector(".govuk-error-summary") !== null,
  };
}

function words(seen, { language, hasErrors, isOfSite }) {
  const findings = [];
  const [heading, ...more] = seen.headings;
  if (heading === undefined || more.length > 0) findings.push(`${seen.headings.length} headings of level 1`);
  const service = (!isOfSite && seen.service) || word(language, "pages-site");
  const key = hasErrors ? "pages-title-with-error" : "pages-title";
  const titled = (title) => (title === service ? service : word(language, key, { title, service }));
  const title = withoutMarks(titled(heading));
  // On a page of a row the title says which row it is, so that no two pages have the same.
  const ofRow = seen.caption && withoutMarks(titled(`${heading} (${seen.caption})`));
  const shown = withoutMarks(seen.title);
  if (shown !== title && shown !== ofRow) findings.push(`the title is '${shown}' and not '${title}'`);
  if (seen.lang !== language) findings.push(`lang is ${seen.lang} and not ${language}`);
  const way = isRightToLeft(language) ? "rtl" : "ltr";
  if (seen.dir !== way) findings.push(`dir is ${seen.dir} and not ${way}`);
  for (const name of seen.codes) if (way === "rtl") findings.push(`what is typed into ${name} would run from right to left`);
  if (seen.hasSummary !== hasErrors) findings.push(hasErrors ? "no error summary" : "an error summary");
  const places = new Map();
  for (const [name, href] of seen.links) {
    if (!name) findings.push(`a link to ${href} has no words`);
    if ((places.get(name) ?? href) !== href) findings.push(`two links say '${name}' and lead to different pages`);
    places.set(name, href);
  }
  for (const name of twice(seen.controls)) findings.push(`two controls of a form are called '${name}'`);
  for (const name of twice(seen.buttons)) findings.push(`two buttons are called '${name}'`);
  return findings;
}

/** The names that stand in a list more than once. */
function twice(names) {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

/** What is wider than the window. Runs in the page. */
function findOverflow() {
  if (document.scrollingElement.scrollWidth <= window.innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);
  const named = wide.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
  return [`at ${window.innerWidth} px the page is ${document.scrollingElement.scrollWidth} px wide: ${named.join(", ")}`];
}

async function picture(page, name) {
  const path = join(screenshots, `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}
