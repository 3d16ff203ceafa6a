//! Numbers as they are written in the languages that the platform speaks.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Words;

impl Words {
    /// A count: 1,250.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        grouped(&count.to_string())
    }

    /// A ratio as a percentage with one place: 0.8234 is 82.3%.
    #[must_use]
    pub fn percent(&self, ratio: Decimal) -> String {
        format!("{:.1}%", rounded(ratio * Decimal::from(100)))
    }

    /// A number with one place: 4.5.
    #[must_use]
    pub fn decimal(&self, number: Decimal) -> String {
        format!("{:.1}", rounded(number))
    }
}

/// A half goes away from nought, as people learn it.
fn rounded(number: Decimal) -> Decimal {
    number.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero)
}

/// Digits in threes.
pub(super) fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::super::AllWords;
    use super::*;
    use exemplar_core::id::Language;

    #[test]
    fn numbers_are_written_for_people() {
        let all = AllWords::built_in();
        let words = all.of(&Language::from("en"));
        assert_eq!(
            (words.count(0), words.count(1_250_000)),
            ("0".to_owned(), "1,250,000".to_owned())
        );
        assert_eq!(words.percent(Decimal::new(82_345, 5)), "82.3%");
        assert_eq!(words.percent(Decimal::new(5, 4)), "0.1%");
        assert_eq!(words.percent(Decimal::ONE), "100.0%");
    }
}
