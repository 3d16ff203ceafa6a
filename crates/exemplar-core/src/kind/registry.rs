//! All kinds of answer in one list, from which documentation, the schema and checks are made.
//! To add one: write its module, add it here. The recipe is `docs/adding/question.md`.

use super::keys::KindKeys;
use super::rule::{RuleProblem, RuleReader, Rules};
use super::{
    Kind, address, any_of, bank_account, country, currency, date, date_range, declaration, duration, email, evidence,
    file, iban, identifier, long_text, money, month, name, national_id, nationality, number, one_of,
    organisation_number, party, percent, phone, place, postcode, signature, slots, text, time, website, world, year,
    yes_no,
};

/// Every kind, in the order in which documentation shows them.
pub const KEYS: &[KindKeys] = &[
    text::KEYS,
    long_text::KEYS,
    yes_no::KEYS,
    one_of::KEYS,
    any_of::KEYS,
    number::KEYS,
    percent::KEYS,
    money::KEYS,
    date::KEYS,
    month::KEYS,
    year::KEYS,
    time::KEYS,
    date_range::KEYS,
    duration::KEYS,
    name::KEYS,
    address::KEYS,
    postcode::KEYS,
    country::KEYS,
    nationality::KEYS,
    currency::KEYS,
    email::KEYS,
    phone::KEYS,
    website::KEYS,
    national_id::KEYS,
    organisation_number::KEYS,
    bank_account::KEYS,
    party::KEYS,
    place::KEYS,
    evidence::KEYS,
    file::KEYS,
    slots::KEYS,
    signature::KEYS,
    declaration::KEYS,
];

/// The countries that [`super::Takes::CountryOf`] a kind can be, each with what is asked for there.
#[must_use]
pub fn countries_of(kind: &str) -> Vec<(&'static str, String)> {
    if kind == bank_account::KEYS.key {
        let named = |country| (country, world::COUNTRIES.name(country, "en"));
        return iban::countries().map(named).collect();
    }
    identifier::countries(kind)
}

