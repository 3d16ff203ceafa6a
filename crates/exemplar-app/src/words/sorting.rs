//! The order of names in each language, by Unicode's CLDR: Åland stands by A in English and after Z in Swedish.

use std::cmp::Ordering;

use exemplar_core::language::Conventions;
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::Words;

/// What puts names in one language's order.
pub(super) struct Order(CollatorBorrowed<'static>);

impl Order {
    pub(super) fn of(conventions: &Conventions) -> Self {
        let locale: Locale = conventions.locale.parse().unwrap_or(Locale::UNKNOWN);
        let collator = Collator::try_new(locale.into(), CollatorOptions::default());
        Self(collator.expect("the language data is built in"))
    }
}

impl Words {
    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.order.0.compare(one, other)
    }

    /// Puts things in the order of their names; those of one name stay as they were.
    pub fn sort<T>(&self, things: &mut [T], name: impl Fn(&T) -> &str) {
        things.sort_by(|one, other| self.compare(name(one), name(other)));
    }
}

#[cfg(test)]
mod tests {
    use super::super::AllWords;
    use exemplar_core::id::Language;

    #[track_caller]
    fn check(language: &str, sorted: &[&str]) {
        let all = AllWords::built_in();
        let mut names = sorted.to_vec();
        names.reverse();
        all.of(&Language::from(language)).sort(&mut names, |name| name);
        assert_eq!(names, sorted);
    }

    #[test]
    fn names_stand_in_the_order_of_the_language() {
        check("en", &["Åland", "Albania", "zebra"]);
        // Welsh counts ch, dd, ff, ng, ll, ph, rh and th as letters of their own.
        check("cy", &["cadw", "cyngor", "chwarae", "dinas", "ddoe", "lôn", "llan"]);
        check("ar", &["أحمد", "بسام", "تامر"]);
    }
}
