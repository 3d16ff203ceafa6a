// Uploads files on the page of a question of files, with scripts and without.

const BEGINNINGS = { pdf: "%PDF-1.7\n", jpg: "\xff\xd8\xff\xe0", png: "\x89PNG\r\n\x1a\n" };

/** A file of that name, as a person would choose it; what is in it begins as its ending says. */
export function file(name, size = 100) {
  const beginning = Buffer.from(BEGINNINGS[name.split(".").pop()] ?? "text", "latin1");
  return { name, mimeType: "application/octet-stream", buffer: Buffer.concat([beginning, Buffer.alloc(size, "x")]) };
}

/** Chooses a file and presses the button beside it. Leads to the page again. */
export async function upload(someone, chosen) {
  const form = someone.page.locator("main form[data-upload]");
  await form.locator("input[type=file]").setInputFiles(chosen);
  await someone.follow(() => form.locator("button[type=submit]").click());
}

/** Uploads every file that an example names, one after the other. */
export async function uploadAll(someone, names) {
  for (const name of [names ?? []].flat()) await upload(someone, file(name));
}

/** The names of the files that the page shows. */
export function uploaded(someone) {
  return someone.page.locator("main dt bdi").allInnerTexts();
}
