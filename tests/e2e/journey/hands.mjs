// Two ways to use a page: with a pointer, and by the keyboard alone. Both find things by the words that a person reads.

import assert from "node:assert/strict";
import { words } from "../stage/person.mjs";

// More stops than any page has.
const STOPS_LIMIT = 60;

/** Somebody who points and clicks. Works with scripts and without. */
export class Pointer {
  constructor(someone) {
    this.someone = someone;
  }

  get page() {
    return this.someone.page;
  }

  type(label, text) {
    return this.page.getByLabel(label, { exact: true }).fill(text);
  }

  choose(label) {
    return this.page.getByLabel(label, { exact: true }).check();
  }

  /** Types what is in a long list, and with scripts chooses it among what is suggested. */
  async pick(label, option) {
    const line = this.page.getByLabel(label, { exact: true });
    await line.fill(option);
    if ((await line.getAttribute("role")) === "combobox") await this.page.getByRole("option", { name: option, exact: true }).click();
  }

  press(name) {
    return this.someone.follow(() => this.page.getByRole("button", { name, exact: true }).click());
  }

  follow(name) {
    return this.someone.follow(() => this.page.getByRole("link", { name, exact: true }).click());
  }
}

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  constructor(someone) {
    this.someone = someone;
  }

  get page() {
    return this.someone.page;
  }

  async type(label, text) {
    await this.reach(label);
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(text);
  }

  async choose(label) {
    await this.reach(label);
    await this.page.keyboard.press("Space");
  }

  async pick(label, option) {
    await this.reach(label);
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(option.slice(0, -1));
    // Suggestions come when a browser finds the time.
    await this.page.locator('[role="option"]', { hasText: option }).first().waitFor();
    await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    const chosen = await this.page.evaluate(() => document.activeElement.value);
    assert.equal(words(chosen), option);
  }

  async press(name) {
    await this.reach(name);
    await this.someone.follow(() => this.page.keyboard.press("Enter"));
  }

  async follow(name) {
    await this.reach(name);
    await this.someone.follow(() => this.page.keyboard.press("Enter"));
  }

  /** Goes from stop to stop until it is there. Each stop must be seen to have the focus. */
  async reach(name) {
    const passed = [];
    for (let n = 0; n < STOPS_LIMIT; n += 1) {
      await this.page.keyboard.press("Tab");
      const stop = await this.page.evaluate(readStop);
      if (!stop) continue;
      assert.ok(stop.isSeen, `the focus is seen on ${stop.name}`);
      if (stop.name === name) return;
      // Among radio buttons the arrow keys go on, since Tab leaves the group.
      if (stop.group.includes(name)) {
        for (const _ of stop.group) {
          await this.page.keyboard.press("ArrowDown");
          if ((await this.page.evaluate(readStop)).name === name) return;
        }
      }
      passed.push(stop.name);
    }
    throw new Error(`the keyboard does not come to '${name}', only to: ${passed.join(" | ")}`);
  }
}

/** Draws a line on the sheet with the pointer: from and to are parts of its width and height. */
export async function draw(page, ...dots) {
  const sheet = page.locator("canvas");
  await sheet.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await sheet.boundingBox();
  for (const [n, [along, down]] of dots.entries()) {
    await page.mouse.move(x + along * width, y + down * height, { steps: 5 });
    if (n === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** The element that has the focus: what it is called, and whether one sees it. Runs in the page. */
function readStop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const text = (one) => one.textContent.replace(/\s+/g, " ").trim();
  const name = (one) => (one.labels?.length ? text(one.labels[0]) : text(one));
  const shows = (style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  const label = element.labels?.[0];
  const isSeen = shows(getComputedStyle(element)) || (label !== undefined && shows(getComputedStyle(label, "::before")));
  // A single one is given as itself, several as a list.
  const own = element.type === "radio" ? element.form.elements[element.name] : [];
  const radios = own instanceof Element ? [own] : [...own];
  return { name: name(element), group: radios.map(name), isSeen };
}
