// Reads the e-mails that the server writes into a folder where no mail server is named.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stage } from "../stage/stage.mjs";

// A message is on its way within 5 seconds; a busy machine gets twice that.
const ARRIVES_WITHIN_MS = 10_000;

/** The text of the e-mail to an address, once it has come: the one that says something, or the first, and does not say what is excepted. */
export async function mailTo(address, { at = stage.folder, says = "", except } = {}) {
  const folder = join(at, "data", "mail");
  for (let waited = 0; waited < ARRIVES_WITHIN_MS; waited += 50) {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".eml")) : [];
    const paths = files.map((name) => join(folder, name));
    const found = paths.filter((path) => readFileSync(path, "utf8").includes(`To: ${address}`));
    await sleep(50);
    // By now a file that was being written is whole.
    const mail = found.map((path) => decoded(readFileSync(path, "utf8"))).find((mail) => mail.includes(says) && !(except && mail.includes(except)));
    if (mail) return mail;
  }
  throw new Error(`no e-mail came to ${address}${says && ` that says ${says}`}`);
}

/** The link in an e-mail, as an address of the site. */
export function linkIn(mail) {
  const [link] = mail.match(new RegExp(`${stage.address}/\\S+`)) ?? [];
  if (!link) throw new Error(`the e-mail has no link: ${mail}`);
  return link.slice(stage.address.length);
}

function decoded(mail) {
  const [head, ...body] = mail.split("\r\n\r\n");
  const text = body.join("\n\n");
  if (/base64/i.test(head)) return `${head}\n\n${Buffer.from(text, "base64").toString("utf8")}`;
  if (!/quoted-printable/i.test(head)) return mail;
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}
