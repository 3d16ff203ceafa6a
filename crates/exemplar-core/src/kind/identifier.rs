//! Schemes of identifiers, each a row of `data/identifiers.json`: the shapes that a number can have, and the sums that
//! show a slip in it. Which question asks for one is not known here.
//!
//! A shape has `A` for a letter, `#` for a digit and anything else for itself; places count its letters and digits from
//! 1. A new scheme is a row of that file and nothing here, as long as its sums are among these three.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::text::Pattern;

/// All schemes. To add one: a row of the file.
static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let read = serde_json::from_str(include_str!("../../data/identifiers.json"));
    read.expect("the file is part of the program, and the tests read it")
});

/// One kind of number of one country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scheme {
    /// The kind of answer.
    of: String,
    /// ISO 3166-1 alpha-2.
    country: String,
    /// What it is called, by language; always in English.
    called: BTreeMap<String, String>,
    /// The shapes that it can have.
    forms: Vec<Form>,
    /// A number that keeps the rules and is nobody's that we know of, as it is written out.
    pub(super) example: String,
    /// Where the rules stand.
    #[serde(rename = "source")]
    _source: String,
}

/// One shape with its rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    shape: Pattern,
    /// The characters that alone may stand at a place.
    #[serde(default)]
    only: BTreeMap<usize, String>,
    /// Those that never do.
    #[serde(default)]
    never: BTreeMap<usize, String>,
    /// Beginnings that are not given out.
    #[serde(default)]
    never_first: Vec<String>,
    /// Where a day of birth stands.
    born: Option<Born>,
    #[serde(default)]
    checks: Vec<Check>,
}

/// Where day and month of birth stand, two digits each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Born {
    day: usize,
    month: usize,
    /// What may be added to the day, for people of another register.
    #[serde(default)]
    day_may_add: Vec<u32>,
}

/// A sum that shows a slip.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Check {
    /// ISO/IEC 7812-1, annex B, over the digits from one place to another.
    Luhn { from: usize, to: usize },
    /// Each digit times its weight, from the first place on.
    Sum {
        weights: Vec<i32>,
        modulus: i32,
        /// Where the check character stands; nowhere where it is in the sum itself.
        at: Option<usize>,
        is: Is,
        /// What stands for 0, 1, 2 and so on, where the check character is a letter, and what letters in the sum count.
        letters: Option<String>,
    },
    /// All characters up to a place as one number: the check number is the modulus less what is left.
    Number {
        to: usize,
        modulus: u64,
        at: usize,
        /// What is read as other digits.
        #[serde(default)]
        read: BTreeMap<String, String>,
    },
}

/// How the check character comes of what is left when the sum is divided by the modulus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Is {
    /// It is what is left.
    Left,
    /// It is what is missing to the next multiple. Where that has two digits, there is no such number.
    Missing,
    /// The sum holds the check digit, and nothing is left.
    Nothing,
}

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It has no shape of the scheme.
    Shape,
    /// It has the shape, and a character was mistyped.
    Mistyped,
}

/// The scheme of a country for a kind of answer.
pub(super) fn scheme(of: &str, country: &str) -> Option<&'static Scheme> {
    let mut schemes = SCHEMES.iter();
    schemes.find(|scheme| scheme.of == of && scheme.country == country)
}

/// The countries that have a scheme for a kind of answer, with what the number is called in its languages.
pub(super) fn countries(of: &str) -> Vec<(&'static str, String)> {
    let schemes = SCHEMES.iter().filter(|scheme| scheme.of == of);
    let called = |scheme: &Scheme| scheme.called.values().cloned().collect::<Vec<_>>().join(", ");
    schemes
        .map(|scheme| (scheme.country.as_str(), called(scheme)))
        .collect()
}

impl Scheme {
    /// Whether `code`, letters and digits in upper case, is such a number.
    pub(super) fn check(&self, code: &str) -> Result<(), Wrong> {
        let form = self.form(code).ok_or(Wrong::Shape)?;
        if form.is_born(code) && form.checks.iter().all(|check| check.holds(code)) {
            Ok(())
        } else {
            Err(Wrong::Mistyped)
        }
    }

    /// The number as it is written on paper: `AB 12 34 56 C`.
    pub(super) fn written_out(&self, code: &str) -> String {
        let written = self.form(code).and_then(|form| form.shape.written(code));
        written.unwrap_or_else(|| code.to_owned())
    }

