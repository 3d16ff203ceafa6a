// Staff as they set their account up and sign in. One-time codes are worked out here as an authenticator app does.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { words } from "../stage/person.mjs";

const STEP_SECONDS = 30;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The six digits of a moment. Source: RFC 6238 with SHA-1, and RFC 4648 for the letters of the secret. */
export function oneTimeCode(secret, seconds = Date.now() / 1000) {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(seconds / STEP_SECONDS)));
  const hash = createHmac("sha1", key).update(step).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return `${number % 1_000_000}`.padStart(6, "0");
}

/** Sets an account up by its first link. Gives what is needed to sign in: a recovery code serves for each time. */
export async function setUp(someone, link, { name, email }) {
  const { page } = someone;
  await someone.go(link);
  if ((await page.locator("[name=email]").count()) > 0) {
    await page.locator("[name=name]").fill(name);
    await page.locator("[name=email]").fill(email);
  }
  const password = `three words of ${name}`;
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=code]").fill(oneTimeCode(await page.locator(".app-secret").innerText()));
  await someone.send();
  assert.equal(await someone.heading(), "Keep your recovery codes");
  const codes = (await page.locator("main li code").allInnerTexts()).map(words);
  assert.equal(new Set(codes).size, 8, "eight recovery codes");
  return { name, email, password, codes };
}

/** Fills in the form to sign in, and sends it. */
export async function signIn(someone, member, address = "/staff/sign-in") {
  if (address) await someone.go(address);
  await someone.page.locator("[name=email]").fill(member.email);
  await giveSecrets(someone, member);
}

/** Fills in password and a code that was not used, and sends the form. */
export async function giveSecrets(someone, member) {
  await someone.page.locator("[name=password]").fill(member.password);
  await someone.page.locator("[name=code]").fill(member.codes.pop());
  await someone.send();
}
