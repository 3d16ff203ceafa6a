//! Yes or no. Other words for the two are `one_of`.

use std::sync::Arc;

use super::{ChoiceOf, Control, Kind, KindKeys, Label, Problem, Radios, Reading, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "yes_no",
    says: "Yes or no.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Yes,
    example: "yes_no:",
    build,
};

/// Yes or no.
#[derive(Debug)]
struct YesNo {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let choices = Arc::from([
        ChoiceOf::new("yes", Label::Word("apply-yes")),
        ChoiceOf::new("no", Label::Word("apply-no")),
    ]);
    Some(Box::new(YesNo {
        controls: [Control::Radios(Radios {
            inline: true,
            ..Radios::main(choices)
        })],
    }))
}

impl Kind for YesNo {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-yes-no")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        match typed.get("") {
            "yes" => Ok(Answer::Yes(true)),
            "no" => Ok(Answer::Yes(false)),
            _ => Err(vec![Problem::new("wrong", "error-empty-yes-no")]),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        match answer {
            Answer::Yes(yes) => Typed::of(if *yes { "yes" } else { "no" }),
            _ => Typed::default(),
        }
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Yes(yes) => Some(Value::Yes(*yes)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Yes(true) => vec![(words.word)("apply-yes")],
            Answer::Yes(false) => vec![(words.word)("apply-no")],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of("yes")
    }

    fn personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn yes_is_yes_and_no_is_no() {
        let kind = TestRules::default().kind("yes_no");
        assert_eq!(read(&*kind, "yes"), Ok(Answer::Yes(true)));
        assert_eq!(read(&*kind, "no"), Ok(Answer::Yes(false)));
        assert_eq!(kind.value(&Answer::Yes(false)), Some(Value::Yes(false)));
    }

    #[test]
    fn anything_else_is_neither() {
        let kind = TestRules::default().kind("yes_no");
        assert_eq!(refused(&*kind, "maybe"), [("", "wrong", "error-empty-yes-no")]);
    }

    #[test]
    fn it_has_no_rules() {
        assert_eq!(TestRules::of(&[("to", "1")]).problems("yes_no").len(), 1);
    }
}
