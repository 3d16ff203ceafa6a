// Walks every page of every service in every language, and looks at each of its states.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fillWrong, standing, WRONG } from "./journey/answer.mjs";
import { asksForMore } from "./journey/rows.mjs";
import { base, begin, walk } from "./journey/walk.mjs";
import { checkErrors } from "./look/errors.mjs";
import { look } from "./look/state.mjs";
import { examplesToWalk, services } from "./material/services.mjs";
import { isRightToLeft } from "./material/languages.mjs";
import { word } from "./material/words.mjs";
import { person } from "./stage/person.mjs";

const all = services().flatMap((service) => service.languages.map((language) => ({ service, language })));

describe("every page of every service, in every state", { concurrency: 2 }, () => {
  for (const { service, language } of all) {
    test(`${service.id} can be walked and looked at in ${language}`, async (t) => {
      const tour = new Tour(t, service, language);
      for (const example of examplesToWalk(service)) await tour.walk(example);
      await t.test(`every page of ${service.id} was looked at in ${language}`, () => tour.checkAll());
    });
  }
});

/** A walk through all examples that looks at each state once. */
class Tour {
  constructor(t, service, language) {
    // From right to left each page is looked at as it comes and with errors: what else differs was seen in the others.
    const isBrief = isRightToLeft(language);
    Object.assign(this, { t, service, language, isBrief, seen: new Set(), titles: new Map() });
  }

  /** Walks as one example does. */
  async walk(example) {
    const { service, language } = this;
    await person({}, async (someone) => {
      await begin(someone, service, language);
      const { end, page } = await walk(someone, service, language, example, {
        visit: (page) => this.lookBefore(someone, page),
        saved: (page) => this.lookAfter(someone, page),
        list: () => this.lookAtTheList(someone),
      });
      assert.equal(end, example.exit ? "exit" : example.refusedAt ? "refused" : "check-answers", `where ${example.name} ends`);
      if (end === "exit") assert.equal(page.name, example.exit, `the exit of ${example.name}`);
      if (end === "refused") {
        const asked = [page.name, ...page.questions.map(({ name }) => name)];
        assert.ok(asked.includes(example.refusedAt), `${example.name} is refused at ${page.name}`);
        await this.once(`${page.name}, refused for ${example.name}`, async () => {
          await checkErrors(someone, language);
          await this.look(someone, page, `refused-${example.name}`, { status: 422, hasErrors: true });
        });
      }
      if (end === "check-answers") await this.lookAtTheEnd(someone);
      if (end === "exit" && service.hasTasks) await this.lookAtAProblem(someone);
    });
  }

  /** Does something the first time that it comes up, as a test of its own: one that fails does not end the walk. */
  async once(name, act) {
    if (this.seen.has(name)) return;
    this.seen.add(name);
    await this.t.test(`${this.language}: ${name}`, act);
  }

  async look(someone, page, state, options = {}) {
    const { service, language } = this;
    await look(someone, { name: `${service.id}/${language}/${page.address}-${state}`, language, ...options });
  }

  /** A page that was not answered yet: as it comes, sent empty, sent with what is wrong. Leaves it as it came. */
  async lookBefore(someone, page) {
    const place = someone.place();
    await this.once(`${page.name} is in order as it comes`, async () => {
      await this.look(someone, page, "empty");
      this.titleIsItsOwn(await someone.page.title(), page.name);
    });
    if (page.kind === "exit" || page.kind === "information") return;
    if (page.kind === "rows" && !(await asksForMore(someone))) return;
    const mayBeEmpty = page.questions.every((question) => question.isOptional);
    if (!mayBeEmpty && !this.isBrief) {
      await this.once(`${page.name} says what is missing when nothing is answered`, async () => {
        await someone.send();
        await checkErrors(someone, this.language);
        await this.look(someone, page, "nothing-answered", { status: 422, hasErrors: true });
      });
    }
    // What is wrong with a file is told when it is brought: a test of its own looks at that.
    if (page.kind === "files") return someone.go(place);
    // Nothing is typed where another system is asked; a test of its own looks at all that it may say.
    if (page.kind === "record") return someone.go(place);
    await this.once(`${page.name} says what is wrong and keeps what was typed`, async () => {
      await someone.go(place);
      const typed = await fillWrong(someone.page);
      await someone.send();
      await checkErrors(someone, this.language);
      const kept = await standing(someone.page);
      for (const name of typed) assert.equal(kept[name], WRONG, `${name} is kept`);
      await this.look(someone, page, "wrong", { status: 422, hasErrors: true });
    });
    await someone.go(place);
  }

