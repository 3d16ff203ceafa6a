//! How each language writes: its direction, digits, amounts, lists, and the names of months and halves of the day that
//! people type. It is data of Unicode's CLDR in `data/languages.json`; where that comes from is in `data/SOURCES.md`.
//!
//! In reading order: this file has the data; [`number`] writes numbers, percentages and amounts, [`list`] several
//! things in a row. Dates are written outside of core, by ICU4X; the words of the platform are in `locales/`.

mod list;
mod number;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

pub use number::coins;

/// The language whose conventions hold where there are none of a language's own.
const FALLBACK: &str = "en";

static ALL: LazyLock<BTreeMap<String, Conventions>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../data/languages.json")).expect("a test reads the built-in data")
});

/// How one language writes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conventions {
    /// The locale of CLDR from which this is: British English for English.
    pub locale: String,
    /// Whether it is written from right to left.
    pub right_to_left: bool,
    /// A number for each of its plural categories: what a script needs that counts while somebody types.
    pub plurals: BTreeMap<String, i64>,
    numbers: Numbers,
    lists: Lists,
    /// The names of the months, January first, each as a list of spellings.
    pub(crate) months: Vec<Vec<String>>,
    /// What stands after a time in the morning.
    pub(crate) morning: Vec<String>,
    /// What stands after a time in the afternoon.
    pub(crate) afternoon: Vec<String>,
    /// Words for 12 at noon.
    pub(crate) noon: Vec<String>,
    /// Words for 0 at night.
    pub(crate) midnight: Vec<String>,
    /// What people write after a percentage, besides the sign.
    pub(crate) percent_words: Vec<String>,
}

/// How numbers are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    /// From nought to nine. Which digits a language has is CLDR's default numbering system.
    digits: Vec<char>,
    decimal: String,
    group: String,
    /// How many digits the last group has, and how many those before it.
    groups: (usize, usize),
    /// The fewest digits before the first sign between groups.
    minimum_grouping: usize,
    minus: String,
    /// With `{n}` where the number stands.
    percent: String,
    /// With `{n}` for the amount and `{c}` for the currency: for signs, and for codes of letters.
    money: Pair,
    money_below_nought: Pair,
    /// The signs of currencies, by code, as they are written where no other currency is meant.
    signs: BTreeMap<String, String>,
}

/// A form for currencies that have a sign, and one for those that have letters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    sign: String,
    letters: String,
}

/// How several things are written in a row.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    and: Joints,
    /// Parts of one measure: 2 years, 3 months.
    unit: Joints,
    /// Between things that are not said as a sentence, such as the lines of an address.
    comma: String,
}

/// What stands between things, with `{0}` and `{1}` for them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Joints {
    two: String,
    start: String,
    middle: String,
    end: String,
}

impl Conventions {
    /// Those of a language, `fr-CA` being French; of English where there are none.
    ///
    /// # Panics
    /// Never: a test reads the built-in data.
    #[must_use]
    pub fn of(tag: &str) -> &'static Self {
        let language = tag.split('-').next().unwrap_or(tag);
        ALL.get(tag)
            .or_else(|| ALL.get(language))
            .or_else(|| ALL.get(FALLBACK))
            .expect("English is built in")
    }

    /// Whether there are conventions of a language's own.
    #[must_use]
    pub fn is_known(tag: &str) -> bool {
        ALL.contains_key(tag) || ALL.contains_key(tag.split('-').next().unwrap_or(tag))
    }

    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        ALL.values()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_data_is_whole() {
        for (tag, own) in ALL.iter() {
            assert_eq!(own.numbers.digits.len(), 10, "{tag}");
            assert_eq!(own.months.len(), 12, "{tag}");
            assert!(own.months.iter().all(|names| !names.is_empty()), "{tag}");
            assert!(own.plurals.contains_key("other"), "{tag}");
            let forms = [&own.numbers.money, &own.numbers.money_below_nought];
            for form in forms.iter().flat_map(|pair| [&pair.sign, &pair.letters]) {
                assert!(form.contains("{n}") && form.contains("{c}"), "{tag}: {form}");
            }
            for joint in [&own.lists.and, &own.lists.unit] {
                for form in [&joint.two, &joint.start, &joint.middle, &joint.end] {
                    assert!(form.starts_with("{0}") && form.ends_with("{1}"), "{tag}: {form}");
                }
            }
        }
    }

    #[test]
    fn a_language_is_found_with_and_without_its_region() {
        assert!(Conventions::of("ar").right_to_left && Conventions::of("ar-EG").right_to_left);
        assert!(!Conventions::of("cy").right_to_left);
        assert_eq!(Conventions::of("tlh").locale, "en-GB");
        assert!(Conventions::is_known("ar-EG") && !Conventions::is_known("tlh"));
    }

    #[test]
    fn arabic_has_six_plural_forms() {
        let categories: Vec<&str> = Conventions::of("ar").plurals.keys().map(String::as_str).collect();
        assert_eq!(categories, ["few", "many", "one", "other", "two", "zero"]);
    }
}
