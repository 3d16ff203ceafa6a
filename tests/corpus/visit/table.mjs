// Lays out what became of walks, by format, with the reasons of those that did not come to their end.

import { FORMATS } from "../source/corpus.mjs";

/** Of the services that pass the check, so many complete at least, in every format. */
const LEAST = 0.95;

/** The sums of visited services, per format: `refused` is how many do not pass the check. */
export function visitTotals(visited, refused = {}) {
  const there = FORMATS.filter((format) => visited.some((one) => one.format === format) || refused[format]);
  return Object.fromEntries(there.map((format) => [format, totalOf(visited.filter((one) => one.format === format), refused[format] ?? 0)]));
}

function totalOf(services, refused) {
  const count = (test) => services.filter(test).length;
  const sum = (value) => services.reduce((total, one) => total + value(one), 0);
  const completing = count((one) => one.completes);
  return {
    not_passing: refused,
    services: services.length,
    complete: completing,
    share: services.length === 0 ? 1 : completing / services.length,
    waiting_for_payment: count((one) => one.completes && one.waits),
    two_branches: count((one) => one.completes && one.branches === 2),
    pages_met: sum((one) => one.met),
    pages: sum((one) => one.pages),
    answered_wrongly: sum((one) => one.tested),
    erred: sum((one) => one.complaints.length),
  };
}

/** Whether enough services complete in every format, and there are any. */
export function enoughComplete(totals) {
  const all = Object.values(totals);
  return all.length > 0 && all.every((one) => one.services > 0 && one.share >= LEAST);
}

const COLUMNS = [
  ["services", "services"],
  ["complete", "complete"],
  ["%", (one) => (one.share * 100).toFixed(1)],
  ["until payment", "waiting_for_payment"],
  ["two branches", "two_branches"],
  ["pages met", (one) => `${one.pages_met} of ${one.pages}`],
  ["answered wrongly", "answered_wrongly"],
  ["erred", "erred"],
  ["not visited", "not_passing"],
];

/** The table as text, and below it each service that does not complete with its reason, and each page that erred. */
export function visitTable(totals, visited) {
  const rows = Object.entries(totals).map(([format, one]) => [format, ...COLUMNS.map(([, value]) => `${typeof value === "function" ? value(one) : one[value]}`)]);
  const head = ["format", ...COLUMNS.map(([name]) => name)];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ");
  const failing = visited.filter((one) => !one.completes).map((one) => `${one.format} ${one.service}: ${one.reason}`);
  const erring = visited.flatMap((one) => one.complaints.map(({ page, what }) => `${one.format} ${one.service}: ${page} ${what}`));
  return [line(head), ...rows.map(line), "", `Do not complete: ${failing.length}`, ...failing, `Erred: ${erring.length}`, ...erring].join("\n");
}
