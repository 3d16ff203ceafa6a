// Pages of questions that repeat: the list of rows, and the pages of each row.

/** The page of a row at an address such as jobs/2/employer; nothing where there is none. */
export function pageOfRow(service, address) {
  const [list, , of] = address.split("/");
  const rows = service.pages.find((page) => page.kind === "rows" && page.address === list);
  const page = rows?.pages.find((one) => one.address === of);
  return page && { ...page, address, rows: rows.name };
}

/** What an example answers on a page of a row: in the row that is being added, which is the last one. */
export async function answersInRow(someone, example, page) {
  const caption = await someone.page.locator("main").innerText();
  // In Arabic a number is set apart by characters that nobody sees.
  const [, place] = caption.match(/ [\u2066-\u2069]*(\d+)/);
  return example.answers[page.rows]?.[Number(place) - 1] ?? {};
}

/** Says whether there is another row, where that is asked. */
export async function sayWhetherThereAreMore(someone, example, page) {
  const added = await someone.page.locator("main .govuk-summary-list__row").count();
  const wanted = example.answers[page.name]?.length ?? 0;
  const choice = someone.page.locator(`main form [name="${page.name}"][value="${added < wanted ? "yes" : "no"}"]`);
  if ((await choice.count()) > 0) await choice.check();
}

/** Whether a list of rows asks whether there are more. */
export async function asksForMore(someone) {
  return (await someone.page.locator("main form input[type=radio]").count()) > 0;
}
