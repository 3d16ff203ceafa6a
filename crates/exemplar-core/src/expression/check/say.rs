//! The words of mistakes, and names that look alike.

use std::ops::Range;

use super::Mistake;
use crate::expression::Type;
use crate::expression::grammar::Raw;
use crate::expression::tree::Sign;
use crate::id::Name;

/// The first names, as they stand in advice.
pub(super) fn joined(names: &[Name]) -> String {
    let shown: Vec<&str> = names.iter().take(12).map(Name::as_str).collect();
    shown.join(", ")
}

/// How many candidates are looked at: advice must not cost more than the check.
const CANDIDATES: usize = 500;

/// The candidate that is most like `word`, where one is like it at all.
pub(crate) fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    candidates
        .take(CANDIDATES)
        .map(|candidate| (likeness(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}

/// From 0 to 1. Two letters that changed places say more than how two words begin, by which the measure for names goes;
/// so does one letter of a word that is not short.
fn likeness(word: &str, candidate: &str) -> f64 {
    let by_beginning = strsim::jaro_winkler(word, candidate);
    if word.len().abs_diff(candidate.len()) > 1 || strsim::damerau_levenshtein(word, candidate) != 1 {
        return by_beginning;
    }
    let letters = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    if letters(word) == letters(candidate) {
        by_beginning.max(0.97)
    } else if word.chars().count() >= 5 {
        by_beginning.max(0.9)
    } else {
        by_beginning
    }
}

pub(super) fn not_a(wanted: &str, found: Type, raw: &Raw) -> Mistake {
    Mistake::new(
        "wrong_type",
        raw.start..raw.end,
        format!("This is {}, and {wanted} is needed.", found.in_words()),
        "Use a question or fact of that type.".into(),
    )
}

pub(super) fn cannot_compare(a: Type, b: Type, equality: bool, at: Range<usize>) -> Mistake {
    let advice = if a == Type::Many || b == Type::Many {
        "To test for one option of several, write OPTION in NAME."
    } else if !equality && a == b {
        "Only numbers, amounts, dates and times are more or less than others."
    } else {
        "Compare values of one type."
    };
    Mistake::new(
        "cannot_compare",
        at,
        format!("{} cannot be compared so with {}.", capital(a.in_words()), b.in_words()),
        advice.into(),
    )
}

pub(super) fn cannot_count(sign: Sign, a: Type, b: Type, raw: &Raw) -> Mistake {
    let what = match sign {
        Sign::Plus => "added to",
        Sign::Minus => "taken away from each other:",
        Sign::Times => "multiplied with",
        Sign::Over => "divided by",
    };
    Mistake::new(
        "cannot_count",
        raw.start..raw.end,
        format!("{} cannot be {what} {}.", capital(a.in_words()), b.in_words()),
        "Numbers go with numbers, amounts with amounts; dates move by lengths of time.".into(),
    )
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
