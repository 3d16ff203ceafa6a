// Takes an answer, as examples write it, apart into the controls of a question. Filling them in is not here.

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ENDS = ["first", "last"];

/** Pairs of a control's suffix and what goes into it; `has` says whether the question has a control of that suffix. */
export function controlsOf(answer, has) {
  if (answer === "ticked") return [["ticked", "yes"]];
  if (Array.isArray(answer)) {
    // Two days, or any of several options.
    if (has("first-day")) return answer.flatMap((day, end) => dayIn(`${ENDS[end]}-`, day));
    return answer.map((option) => ["", option]);
  }
  if (typeof answer === "object") {
    // Each field is taken apart as an answer of its own: that of a table has fields again.
    return Object.entries(answer).flatMap(([suffix, value]) =>
      controlsOf(value, (inner) => has(`${suffix}-${inner}`)).map(([inner, one]) => [inner ? `${suffix}-${inner}` : suffix, one]),
    );
  }
  if (has("day") && DAY.test(answer)) return dayIn("", answer);
  if (has("month") && !has("day")) {
    const [year, month] = `${answer}`.split("-");
    return Object.entries({ month: Number(month), year });
  }
  // An entry of a long list is found by typing, and by its id too.
  return [[has("text") && !has("") ? "text" : "", answer]];
}

function dayIn(prefix, answer) {
  const [year, month, day] = answer.split("-").map(Number);
  return Object.entries({ day, month, year }).map(([part, value]) => [`${prefix}${part}`, value]);
}

/** What a form sends for a value. */
export function text(value) {
  return typeof value === "boolean" ? (value ? "yes" : "no") : `${value}`;
}
