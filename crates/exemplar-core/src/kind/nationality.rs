//! A nationality, chosen from the world's. The nationalities themselves are in [`super::world`].

use super::listed::{Listed, Which};
use super::world;
use super::{Kind, KindKeys, Rules, Takes};
use crate::expression::Type;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "nationality",
    says: "A nationality. Its value is the code of the country by ISO 3166-1, such as `FR`; `XXA` for stateless.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::One,
    example: "nationality:",
    build,
};

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let which = Which {
        keys: &KEYS,
        world: &world::NATIONALITIES,
        not_in_list: "error-nationality-not-in-list",
        autocomplete: None,
        example: "FR",
    };
    Some(Listed::build(&which, rules))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use crate::answer::Answer;
    use crate::id::Name;

    #[test]
    fn a_nationality_is_kept_as_the_code_of_its_country() {
        let kind = TestRules::default().kind("nationality");
        for typed in ["FR", "fr", "French"] {
            assert_eq!(read(&*kind, typed), Ok(Answer::One(Name::from("FR"))), "{typed}");
        }
        assert_eq!(
            refused(&*kind, "Atlantean"),
            [("", "wrong", "error-nationality-not-in-list")]
        );
    }
}
