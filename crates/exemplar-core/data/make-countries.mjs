// Writes countries.csv from the language data of Unicode. Run by hand when a new edition is wanted:
//   npm install --no-save cldr-localenames-full@48.2.0 && node crates/exemplar-core/data/make-countries.mjs
// Nothing is fetched here.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const require = createRequire(`${process.cwd()}/`);
const languages = ["en", "cy"];

// Codes of CLDR that ISO 3166-1 has not assigned to a country. XK stays: Kosovo has no other code.
const notCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

const names = languages.map((language) => {
  const file = require(`cldr-localenames-full/main/${language}/territories.json`);
  return file.main[language].localeDisplayNames.territories;
});
const codes = Object.keys(names[0])
  .filter((code) => /^[A-Z]{2}$/.test(code) && !notCountries.has(code))
  .sort();

// The place of each country in the order of each language's alphabet.
const places = names.map((named, i) => {
  const { compare } = new Intl.Collator(languages[i]);
  const sorted = [...codes].sort((a, b) => compare(named[a], named[b]));
  return new Map(sorted.map((code, place) => [code, place + 1]));
});

const rows = codes.map((code) => {
  const fields = [code, ...names.map((named) => named[code]), ...places.map((place) => place.get(code))];
  if (fields.some((field) => field === undefined || /[",;\n]/.test(String(field)))) {
    throw new Error(`cannot be written without quotes: ${fields}`);
  }
  return fields.join(",");
});
const head = ["code", ...languages, ...languages.map((language) => `place_${language}`)].join(",");
writeFileSync(new URL("countries.csv", import.meta.url), `${[head, ...rows].join("\n")}\n`);
