// Writes countries.csv, nationalities.csv and currencies.csv from the language data of Unicode and the list below.
// Run by hand when a new edition is wanted:
//   npm install --no-save cldr-core@48.2.0 cldr-localenames-full@48.2.0 cldr-numbers-full@48.2.0
//   node crates/exemplar-core/data/make-world.mjs
// Nothing is fetched here.
import { createRequire } from "node:module";
import { readdirSync, writeFileSync } from "node:fs";

const require = createRequire(`${process.cwd()}/`);
// English first, which stands for languages that are not here; then each other folder of locales/.
const others = readdirSync(new URL("../../../locales/", import.meta.url)).filter((tag) => tag !== "en");
const languages = ["en", ...others.sort().reverse()];

// Codes of CLDR that ISO 3166-1 has not assigned to a country. XK stays: Kosovo has no other code.
const notCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

// What people of a country are called in English. Languages in which we have no such list name the country instead.
// XXA is the code of ICAO Doc 9303 for stateless.
const nationalities = `
AD Andorran, AE Emirati, AF Afghan, AG Antiguan or Barbudan, AL Albanian, AM Armenian, AO Angolan,
AR Argentine, AT Austrian, AU Australian, AZ Azerbaijani, BA Bosnian or Herzegovinian, BB Barbadian, BD Bangladeshi,
BE Belgian, BF Burkinabe, BG Bulgarian, BH Bahraini, BI Burundian, BJ Beninese, BN Bruneian, BO Bolivian, BR Brazilian,
BS Bahamian, BT Bhutanese, BW Botswanan, BY Belarusian, BZ Belizean, CA Canadian, CD Congolese (DRC),
CF Central African, CG Congolese (Republic of the Congo), CH Swiss, CI Ivorian, CL Chilean, CM Cameroonian, CN Chinese,
CO Colombian, CR Costa Rican, CU Cuban, CV Cape Verdean, CY Cypriot, CZ Czech, DE German, DJ Djiboutian, DK Danish,
DM Dominican (Dominica), DO Dominican (Dominican Republic), DZ Algerian, EC Ecuadorian, EE Estonian, EG Egyptian,
ER Eritrean, ES Spanish, ET Ethiopian, FI Finnish, FJ Fijian, FM Micronesian, FR French, GA Gabonese, GB British,
GD Grenadian, GE Georgian, GH Ghanaian, GM Gambian, GN Guinean, GQ Equatorial Guinean, GR Greek, GT Guatemalan,
GW Bissau-Guinean, GY Guyanese, HN Honduran, HR Croatian, HT Haitian, HU Hungarian, ID Indonesian, IE Irish, IL Israeli,
IN Indian, IQ Iraqi, IR Iranian, IS Icelandic, IT Italian, JM Jamaican, JO Jordanian, JP Japanese, KE Kenyan, KG Kyrgyz,
KH Cambodian, KI I-Kiribati, KM Comorian, KN Kittitian or Nevisian, KP North Korean, KR South Korean, KW Kuwaiti,
KZ Kazakhstani, LA Lao, LB Lebanese, LC St Lucian, LI Liechtensteiner, LK Sri Lankan, LR Liberian, LS Basotho,
LT Lithuanian, LU Luxembourger, LV Latvian, LY Libyan, MA Moroccan, MC Monegasque, MD Moldovan, ME Montenegrin,
MG Malagasy, MH Marshallese, MK Macedonian, ML Malian, MM Burmese, MN Mongolian, MR Mauritanian, MT Maltese,
MU Mauritian, MV Maldivian, MW Malawian, MX Mexican, MY Malaysian, MZ Mozambican, NA Namibian, NE Nigerien, NG Nigerian,
NI Nicaraguan, NL Dutch, NO Norwegian, NP Nepalese, NR Nauruan, NZ New Zealander, OM Omani, PA Panamanian, PE Peruvian,
PG Papua New Guinean, PH Filipino, PK Pakistani, PL Polish, PS Palestinian, PT Portuguese, PW Palauan, PY Paraguayan,
QA Qatari, RO Romanian, RS Serbian, RU Russian, RW Rwandan, SA Saudi Arabian, SB Solomon Islander, SC Seychellois,
SD Sudanese, SE Swedish, SG Singaporean, SI Slovenian, SK Slovak, SL Sierra Leonean, SM Sammarinese, SN Senegalese,
SO Somali, SR Surinamese, SS South Sudanese, ST Sao Tomean, SV Salvadoran, SY Syrian, SZ Swazi, TD Chadian, TG Togolese,
TH Thai, TJ Tajik, TL East Timorese, TM Turkmen, TN Tunisian, TO Tongan, TR Turkish, TT Trinidadian or Tobagonian,
TV Tuvaluan, TW Taiwanese, TZ Tanzanian, UA Ukrainian, UG Ugandan, US American, UY Uruguayan, UZ Uzbek, VA Vatican citizen,
VC Vincentian, VE Venezuelan, VN Vietnamese, VU Vanuatuan, WS Samoan, XK Kosovan, XXA Stateless, YE Yemeni,
ZA South African, ZM Zambian, ZW Zimbabwean`;
const stateless = { cy: "Heb wladwriaeth", ar: "عديم الجنسية" };

const territories = languages.map((language) => {
  const file = require(`cldr-localenames-full/main/${language}/territories.json`);
  return file.main[language].localeDisplayNames.territories;
});

/** Writes a list: `named` gives the name of a code in a language by its place. */
function write(file, codes, named) {
  const names = languages.map((_, i) => new Map(codes.map((code) => [code, named(code, i)])));
  // The place of each in the order of each language's alphabet.
  const places = names.map((name, i) => {
    const { compare } = new Intl.Collator(languages[i]);
    const sorted = [...codes].sort((a, b) => compare(name.get(a), name.get(b)));
    return new Map(sorted.map((code, place) => [code, place + 1]));
  });
  const rows = codes.map((code) => {
    const fields = [code, ...names.map((name) => name.get(code)), ...places.map((place) => place.get(code))];
    if (fields.some((field) => field === undefined || /[",;\n]/.test(String(field)))) {
      throw new Error(`cannot be written without quotes: ${fields}`);
    }
    return fields.join(",");
  });
  const head = ["code", ...languages, ...languages.map((language) => `place_${language}`)].join(",");
  writeFileSync(new URL(file, import.meta.url), `${[head, ...rows].join("\n")}\n`);
}

const countries = Object.keys(territories[0]).filter((code) => /^[A-Z]{2}$/.test(code) && !notCountries.has(code));
write("countries.csv", countries.sort(), (code, i) => territories[i][code]);

const people = new Map(nationalities.trim().split(/,\s+/).map((line) => line.split(/ (.*)/)));
write("nationalities.csv", [...people.keys()].sort(), (code, i) => {
  if (languages[i] === "en") return people.get(code);
  return code === "XXA" ? stateless[languages[i]] : territories[i][code];
});

// Money that a country uses today. Codes that are no tender, such as those of funds and metals, are left out.
const { region } = require("cldr-core/supplemental/currencyData.json").supplemental.currencyData;
const inUse = Object.values(region).flatMap((used) =>
  used.flatMap((one) => Object.entries(one)).filter(([, how]) => how._from && !how._to && how._tender !== "false").map(([code]) => code),
);
const currencies = languages.map((language) => {
  const file = require(`cldr-numbers-full/main/${language}/currencies.json`);
  return file.main[language].numbers.currencies;
});
write("currencies.csv", [...new Set(inUse)].sort(), (code, i) => currencies[i][code].displayName);
