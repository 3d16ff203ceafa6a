// Compares an answer with a value by the operators that XGov and Defra name in words. An answer that is not there
// makes every comparison false, the negative ones too.

/** Whether `answer OPERATOR value` holds; `today` is a day such as 2026-01-15. */
export function holds(operator, answer, value, today) {
  if (isUnanswered(answer)) return false;
  if (value && typeof value === "object" && !Array.isArray(value)) return holdsRelative(operator, answer, value, today);
  const test = OPERATORS[operator];
  if (!test) throw new Error(`the operator ${operator} is not known`);
  return test(answer, value);
}

/** Whether nothing was answered. */
export function isUnanswered(answer) {
  return answer === undefined || answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0);
}

const OPERATORS = {
  is: same,
  "is not": (answer, value) => !same(answer, value),
  contains: (answer, value) => [answer].flat().some((one) => same(one, value)),
  "does not contain": (answer, value) => ![answer].flat().some((one) => same(one, value)),
  "is more than": (answer, value) => Number(answer) > Number(value),
  "is less than": (answer, value) => Number(answer) < Number(value),
  "is at least": (answer, value) => Number(answer) >= Number(value),
  "is at most": (answer, value) => Number(answer) <= Number(value),
  "is longer than": (answer, value) => `${answer}`.length > Number(value),
  "is shorter than": (answer, value) => `${answer}`.length < Number(value),
  "has length": (answer, value) => `${answer}`.length === Number(value),
  "is before": (answer, value) => `${answer}` < `${value}`,
  "is after": (answer, value) => `${answer}` > `${value}`,
};

// Values are written as texts even where the answer is yes, no or a number.
function same(answer, value) {
  return `${answer}` === `${value}`;
}

// "at least 3 months in the past" is that day or any before it; in the future, that day or any after it.
function holdsRelative(operator, answer, value, today) {
  const [amount, unit] = [Number(value.period ?? value.timePeriod), `${value.unit ?? value.timeUnit}`];
  const past = `${value.direction}`.includes("past");
  const limit = moved(today, past ? -amount : amount, unit);
  const day = `${answer}`.slice(0, 10);
  const order = (day < limit ? -1 : day > limit ? 1 : 0) * (past ? -1 : 1);
  return { "is at least": order >= 0, "is at most": order <= 0, "is more than": order > 0, "is less than": order < 0, is: order === 0, "is not": order !== 0 }[operator] ?? false;
}

function moved(today, amount, unit) {
  const [year, month, day] = today.split("-").map(Number);
  const months = unit.startsWith("year") ? amount * 12 : unit.startsWith("month") ? amount : 0;
  const date = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  if (unit.startsWith("day")) date.setUTCDate(date.getUTCDate() + amount);
  return date.toISOString().slice(0, 10);
}
