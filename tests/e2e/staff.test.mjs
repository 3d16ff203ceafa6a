// Every page of staff in each of its states, as one day at work: what is shown follows from what was done before it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk } from "./journey/desk.mjs";
import { apply } from "./journey/post.mjs";
import { setUp, signIn } from "./journey/staff.mjs";
import { whoSends } from "./journey/walk.mjs";
import { service } from "./material/services.mjs";
import { ownServer } from "./stage/own.mjs";
import { person, words } from "./stage/person.mjs";

const permit = service("example-permit");
const register = service("register-to-vote");
const COUNCIL = "example-council";
const REGISTRATION = "electoral-registration";
// One more than a page of the list holds.
const CASES = 51;
const LONG = "x".repeat(5_001);

const ADMINISTRATOR = { name: "Ada Administrator", email: "ada@example.org" };
const MANAGER = { name: "Mia Manager", email: "mia@example.org" };
const WORKER = { name: "Cal Caseworker", email: "cal@example.org" };
const OWNER = { name: "Olu Owner", email: "olu@example.org" };
// The form to add staff takes it, and no mail server does.
const UNREACHABLE = { name: "Ned Noaddress", email: "ned,@example.org" };

const server = await ownServer("staff");
const team = {};


const as = (member, act, options = {}) =>
  atDesk(server, options, async (desk) => {
    await signIn(desk.someone, team[member.email]);
    await act(desk);
  });

test("an account is set up by its first link, which works once", () =>
  atDesk(server, {}, async (desk) => {
    const link = server.firstLink();
    await desk.go(link);
    await desk.see("first");
    const right = { name: ADMINISTRATOR.name, email: ADMINISTRATOR.email, password: "four words are enough", code: "000000" };
    for (const [field, said] of [
      ["name", "Enter your name, in 100 characters or fewer"],
      ["email", "Enter your email address, like name@example.com"],
      ["password", "Choose a password of at least 12 characters"],
      ["code", "Enter the 6 digits that the app shows now"],
    ]) {
      for (const [name, text] of Object.entries(right)) await desk.fill(name, name === field ? "" : text);
      await desk.someone.send();
      await desk.seeErrors(`first-${field}`, said);
    }
    team[ADMINISTRATOR.email] = await setUp(desk.someone, link, ADMINISTRATOR);
    await desk.see("first-recovery-codes");
    await desk.go(link);
    await desk.see("first-gone", { status: 404 });
  }));

test("signing in says what may be wrong, and not what of it", () =>
  atDesk(server, {}, async (desk) => {
    await desk.go("/staff");
    assert.equal(desk.someone.place(), "/staff/sign-in");
    await desk.see("sign-in");
    const said = "Check your email address, password and code, and use a code that you have not used before";
    await desk.someone.send();
    await desk.seeErrors("sign-in-wrong", said);
    for (let n = 0; n < 5; n += 1) {
      await desk.fill("email", "nobody@example.org");
      await desk.someone.send();
    }
    assert.equal(desk.someone.status(), 422);
    await desk.fill("email", "nobody@example.org");
    await desk.someone.send();
    await desk.see("sign-in-too-many", { status: 429 });
  }));

test("an administrator sees to the accounts", async () => {
  for (const [member, role] of [[MANAGER, "manager"], [WORKER, "caseworker"], [OWNER, "owner"]]) {
    const link = server.addStaff({ ...member, role, organisation: COUNCIL });
    await person({ address: server.address }, async (someone) => {
      team[member.email] = await setUp(someone, link, member);
    });
  }
  server.addStaff({ ...UNREACHABLE, role: "caseworker", organisation: COUNCIL });
  await as(ADMINISTRATOR, async (desk) => {
    assert.equal(desk.someone.place(), "/staff/people", "the first list that one may open");
    await desk.see("people");
    await desk.page.getByRole("link", { name: MANAGER.name }).click();
    await addRoles(desk);
    await endRoles(desk);
    await resetAccount(desk);
    await failed(desk);
    await emails(desk);
    await looks(desk);
    await inWelsh(desk);
    await sessions(desk);
  });
});

