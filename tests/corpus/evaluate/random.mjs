// Makes up answers to the fields of a form, the same ones for the same seed. Where a condition compares a field with a
// value, that value and its neighbours come up often, so that both sides of the condition are walked.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often a field that need not be answered is not. */
const LEFT_OUT = 0.3;
const MOST_ROWS = 3;

/** Prepares an inventory; gives a function that makes up answers to all its fields, by their keys. Those in rows stand in a list. */
export function answerMaker(inventory) {
  const inner = groupedByRows(inventory.fields);
  // Some repeat a page, which has a key and is no field.
  const keys = new Set(inventory.fields.map((field) => field.key));
  const pages = inventory.repeats.filter((repeat) => !keys.has(repeat.key)).map(({ key }) => ({ key, required: true, rows: null }));
  const context = { inner, compared: comparedValues(inventory) };
  return (random) => answersAmong({ ...context, random }, [...(inner.get(null) ?? []), ...pages], (key) => key);
}

function groupedByRows(fields) {
  const groups = new Map();
  for (const field of fields) groups.set(field.rows, [...(groups.get(field.rows) ?? []), field]);
  return groups;
}

function answersAmong(context, fields, keyOf) {
  const answers = {};
  for (const field of fields) {
    const inner = context.inner.get(field.key) ?? [];
    const answer = inner.length > 0 ? rowsOf(context, inner, field) : answerTo(field, context.compared, context.random);
    // One key may stand on two branches: it has one answer.
    if (answer !== undefined && !(keyOf(field.key) in answers)) answers[keyOf(field.key)] = answer;
  }
  return answers;
}

function rowsOf(context, inner, rows) {
  const { random } = context;
  const count = rows.required ? 1 + Math.floor(random() * MOST_ROWS) : Math.floor(random() * (MOST_ROWS + 1));
  return Array.from({ length: count }, () => answersAmong(context, inner, (key) => innerKey(key, rows.key)));
}

/** The key of a field within its row. */
export function innerKey(key, rows) {
  return key.startsWith(`${rows}.`) ? key.slice(rows.length + 1) : key;
}

function answerTo(field, compared, random) {
  const left = random();
  const answer = SORTS.find(([types]) => types.test(field.type))[1](field, random, compared.get(field.key) ?? compared.get(field.key.split(".").at(-1)) ?? []);
  return !field.required && left < LEFT_OUT ? undefined : answer;
}

function comparedValues(inventory) {
  const values = new Map();
  for (const condition of inventory.conditions) {
    for (const { field, value } of condition.mentions) {
      if (value === undefined || value === null || typeof value === "object") continue;
      const names = [field, `${field}`.split(".").at(-1), `${field}`.replace(/\.value$/, "")];
      for (const name of new Set(names)) values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return values;
}

// The first line that fits a type says what is made up for it; whatever is left is a text.
const SORTS = [
  [/^YesNoField$/, (_field, random) => random() < 0.5],
  [/^(DeclarationField)$/, () => true],
  [/^navCheckbox$/, (field, random) => field.required || random() < 0.5],
  [/^(RadiosField|Radios|SelectField|AutocompleteField|radiopanel|radio|dropdown|combobox)$/, (field, random) => oneOption(field, random)],
  [/^(navSelect|select|landvelger|valutavelger)$/, (field, random, compared) => entry(field, random, compared)],
  [/^(CheckboxesField|checkbox)$/, (field, random) => someOptions(field, random)],
  [/^selectboxes$/, (field, random) => Object.fromEntries(chosen(field, random).map(([option, isChosen]) => [option.value, isChosen]))],
  [/^(NumberField|number|currency|textField:number)$/, (_field, random, compared) => numberNear(random, compared)],
  [/^year$/, (_field, random) => 1950 + Math.floor(random() * 80)],
  [/^(DatePartsField|DateField|navDatepicker|formattedDate|textField:date)$/, (_field, random) => day(random)],
  [/^(MonthYearField|monthPicker)$/, (_field, random) => day(random).slice(0, 7)],
  [/^(DateTimeField|DateTimePartsField)$/, (_field, random) => `${day(random)}T${time(random)}`],
  [/^TimeField$/, (_field, random) => time(random)],
  [/^(FileUploadField|ClientSideFileUploadField|fileInput)$/, () => ["file.pdf"]],
  [/^attachment$/, (field, random) => ({ key: oneOption(field, random) })],
  [/^UkAddressField$/, () => ({ addressLine1: "1 Mill Road", town: "Leeds", postcode: "LS1 1AA" })],
  [/^identity$/, (_field, random) => (random() < 0.5 ? { harDuFodselsnummer: "ja", identitetsnummer: "12345678901" } : { harDuFodselsnummer: "nei", fodselsdato: day(random) })],
  [/^navAddress$/, (_field, random) => (random() < 0.5 ? { borDuINorge: "nei" } : { borDuINorge: "ja", vegadresseEllerPostboksadresse: random() < 0.5 ? "vegadresse" : "postboksadresse" })],
  [/^addressValidity$/, (_field, random) => ({ gyldigFraOgMed: day(random) })],
  [/^/, (_field, random, compared) => wordsNear(random, compared)],
];

function oneOption(field, random) {
  return field.options.length === 0 ? undefined : field.options[Math.floor(random() * field.options.length)].value;
}

// What is chosen from a long list is an entry with a label.
function entry(field, random, compared) {
  const values = field.options.length > 0 ? field.options.map((option) => option.value) : [...compared, "NO", "SE", "US", "EUR"];
  return { value: values[Math.floor(random() * values.length)] };
}

function someOptions(field, random) {
  const options = chosen(field, random).filter(([, isChosen]) => isChosen);
  return options.map(([option]) => option.value);
}

function chosen(field, random) {
  const ticked = field.options.map((option) => [option, random() < 0.4]);
  const must = Math.floor(random() * field.options.length);
  if (ticked.length > 0 && !ticked.some(([, isChosen]) => isChosen)) ticked[must][1] = true;
  return ticked;
}

function numberNear(random, compared) {
  const numbers = compared.map(Number).filter(Number.isFinite);
  const near = numbers.length > 0 && random() < 0.7 ? numbers[Math.floor(random() * numbers.length)] + Math.floor(random() * 3) - 1 : Math.floor(random() * 20);
  return Math.max(0, near);
}

function day(random) {
  return new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 1_500) * 86_400_000).toISOString().slice(0, 10);
}

function time(random) {
  return `${`${Math.floor(random() * 24)}`.padStart(2, "0")}:${`${Math.floor(random() * 60)}`.padStart(2, "0")}`;
}

function wordsNear(random, compared) {
  const texts = compared.filter((value) => typeof value === "string");
  return texts.length > 0 && random() < 0.6 ? texts[Math.floor(random() * texts.length)] : ["apple", "river", "stone"][Math.floor(random() * 3)];
}
