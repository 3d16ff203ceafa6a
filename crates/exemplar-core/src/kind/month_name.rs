//! Months as people type them: a number, or a name in any language of the platform. Days and years are not here.

use std::sync::LazyLock;

use super::cleaning::bare;
use crate::language::Conventions;

/// The names of each month, January first, in every language, without accents and case.
static NAMES: LazyLock<[Vec<String>; 12]> = LazyLock::new(|| {
    std::array::from_fn(|month| {
        let names = Conventions::all().flat_map(|own| &own.months[month]);
        names.map(|name| bare(name)).collect()
    })
});

/// The fewest letters that stand for a month.
const FEWEST_LETTERS: usize = 3;

/// The month that was typed, as a number that need not be one of twelve.
pub(super) fn month(typed: &str) -> Option<i16> {
    if let Ok(number) = typed.parse() {
        return Some(number);
    }
    let name = bare(typed.trim_end_matches('.'));
    let is_long = name.chars().count() >= FEWEST_LETTERS;
    let place = only(|known| known == name).or_else(|| only(|known| is_long && known.starts_with(&name)))?;
    i16::try_from(place + 1).ok()
}

/// The one month of which a name fits. Letters that begin two months in different languages say neither.
fn only(fits: impl Fn(&str) -> bool) -> Option<usize> {
    let mut months = (0..NAMES.len()).filter(|month| NAMES[*month].iter().any(|name| fits(name)));
    let first = months.next()?;
    months.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_number_or_a_name_in_any_language() {
        for (typed, number) in [
            ("3", Some(3)),
            ("03", Some(3)),
            ("March", Some(3)),
            ("mar.", Some(3)),
            ("mawrth", Some(3)),
            ("Sept", Some(9)),
            ("Medi", Some(9)),
            ("مارس", Some(3)),
            ("ابريل", Some(4)),
            ("أبريل", Some(4)),
            ("آب", Some(8)),
            ("كان", None),
            ("كانون الأول", Some(12)),
            ("13", Some(13)),
            ("ma", None),
            ("Smarch", None),
            ("", None),
        ] {
            assert_eq!(month(typed), number, "{typed}");
        }
    }

    #[test]
    fn every_name_stands_for_its_month() {
        for (place, names) in NAMES.iter().enumerate() {
            for name in names {
                assert_eq!(month(name), i16::try_from(place + 1).ok(), "{name}");
            }
        }
    }
}
