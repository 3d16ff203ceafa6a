//! Text of several lines. One line is `text`.

use super::cleaning;
use super::length::Length;
use super::text::{shown_text, text_value, typed_text};
use super::{Control, Kind, KindKeys, Problem, Reading, RuleKey, Rules, Showing, Size, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// How much is taken where the definition does not say.
const USUAL: Size = Size::Words(500);

/// How many characters a text can have: a form with a few of them stays within what one request may send.
const CEILING: u32 = 20_000;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "long_text",
    says: "Text of several lines.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "at_least",
            takes: Takes::Size,
            needed: false,
            says: "The fewest characters or words.",
        },
        RuleKey {
            key: "at_most",
            takes: Takes::Size,
            needed: false,
            says: "The most characters or words; 500 words where it is not written.",
        },
    ],
    type_of: Type::Text,
    example: "long_text: { at_most: 300 words }",
    build,
};

/// Text of several lines with its rules.
#[derive(Debug)]
struct LongText {
    length: Length,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let length = Length::from_rules(rules, USUAL, CEILING);
    let rows = if length.at_most.characters() <= 300 { 5 } else { 10 };
    Some(Box::new(LongText {
        rules: length.rules(),
        controls: [Control::Area {
            rows,
            at_most: Some(length.at_most),
        }],
        length,
    }))
}

impl Kind for LongText {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let text = cleaning::lines(typed.get(""), self.length.longest);
        if text.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        match self.length.problem(typed.get(""), &text) {
            Some(problem) => Err(vec![problem]),
            None => Ok(Answer::Text(text)),
        }
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
        &self.rules
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(&self.length.example())
    }
}

#[cfg(test)]
mod tests {
    use super::super::LONGEST_TYPED;
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn lines_are_kept() {
        let kind = TestRules::default().kind("long_text");
        assert_eq!(
            read(&*kind, "one\r\n\r\ntwo "),
            Ok(Answer::Text("one\n\ntwo".to_owned()))
        );
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        let kind = TestRules::of(&[("at_most", "3 words")]).kind("long_text");
        assert!(read(&*kind, "it's  two-fold,\nreally").is_ok());
        assert_eq!(
            refused(&*kind, "one two three four"),
            [("", "at_most", "error-text-too-long-words")]
        );
    }

    #[test]
    fn one_endless_word_is_too_long() {
        let kind = TestRules::of(&[("at_most", "3 words")]).kind("long_text");
        assert_eq!(
            refused(&*kind, &"a".repeat(LONGEST_TYPED + 1)),
            [("", "at_most", "error-text-too-long-words")]
        );
        assert_eq!(
            refused(&*kind, &"a".repeat(121)),
            [("", "at_most", "error-text-too-long-words")]
        );
        assert!(read(&*kind, &"a".repeat(120)).is_ok());
    }
}
