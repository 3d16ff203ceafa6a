// A registration the whole way, in both languages: sent, decided in the right office, written about, counted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Keyboard, Pointer } from "./journey/hands.mjs";
import { mailTo } from "./journey/mail.mjs";
import { apply } from "./journey/post.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { base, walkToCheckAnswers } from "./journey/walk.mjs";
import { look } from "./look/state.mjs";
import { service, services } from "./material/services.mjs";
import { word } from "./material/words.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";
import { marker } from "./stage/stage.mjs";

const register = service("register-to-vote");
const ORGANISATION = "electoral-registration";
// The worker counts once a second; a busy machine gets more.
const COUNTED_WITHIN_MS = 20_000;

const WAYS = [
  {
    language: "en",
    example: "french-since-2015-in-england",
    office: "leeds",
    told: "You are on the electoral register",
    written: "You are on the electoral register at this address",
    Hand: Keyboard,
    scripts: true,
  },
  {
    language: "cy",
    example: "lives-in-wales-aged-15",
    office: "cardiff",
    told: "Rydych ar y gofrestr etholiadol",
    written: "Rydych ar y gofrestr etholiadol yn y cyfeiriad hwn",
    Hand: Pointer,
    scripts: false,
  },
];

const server = await ownServer("decide");
const team = {};


const someoneThere = (options, act) => person({ address: server.address, ...options }, act);

describe("a registration from the first page to the figures", () => {
  test("figures of which there is nothing yet say so", () =>
    someoneThere({}, async (someone) => {
      await someone.go("/performance");
      await look(someone, { name: "performance/list", language: "en" });
      assert.equal(await someone.page.locator("main li a").count(), services().length, "each service is listed");
      for (const [language, address] of figuresPages()) {
        await someone.go(address);
        await look(someone, { name: `performance/${language}-nothing`, language });
      }
    }));

  test("the offices get somebody who decides", async () => {
    for (const { office } of WAYS) {
      const member = { name: `Casey of ${office}`, email: `${office}@example.org` };
      const link = server.addStaff({ ...member, role: "caseworker", organisation: ORGANISATION, office });
      await someoneThere({}, async (someone) => {
        team[office] = await setUp(someone, link, member);
      });
    }
  });

  for (const way of WAYS) {
    test(`it is sent, decided, written about and shown in ${way.language}, ${way.scripts ? "by keyboard" : "without scripts"}`, async () => {
      const sent = await send(way);
      await decide(way, sent);
      await isTold(way, sent);
    });
  }

  test("fewer than five completed are withheld from the figures", async () => {
    const rows = await counted((row) => row.started !== "0");
    assert.deepEqual(rows, { en: word("en", "figures-withheld"), cy: word("cy", "figures-withheld") });
  });

  test("five and more completed are in the figures, in both languages", async () => {
    const more = register.examples.find(({ name }) => name === WAYS[0].example);
    for (let n = 0; n < 4; n += 1) await apply(server.address, register, "en", more);
    await decideAll(WAYS[0].office);
    const rows = await counted((row) => row.completed !== word("en", "figures-withheld"));
    assert.deepEqual(rows, { en: "6", cy: "6" });
    await someoneThere({}, async (someone) => {
      for (const [language, address] of figuresPages()) {
        await someone.go(address);
        await look(someone, { name: `performance/${language}-counted`, language });
      }
    });
  });
});

/** The page of figures in each language of the service. */
function figuresPages() {
  return register.languages.map((language, at) => [language, `/performance/${register.id}${at ? `/${language}` : ""}`]);
}

/** Applies in the browser; gives reference and address. */
async function send({ language, example: name, scripts }) {
  const example = register.examples.find((one) => one.name === name);
  const email = `${marker().toLowerCase()}@example.com`;
  let sent;
  await someoneThere({ scripts }, async (someone) => {
    await walkToCheckAnswers(someone, register, language, { ...example, answers: { ...example.answers, email } });
    await someone.send();
    assert.ok(someone.place().startsWith(`${base(register, language)}/done/`));
    const reference = words(await someone.page.locator(".app-reference").innerText());
    const cookies = await someone.context.storageState();
    sent = { email, reference, cookies, status: someone.place().replace("/done/", "/status/") };
  });
  return sent;
}

