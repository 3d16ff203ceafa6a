// Days as texts such as 2026-01-15, as far as making up answers needs them.

/** A day some days before or after another. */
export function dayAfter(day, days) {
  const moved = new Date(`${day}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

const UNIT_DAYS = { day: 1, week: 7, month: 30, year: 365 };

/** The day that a bound means: `2026-04-06`, `today`, `today + 700 days`. Nothing where it says something else. */
export function dayOf(bound, today) {
  if (bound instanceof Date) return bound.toISOString().slice(0, 10);
  const written = `${bound ?? ""}`.replaceAll('"', "").trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  if (written === "today") return today;
  const [, sign, count, unit] = written.match(/^today ([+-]) (\d+) (day|week|month|year)s?$/) ?? [];
  return unit && dayAfter(today, (sign === "+" ? 1 : -1) * Number(count) * UNIT_DAYS[unit]);
}

/** What a person types into the boxes for a day. */
export function inBoxes(day) {
  const [year, month, date] = day.split("-").map(Number);
  return { day: `${date}`, month: `${month}`, year: `${year}` };
}
