// Which option of a question an option of a form became, and what its words say.

import { bareLabel } from "../source/words.mjs";

const YES = new Set(["yes", "ja", "oui", "ydw", "oes", "ydy", "ydyn", "ie", "gallaf", "do", "true"]);
const NO = new Set(["no", "nei", "non", "nac ydw", "nac oes", "nac ydy", "na", "nage", "naddo", "false"]);

/** The name of the option with the same label, or else the one at the same place where there are as many. */
export function optionFor(field, question, option) {
  const label = bareLabel(`${option.label}`);
  const place = field.options.indexOf(option);
  const same = question.options.filter((one) => bareLabel(`${one.label}`) === label);
  if (same.length > 0) return (same.find((one) => question.options.indexOf(one) === place) ?? same[0]).name;
  return question.options.length === field.options.length ? question.options[place]?.name : undefined;
}

/** Whether an answer says yes; undefined where it says neither. */
export function saysYes(field, answer) {
  if (typeof answer === "boolean") return answer;
  const part = answer?.harDuFodselsnummer ?? answer?.borDuINorge;
  if (part !== undefined) return isIn(part);
  const values = Array.isArray(answer) ? answer : typeof answer === "object" ? Object.keys(answer).filter((key) => answer[key] === true) : [answer];
  const options = field.options.filter(({ value }) => values.some((one) => `${one}` === `${value}`));
  const said = options.flatMap(({ value, label }) => [isIn(label), isIn(value)]).find((one) => one !== undefined);
  // Where no word helps, the first of two is yes.
  return said ?? (field.options.length === 2 && options.length > 0 ? options.includes(field.options[0]) : undefined);
}

function isIn(text) {
  const word = bareLabel(`${text}`).replace(/ .*/, "");
  if (YES.has(bareLabel(`${text}`)) || YES.has(word)) return true;
  return NO.has(bareLabel(`${text}`)) || NO.has(word) ? false : undefined;
}

const CODES = new Map();

/** The code of a country or currency: an entry of a long list has it, an option is called by its name. */
export function codeOf(field, answer, type) {
  if (typeof answer?.value === "string" && /^[A-Z]{2,3}$/.test(answer.value)) return answer.value;
  const value = typeof answer === "object" ? answer?.value : answer;
  const option = field.options.find((one) => `${one.value}` === `${value}`);
  const name = bareLabel(`${option?.label ?? value}`);
  return codes(type).get(name) ?? { region: "FR", currency: "EUR" }[type];
}

function codes(type) {
  if (CODES.has(type)) return CODES.get(type);
  const found = new Map();
  for (const language of ["en", "nb", "fr"]) {
    const names = new Intl.DisplayNames([language], { type, fallback: "none" });
    for (const code of candidates(type)) {
      const name = names.of(code);
      if (name && !found.has(bareLabel(name))) found.set(bareLabel(name), code);
    }
  }
  CODES.set(type, found);
  return found;
}

function candidates(type) {
  if (type === "currency") return Intl.supportedValuesOf("currency");
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((one) => letters.map((other) => `${one}${other}`));
}
