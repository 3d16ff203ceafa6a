//! One line of text, perhaps in a pattern. Names, addresses and what else has a form of its own are other kinds.

use serde::Deserialize;

use super::cleaning;
use super::length::Length;
use super::{
    Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Size, Takes, Typed,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// How many characters a line holds where the definition does not say.
const USUAL: Size = Size::Characters(200);

/// How many characters a line can hold: four bytes each stay below [`super::LONGEST_TYPED`].
const CEILING: u32 = 2_000;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "text",
    says: "One line of text.",
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
            says: "The most characters or words; 200 characters where it is not written.",
        },
        RuleKey {
            key: "pattern",
            takes: Takes::Plain,
            needed: false,
            says: "`A` stands for a letter, `#` for a digit, anything else for itself.",
        },
    ],
    type_of: Type::Text,
    example: "text: { at_most: 100 characters }",
    build,
};

/// A line of text with its rules.
#[derive(Debug)]
struct TextKind {
    length: Length,
    pattern: Option<Pattern>,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let length = Length::from_rules(rules, USUAL, CEILING);
    let pattern = rules
        .get(|reader| reader.plain("pattern"))
        .map(|typed| Pattern(line_of(&typed)));
    if pattern.as_ref().is_some_and(Pattern::is_empty) {
        let says = "`pattern` has no letter and no digit.";
        let mend = "Write `A` for a letter and `#` for a digit, such as `A####AA`.";
        rules.refuse(RuleProblem::new("pattern", says).mend(mend));
    }
    if pattern.as_ref().is_some_and(Pattern::is_of_programs) {
        let says = "`pattern` is no regular expression: these signs would have to be typed as they are.";
        let mend = "Write `A` for each letter, `#` for each digit, and all else as it is, such as `AA## AAA`.";
        rules.refuse(RuleProblem::new("pattern", says).mend(mend));
    }
    let mut failing = length.rules();
    failing.extend(pattern.as_ref().map(|_| "pattern"));
    let width = match (&pattern, length.at_most) {
        (Some(pattern), _) => width_for(pattern.0.chars().count()),
        (None, Size::Characters(n)) => width_for(n as usize),
        (None, Size::Words(_)) => 0,
    };
    Some(Box::new(TextKind {
        controls: [Control::Line(Line {
            width,
            spellcheck: pattern.is_none(),
            left_to_right: pattern.is_some(),
            ..Line::plain()
        })],
        length,
        pattern,
        rules: failing,
    }))
}

/// The narrowest width of a line that shows so many characters.
pub(super) fn width_for(characters: usize) -> u8 {
    match characters {
        0..=2 => 2,
        3..=5 => 5,
        6..=10 => 10,
        11..=20 => 20,
        _ => 0,
    }
}

/// A pattern in upper case, tidied.
fn line_of(pattern: &str) -> String {
    cleaning::plain(pattern).to_uppercase()
}

impl Kind for TextKind {
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
        let line = cleaning::line(typed.get(""));
        if line.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        if let Some(problem) = self.length.problem(typed.get(""), &line) {
            return Err(vec![problem]);
        }
        let Some(pattern) = &self.pattern else {
            return Ok(Answer::Text(line));
        };
        pattern.written(&line).map(Answer::Text).ok_or_else(|| {
            let problem = Problem::new("pattern", "error-text-pattern");
            vec![problem.like(pattern.example())]
        })
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
        Typed::of(&match &self.pattern {
            Some(pattern) => pattern.example(),
            None => self.length.example(),
        })
    }
}

/// What was typed for an answer that is kept as text.
pub(super) fn typed_text(answer: &Answer) -> Typed {
    match answer {
        Answer::Text(text) => Typed::of(text),
        _ => Typed::default(),
    }
}

/// The value of an answer that is kept as text.
pub(super) fn text_value(answer: &Answer) -> Option<Value> {
    match answer {
        Answer::Text(text) => Some(Value::Text(text.clone())),
        _ => None,
    }
}

