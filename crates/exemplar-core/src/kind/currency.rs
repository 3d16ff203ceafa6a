//! A currency, chosen from the world's. The currencies themselves are in [`super::world`].

use super::listed::{Listed, Which};
use super::world;
use super::{Kind, KindKeys, Rules, Takes};
use crate::expression::Type;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "currency",
    says: "A currency of the world. Its value is the code of ISO 4217, such as `EUR`.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::One,
    example: "currency:",
    build,
};

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let which = Which {
        keys: &KEYS,
        world: &world::CURRENCIES,
        not_in_list: "error-currency-not-in-list",
        autocomplete: None,
        example: "EUR",
    };
    Some(Listed::build(&which, rules))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use crate::answer::Answer;
    use crate::id::Name;

    #[test]
    fn a_currency_is_kept_as_its_code() {
        let kind = TestRules::default().kind("currency");
        for typed in ["EUR", "eur", "Euro"] {
            assert_eq!(read(&*kind, typed), Ok(Answer::One(Name::from("EUR"))), "{typed}");
        }
        assert_eq!(refused(&*kind, "Ducat"), [("", "wrong", "error-currency-not-in-list")]);
    }
}
