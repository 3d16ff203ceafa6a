// Writes languages.json: how each language of the platform writes numbers, amounts, lists, months and times of day.
// The languages are the folders of locales/. Run by hand when a language is added or a new edition is wanted:
//   npm install --no-save cldr-core@48.2.0 cldr-numbers-full@48.2.0 cldr-misc-full@48.2.0 cldr-dates-full@48.2.0
//   node crates/exemplar-core/data/make-languages.mjs
// Nothing is fetched here.
import { createRequire } from "node:module";
import { readdirSync, writeFileSync } from "node:fs";

const require = createRequire(`${process.cwd()}/`);
const tags = readdirSync(new URL("../../../locales/", import.meta.url)).sort();

// Of a language that is written differently from place to place, the place that the platform's words follow.
const places = { en: "en-GB" };

// Places in which the months have other names, which people type too: Lebanon, Algeria.
const monthsOf = { ar: ["ar-LB", "ar-DZ"] };

// What people type besides what CLDR has. Ours; compared without accents and case.
const typed = {
  en: { morning: ["a.m."], afternoon: ["p.m."], noon: ["midday"], percent: ["per cent", "percent"] },
  cy: { morning: ["y bore"], afternoon: ["y prynhawn"], noon: ["hanner dydd"], midnight: ["hanner nos", "hanner-nos"], percent: ["y cant"] },
  ar: { morning: ["صباحا"], afternoon: ["مساء", "ظهرا", "بعد الظهر"], noon: ["الظهر", "منتصف النهار"], midnight: ["منتصف الليل"], percent: ["في المئة", "في المائة", "بالمئة", "بالمائة"] },
};

const data = (locale, pack, file) => require(`${pack}/main/${locale}/${file}.json`).main[locale];
const supplemental = (file) => require(`cldr-core/supplemental/${file}.json`).supplemental;
const unique = (values) => [...new Set(values.filter(Boolean))];

/** The counts that stand for the plural categories: from five on where there is one, so that no special form is met. */
function plurals(tag) {
  const rules = Object.entries(supplemental("plurals")["plurals-type-cardinal"][tag]);
  const sample = (rule) => {
    const listed = /@integer ([^@…]*)/.exec(rule)?.[1] ?? "";
    const numbers = listed.split(/[,~]/).map((text) => text.trim()).filter((text) => /^\d+$/.test(text)).map(Number);
    return numbers.find((number) => number >= 5) ?? numbers.at(-1);
  };
  const pairs = rules.map(([name, rule]) => [name.replace("pluralRule-count-", ""), sample(rule)]);
  return Object.fromEntries(pairs.filter(([, number]) => number !== undefined).sort());
}

/** A pattern of CLDR for money: where the amount and the currency stand, above and below nought. */
function money(pattern, minus) {
  const [above, below] = pattern.split(";");
  const placed = (text) => text.replace(/[#0][#0,.]*/, "{n}").replace("¤", "{c}");
  return { above: placed(above), below: below ? placed(below).replace("-", minus) : minus + placed(above) };
}

function isRightToLeft(locale) {
  return data(locale, "cldr-misc-full", "layout").layout.orientation.characterOrder === "right-to-left";
}

function numbers(locale) {
  const own = data(locale, "cldr-numbers-full", "numbers").numbers;
  const { currencies } = data(locale, "cldr-numbers-full", "currencies").numbers;
  const system = own.defaultNumberingSystem;
  const symbols = own[`symbols-numberSystem-${system}`];
  const [whole] = own[`decimalFormats-numberSystem-${system}`].standard.split(".");
  const groups = whole.split(",").map((part) => part.length).reverse();
  const percent = own[`percentFormats-numberSystem-${system}`].standard;
  const amounts = own[`currencyFormats-numberSystem-${system}`];
  const sign = money(amounts.standard, symbols.minusSign);
  const letters = money(amounts["standard-alphaNextToNumber"] ?? amounts.standard, symbols.minusSign);
  // From right to left a sign after Latin letters would come out before them, without a mark of direction behind it.
  const isTurned = isRightToLeft(locale);
  const held = (sign) => (isTurned && /[A-Za-z]/.test(sign) && /[^A-Za-z]$/.test(sign) ? `${sign}\u200e` : sign);
  const signs = Object.entries(currencies).map(([code, one]) => [code, held(one["symbol-alt-narrow"] ?? one.symbol ?? code)]);
  return {
    digits: [...supplemental("numberingSystems").numberingSystems[system]._digits],
    decimal: symbols.decimal,
    group: symbols.group,
    groups: [groups[0], groups.length > 2 ? groups[1] : groups[0]],
    minimum_grouping: Number(own.minimumGroupingDigits),
    minus: symbols.minusSign,
    percent: percent.replace(/[#0][#0,.]*/, "{n}").replace("%", symbols.percentSign),
    money: { sign: sign.above, letters: letters.above },
    money_below_nought: { sign: sign.below, letters: letters.below },
    signs: Object.fromEntries(signs.filter(([code, sign]) => sign !== code && inUse.has(code)).sort()),
  };
}

function lists(locale) {
  const { listPatterns } = data(locale, "cldr-misc-full", "listPatterns");
  const { punctuation } = data(locale, "cldr-misc-full", "characters").characters;
  const joints = (kind) => {
    const own = listPatterns[`listPattern-type-${kind}`];
    return { two: own[2], start: own.start, middle: own.middle, end: own.end };
  };
  const comma = ["،", "、"].find((sign) => punctuation.includes(sign)) ?? ",";
  return { and: joints("standard"), unit: joints("unit"), comma: comma === "、" ? comma : `${comma} ` };
}

function times(locale, tag) {
  const gregorian = (place) => data(place, "cldr-dates-full", "ca-gregorian").dates.calendars.gregorian;
  const { dayPeriods } = gregorian(locale);
  const calendars = [locale, ...(monthsOf[tag] ?? [])].map((place) => gregorian(place).months);
  const more = typed[tag] ?? {};
  const spelled = (period) => {
    const widths = ["wide", "abbreviated"].flatMap((width) => [dayPeriods.format[width], dayPeriods["stand-alone"][width]]);
    return widths.map((names) => names[period]);
  };
  const names = (number) => unique(calendars.flatMap((months) => [months.format.wide[number], months["stand-alone"].wide[number]]));
  return {
    months: Array.from({ length: 12 }, (_, i) => names(String(i + 1))),
    morning: unique([...spelled("am"), ...(more.morning ?? [])]),
    afternoon: unique([...spelled("pm"), ...(more.afternoon ?? [])]),
    noon: unique([...spelled("noon"), ...(more.noon ?? [])]),
    midnight: unique([...spelled("midnight"), ...(more.midnight ?? [])]),
    percent_words: more.percent ?? [],
  };
}

function language(tag) {
  const locale = places[tag] ?? tag;
  return {
    locale,
    right_to_left: isRightToLeft(locale),
    plurals: plurals(tag),
    numbers: numbers(locale),
    lists: lists(locale),
    ...times(locale, tag),
  };
}

const inUse = new Set(
  Object.values(supplemental("currencyData").currencyData.region).flatMap((used) =>
    used.flatMap((one) => Object.entries(one)).filter(([, how]) => !how._to && how._tender !== "false").map(([code]) => code),
  ),
);
const all = Object.fromEntries(tags.map((tag) => [tag, language(tag)]));
writeFileSync(new URL("languages.json", import.meta.url), `${JSON.stringify(all, null, 1)}\n`);
