//! A signature: the name of whoever signs, typed; and, where the definition says so, drawn by finger, pen or mouse. A name
//! can always be typed in place of a drawing, which needs a hand and a script.

use indexmap::IndexMap;

use super::cleaning;
use super::sketch::{Dot, Sketch, reach, read_lines};
use super::{Control, Kind, KindKeys, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The most characters, as many as a name in one line may have.
const LONGEST: usize = 200;
/// The suffix of the control that holds what is drawn, and the field in answers.
const DRAWN: &str = "drawn";
/// The field of a typed name in the answer of who drew too.
const NAME: &str = "name";
/// The suffix of the box to take away what was drawn, for who has no scripts.
const CLEAR: &str = "clear";
/// The sheet on which is drawn.
const SHEET: (u16, u16) = (600, 200);
/// The most points of a drawing: some 12 KB, sealed with each save. A long name has some 500 once straight runs are thinned.
const MOST_POINTS: usize = 1_500;
/// The fewest steps that lines must go to be more than a slip of the hand.
const LEAST_REACH: u32 = 60;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "signature",
    says: "The name of whoever signs, typed in full; with `drawn`, drawn if they like.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "drawn",
        takes: Takes::Yes,
        needed: false,
        says: "It can be drawn too; a name can still be typed instead.",
    }],
    type_of: Type::Text,
    example: "signature:",
    build,
};

/// A signature.
#[derive(Debug)]
struct Signature {
    can_be_drawn: bool,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let can_be_drawn = rules.yes("drawn");
    let line = Line {
        autocomplete: Some("name"),
        ..Line::plain()
    };
    Some(Box::new(Signature {
        can_be_drawn,
        controls: [if can_be_drawn {
            Control::Signature(line)
        } else {
            Control::Line(line)
        }],
    }))
}

/// What is drawn, as lines of points.
fn read_drawn(typed: &str) -> Result<String, Problem> {
    match read_lines(typed, SHEET, MOST_POINTS) {
        Some(lines) if reach(&lines) >= LEAST_REACH => Ok(written(&lines)),
        Some(_) => Err(Problem::new("wrong", "error-signature-too-little")),
        None => Err(Problem::new("wrong", "error-signature-unreadable")),
    }
}

/// Lines of points as an answer has them.
fn written(lines: &[Vec<Dot>]) -> String {
    let line = |line: &Vec<Dot>| {
        let dots: Vec<String> = line.iter().map(|(x, y)| format!("{x},{y}")).collect();
        dots.join(" ")
    };
    lines.iter().map(line).collect::<Vec<_>>().join(";")
}

/// A name in one line; none where nobody is named: a cross, a line or a full stop names nobody.
fn read_name(typed: &str) -> Result<Option<String>, Problem> {
    let name = cleaning::line(typed);
    if !name.chars().any(char::is_alphabetic) {
        return Ok(None);
    }
    if name.chars().count() > LONGEST {
        let n = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        let problem = Problem::new("wrong", "error-text-too-long-characters");
        return Err(problem.with("n", Param::Count(n)));
    }
    Ok(Some(name))
}

/// The typed name in an answer.
fn name_in(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Text(name) => Some(name),
        Answer::Fields(fields) => fields.get(NAME).map(String::as_str),
        _ => None,
    }
}

/// What was drawn in an answer.
fn drawn_in(answer: &Answer) -> Option<&str> {
    match answer {
        Answer::Fields(fields) => fields.get(DRAWN).map(String::as_str),
        _ => None,
    }
}