  /** A page that was answered, as it comes back. */
  async lookAfter(someone, page) {
    if (this.isBrief) return;
    await this.once(`${page.name} comes back with its answer`, async () => {
      await someone.go(`${base(this.service, this.language)}/${page.address}`);
      // A list of rows or files, and a record, is itself what was answered.
      if (!["rows", "files", "slots", "record"].includes(page.kind)) assert.notDeepEqual(await standing(someone.page), {}, "the answer stands in the controls");
      await this.look(someone, page, "filled");
    });
  }

  /** The task list: with nothing begun, in between, complete, and as it is shown to who wants to send too early. */
  async lookAtTheList(someone) {
    const page = { address: "tasks" };
    const all = await someone.page.locator(".govuk-task-list__item").count();
    const left = await someone.page.locator(".govuk-task-list__item:has(.govuk-tag)").count();
    const waiting = await someone.page.locator(".govuk-task-list__status--cannot-start-yet").count();
    const state = waiting === 0 && left === 1 ? "complete" : left + waiting === all ? "empty" : "half";
    await this.once(`the task list is in order, ${state}`, () => this.look(someone, page, state));
    if (state !== "half") return;
    await this.once("the task list says what is left to who wants to send", async () => {
      await someone.go(`${base(this.service, this.language)}/check-answers`);
      await this.look(someone, page, "unfinished", { hasErrors: true });
    });
    await someone.go(`${base(this.service, this.language)}/tasks`);
  }

  /** The task list after an exit of a task. */
  async lookAtAProblem(someone) {
    await someone.go(`${base(this.service, this.language)}/tasks`);
    if (!someone.place().endsWith("/tasks")) return;
    await this.once("the task list shows a problem", async () => {
      const problem = word(this.language, "tasks-problem");
      assert.ok((await someone.page.locator(".govuk-tag--red").allInnerTexts()).includes(problem));
      await this.look(someone, { address: "tasks" }, "problem");
    });
  }

  /** Check answers, with a link of its own name for each answer. */
  async lookAtTheEnd(someone) {
    await this.once("check answers is in order", async () => {
      const page = { address: "check-answers" };
      await this.look(someone, page, "filled");
      this.titleIsItsOwn(await someone.page.title(), page.address);
      const links = await someone.page.locator(".govuk-summary-list__actions a").allInnerTexts();
      const names = links.map((text) => text.replace(/\s+/g, " ").trim());
      assert.ok(names.length >= 5, "there is a link for each answer");
      assert.equal(new Set(names).size, names.length, `each link to change says what it changes: ${names}`);
      const change = word(this.language, "apply-change");
      for (const name of names) assert.ok(name.startsWith(`${change} `), `${name} begins with ${change}`);
    });
  }

  titleIsItsOwn(title, name) {
    assert.equal(this.titles.get(title) ?? name, name, `'${title}' is the title of one page only`);
    this.titles.set(title, name);
  }

  /** Every page of the definition was seen in each state that it can have. */
  checkAll() {
    const missing = this.service.pages.filter(({ name }) => !this.seen.has(`${name} is in order as it comes`));
    assert.deepEqual(missing.map(({ name }) => name), [], "pages that no example comes to");
    const asked = this.service.pages.filter((page) => page.questions.length > 0);
    const unanswered = asked.filter(({ name }) => !this.seen.has(`${name} comes back with its answer`));
    if (!this.isBrief) assert.deepEqual(unanswered.map(({ name }) => name), [], "pages that no example answers");
    assert.ok(this.seen.has("check answers is in order"), "some example comes to check answers");
    if (this.service.hasTasks) {
      const states = ["is in order, empty", "is in order, half", "is in order, complete", "says what is left to who wants to send", "shows a problem"];
      for (const state of states) assert.ok(this.seen.has(`the task list ${state}`), `the task list ${state}`);
    }
  }
}