/** The list of e-mails, before anybody was written to. */
async function emails(desk) {
  await desk.go("/staff/emails");
  await desk.see("emails-before");
}

/** The pages in the other language, and back. */
async function inWelsh(desk) {
  await desk.go("/staff/people");
  await desk.someone.follow(() => desk.page.getByRole("link", { name: /Cymraeg/ }).click());
  assert.equal(desk.someone.place(), "/staff/people");
  await desk.see("people-in-welsh", { language: "cy" });
  await desk.go("/staff/language/en?back=%2Fstaff%2Fpeople");
  assert.equal(await desk.page.locator("html").getAttribute("lang"), "en");
}

/** Adds a role, with what can be wrong about it. */
async function addRoles(desk) {
  const add = () => desk.press("Add the role");
  await desk.see("person");
  await add();
  await desk.seeErrors("person-no-role", "Select a role");
  await desk.page.getByLabel("Manager", { exact: true }).check();
  await add();
  await desk.seeErrors("person-no-organisation", "Enter the organisation");
  await desk.fill("organisation", REGISTRATION);
  await desk.page.locator("[name=service]").evaluate((list) => list.append(new Option("Gone", "gone", true, true)));
  await add();
  await desk.seeErrors("person-no-service", "Select a service from the list");
  for (const part of ["day", "month", "year"]) await desk.fill(`until-${part}`, "1");
  await add();
  await desk.seeErrors("person-until", "Enter a day that is still to come, or leave it empty");
  assert.ok(await desk.page.getByLabel("Manager", { exact: true }).isChecked(), "what was chosen is kept");
  for (const part of ["day", "month", "year"]) await desk.fill(`until-${part}`, "");
  await add();
  assert.equal(desk.someone.status(), 200);
  assert.match(await desk.page.locator("main table").innerText(), /electoral-registration/);
  await desk.see("person-two-roles");
}

/** Ends a role and an account; the last administrator cannot be ended. */
async function endRoles(desk) {
  await desk.page.getByLabel("Operator", { exact: true }).check();
  await desk.press("Add the role");
  const button = desk.page.getByRole("button", { name: /^End this role\s*: Operator/ });
  assert.equal(await button.count(), 1, await desk.page.locator("main").innerText());
  await desk.someone.follow(() => button.click());
  assert.equal(await button.count(), 0);
  await desk.see("person-role-ended");
  await desk.go("/staff/people");
  await desk.someone.follow(() => desk.page.getByRole("link", { name: ADMINISTRATOR.name }).click());
  await desk.press("End the account");
  await desk.seeConflict("person-last-administrator", /This is the last administrator/);
}

