// Looks whether a page holds from right to left. A page of a language that runs so is looked at as it is; the others are
// turned: their direction, and the mirrored style sheet.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stage } from "../stage/stage.mjs";

const manifest = JSON.parse(readFileSync(join(stage.root, "assets/built/manifest.json"), "utf8"));
const SHEETS = { ltr: manifest["exemplar.css"].file, rtl: manifest["exemplar.rtl.css"].file };

/** What does not hold from right to left, and what lies on another thing in either direction. Leaves it as it was. */
export async function directionFindings(page, isRightToLeft) {
  if (isRightToLeft) return [...(await page.evaluate(findSideways)), ...(await page.evaluate(findOverlap, "rtl"))];
  const findings = await page.evaluate(findOverlap, "ltr");
  await page.evaluate(turn, { direction: "rtl", sheets: SHEETS });
  findings.push(...(await page.evaluate(findSideways)), ...(await page.evaluate(findOverlap, "rtl")));
  await page.evaluate(turn, { direction: "ltr", sheets: SHEETS });
  return findings;
}

/** Gives the page a direction and its style sheet. Runs in the page. */
async function turn({ direction, sheets }) {
  const old = document.querySelector('link[rel="stylesheet"]');
  const sheet = old.cloneNode();
  sheet.href = old.href.replace(/[^/]+$/, sheets[direction]);
  const loaded = new Promise((done, failed) => {
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", () => failed(new Error(`${sheet.href} cannot be loaded`)));
  });
  old.after(sheet);
  await loaded;
  old.remove();
  document.documentElement.dir = direction;
}

/** What lies outside the window of a page that runs from right to left. Runs in the page. */
function findSideways() {
  const root = document.scrollingElement;
  if (root.scrollWidth <= window.innerWidth) return [];
  const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().left < -1);
  const named = out.slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
  return [`from right to left the page is ${root.scrollWidth} px wide in ${window.innerWidth}: ${named.join(", ")}`];
}

/** Controls that lie on the words of their label, or boxes on the wrong side of them. Runs in the page. */
function findOverlap(direction) {
  const findings = [];
  for (const control of document.querySelectorAll("main :is(input:not([type=hidden]), select, textarea)")) {
    const box = control.getBoundingClientRect();
    if (box.width === 0) continue;
    const isBox = ["radio", "checkbox"].includes(control.type);
    for (const label of control.labels) {
      const range = document.createRange();
      range.selectNodeContents(label);
      for (const words of range.getClientRects()) {
        // A label that is there for screen readers alone takes up a pixel.
        if (words.width <= 1 || words.height <= 1) continue;
        const lies = words.left < box.right - 1 && words.right > box.left + 1 && words.top < box.bottom - 1 && words.bottom > box.top + 1;
        if (lies) findings.push(`${direction}: ${control.name} lies on its label`);
        const isBefore = direction === "rtl" ? box.left >= words.right - 1 : box.right <= words.left + 1;
        if (isBox && !isBefore) findings.push(`${direction}: the box of ${control.name} is not where its line begins`);
      }
    }
  }
  return [...new Set(findings)];
}
