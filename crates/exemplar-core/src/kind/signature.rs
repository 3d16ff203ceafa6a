//! A signature: the name of whoever signs, typed. One that is drawn is not here.

use super::cleaning;
use super::text::{shown_text, text_value, typed_text};
use super::{Control, Kind, KindKeys, Line, Param, Problem, Reading, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The most characters, as many as a name in one line may have.
const LONGEST: usize = 200;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "signature",
    says: "The name of whoever signs, typed in full.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Text,
    example: "signature:",
    build,
};

/// A typed signature.
#[derive(Debug)]
struct Signature {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Some(Box::new(Signature {
        controls: [Control::Line(Line {
            autocomplete: Some("name"),
            ..Line::plain()
        })],
    }))
}

impl Kind for Signature {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-signature-empty")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let name = cleaning::line(typed.get(""));
        // A cross, a line or a full stop names nobody.
        if !name.chars().any(char::is_alphabetic) {
            return Err(vec![self.when_empty()]);
        }
        if name.chars().count() > LONGEST {
            let n = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            let problem = Problem::new("wrong", "error-text-too-long-characters");
            return Err(vec![problem.with("n", Param::Count(n))]);
        }
        Ok(Answer::Text(name))
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_text(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        text_value(answer)
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        shown_text(answer)
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of("Amina Clarke")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn whoever_signs_types_a_name() {
        let kind = TestRules::default().kind("signature");
        for name in ["Siân O’Neill", "山田 明"] {
            assert_eq!(read(&*kind, name), Ok(Answer::Text(name.to_owned())));
        }
        for nobody in [".", "- 1 -", "\u{200b}"] {
            assert_eq!(refused(&*kind, nobody), [("", "empty", "error-signature-empty")]);
        }
        assert_eq!(
            refused(&*kind, &"a".repeat(201)),
            [("", "wrong", "error-text-too-long-characters")]
        );
    }
}