/** Decides in the office of the case. The other office neither finds it nor may open it. */
async function decide({ office, Hand, scripts }, { reference }) {
  let address;
  await someoneThere({ scripts }, async (someone) => {
    await signIn(someone, team[office]);
    assert.equal(someone.place(), "/staff/cases");
    const hand = new Hand(someone);
    await hand.follow(reference);
    address = someone.place();
    await hand.press("Assign to me");
    assert.match(await someone.page.locator(".govuk-summary-list").first().innerText(), new RegExp(team[office].name));
    await hand.choose("You are on the electoral register");
    await hand.press("Decide and tell the applicant");
    assert.equal(someone.place(), address);
    assert.equal(await someone.page.getByRole("button", { name: "Decide and tell the applicant" }).count(), 0);
  });
  const other = WAYS.find((way) => way.office !== office).office;
  await someoneThere({}, async (someone) => {
    await signIn(someone, team[other]);
    await someone.go("/staff/cases?state=decided");
    assert.ok(!(await someone.source()).includes(reference), "another office does not see it in its list");
    await someone.go(address);
    assert.equal(someone.status(), 404, "another office cannot open it");
  });
}

/** The applicant gets a message in their language, and the status page says the same. */
async function isTold({ language, told, written }, { email, cookies, status }) {
  const mail = await mailTo(email, { at: server.folder, says: written });
  assert.ok(mail.includes(written));
  await person({ address: server.address }, async (someone) => {
    await someone.context.addCookies(cookies.cookies);
    await someone.go(status);
    assert.match(await someone.page.locator("main").innerText(), new RegExp(told));
    await look(someone, { name: `register-to-vote/${language}/status-decided`, language });
  });
}

/** Decides every case that waits in an office. */
async function decideAll(office) {
  await someoneThere({}, async (someone) => {
    await signIn(someone, team[office]);
    const waiting = () => someone.page.locator("main tbody th a");
    for (let left = await waiting().count(); left > 0; left -= 1) {
      await someone.follow(() => waiting().first().click());
      await someone.page.getByLabel("You are on the electoral register", { exact: true }).check();
      await someone.follow(() => someone.page.getByRole("button", { name: "Decide and tell the applicant" }).click());
      await someone.go("/staff/cases");
    }
    assert.equal(await waiting().count(), 0);
  });
}

/** What the figures say of completed transactions of this month by each language, once they say what is waited for. */
async function counted(isThere) {
  const found = {};
  await someoneThere({}, async (someone) => {
    for (const [language, address] of figuresPages()) {
      for (let waited = 0; ; waited += 500) {
        // The page may be kept for minutes by whoever stands between; a new question is asked as a new person does.
        await someone.go(`${address}?${Date.now()}`);
        const row = await thisMonth(someone, language);
        found[language] = row.completed;
        if (isThere({ ...row, completed: row.completed.replace(word(language, "figures-withheld"), word("en", "figures-withheld")) })) break;
        assert.ok(waited < COUNTED_WITHIN_MS, `${address} says ${JSON.stringify(row)}`);
        await sleep(500);
      }
    }
  });
  return found;
}

/** The present month's numbers: completed online, and started. */
async function thisMonth(someone, language) {
  const last = async (key) => {
    const table = someone.page.getByRole("region", { name: new RegExp(word(language, key)) }).first();
    const row = table.locator("tbody tr").last();
    return (await row.locator("td").allInnerTexts()).map(words);
  };
  const [completed] = await last("figures-completed-title");
  const [started] = await last("figures-completion-title");
  return { completed, started };
}
