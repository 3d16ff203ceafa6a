//! Numbers as they are written in the languages that the platform speaks. The conventions themselves are core's.

use exemplar_core::language::Conventions;
use fluent_bundle::FluentValue;
use fluent_bundle::memoizer::MemoizerKind;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use rust_decimal::Decimal;
use unic_langid::LanguageIdentifier;

use super::Words;

impl Words {
    /// A number with as many places as it has: 1,250.5.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        self.conventions.number(number)
    }

    /// A count: 1,250.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.conventions.number(count.into())
    }

    /// A ratio as a percentage with one place: 0.8234 is 82.3%.
    #[must_use]
    pub fn percent(&self, ratio: Decimal) -> String {
        let number = ratio * Decimal::ONE_HUNDRED;
        self.conventions.percent_of(&self.conventions.number_with(number, 1))
    }

    /// A number with one place: 4.5.
    #[must_use]
    pub fn decimal(&self, number: Decimal) -> String {
        self.conventions.number_with(number, 1)
    }

    /// An amount as it is written: £154, £1,250.50.
    #[must_use]
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        self.conventions.money(amount, currency)
    }
}

/// Writes the numbers in words of Fluent, which has no digits but those of English.
pub(super) fn in_own_digits(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain: Decimal = number.as_string().parse().ok()?;
    let written = languages.with_try_get_threadsafe::<Own, _, _>((), |own| own.0.number(plain));
    written.ok()
}

/// The conventions of a bundle's language.
struct Own(&'static Conventions);

impl Memoizable for Own {
    type Args = ();
    type Error = std::convert::Infallible;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, Self::Error> {
        Ok(Self(Conventions::of(&language.to_string())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AllWords, Value};
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

    #[test]
    fn counts_in_words_have_the_digits_and_the_plural_of_the_language() {
        let all = AllWords::built_in();
        let days = |language: &str, n| {
            let words = all.of(&Language::from(language));
            words
                .with("dates-days", &[("n", Value::Count(n))])
                .replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(days("en", 1_250), "1,250 days");
        assert_eq!(days("cy", 2), "2 ddiwrnod");
        let arabic: Vec<String> = [1, 2, 3, 11, 100].map(|n| days("ar", n)).into();
        assert_eq!(arabic, ["يوم واحد", "يومان", "3 أيام", "11 يومًا", "100 يوم"]);
    }
}
