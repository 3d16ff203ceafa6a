// Looks at a page with axe: the rules of WCAG 2.0 to 2.2, levels A and AA, and its own good practice.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, a line each. */
export async function accessFindings(page) {
  await page.evaluate(axe);
  const violations = await page.evaluate(async (tags) => {
    const result = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations"],
    });
    return result.violations;
  }, TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.failureSummary} | ${node.html.slice(0, 200)}`));
}
