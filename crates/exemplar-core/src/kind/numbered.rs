//! A number of a scheme, which national identifiers and organisation numbers share. The schemes are in
//! [`super::identifier`].

use super::cleaning;
use super::identifier::{self, Scheme, Wrong};
use super::text::{text_value, typed_text, width_for};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, Rules, SearchTerm, Showing, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// A number of one country's scheme.
#[derive(Debug)]
pub(super) struct Numbered {
    keys: &'static KindKeys,
    scheme: &'static Scheme,
    /// Whether staff find a case by it, and whether it tells who somebody is.
    is_personal: bool,
    controls: [Control; 1],
}

impl Numbered {
    /// Makes the kind.
    pub(super) fn build(keys: &'static KindKeys, is_personal: bool, rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
        let countries = identifier::countries(keys.key);
        let countries: Vec<&'static str> = countries.into_iter().map(|(country, _)| country).collect();
        let country = rules.get(|reader| reader.word("of", &countries))?;
        let scheme = identifier::scheme(keys.key, country)?;
        Some(Box::new(Self {
            keys,
            scheme,
            is_personal,
            controls: [Control::Line(Line {
                width: width_for(scheme.width()),
                left_to_right: true,
                ..Line::plain()
            })],
        }))
    }
}

impl Kind for Numbered {
    fn key(&self) -> &'static str {
        self.keys.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let code = cleaning::code(typed.get(""));
        let problem = match self.scheme.check(&code) {
            Ok(()) => return Ok(Answer::Text(code)),
            Err(Wrong::Shape) => Problem::new("wrong", "error-national-id-format").like(&*self.scheme.example),
            Err(Wrong::Mistyped) => Problem::new("wrong", "error-identifier-mistyped"),
        };
        Err(vec![problem])
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_text(answer)
    }

    fn type_of(&self) -> Type {
        self.keys.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        text_value(answer)
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Text(code) => vec![self.scheme.written_out(code)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(&self.scheme.example)
    }

    fn personal(&self) -> bool {
        self.is_personal
    }

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        match answer {
            Answer::Text(code) if self.is_personal => vec![SearchTerm {
                kind: "national_id",
                value: code.clone(),
            }],
            _ => Vec::new(),
        }
    }
}