    /// The shape that a number has.
    fn form(&self, code: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.fits(code))
    }

    /// How wide the longest of its numbers is.
    pub(super) fn width(&self) -> usize {
        self.example.chars().count()
    }
}

impl Form {
    /// Whether a number has this shape, and nothing that is never given out.
    fn fits(&self, code: &str) -> bool {
        let at = |place: usize| code.chars().nth(place.saturating_sub(1));
        let is_one_of = |place: &usize, these: &str| at(*place).is_some_and(|c| these.contains(c));
        self.shape.written(code).is_some()
            && self.only.iter().all(|(place, these)| is_one_of(place, these))
            && !self.never.iter().any(|(place, these)| is_one_of(place, these))
            && !self.never_first.iter().any(|first| code.starts_with(&**first))
    }

    /// Whether the day of birth can be one. Its year has no century, so that 29 February always can.
    fn is_born(&self, code: &str) -> bool {
        let Some(born) = &self.born else { return true };
        let two = |place: usize| number(code, place, place + 1).and_then(|n| u32::try_from(n).ok());
        let (Some(day), Some(month)) = (two(born.day), two(born.month)) else {
            return false;
        };
        let last = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => return false,
        };
        let mut added = std::iter::once(&0).chain(&born.day_may_add);
        added.any(|added| day.checked_sub(*added).is_some_and(|day| (1..=last).contains(&day)))
    }
}

impl Check {
    /// Whether a number that has the shape keeps to the sum.
    fn holds(&self, code: &str) -> bool {
        match self {
            Self::Luhn { from, to } => luhn(code, *from, *to),
            Self::Sum {
                weights,
                modulus,
                at,
                is,
                letters,
            } => {
                let counts = |c: char| match letters {
                    Some(letters) if c.is_ascii_alphabetic() => letters.chars().position(|letter| letter == c),
                    _ => c.to_digit(10).map(|digit| digit as usize),
                };
                let terms = weights.iter().zip(code.chars());
                // A character that does not count has no weight: the check character itself, in a longer number.
                let sum: i32 = terms
                    .filter(|(weight, _)| **weight != 0)
                    .map(|(weight, c)| weight * counts(c).and_then(|n| i32::try_from(n).ok()).unwrap_or_default())
                    .sum();
                let left = sum.rem_euclid(*modulus);
                let wanted = match is {
                    Is::Nothing => return left == 0 && sum != 0,
                    Is::Left => left,
                    Is::Missing => (modulus - left) % modulus,
                };
                let stands = at
                    .and_then(|at| code.chars().nth(at.saturating_sub(1)))
                    .and_then(counts);
                stands.and_then(|stands| i32::try_from(stands).ok()) == Some(wanted)
            }
            Self::Number { to, modulus, at, read } => {
                let mut digits = code.get(..*to).unwrap_or_default().to_owned();
                for (typed, as_digits) in read {
                    digits = digits.replacen(typed, as_digits, 1);
                }
                let left = digits.parse::<u64>().ok().map(|number| modulus - number % modulus);
                left.is_some() && left == number(code, *at, code.len())
            }
        }
    }
}

/// The digits from one place to another as a number.
fn number(code: &str, from: usize, to: usize) -> Option<u64> {
    code.get(from.checked_sub(1)?..to)?.parse().ok()
}

