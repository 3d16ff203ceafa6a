//! A country, chosen from the world's. The countries themselves are in [`super::world`].

use super::one_of::{one_value, typed_one};
use super::world;
use super::{Control, Kind, KindKeys, Problem, Reading, Rules, Select, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

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

/// A country.
#[derive(Debug)]
struct CountryKind {
    /// One list for each language of the definition: the order differs.
    controls: Vec<[Control; 1]>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let controls = world::choices(rules.languages())
        .into_iter()
        .map(|choices| {
            [Control::Select(Select {
                suffix: "",
                label: None,
                autocomplete: Some("country"),
                choices,
            })]
        })
        .collect();
    Some(Box::new(CountryKind { controls }))
}

impl Kind for CountryKind {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, language: usize) -> &[Control] {
        let controls = self.controls.get(language).or(self.controls.first());
        controls.map_or(&[], |controls| controls)
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-choice")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        match world::find(typed.get("")) {
            Some(country) => Ok(Answer::One(country.answer())),
            None => Err(vec![Problem::new("wrong", "error-country-not-in-list")]),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_one(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        one_value(answer)
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::One(code) => vec![world::name(code.as_str(), words.tag)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of("FR")
    }

    fn personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;
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
