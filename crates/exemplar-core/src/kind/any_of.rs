//! Any of some options. One of them is `one_of`.

use super::choice::Offer;
use super::{Boxes, Control, Kind, KindKeys, Param, Problem, Reading, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::definition::{Choices, Option_};
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "any_of",
    says: "Any of some options, at least one of them. An option can stand alone, such as none of these.",
    takes: Takes::Choices,
    takes_is_needed: true,
    rules: &[],
    type_of: Type::Many,
    example: "any_of: { british: British, none_of_these: { label: None of these, alone: yes } }",
    build,
};

/// Any of some options.
#[derive(Debug)]
struct AnyOf {
    offer: Offer,
    rules: &'static [&'static str],
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let offer = Offer::from_rules(rules)?;
    let has_alone = offer.choices.0.iter().any(|option| option.alone);
    Some(Box::new(AnyOf {
        controls: [Control::Boxes(Boxes { choices: offer.shown() })],
        rules: if has_alone {
            &["empty", "wrong", "alone"]
        } else {
            &["empty", "wrong"]
        },
        offer,
    }))
}

impl AnyOf {
    /// The options that were ticked, in the order of the definition; none where one of them is not offered.
    fn ticked(&self, typed: &Typed, facts: &Reading<'_>) -> Option<Vec<&Option_>> {
        let values = typed.all("").iter().filter(|value| !value.is_empty());
        // A browser sends each option once at most. More is made up, and would be looked up for nothing.
        if values.clone().count() > self.offer.choices.0.len() {
            return None;
        }
        for value in values.clone() {
            self.offer.offered(value, facts)?;
        }
        let options = self.offer.choices.0.iter();
        let is_ticked = |option: &&Option_| values.clone().any(|value| value == option.name.as_str());
        Some(options.filter(is_ticked).collect())
    }
}

impl Kind for AnyOf {
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
        let Some(ticked) = self.ticked(typed, facts) else {
            return Err(vec![Problem::new("wrong", "error-choice-not-offered")]);
        };
        let alone = ticked.iter().find(|option| option.alone);
        match (ticked.len(), alone) {
            (0, _) => Err(vec![self.when_empty()]),
            (2.., Some(alone)) => {
                let problem = Problem::new("alone", "error-choice-alone");
                Err(vec![problem.with("option", Param::Words(alone.label.clone()))])
            }
            _ => {
                let names = ticked.iter().map(|option| option.name.clone());
                Ok(Answer::Many(names.collect()))
            }
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let Answer::Many(names) = answer else {
            return Typed::default();
        };
        let values = names.iter().map(|name| name.as_str().to_owned()).collect();
        Typed([(String::new(), values)].into())
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Many(names) => Some(Value::Many(names.clone())),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Many(names) = answer else {
            return Vec::new();
        };
        let label = |name| self.offer.label(name, words.language);
        names.iter().map(label).collect()
    }

    fn rules(&self) -> &[&'static str] {
        self.rules
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

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_within, told};
    use super::*;
    use crate::id::Name;

    fn read_all(kind: &dyn Kind, values: &[&str]) -> Result<Answer, Vec<Problem>> {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        read_within(kind, &Typed([(String::new(), values)].into()), &[])
    }

    fn many(names: &[&str]) -> Result<Answer, Vec<Problem>> {
        Ok(Answer::Many(names.iter().map(|name| Name::from(*name)).collect()))
    }

    #[test]
    fn ticks_are_kept_once_and_in_the_order_of_the_definition() {
        let kind = TestRules::options(["a", "b", "c"]).kind("any_of");
        assert_eq!(read_all(&*kind, &["c", "a"]), many(&["a", "c"]));
        assert_eq!(read_all(&*kind, &["", "b", "b"]), many(&["b"]));
        let answer = Answer::Many(vec![Name::from("a"), Name::from("c")]);
        assert_eq!(kind.read(&kind.typed(&answer), &no_facts()), Ok(answer));
    }

    fn no_facts() -> Reading<'static> {
        static NONE: std::collections::BTreeMap<&str, Value> = std::collections::BTreeMap::new();
        Reading {
            today: super::super::testing::TODAY,
            bounds: &NONE,
            not_offered: &[],
        }
    }

    #[test]
    fn none_of_these_stands_alone() {
        let kind = TestRules::options(["a", "b", "none!"]).kind("any_of");
        assert_eq!(read_all(&*kind, &["none"]), many(&["none"]));
        assert_eq!(
            told(read_all(&*kind, &["none", "a"])),
            [("", "alone", "error-choice-alone")]
        );
    }

    #[test]
    fn what_is_not_offered_is_not_taken() {
        let kind = TestRules::options(["a", "b"]).kind("any_of");
        for wrong in [&["d"][..], &["a", "a", "a"], &["a", "d"]] {
            assert_eq!(
                told(read_all(&*kind, wrong)),
                [("", "wrong", "error-choice-not-offered")]
            );
        }
        assert_eq!(told(read_all(&*kind, &[""])), [("", "empty", "error-empty-choice")]);
    }
}
