//! One of some options. Several of them are `any_of`; yes and no have a kind of their own.

use super::choice::{MOST_AT_ONCE, MOST_IN_LIST, Offer};
use super::{Control, Kind, KindKeys, Problem, Radios, Reading, Rules, Search, Select, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::definition::Choices;
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "one_of",
    says: "One of some options.",
    takes: Takes::Choices,
    takes_is_needed: true,
    rules: &[],
    type_of: Type::One,
    example: "one_of: { england: England, wales: Wales }",
    build,
};

/// One of some options.
#[derive(Debug)]
struct OneOf {
    offer: Offer,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let offer = Offer::from_rules(rules)?;
    let choices = offer.shown();
    let control = match choices.len() {
        ..=MOST_AT_ONCE => Control::Radios(Radios::main(choices)),
        count if count <= MOST_IN_LIST => Control::Select(Select {
            suffix: "",
            label: None,
            autocomplete: None,
            choices,
        }),
        _ => Control::Search(Search::new(choices, None)),
    };
    Some(Box::new(OneOf {
        offer,
        controls: [control],
    }))
}

impl Kind for OneOf {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-choice")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        if let [Control::Search(search)] = &self.controls
            && let Some(read) = search.read(typed, |choice| !facts.not_offered.contains(&choice.value))
        {
            return read.map_err(|problem| vec![problem]);
        }
        match self.offer.offered(typed.get(""), facts) {
            Some(option) => Ok(Answer::One(option.name.clone())),
            None => Err(vec![Problem::new("wrong", "error-choice-not-offered")]),
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
            Answer::One(name) => vec![self.offer.label(name, words.language)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let first = self.offer.first(facts);
        first.map_or_else(Typed::default, |option| Typed::of(option.name.as_str()))
    }

    fn choices(&self) -> Option<&Choices> {
        Some(&self.offer.choices)
    }

    fn personal(&self) -> bool {
        false
    }
}

/// What was typed for an answer that is one option.
pub(super) fn typed_one(answer: &Answer) -> Typed {
    match answer {
        Answer::One(name) => Typed::of(name.as_str()),
        _ => Typed::default(),
    }
}

/// The value of an answer that is one option.
pub(super) fn one_value(answer: &Answer) -> Option<Value> {
    match answer {
        Answer::One(name) => Some(Value::One(name.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::testing::{TODAY, TestRules, read, refused, told};
    use super::*;
    use crate::id::Name;

    #[test]
    fn an_option_is_taken_by_its_name_and_nothing_else_is() {
        let kind = TestRules::options(["england", "wales"]).kind("one_of");
        assert_eq!(read(&*kind, "wales"), Ok(Answer::One(Name::from("wales"))));
        for wrong in ["Wales", "scotland"] {
            assert_eq!(refused(&*kind, wrong), [("", "wrong", "error-choice-not-offered")]);
        }
    }

    #[test]
    fn an_option_whose_condition_does_not_hold_is_not_taken() {
        let kind = TestRules::options(["england", "wales"]).kind("one_of");
        let facts = Reading {
            today: TODAY,
            bounds: &BTreeMap::new(),
            not_offered: &[Name::from("england")],
        };
        assert_eq!(
            told(kind.read(&Typed::of("england"), &facts)),
            [("", "wrong", "error-choice-not-offered")]
        );
        assert_eq!(kind.example(&facts), Typed::of("wales"));
    }

    #[test]
    fn up_to_twelve_options_are_seen_at_once() {
        let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"];
        let control = |n: usize| {
            let kind = TestRules::options(names[..n].iter().copied()).kind("one_of");
            matches!(kind.controls(0), [Control::Radios(_)])
        };
        assert!(control(12));
        assert!(!control(13));
    }

    #[test]
    fn more_than_twenty_options_are_found_by_typing() {
        let names: Vec<String> = (b'a'..=b'u').map(|c| format!("tree_{}", char::from(c))).collect();
        let kind = |n: usize| TestRules::options(names[..n].iter().map(String::as_str)).kind("one_of");
        assert!(matches!(kind(20).controls(0), [Control::Select(_)]));
        let kind = kind(21);
        assert!(matches!(kind.controls(0), [Control::Search(_)]));
        let typed = |text: &str| Typed::fields([("text", text)]);
        let facts = |not_offered| Reading {
            today: TODAY,
            bounds: const { &BTreeMap::new() },
            not_offered,
        };
        let answer = Answer::One(Name::from("tree_c"));
        assert_eq!(kind.read(&typed("Tree C"), &facts(&[])), Ok(answer.clone()));
        assert_eq!(kind.read(&kind.typed(&answer), &facts(&[])), Ok(answer));
        assert_eq!(
            told(kind.read(&typed("Tree C"), &facts(&[Name::from("tree_c")]))),
            [("", "wrong", "error-list-nothing-found")]
        );
    }

    #[test]
    fn options_are_needed() {
        assert_eq!(TestRules::default().problems("one_of").len(), 1);
    }
}