/// Whether the digits keep to the formula of Luhn: every second from the end counts twice, and a sum of two digits is
/// taken digit by digit.
fn luhn(code: &str, from: usize, to: usize) -> bool {
    let digits = code.get(from.saturating_sub(1)..to).unwrap_or_default();
    let counted = digits.bytes().rev().enumerate().map(|(i, digit)| {
        let digit = u32::from(digit.saturating_sub(b'0'));
        let counted = if i % 2 == 1 { digit * 2 } else { digit };
        counted / 10 + counted % 10
    });
    !digits.is_empty() && counted.sum::<u32>().is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::super::cleaning;
    use super::*;

    #[track_caller]
    fn check(of: &str, country: &str, typed: &str, expected: Result<(), Wrong>) {
        let scheme = scheme(of, country).expect("there is such a scheme");
        assert_eq!(scheme.check(&cleaning::code(typed)), expected, "{country} {typed}");
    }

    #[test]
    fn every_scheme_takes_its_own_example_and_writes_it_out_the_same() {
        assert!(SCHEMES.len() >= 14);
        for scheme in SCHEMES.iter() {
            let code = cleaning::code(&scheme.example);
            assert_eq!(scheme.check(&code), Ok(()), "{} {}", scheme.of, scheme.country);
            assert_eq!(scheme.written_out(&code), scheme.example);
            assert!(["national_id", "organisation_number"].contains(&&*scheme.of));
            assert!(scheme.called.contains_key("en"), "{}", scheme.country);
            assert!(!scheme._source.is_empty(), "{}", scheme.country);
        }
    }

    #[test]
    fn a_country_has_one_scheme_for_each_kind() {
        for of in ["national_id", "organisation_number"] {
            let mut countries: Vec<_> = countries(of).into_iter().map(|(country, _)| country).collect();
            for needed in ["GB", "NO", "CA", "FR", "NL", "SE", "IE"] {
                assert!(countries.contains(&needed), "{of} {needed}");
            }
            let all = countries.len();
            countries.sort_unstable();
            countries.dedup();
            assert_eq!(countries.len(), all);
        }
    }

    /// In every scheme with a sum, no slip of one digit goes unnoticed, where the sum is one that promises it.
    #[test]
    fn a_digit_that_was_mistyped_is_noticed() {
        for scheme in SCHEMES
            .iter()
            .filter(|scheme| scheme.forms.iter().all(|form| !form.checks.is_empty()))
        {
            let code = cleaning::code(&scheme.example);
            for (at, was) in code.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                for digit in ('0'..='9').filter(|digit| *digit != was) {
                    let mut slip = code.clone();
                    slip.replace_range(at..=at, &digit.to_string());
                    // 12 digits in Sweden begin with a century, which no sum covers.
                    assert!(scheme.check(&slip).is_err(), "{} {} {slip}", scheme.of, scheme.country);
                }
            }
        }
    }

    #[test]
    fn numbers_of_each_country_are_told_from_those_that_nobody_has() {
        let id = "national_id";
        for (country, typed, expected) in [
            ("NO", "01019000083", Ok(())),
            ("NO", "711239 99929", Ok(())),
            ("NO", "311239 99936", Err(Wrong::Mistyped)),
            ("NO", "320190 00083", Err(Wrong::Mistyped)),
            ("NO", "0101900008", Err(Wrong::Shape)),
            ("SE", "19900101-9802", Ok(())),
            ("SE", "900161-9809", Ok(())),
            ("SE", "901301-9808", Err(Wrong::Mistyped)),
            ("SE", "39900101-9802", Err(Wrong::Shape)),
            ("CA", "046-454-286", Ok(())),
            ("CA", "046 454 287", Err(Wrong::Mistyped)),
            ("CA", "846 454 286", Err(Wrong::Shape)),
            ("FR", "2 55 08 14 168 025 38", Ok(())),
            ("FR", "1 90 01 2A 004 005 59", Ok(())),
            ("FR", "1 90 01 2B 004 005 86", Ok(())),
            ("FR", "1 90 01 2B 004 005 59", Err(Wrong::Mistyped)),
            ("FR", "1 90 01 2C 004 005 10", Err(Wrong::Shape)),
            ("NL", "111222333", Ok(())),
            ("NL", "111222334", Err(Wrong::Mistyped)),
            ("NL", "000000000", Err(Wrong::Shape)),
            ("IE", "1234567T", Ok(())),
            ("IE", "1234567tw", Ok(())),
            ("IE", "1234567FA", Ok(())),
            ("IE", "1234567FB", Err(Wrong::Mistyped)),
            ("IE", "1234567FZ", Err(Wrong::Shape)),
        ] {
            check(id, country, typed, expected);
        }
        let organisation = "organisation_number";
        for (country, typed, expected) in [
            ("GB", "SC123456", Ok(())),
            ("GB", "R0001234", Ok(())),
            ("GB", "1234567", Err(Wrong::Shape)),
            ("NO", "123 456 785", Err(Wrong::Shape)),
            ("NO", "999 999 998", Err(Wrong::Mistyped)),
            ("SE", "411111-1111", Err(Wrong::Shape)),
            ("FR", "123456783", Err(Wrong::Mistyped)),
            ("CA", "12345 6782 rc 0001", Ok(())),
            ("CA", "12345 6783 RC0001", Err(Wrong::Mistyped)),
            ("NL", "123", Err(Wrong::Shape)),
            ("IE", "12345", Ok(())),
        ] {
            check(organisation, country, typed, expected);
        }
    }
}