impl Kind for Signature {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        let message = if self.can_be_drawn {
            "error-signature-draw-or-type"
        } else {
            "error-signature-empty"
        };
        Problem::new("empty", message)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let drawn = typed.get(DRAWN);
        let is_drawn = self.can_be_drawn && !drawn.is_empty() && typed.get(CLEAR).is_empty();
        let name = read_name(typed.get("")).map_err(|problem| vec![problem])?;
        match (name, is_drawn) {
            (None, false) => Err(vec![self.when_empty()]),
            (Some(name), false) => Ok(Answer::Text(name)),
            (name, true) => {
                let drawn = read_drawn(drawn).map_err(|problem| vec![problem])?;
                let name = name.map(|name| (NAME.to_owned(), name));
                let fields = name.into_iter().chain([(DRAWN.to_owned(), drawn)]);
                Ok(Answer::Fields(fields.collect::<IndexMap<_, _>>()))
            }
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let name = name_in(answer).map(|name| ("", name));
        let drawn = drawn_in(answer).map(|drawn| (DRAWN, drawn));
        Typed::fields(name.into_iter().chain(drawn))
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    /// The name that was typed. A drawing alone is an answer without words.
    fn value(&self, answer: &Answer) -> Option<Value> {
        match (name_in(answer), drawn_in(answer)) {
            (None, None) => None,
            (name, _) => Some(Value::Text(name.unwrap_or_default().to_owned())),
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let name = name_in(answer).map(str::to_owned);
        let drawn = drawn_in(answer).map(|_| (words.word)("kinds-signature-drawn"));
        name.into_iter().chain(drawn).collect()
    }

    fn draws(&self) -> bool {
        self.can_be_drawn
    }

    fn sketch(&self, answer: &Answer) -> Option<Sketch> {
        Some(Sketch {
            width: SHEET.0,
            height: SHEET.1,
            lines: read_lines(drawn_in(answer)?, SHEET, MOST_POINTS)?,
            is_closed: false,
            called: "kinds-signature-drawn",
        })
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
    use super::super::testing::{TestRules, read, read_fields, refused, told};
    use super::*;

    /// A line from one side of the sheet to the other, and a dot.
    const DRAWING: &str = "10,100 300,20 590,180;300,190";

    #[test]
    fn whoever_signs_types_a_name() {
        for kind in [
            TestRules::default().kind("signature"),
            TestRules::of(&[("drawn", "yes")]).kind("signature"),
        ] {
            for name in ["Siân O’Neill", "山田 明"] {
                assert_eq!(read(&*kind, name), Ok(Answer::Text(name.to_owned())));
            }
            let empty = kind.when_empty().message;
            for nobody in [".", "- 1 -", "\u{200b}"] {
                assert_eq!(refused(&*kind, nobody), [("", "empty", empty)]);
            }
            assert_eq!(
                refused(&*kind, &"a".repeat(201)),
                [("", "wrong", "error-text-too-long-characters")]
            );
        }
    }

    #[test]
    fn a_drawing_counts_where_the_definition_says_so_with_a_name_or_without() {
        let kind = TestRules::of(&[("drawn", "yes")]).kind("signature");
        let both = read_fields(&*kind, &[("", "Siân"), ("drawn", DRAWING)]).unwrap();
        assert_eq!(kind.value(&both), Some(Value::Text("Siân".to_owned())));
        assert_eq!(kind.sketch(&both).unwrap().path(), "M10 100L300 20L590 180M300 190h0");
        let alone = read_fields(&*kind, &[("drawn", DRAWING)]).unwrap();
        assert_eq!(kind.value(&alone), Some(Value::Text(String::new())));
        for answer in [both, alone] {
            assert_eq!(kind.read(&kind.typed(&answer), &reading()), Ok(answer));
        }
        let typed_only = TestRules::default().kind("signature");
        assert_eq!(
            told(read_fields(&*typed_only, &[("drawn", DRAWING)])),
            [("", "empty", "error-signature-empty")]
        );
    }

    #[test]
    fn a_slip_of_the_hand_and_what_is_no_drawing_are_refused() {
        let kind = TestRules::of(&[("drawn", "yes")]).kind("signature");
        let wrong = |drawn: &str| told(read_fields(&*kind, &[("", "Siân"), ("drawn", drawn)]));
        assert_eq!(wrong("10,10 12,12"), [("", "wrong", "error-signature-too-little")]);
        for drawn in ["<svg onload=alert(1)>", "0,0 601,0", &"1,1 ".repeat(2_000)] {
            assert_eq!(wrong(drawn), [("", "wrong", "error-signature-unreadable")]);
        }
    }

    #[test]
    fn what_was_drawn_can_be_taken_away_without_scripts() {
        let kind = TestRules::of(&[("drawn", "yes")]).kind("signature");
        let cleared = [("", "Siân"), ("drawn", DRAWING), ("clear", "yes")];
        assert_eq!(read_fields(&*kind, &cleared), Ok(Answer::Text("Siân".to_owned())));
    }

    fn reading() -> Reading<'static> {
        Reading {
            today: super::super::testing::TODAY,
            bounds: const { &std::collections::BTreeMap::new() },
            not_offered: &[],
        }
    }
}
