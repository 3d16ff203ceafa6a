// One applicant's way through a service, from its start page to the confirmation, an end, or where it cannot go on.

import { answerRightly, answerWrongly, questionsOn } from "./applicant.mjs";
import { Stop } from "./browser.mjs";
import { tree } from "./definition.mjs";
import { fileFor, WRONG_FILE } from "./files.mjs";
import { journeyForm, uploadForm } from "./page.mjs";
import { complaintOf } from "./wrong.mjs";
import { joined, waysOf } from "./ways.mjs";

/** How many rows are added where no condition wants more. */
const ROWS = { brief: 1, usual: 2 };
/** A page that comes oftener leads in a circle; the list of rows comes again after each row. */
const VISITS = 8;
const TURNS_AT_ONE_END = 3;

/** A walk. `applicant` says how it answers; `tried` are the pages on which wrong answers were given before. */
export class Journey {
  constructor(browser, base, definition, { applicant, tried, limits }) {
    Object.assign(this, { browser, base, definition, applicant, tried, limits });
    this.met = new Set();
    // Pages on which something wrong could be answered, and was.
    this.tested = new Set();
    this.exits = [];
    this.complaints = [];
    this.times = new Map();
    this.wishes = new Map(applicant.wishes.map(({ name }) => [name, applicant.wishes.filter((wish) => wish.name === name)]));
  }

  /** Walks. Gives how it ended: `sent`, `waits`, or `stopped` with a reason. */
  async walk() {
    const until = Date.now() + this.limits.seconds * 1000;
    try {
      await this.browser.go(this.base);
      for (let n = 0; n < this.limits.pages; n += 1) {
        if (Date.now() > until) throw new Stop(`is not through after ${this.limits.seconds} s`);
        const end = await this.#step();
        if (end) return { end, reference: this.browser.page.reference };
      }
      throw new Stop(`is not through after ${this.limits.pages} pages`);
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return { end: "stopped", reason: `${this.#key()} ${error.message}` };
    }
  }