/// An answer that is kept as text, line by line.
pub(super) fn shown_text(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Text(text) => text.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// `A` a letter, `#` a digit, anything else itself.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Pattern(String);

impl Pattern {
    /// Whether it has signs by which programmers write patterns, and which no number or code has.
    fn is_of_programs(&self) -> bool {
        self.0.contains(['[', ']', '{', '}', '*', '\\', '^', '$', '|'])
    }

    fn is_empty(&self) -> bool {
        !self.0.chars().any(|c| c.is_alphanumeric() || c == '#')
    }

    /// The line in the pattern's own writing, whatever spaces, dashes and case it was typed in.
    pub(super) fn written(&self, line: &str) -> Option<String> {
        let code = cleaning::code(line);
        let mut typed = code.chars();
        let mut out = String::with_capacity(self.0.len());
        for place in self.0.chars() {
            match place {
                'A' => out.push(typed.next().filter(char::is_ascii_alphabetic)?),
                '#' => out.push(typed.next().filter(char::is_ascii_digit)?),
                itself if itself.is_alphanumeric() => {
                    out.push(typed.next().filter(|c| *c == itself)?);
                }
                sign => out.push(sign),
            }
        }
        typed.next().is_none().then_some(out)
    }

    /// A line that fits.
    fn example(&self) -> String {
        let mut digits = ('1'..='9').cycle();
        self.0
            .chars()
            .map(|place| match place {
                '#' => digits.next().unwrap_or('1'),
                itself => itself,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn a_line_is_kept_tidied() {
        let kind = TestRules::default().kind("text");
        assert_eq!(read(&*kind, "  Bo\u{a0}  Ray "), Ok(Answer::Text("Bo Ray".to_owned())));
        assert_eq!(kind.rules(), ["empty", "at_most"]);
    }

    #[test]
    fn a_line_of_invisible_characters_is_empty() {
        let kind = TestRules::default().kind("text");
        assert_eq!(refused(&*kind, "\u{200b}"), [("", "empty", "error-empty")]);
    }

    #[test]
    fn the_length_is_held_in_characters_not_in_bytes() {
        let kind = TestRules::of(&[("at_least", "2 characters"), ("at_most", "3 characters")]).kind("text");
        assert!(read(&*kind, "źźź").is_ok());
        assert_eq!(
            refused(&*kind, "źźźź"),
            [("", "at_most", "error-text-too-long-characters")]
        );
        assert_eq!(
            refused(&*kind, "ź"),
            [("", "at_least", "error-text-too-short-characters")]
        );
    }

    #[test]
    fn nothing_is_cut_off_silently() {
        let kind = TestRules::of(&[("at_most", "3 words")]).kind("text");
        assert_eq!(
            refused(&*kind, &"a".repeat(super::super::LONGEST_TYPED + 1)),
            [("", "at_most", "error-text-too-long-words")]
        );
    }

    #[test]
    fn a_pattern_forgives_case_and_spaces_and_is_written_one_way() {
        let kind = TestRules::of(&[("pattern", "A####-AA")]).kind("text");
        assert_eq!(read(&*kind, "a 9999 zz"), Ok(Answer::Text("A9999-ZZ".to_owned())));
        for wrong in ["a999zz", "a9999zz9", "99999zz", "é9999zz"] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "pattern", "error-text-pattern")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn rules_that_no_answer_can_keep_are_refused() {
        let problems = |rules: &[(&'static str, &'static str)]| TestRules::of(rules).problems("text").len();
        assert_eq!(problems(&[("at_most", "5000 characters")]), 1);
        assert_eq!(problems(&[("at_least", "9 words"), ("at_most", "3 words")]), 1);
        assert_eq!(problems(&[("pattern", "--")]), 1);
        assert_eq!(problems(&[("longest", "3")]), 1);
        assert_eq!(problems(&[("at_most", "3 characters")]), 0);
    }
}
