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
        autocomplete: Some("country-name"),
        example: "FR",
    };
    Some(Listed::build(&which, rules))
}

#[cfg(test)]
mod tests {
    use super::super::Control;
    use super::super::testing::{TestRules, read, read_fields, refused, told};
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
    fn a_country_is_found_by_what_people_call_it() {
        let kind = TestRules::default().kind("country");
        for (typed, code) in [
            ("uk", "GB"),
            ("Holland", "NL"),
            ("Ffrainc", "FR"),
            ("cote d'ivoire", "CI"),
        ] {
            assert_eq!(
                read_fields(&*kind, &[("text", typed)]),
                Ok(Answer::One(Name::from(code))),
                "{typed}"
            );
        }
        assert_eq!(
            told(read_fields(&*kind, &[("text", "Atlantis")])),
            [("", "wrong", "error-list-nothing-found")]
        );
    }

    #[test]
    fn each_language_has_its_list() {
        let kind = TestRules::default().kind("country");
        let first = |language| match kind.controls(language) {
            [Control::Search(search)] => search.choices.iter().map(|c| c.value.clone()).collect(),
            _ => Vec::new(),
        };
        assert_eq!(first(0).len(), 250);
        assert_ne!(first(0), first(1));
        assert_eq!(first(0), first(7));
    }
}