  /** The page that is shown, without the numbers of rows. */
  #key() {
    const { place } = this.browser.page ?? { place: this.base };
    const parts = place.slice(this.base.length + 1).split("/").filter((part) => !/^\d+$/.test(part));
    return parts.join("/") || "start";
  }

  async #step() {
    const { page, status } = this.browser;
    if (status >= 400) throw new Stop(`answered with ${status}`);
    if (page.isConfirmation && !page.reference) throw new Stop("has no reference");
    if (page.isConfirmation) return "sent";
    const key = this.#key();
    if (key.startsWith("waiting/")) return "waits";
    if (key !== "tasks") this.#count(page.place);
    const start = page.links.find((link) => link.isStart);
    if (start) return this.#follow(start.href);
    if (key === "tasks") return this.#openTask(page);
    if (key === "check-answers") return this.#send(journeyForm(page));
    this.met.add(key);
    const known = this.definition.pages.get(key.replaceAll("-", "_"));
    if (known?.role === "exit") return this.#turnBack(page, known);
    const form = journeyForm(page);
    if (!form) return this.#goOn(page);
    await this.#answer(page, form, key);
    return undefined;
  }

  #count(place) {
    this.times.set(place, (this.times.get(place) ?? 0) + 1);
    if (this.times.get(place) > VISITS) throw new Stop("comes again and again");
  }

  async #follow(href) {
    await this.browser.go(href);
  }

  async #send(form) {
    const { place } = this.browser.page;
    await this.browser.send(form);
    if (this.browser.page.place === place) throw new Stop(`does not send: ${this.browser.page.summary?.text ?? this.browser.page.heading}`);
  }

  #goOn(page) {
    const next = page.links.find((link) => link.isButton);
    if (!next) throw new Stop("leads nowhere");
    return this.#follow(next.href);
  }

  #openTask(page) {
    const next = page.tasks.find((task) => task.isOpen && task.href);
    if (!next) throw new Stop("has no task that can be done");
    return this.#follow(next.href);
  }

  async #answer(page, form, key) {
    const questions = questionsOn(form, this.definition);
    const upload = this.definition.questions.get(key.split("/").at(-1).replaceAll("-", "_"));
    if (!this.tried.has(key)) {
      this.tried.add(key);
      const { attempts, complaints } = upload?.kind === "file" ? await this.#uploadWrongly(upload) : await answerWrongly(this.browser, this.definition, this.applicant.today);
      if (attempts > 0) this.tested.add(key);
      this.complaints.push(...complaints.map((what) => ({ page: key, what })));
    }
    if (upload?.kind === "file") return this.#upload(upload);
    if (questions.size === 0 && upload?.kind !== "slots") return this.#send(journeyForm(this.browser.page));
    const free = journeyForm(this.browser.page).buttons.find((button) => button.name === "act" && button.value.startsWith("add "));
    if (free) await this.browser.send(journeyForm(this.browser.page), free);
    return answerRightly(this.browser, this.definition, (question) => this.#manner(question));
  }

  #manner(question) {
    const wishes = this.wishes.get(question.name) ?? [];
    return { ...this.applicant.manner(question), wishes, rows: this.#wantsRow(question, wishes), today: this.applicant.today };
  }

  /** Whether another row is to be added, on the page of a list. */
  #wantsRow(question, wishes) {
    if (question.kind !== "rows") return undefined;
    const counts = wishes.map(({ sign, value }) => (sign === "rows >" ? value + 1 : sign.startsWith("rows <") ? 0 : Number(value) || 1));
    return this.browser.page.rows < (counts.length > 0 ? Math.max(...counts) : ROWS[this.applicant.isBrief ? "brief" : "usual"]);
  }

  async #uploadWrongly(question) {
    const { page } = this.browser;
    const complaints = [];
    let attempts = 0;
    const check = async (act) => {
      attempts += 1;
      const before = this.browser.page;
      await act(before);
      const complaint = complaintOf({ place: this.browser.page.place }, this.browser.page, this.browser.status, { asked: [], typed: {} });
      if (this.browser.page.place !== before.place && !this.browser.page.summary) complaints.push("took a wrong answer");
      else if (complaint) complaints.push(complaint);
      if (this.browser.page.place !== page.place || this.browser.status >= 400) await this.browser.go(page.url);
    };
    if (!question.optional && page.rows === 0) await check((before) => this.browser.send(journeyForm(before)));
    if (uploadForm(this.browser.page)) await check((before) => this.browser.sendFile(uploadForm(before), WRONG_FILE));
    return { attempts, complaints };
  }

  async #upload(question) {
    const form = uploadForm(this.browser.page);
    const isThere = this.browser.page.rows > 0;
    if (form && !isThere && !(question.optional && this.applicant.isBrief)) {
      await this.browser.sendFile(form, fileFor(question.rules));
      if (this.browser.page.summary) throw new Stop(`takes no file: ${this.browser.page.summary.text}`);
    }
    return this.#send(journeyForm(this.browser.page));
  }

  // Whoever meets an end goes back and answers what led there in another way.
  async #turnBack(page, known) {
    this.exits.push(known.name);
    const ways = waysOf(tree(known.when ?? ""), false, this.definition).filter((way) => way.length > 0 && joined(way) && way.every(({ name }) => this.#pageOf(name)));
    const wished = [...this.wishes.values()].flat();
    const way = ways.find((one) => joined([...wished, ...one])) ?? ways[0];
    if (!known.when || !way || this.exits.filter((name) => name === known.name).length > TURNS_AT_ONE_END) throw new Stop("is an end that cannot be passed by");
    this.#wishFor(way);
    const back = page.links.find((link) => link.href.startsWith(this.base));
    if (!back) throw new Stop("is an end without a way back");
    await this.#follow(back.href);
    const again = this.#pageOf(way[0].name);
    if (this.#key() !== again) await this.#follow(`${this.base}/${again}`);
    if (this.browser.status >= 400 || this.#key() !== again) throw new Stop(`does not lead back to ${again}`);
  }

  // What led to the end is no longer wished for.
  #wishFor(way) {
    for (const wish of way) {
      const before = this.wishes.get(wish.name) ?? [];
      this.wishes.set(wish.name, joined([...before, wish]) ?? [wish]);
    }
  }

  /** The address of the page on which a question is asked; nothing for one that is asked in rows. */
  #pageOf(name) {
    const question = this.definition.questions.get(name);
    return question && !question.in_rows ? question.page.replaceAll("_", "-") : undefined;
  }
}
