// Pages of questions that repeat: the list of rows, and the pages of each row, which may be lists of rows again.

// In Arabic a number is set apart by characters that nobody sees.
const ROW = /[ \u2066-\u2069](\d+)/;
const ROW_IN_ROW = /[ \u2066-\u2069]\d+[^\d\n,،]*(?:\d+[^\d\n,،]*)?[,،][^\d\n]*(\d+)/;

/**
 * The page of a row at an address such as jobs/2/employer or jobs/2/periods/1/amount; nothing where there is none. `rows`
 * are the names of the questions in whose rows it stands, the outermost first.
 */
export function pageOfRow(service, address) {
  const [list, , of, ...further] = address.split("/");
  return inRow(service.pages, [list, of, ...further.slice(1)], address, []);
}

function inRow(pages, [list, of, inner], address, around) {
  const rows = pages.find((page) => page.kind === "rows" && page.address === list);
  if (!rows) return undefined;
  const names = [...around, rows.name];
  if (inner) return inRow(rows.pages, [of, inner], address, names);
  const page = rows.pages.find((one) => one.address === of);
  return page && { ...page, address, rows: names };
}

/** What an example answers on a page of a row: in the row that is being added, which is the last one. */
export async function answersInRow(someone, example, page) {
  const caption = await someone.page.locator("main").innerText();
  const [outer, inner] = page.rows;
  const [, place] = caption.match(ROW);
  const row = example.answers[outer]?.[Number(place) - 1] ?? {};
  if (!inner) return row;
  const [, placeInRow] = caption.match(ROW_IN_ROW);
  return row[inner]?.[Number(placeInRow) - 1] ?? {};
}

/** Says whether there is another row, where that is asked. */
export async function sayWhetherThereAreMore(someone, example, page) {
  const answers = page.rows ? await answersInRow(someone, example, page) : example.answers;
  const added = await someone.page.locator("main .govuk-summary-list__row").count();
  const wanted = answers[page.name]?.length ?? 0;
  const choice = someone.page.locator(`main form [name="${page.name}"][value="${added < wanted ? "yes" : "no"}"]`);
  if ((await choice.count()) > 0) await choice.check();
}

/** Whether a list of rows asks whether there are more. */
export async function asksForMore(someone) {
  return (await someone.page.locator("main form input[type=radio]").count()) > 0;
}
