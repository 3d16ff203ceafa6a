// Fills in the controls of a question from an answer as examples write it, or with what no question takes.

import { controlsOf, text } from "./controls.mjs";

/** Longer than any line or box may be, and neither a date, a number, an address nor anything else that is asked. */
export const WRONG = "x".repeat(6_000);

/** Fills in what an example answers to a question. An answer that is not given leaves the controls as they are. */
export async function fill(page, question, answer) {
  if (answer === undefined) return;
  const name = (suffix) => (suffix ? `${question}-${suffix}` : question);
  const names = await page.locator("main form [name]").evaluateAll((controls) => controls.map((control) => control.name));
  for (const [suffix, value] of controlsOf(answer, (suffix) => names.includes(name(suffix)))) {
    await put(page.locator(`main form [name="${name(suffix)}"]`), value);
  }
}

/** Puts one value into one control, of whatever sort it is. */
async function put(control, value) {
  const sort = await control.first().evaluate((element) => (element.tagName === "SELECT" ? "select" : element.type));
  if (sort === "select") return control.selectOption(text(value));
  if (sort === "radio" || sort === "checkbox") return option_(control, text(value)).check();
  await control.fill(text(value));
  // What is suggested would cover the button below.
  if ((await control.getAttribute("role")) === "combobox") await control.press("Escape");
}

function option_(controls, value) {
  return controls.and(controls.page().locator(`[value="${value}"]`));
}

/** Fills all controls of the page with what cannot be right; gives the names of those in which something was typed. */
export async function fillWrong(page) {
  // Options that were never offered can only be sent by changing the page.
  return page.evaluate((wrong) => {
    const typed = [];
    for (const control of document.querySelectorAll("main form :is(input, select, textarea)")) {
      if (control.type === "hidden" || control.name.endsWith("-ticked")) continue;
      if (control.type === "radio" || control.type === "checkbox") {
        control.value = "never_offered";
        control.checked = true;
      } else if (control.tagName === "SELECT") {
        control.append(new Option(wrong.slice(0, 10), "never_offered", true, true));
      } else {
        control.value = wrong;
        typed.push(control.name);
      }
    }
    return typed;
  }, WRONG);
}

/** What stands in the controls of the page, by name. */
export async function standing(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll("main form :is(input, select, textarea)")];
    const seen = controls.filter((control) => control.type !== "hidden");
    const chosen = seen.filter((control) => !["radio", "checkbox"].includes(control.type) || control.checked);
    return Object.fromEntries(chosen.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]));
  });
}
