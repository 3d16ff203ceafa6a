//! A person or an organisation, whichever it is, with the name of either. All boxes are on the page: it works without
//! scripts, and the names of the other are left out. A person's name alone is `name`.

use std::sync::Arc;

use super::field::{Field, Fields, filled, typed_fields};
use super::name::words;
use super::{
    ChoiceOf, Control, Kind, KindKeys, Label, Line, Problem, Radios, Reading, Rules, SearchTerm, Showing, Takes, Typed,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The suffix of the choice, and what it can be.
const IS: &str = "is";
/// A human being.
const PERSON: &str = "person";
/// Anything else that has a name.
const ORGANISATION: &str = "organisation";

/// The names of a person.
const OF_PERSON: [Field; 2] = [
    Field {
        suffix: "first",
        label: "kinds-party-first",
        autocomplete: None,
        when_empty: Some("error-party-first-empty"),
        at_most: 100,
        when_too_long: "error-party-first-too-long",
    },
    Field {
        suffix: "last",
        label: "kinds-party-last",
        autocomplete: None,
        when_empty: Some("error-party-last-empty"),
        at_most: 100,
        when_too_long: "error-party-last-too-long",
    },
];

/// The name of an organisation.
const OF_ORGANISATION: [Field; 1] = [Field {
    suffix: "name",
    label: "kinds-party-name",
    autocomplete: None,
    when_empty: Some("error-party-name-empty"),
    at_most: 200,
    when_too_long: "error-party-name-too-long",
}];

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "party",
    says: "A person or an organisation, with the name of whichever it is.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Text,
    example: "party:",
    build,
};

/// A person or an organisation.
#[derive(Debug)]
struct Party {
    controls: Vec<Control>,
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let choices = Arc::from([
        ChoiceOf::new(PERSON, Label::Word("kinds-party-person")),
        ChoiceOf::new(ORGANISATION, Label::Word("kinds-party-organisation")),
    ]);
    let is = Radios::field(IS.into(), Some(Label::Word("kinds-party-is")), choices);
    let lines = OF_PERSON.iter().chain(&OF_ORGANISATION);
    let lines = lines.map(|field| Control::Line(Line::field(field.suffix, field.label)));
    Some(Box::new(Party {
        controls: std::iter::once(Control::Radios(is)).chain(lines).collect(),
    }))
}

/// The name, whoever's it is.
fn name(answer: &Answer) -> Option<String> {
    let suffixes = OF_PERSON.iter().chain(&OF_ORGANISATION).map(|field| field.suffix);
    let parts = filled(answer, suffixes);
    (!parts.is_empty()).then(|| parts.join(" "))
}

impl Kind for Party {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-party-is-empty").at(IS)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let (is, names): (&str, &[Field]) = match typed.get(IS) {
            PERSON => (PERSON, &OF_PERSON),
            ORGANISATION => (ORGANISATION, &OF_ORGANISATION),
            "" => return Err(vec![self.when_empty()]),
            _ => return Err(vec![Problem::new("wrong", "error-party-is-empty").at(IS)]),
        };
        let mut fields = Fields::default();
        fields.add(IS, Ok(Some(is.to_owned())));
        for field in names {
            fields.add(field.suffix, field.read(typed));
        }
        fields.finish()
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        name(answer).map(Value::Text)
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let is = match filled(answer, std::iter::once(IS)).first() {
            Some(&PERSON) => Some((words.word)("kinds-party-person")),
            Some(&ORGANISATION) => Some((words.word)("kinds-party-organisation")),
            _ => None,
        };
        name(answer).into_iter().chain(is).collect()
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::fields([(IS, PERSON), ("first", "Amina"), ("last", "Clarke")])
    }

    /// Whole words of the name, as for a person.
    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        let words = name(answer).map_or_else(Vec::new, |name| words(&name));
        let mut terms: Vec<SearchTerm> = words
            .into_iter()
            .map(|value| SearchTerm { kind: "name", value })
            .collect();
        terms.sort();
        terms.dedup();
        terms
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    #[test]
    fn the_choice_says_which_name_is_kept() {
        let kind = TestRules::default().kind("party");
        let all = [("first", "Amina"), ("last", "Clarke"), ("name", "Mill Road Bakery")];
        let with = |is| read_fields(&*kind, &[&[(IS, is)][..], &all].concat()).expect("it is right");
        let text = |name: &str| Some(Value::Text(name.to_owned()));
        assert_eq!(kind.value(&with(PERSON)), text("Amina Clarke"));
        assert_eq!(kind.value(&with(ORGANISATION)), text("Mill Road Bakery"));
        let terms: Vec<String> = kind
            .search_terms(&with(ORGANISATION))
            .into_iter()
            .map(|t| t.value)
            .collect();
        assert_eq!(terms, ["bakery", "mill", "road"]);
    }

    #[test]
    fn what_is_missing_is_said_of_the_one_that_was_chosen() {
        let kind = TestRules::default().kind("party");
        assert_eq!(
            told(read_fields(&*kind, &[("name", "Mill Road Bakery")])),
            [("is", "empty", "error-party-is-empty")]
        );
        assert_eq!(
            told(read_fields(&*kind, &[(IS, PERSON), ("name", "Mill Road Bakery")])),
            [
                ("first", "empty", "error-party-first-empty"),
                ("last", "empty", "error-party-last-empty"),
            ]
        );
        assert_eq!(
            told(read_fields(&*kind, &[(IS, ORGANISATION)])),
            [("name", "empty", "error-party-name-empty")]
        );
        assert_eq!(
            told(read_fields(&*kind, &[(IS, "robot")])),
            [("is", "wrong", "error-party-is-empty")]
        );
    }
}