/** Sets anew how somebody signs in whose address takes no mail, and ends that account. */
async function resetAccount(desk) {
  await desk.go("/staff/people");
  const signOut = desk.page.getByRole("button", { name: new RegExp(`^Sign out everywhere\\s*: ${WORKER.name}`) });
  await desk.someone.follow(() => signOut.click());
  assert.equal(desk.someone.place(), "/staff/people");
  await desk.someone.follow(() => desk.page.getByRole("link", { name: UNREACHABLE.name }).click());
  const address = desk.someone.place();
  await desk.press("Reset and show a new link");
  assert.match(await desk.page.locator("main").innerText(), /\/staff\/first\//);
  await desk.see("reset-link");
  await desk.go(address);
  await desk.press("End the account");
  await desk.see("person-ended");
  await desk.go("/staff/people");
  await desk.see("people-one-ended");
}

/** Work that failed: the e-mail that nobody takes. */
async function failed(desk) {
  await desk.go("/staff/failed");
  for (let n = 0; n < 40 && (await desk.page.locator("main tbody tr").count()) === 0; n += 1) {
    await desk.page.waitForTimeout(250);
    await desk.go("/staff/failed");
  }
  await desk.see("failed");
  await desk.someone.follow(() => desk.page.getByRole("button", { name: /^Do it again/ }).first().click());
  assert.equal(desk.someone.place(), "/staff/failed");
  await desk.see("failed-none-or-again");
}

/** Who looked at a case: nobody yet. */
async function looks(desk) {
  await desk.go("/staff/looks");
  await desk.see("looks");
  await desk.fill("reference", "AAAA-BBBB-CCCC");
  await desk.someone.send();
  await desk.see("looks-none");
}

/** One's own sessions. */
async function sessions(desk) {
  await desk.go("/staff/stay");
  await desk.see("stay");
  await desk.go("/staff/sessions");
  await desk.see("sessions");
  await desk.press("Sign out everywhere");
  assert.equal(desk.someone.place(), "/staff/sign-in");
}

test("the queue is read, filtered and turned over", async () => {
  await as(WORKER, async (desk) => {
    assert.equal(desk.someone.place(), "/staff/cases");
    await desk.see("cases-empty");
    for (let n = 0; n < CASES; n += 1) await apply(server.address, permit, "en", whoSends(permit));
    await desk.go("/staff/cases");
    assert.equal(await desk.page.locator("main tbody tr").count(), CASES - 1);
    await desk.see("cases-filled");
    await desk.someone.follow(() => desk.page.getByRole("link", { name: "Next page" }).click());
    assert.equal(await desk.page.locator("main tbody tr").count(), 1);
    await desk.see("cases-second-page");
    await desk.go("/staff/cases");
    await desk.page.getByLabel("Assigned", { exact: true }).selectOption("mine");
    await desk.someone.send();
    await desk.see("cases-filtered");
    for (const [list, why] of [["people", "an administrator's"], ["volumes", "an owner's"], ["failed", "an operator's"]]) {
      await desk.go(`/staff/${list}`);
      assert.equal(desk.someone.status(), 404, `${list} is ${why} list`);
    }
    await desk.go("/staff/cases");
    await desk.press("Sign out");
    assert.equal(desk.someone.place(), "/staff/sign-in");
  });
});

test("a case is taken, noted, handed back and decided", () =>
  as(MANAGER, async (desk) => {
    await desk.go("/staff/cases?service=example-permit");
    await desk.someone.follow(() => desk.page.locator("main tbody th a").first().click());
    const place = desk.someone.place();
    await desk.see("case-waiting");
    const other = await desk.someone.window();
    await desk.someone.go(place, other);
    await desk.press("Assign to me");
    await desk.see("case-taken");
    await desk.press("Hand back");
    await desk.press("Assign to me");
    await note(desk);
    await decide(desk);
    await desk.go(place);
    await desk.see("case-decided");
    await conflict(desk, other, place);
    await access(desk);
  }));

/** Notes something, with what can be wrong about it. */
async function note(desk) {
  await desk.press("Add the note");
  await desk.seeErrors("case-note-empty", "Enter a note");
  await desk.fill("note", LONG);
  await desk.press("Add the note");
  await desk.seeErrors("case-note-long", "Use 5,000 characters or fewer");
  assert.equal(await desk.page.locator("[name=note]").inputValue(), LONG, "what was typed is kept");
  await desk.fill("note", "Rang twice, no answer.");
  await desk.press("Add the note");
  await desk.see("case-noted");
}

/** Decides, with what can be wrong about it. */
async function decide(desk) {
  const send = () => desk.press("Decide and tell the applicant");
  await send();
  await desk.seeErrors("case-no-outcome", "Select what you decide");
  await desk.page.getByLabel("Permit refused", { exact: true }).check();
  await send();
  await desk.seeErrors("case-no-reason", "Select a reason for this decision");
  await desk.page.getByLabel("You already have a permit for these items.").check();
  await desk.fill("said", LONG);
  await send();
  await desk.seeErrors("case-said-long", "Use 5,000 characters or fewer");
  await desk.fill("said", "Seen in the register of permits.");
  await send();
  assert.equal(desk.someone.status(), 200);
}

/** Somebody decides in a window that shows the case as it was. */
async function conflict(desk, other, place) {
  const { someone } = desk;
  await other.getByLabel("Permit approved", { exact: true }).check();
  await someone.follow(() => other.getByRole("button", { name: "Decide and tell the applicant" }).click(), other);
  assert.equal(someone.status(other), 409);
  assert.match(await other.locator(".govuk-error-summary").innerText(), /no longer waits for a decision/);
  await desk.go("/staff/cases?service=example-permit");
  await someone.follow(() => desk.page.locator("main tbody th a").first().click());
  const next = someone.place();
  assert.notEqual(next, place);
  await someone.go(next, other);
  await someone.follow(() => other.getByRole("button", { name: "Assign to me" }).click(), other);
  await desk.page.getByLabel("Permit refused", { exact: true }).check();
  await desk.press("Decide and tell the applicant");
  await desk.seeConflict("case-changed", /Somebody changed this case/);
  assert.ok(await desk.page.getByLabel("Permit refused", { exact: true }).isChecked(), "what was chosen is kept");
}

/** Who may see a case. */
async function access(desk) {
  await desk.someone.follow(() => desk.page.getByRole("link", { name: "Who may see this case" }).click());
  await desk.see("access-open");
  await desk.page.getByLabel(OWNER.name, { exact: true }).check();
  await desk.press("Save who may see it");
  assert.match(await desk.page.locator("main").innerText(), /This case is restricted/);
  await desk.see("access-restricted");
  await desk.press("I know somebody in this case");
  assert.equal(desk.someone.place(), "/staff/cases");
}

test("cases are found by what is known of them", () =>
  as(WORKER, async (desk) => {
    const { someone } = desk;
    const { last } = whoSends(permit).answers.full_name;
    const search = () => desk.press("Search");
    await desk.go("/staff/search");
    await desk.see("search");
    await search();
    await desk.seeErrors("search-nothing", "Enter a reference, or something that a case can be found by");
    await desk.fill("surname", last);
    await search();
    await desk.seeErrors("search-half", "Enter both the last name and the date of birth, or neither");
    for (const part of ["day", "month", "year"]) await desk.fill(`born-${part}`, "99");
    await search();
    await desk.seeErrors("search-born", "Enter a real date of birth");
    for (const field of ["surname", "born-day", "born-month", "born-year"]) await desk.fill(field, "");
    await desk.fill("name", "Nobody Atall");
    await search();
    await desk.see("found-none");
    assert.ok(!someone.addresses.some((address) => address.includes("Nobody")), "no address holds a name");
    await desk.go("/staff/search");
    await desk.fill("name", last);
    await search();
    assert.ok((await desk.page.locator("main tbody tr").count()) > 10);
    await desk.see("found");
  }));

test("a letter waits, is printed, and is posted", () =>
  as(MANAGER, async (desk) => {
    const { someone } = desk;
    await desk.go("/staff/letters");
    await desk.see("letters-none");
    const without = register.examples.find(({ name }) => name === "no-date-of-birth-in-scotland");
    await apply(server.address, register, "en", without);
    await desk.go("/staff/cases?service=register-to-vote");
    await someone.follow(() => desk.page.locator("main tbody th a").first().click());
    await desk.see("case-of-another-service");
    await desk.page.getByLabel("You are on the electoral register", { exact: true }).check();
    await desk.press("Decide and tell the applicant");
    await desk.go("/staff/letters");
    await desk.see("letters");
    await someone.follow(() => desk.page.locator("main tbody a").last().click());
    await desk.see("letter");
    const letter = someone.place();
    await desk.page.emulateMedia({ media: "print" });
    const printed = words(await desk.page.locator("body").innerText());
    assert.match(printed, /Edinburgh.*You are registered to vote.*Dear Mary Fraser/);
    for (const not of ["Sign out", "I have posted", MANAGER.name, "Letters to post"]) assert.ok(!printed.includes(not), `'${not}' is not printed`);
    await desk.page.emulateMedia({ media: "screen" });
    const waiting = (source) => source.split("/staff/letters/").length;
    await desk.press("I have posted this letter");
    assert.equal(someone.place(), "/staff/letters");
    assert.equal((await someone.source()).includes(letter), false, "a letter that was posted waits no longer");
  }));

test("volumes of other channels are entered and corrected", () =>
  as(OWNER, async (desk) => {
    await desk.go("/staff/volumes");
    await desk.see("volumes-list");
    await desk.someone.follow(() => desk.page.getByRole("link", { name: "Apply for an example permit" }).click());
    await desk.see("volumes");
    const fields = await desk.page.locator("main form [inputmode=numeric]").evaluateAll((all) => all.map(({ name }) => name));
    const other = await desk.someone.window();
    await desk.someone.go(desk.someone.place(), other);
    for (const field of fields) await desk.fill(field, "many");
    await desk.press("Save volumes");
    await desk.seeErrors("volumes-wrong", fields.map((field) => `${{ telephone: "Telephone", counter: "Counter" }[field]}: enter a whole number, such as 1250`));
    for (const field of fields) await desk.fill(field, "12");
    await desk.press("Save volumes");
    assert.match(await desk.page.locator("main").innerText(), /The volumes are saved/);
    await desk.see("volumes-saved");
    await desk.fill(fields[0], "");
    await desk.press("Save volumes");
    await desk.seeErrors("volumes-empty", `${{ telephone: "Telephone", counter: "Counter" }[fields[0]]}: enter a number. You can correct a number on record, but not take it out`);
    await other.locator(`[name=${fields[0]}]`).fill("7");
    await desk.someone.follow(() => other.getByRole("button", { name: "Save volumes" }).click(), other);
    assert.equal(desk.someone.status(other), 409);
    await desk.see("volumes-changed", { status: 409, hasErrors: true, page: other });
  }));

test("owners read what people think of a service", async () => {
  await person({ address: server.address }, async (someone) => {
    await someone.go("/example-permit/feedback");
    await someone.page.locator("main [type=radio]").first().check();
    await someone.page.locator("main textarea").fill("The postcode question was hard to understand on my phone.");
    await someone.send();
  });
  await as(OWNER, async (desk) => {
    await desk.go("/staff/feedback");
    assert.match(await desk.page.locator("main").innerText(), /postcode question was hard/);
    await desk.see("feedback");
  });
});

test("what is sent after a session was ended elsewhere is not done", () =>
  as(OWNER, async (desk) => {
    const { someone } = desk;
    await desk.go("/staff/cases?service=example-permit");
    await someone.follow(() => desk.page.locator("main tbody th a").first().click());
    const place = someone.place();
    await desk.fill("note", "Written while signed out elsewhere.");
    await as(OWNER, async (elsewhere) => {
      await elsewhere.go("/staff/sessions");
      assert.ok((await elsewhere.page.locator("main tbody tr").count()) >= 2, "both sessions are listed");
      await elsewhere.press("Sign out everywhere");
    });
    await desk.press("Add the note");
    assert.equal(someone.place(), "/staff/sign-in");
    await signIn(someone, team[OWNER.email], "");
    await desk.go(place);
    assert.ok(!(await someone.source()).includes("Written while signed out elsewhere."));
  }));

test("e-mails are listed without their text", () =>
  as(ADMINISTRATOR, async (desk) => {
    await desk.go("/staff/emails");
    assert.ok((await desk.page.locator("main tbody tr").count()) > 0, "e-mails are listed");
    await desk.see("emails");
  }));

test("who looked at a case can be asked", () =>
  as(ADMINISTRATOR, async (desk) => {
    let reference;
    await as(WORKER, async (worker) => {
      await worker.go("/staff/cases");
      const link = worker.page.locator("main tbody th a").nth(5);
      reference = words(await link.innerText());
      await worker.someone.follow(() => link.click());
    });
    await desk.go("/staff/looks");
    await desk.fill("reference", reference);
    await desk.someone.send();
    assert.match(await desk.page.locator("main table").innerText(), new RegExp(WORKER.name));
    await desk.see("looks-found");
  }));
