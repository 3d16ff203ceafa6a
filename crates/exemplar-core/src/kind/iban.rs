//! International bank account numbers: their lengths by country, from `data/ibans.csv`, and the sum that shows a slip.
//! Accounts of one country's own form are not here. Source: ISO 13616-1.

use std::sync::LazyLock;

use super::identifier::Wrong;

/// The modulus of the check digits.
const MODULUS: u32 = 97;

/// The most of a country's number that stands together when it is written out.
const GROUP: usize = 4;

/// The countries that have such numbers, each with how long they are.
static LENGTHS: LazyLock<Vec<(&'static str, usize)>> = LazyLock::new(|| {
    let rows = include_str!("../../data/ibans.csv").lines().skip(1);
    let read = |row: &'static str| {
        let (country, length) = row.split_once(',')?;
        Some((country, length.parse().ok()?))
    };
    rows.filter_map(read).collect()
});

/// The countries, by code.
pub(super) fn countries() -> impl Iterator<Item = &'static str> {
    LENGTHS.iter().map(|(country, _)| *country)
}

/// How long the numbers of a country are.
fn length(country: &str) -> Option<usize> {
    let found = LENGTHS.iter().find(|(known, _)| *known == country);
    found.map(|(_, length)| *length)
}

/// Whether `code`, letters and digits in upper case, is such a number.
pub(super) fn check(code: &str) -> Result<(), Wrong> {
    let country = code.get(..2).ok_or(Wrong::Shape)?;
    let has_digits = code
        .get(2..4)
        .is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let is_plain = code.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_plain || !has_digits || length(country) != Some(code.len()) {
        return Err(Wrong::Shape);
    }
    match left(code) {
        Some(1) => Ok(()),
        _ => Err(Wrong::Mistyped),
    }
}

/// What is left when the number, with its first four characters last and its letters as numbers from 10, is divided.
fn left(code: &str) -> Option<u32> {
    let (first, rest) = code.split_at_checked(GROUP)?;
    rest.chars().chain(first.chars()).try_fold(0, |left, c| {
        let value = c.to_digit(36)?;
        let shift = if value < 10 { 10 } else { 100 };
        Some((left * shift + value) % MODULUS)
    })
}

/// In groups of four, as it is written on paper.
pub(super) fn written_out(code: &str) -> String {
    let characters: Vec<char> = code.chars().collect();
    let groups = characters.chunks(GROUP).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// A number of that country that keeps the sum and is nobody's: no bank has noughts alone for its number.
pub(super) fn example(country: &str) -> String {
    let length = length(country).unwrap_or(GROUP);
    let noughts = "0".repeat(length.saturating_sub(GROUP));
    let sum = left(&format!("{country}00{noughts}")).unwrap_or_default();
    format!("{country}{:02}{noughts}", MODULUS + 1 - sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_has_a_length_and_an_example() {
        assert_eq!(LENGTHS.len(), include_str!("../../data/ibans.csv").lines().count() - 1);
        assert!(LENGTHS.is_sorted());
        for country in countries() {
            assert_eq!(check(&example(country)), Ok(()), "{country}");
        }
    }

    #[test]
    fn numbers_are_told_from_slips() {
        // From the examples of the standard's register.
        for right in [
            "GB29NWBK60161331926819",
            "NO9386011117947",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
        ] {
            assert_eq!(check(right), Ok(()), "{right}");
        }
        for (typed, wrong) in [
            ("GB29NWBK60161331926818", Wrong::Mistyped),
            ("GB29NWBK6016133192681", Wrong::Shape),
            ("ZZ29NWBK60161331926819", Wrong::Shape),
            ("GBA9NWBK60161331926819", Wrong::Shape),
            ("É", Wrong::Shape),
            ("", Wrong::Shape),
        ] {
            assert_eq!(check(typed), Err(wrong), "{typed}");
        }
        assert_eq!(written_out("NO9386011117947"), "NO93 8601 1117 947");
    }
}
