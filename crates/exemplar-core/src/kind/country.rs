//! A country, chosen from the world's. The countries themselves are in [`super::world`].

use super::listed::{Listed, Which};
use super::world;
use super::{Kind, KindKeys, Rules, Takes};
use crate::expression::Type;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "country",
    says: "A country of the world. Its value is the code of ISO 3166-1, such as `FR`.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::One,
    example: "country:",
    build,
};

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let which = Which {
        keys: &KEYS,
        world: &world::COUNTRIES,
        not_in_list: "error-country-not-in-list",
        autocomplete: Some("country"),
        example: "FR",
    };
    Some(Listed::build(&which, rules))
}

#[cfg(test)]
mod tests {
    use super::super::Control;
    use super::super::testing::{TestRules, read, refused};
    use crate::answer::Answer;
    use crate::id::Name;

    #[test]
    fn a_country_is_kept_as_its_code() {
        let kind = TestRules::default().kind("country");
        for typed in ["FR", "fr", "France"] {
            assert_eq!(read(&*kind, typed), Ok(Answer::One(Name::from("FR"))));
        }
        assert_eq!(
            refused(&*kind, "Atlantis"),
            [("", "wrong", "error-country-not-in-list")]
        );
    }

    #[test]
    fn each_language_has_its_list() {
        let kind = TestRules::default().kind("country");
        let first = |language| match kind.controls(language) {
            [Control::Select(select)] => select.choices.iter().map(|c| c.value.clone()).collect(),
            _ => Vec::new(),
        };
        assert_eq!(first(0).len(), 250);
        assert_ne!(first(0), first(1));
        assert_eq!(first(0), first(7));
    }
}