/// Makes the kind of answer that `key` names, with the rules that stand beneath it.
///
/// # Errors
/// Every problem of the rules; one where there is no such kind.
pub fn build(key: &str, reader: &dyn RuleReader) -> Result<Box<dyn Kind>, Vec<RuleProblem>> {
    let Some(keys) = KEYS.iter().find(|keys| keys.key == key) else {
        let says = format!("There is no kind of answer `{key}`.");
        return Err(vec![RuleProblem::new("", says)]);
    };
    let mut rules = Rules::new(keys, reader);
    let kind = (keys.build)(&mut rules);
    rules.finish(kind)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::testing::{TODAY, TestRules};
    use super::super::{Control, Problem, Reading, Showing, Takes};
    use super::*;

    /// Every kind with the fewest rules that it takes.
    fn every_kind() -> impl Iterator<Item = (&'static KindKeys, Box<dyn Kind>)> {
        KEYS.iter().map(|keys| {
            let needed = keys.rules.iter().filter(|rule| rule.needed);
            let mut rules: Vec<_> = needed
                .map(|rule| match rule.takes {
                    Takes::OneOf(words) => (rule.key, words[0]),
                    Takes::CountryOf(kind) => (rule.key, countries_of(kind)[0].0),
                    Takes::Calendar => (rule.key, "visits"),
                    other => panic!("no value for a needed rule that takes {other:?}"),
                })
                .collect();
            let kind = match keys.takes {
                Takes::Choices | Takes::Documents => TestRules::options(["a", "b"]).kind(keys.key),
                Takes::Words => {
                    rules.push(("", "I agree"));
                    TestRules::of(&rules).kind(keys.key)
                }
                _ => TestRules::of(&rules).kind(keys.key),
            };
            (keys, kind)
        })
    }

    fn facts<'a>(bounds: &'a BTreeMap<&'static str, crate::expression::Value>) -> Reading<'a> {
        Reading {
            today: TODAY,
            bounds,
            not_offered: &[],
        }
    }

    #[test]
    fn keys_and_rules_are_named_once() {
        let keys: BTreeSet<_> = KEYS.iter().map(|keys| keys.key).collect();
        assert_eq!(keys.len(), KEYS.len());
        for keys in KEYS {
            let rules: BTreeSet<_> = keys.rules.iter().map(|rule| rule.key).collect();
            assert_eq!(rules.len(), keys.rules.len(), "{}", keys.key);
            assert!(keys.example.starts_with(keys.key), "{}", keys.key);
        }
    }

    #[test]
    fn every_kind_takes_its_own_example_and_shows_it() {
        let bounds = BTreeMap::new();
        let words = Showing {
            language: 1,
            tag: "cy",
            conventions: crate::language::Conventions::of("cy"),
            word: &|key| key.to_owned(),
            date: &|date| date.to_string(),
            number: &|number| number.to_string(),
            money: &|amount| amount.to_string(),
            range: &|first, last| format!("{first} {last}"),
            month: &|day| day.to_string(),
            time: &|time| time.to_string(),
            moment: &|moment| moment.to_string(),
            counted: &|word, n| format!("{n} {word}"),
            within: &|length| format!("{} {:?}", length.count, length.unit),
        };
        for (keys, kind) in every_kind() {
            let answer = kind
                .read(&kind.example(&facts(&bounds)), &facts(&bounds))
                .unwrap_or_else(|problems| panic!("{}: {problems:?}", keys.key));
            assert!(kind.value(&answer).is_some(), "{}", keys.key);
            assert!(!kind.show(&answer, &words).is_empty(), "{}", keys.key);
            let again = kind.read(&kind.typed(&answer), &facts(&bounds));
            assert_eq!(again, Ok(answer), "{}", keys.key);
            assert_eq!(kind.type_of(), keys.type_of, "{}", keys.key);
            assert!(kind.rules().contains(&"empty"), "{}", keys.key);
            assert!(!kind.controls(0).is_empty() && !kind.controls(1).is_empty());
        }
    }

    /// The suffixes of all controls of a kind.
    fn suffixes_of(kind: &dyn Kind) -> Vec<String> {
        let controls = kind.controls(0).iter();
        let suffixes = controls.flat_map(|control| match control {
            Control::Line(line) => vec![line.suffix.to_owned()],
            Control::Radios(radios) => vec![radios.suffix.to_string()],
            Control::Select(select) => vec![select.suffix.to_owned()],
            Control::Signature(_) => ["", "drawn", "clear"].map(str::to_owned).to_vec(),
            Control::Search(_) => ["", "text", "offered"].map(str::to_owned).to_vec(),
            Control::Date(boxes) => boxes.parts.iter().flatten().map(|part| (*part).to_owned()).collect(),
            Control::Area { .. }
            | Control::Points { .. }
            | Control::Boxes(_)
            | Control::Tick(_)
            | Control::File(_)
            | Control::Slots => {
                vec![String::new()]
            }
        });
        suffixes.collect()
    }

    #[test]
    fn no_typing_makes_a_kind_fail() {
        let bounds = BTreeMap::new();
        let odd = [
            "",
            " ",
            "-",
            ".",
            "£",
            "\u{0}",
            "\u{202e}",
            "é",
            "\u{301}",
            "９",
            "٣",
            "𝟗",
            "null",
            "0",
            "-0",
            "1e999",
            "99999999999999999999999999999999999999",
            "'; drop table",
            "<script>",
            "ß",
            "İ",
            "ﬀ",
        ];
        for (keys, kind) in every_kind() {
            for typed in odd.iter().map(|odd| (*odd).to_owned()).chain([
                "9".repeat(20_000),
                "é".repeat(20_000),
                "\u{0}".repeat(20_000),
                " a".repeat(20_000),
            ]) {
                let suffixes = suffixes_of(&*kind);
                let typed = super::super::Typed::fields(suffixes.iter().map(|suffix| (&**suffix, &*typed)));
                match kind.read(&typed, &facts(&bounds)) {
                    Ok(answer) => assert!(kind.value(&answer).is_some(), "{}", keys.key),
                    Err(problems) => {
                        assert!(!problems.is_empty(), "{}", keys.key);
                        for Problem { rule, .. } in problems {
                            assert!(kind.rules().contains(&&*rule), "{}: {rule}", keys.key);
                        }
                    }
                }
            }
        }
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "it reads our own sources, which the rules themselves never do"
    )]
    fn every_message_has_words_in_every_language() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |path: &std::path::Path| std::fs::read_to_string(path).expect("it is there");
        let known = ["en", "cy", "ar"].map(|language| {
            let files = std::fs::read_dir(root.join(format!("../../locales/{language}"))).expect("it is there");
            files
                .map(|file| read(&file.expect("it is there").path()))
                .collect::<Vec<_>>()
                .join("\n")
        });
        let mut found = 0;
        for entry in std::fs::read_dir(root.join("src/kind")).expect("it is there") {
            let source = read(&entry.expect("it is there").path());
            let prefixes = ["error-", "kinds-", "apply-", "dates-"];
            let is_key = |text: &&str| prefixes.iter().any(|prefix| text.starts_with(prefix) && text != prefix);
            for key in source.split('"').filter(is_key) {
                found += 1;
                for words in &known {
                    let starts = |line: &str| line.starts_with(&format!("{key} ="));
                    assert!(words.lines().any(starts), "{key}");
                }
            }
        }
        assert!(found > 50);
    }

    #[test]
    fn an_unknown_kind_is_refused() {
        assert_eq!(TestRules::default().problems("colour").len(), 1);
    }
}
