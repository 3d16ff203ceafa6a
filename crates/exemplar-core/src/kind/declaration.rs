//! Words to agree with by a tick. A question of yes or no is `yes_no`.

use super::{Control, Kind, KindKeys, Problem, Reading, RuleProblem, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "declaration",
    says: "Words to agree with by a tick.",
    takes: Takes::Words,
    takes_is_needed: true,
    rules: &[],
    type_of: Type::Yes,
    example: "declaration: I confirm that what I have told you is true",
    build,
};

/// Words to agree with.
#[derive(Debug)]
struct Declaration {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let words = rules.get(|reader| reader.text(""))?;
    if words.get(0).trim().is_empty() {
        let says = "The words to agree with are empty.";
        let mend = format!("Write, for example, `{}`.", KEYS.example);
        rules.refuse(RuleProblem::new("", says).mend(mend));
    }
    Some(Box::new(Declaration {
        controls: [Control::Tick(words)],
    }))
}

impl Kind for Declaration {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty-declaration")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        match typed.get("") {
            "yes" => Ok(Answer::Yes(true)),
            _ => Err(vec![self.when_empty()]),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        match answer {
            Answer::Yes(true) => Typed::of("yes"),
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
            Answer::Yes(true) => vec![(words.word)("apply-agreed")],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty"]
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
    fn only_a_tick_agrees() {
        let kind = TestRules::of(&[("", "I agree")]).kind("declaration");
        assert_eq!(read(&*kind, "yes"), Ok(Answer::Yes(true)));
        assert_eq!(refused(&*kind, "no"), [("", "empty", "error-empty-declaration")]);
    }

    #[test]
    fn there_must_be_words_to_agree_with() {
        assert_eq!(TestRules::default().problems("declaration").len(), 1);
        assert_eq!(TestRules::of(&[("", " ")]).problems("declaration").len(), 1);
    }
}
