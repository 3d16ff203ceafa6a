//! Months as people type them: a number, or a name in English or Welsh. Days and years are not here.

/// The names of the months, January first. Source of the Welsh names: Unicode CLDR.
const NAMES: [[&str; 2]; 12] = [
    ["january", "ionawr"],
    ["february", "chwefror"],
    ["march", "mawrth"],
    ["april", "ebrill"],
    ["may", "mai"],
    ["june", "mehefin"],
    ["july", "gorffennaf"],
    ["august", "awst"],
    ["september", "medi"],
    ["october", "hydref"],
    ["november", "tachwedd"],
    ["december", "rhagfyr"],
];

/// The fewest letters that tell the months of both languages apart.
const FEWEST_LETTERS: usize = 3;

/// The month that was typed, as a number that need not be one of twelve.
pub(super) fn month(typed: &str) -> Option<i16> {
    if let Ok(number) = typed.parse() {
        return Some(number);
    }
    let name = typed.trim_end_matches('.').to_lowercase();
    if name.len() < FEWEST_LETTERS {
        return None;
    }
    let place = NAMES
        .iter()
        .position(|names| names.iter().any(|known| known.starts_with(name.as_str())))?;
    i16::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_a_number_or_a_name_in_either_language() {
        for (typed, number) in [
            ("3", Some(3)),
            ("03", Some(3)),
            ("March", Some(3)),
            ("mar.", Some(3)),
            ("mawrth", Some(3)),
            ("Sept", Some(9)),
            ("Medi", Some(9)),
            ("13", Some(13)),
            ("ma", None),
            ("Smarch", None),
            ("", None),
        ] {
            assert_eq!(month(typed), number, "{typed}");
        }
    }

    #[test]
    fn the_fewest_letters_never_stand_for_two_months() {
        let all: Vec<&str> = NAMES.iter().flatten().copied().collect();
        for name in &all {
            let start = &name[..FEWEST_LETTERS];
            let months: std::collections::BTreeSet<_> = all
                .iter()
                .filter(|other| other.starts_with(start))
                .map(|other| month(other))
                .collect();
            assert_eq!(months.len(), 1, "{start}");
        }
    }
}
