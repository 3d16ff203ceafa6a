//! A year. A month of a year is `month`.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::cleaning;
use super::days::{EARLIEST, YEARS_AHEAD};
use super::number::{out_of_range, typed_number};
use super::range::Range;
use super::{
    Control, Kind, KindKeys, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "year",
    says: "A year from 1900 to 100 years ahead, where no rule says otherwise.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "in",
            takes: Takes::OneOf(&["past", "future"]),
            needed: false,
            says: "Whether it must be this year or before, or this year or after.",
        },
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The first year.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The last year.",
        },
    ],
    type_of: Type::Number,
    example: "year: { in: past }",
    build,
};

/// A year with its rules.
#[derive(Debug)]
struct Year {
    side: Option<&'static str>,
    range: Range,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Number);
    let side = rules.get(|reader| reader.word("in", &["past", "future"]));
    let mut failing = vec!["empty", "wrong"];
    failing.extend(side.map(|_| "in"));
    failing.extend(range.rules());
    Some(Box::new(Year {
        side,
        range,
        rules: failing,
        controls: [Control::Line(Line {
            width: 4,
            inputmode: Some("numeric"),
            ..Line::plain()
        })],
    }))
}

/// The year of a day.
fn year_of(day: Date) -> Decimal {
    Decimal::from(day.year())
}

impl Year {
    /// The first and the last year that are taken.
    fn ends(&self, facts: &Reading<'_>) -> (Decimal, Decimal) {
        let (from, to) = self.range.decimals(facts);
        let this = year_of(facts.today);
        let earliest = year_of(EARLIEST);
        let from = from.unwrap_or_else(|| earliest.min(to.unwrap_or(earliest)));
        let to = to.unwrap_or_else(|| (this + Decimal::from(YEARS_AHEAD)).max(from));
        match self.side {
            Some("past") => (from, to.min(this)),
            Some(_) => (from.max(this), to),
            None => (from, to),
        }
    }

    /// What is wrong with a year.
    fn problem(&self, year: Decimal, facts: &Reading<'_>) -> Option<Problem> {
        let this = year_of(facts.today);
        match self.side {
            Some("past") if year > this => return Some(Problem::new("in", "error-year-not-past")),
            Some("future") if year < this => return Some(Problem::new("in", "error-year-not-future")),
            _ => {}
        }
        let (from, to) = self.range.decimals(facts);
        let messages = ["error-year-too-early", "error-year-too-late", "error-year-not-between"];
        if let Some(problem) = out_of_range(year, from, to, messages, Param::Year) {
            return Some(problem);
        }
        // No rule of the definition was broken: whoever typed it mistyped it.
        let (first, last) = self.ends(facts);
        let mistyped = out_of_range(year, Some(first), Some(last), messages, Param::Year)?;
        Some(Problem {
            rule: "wrong".into(),
            ..mistyped
        })
    }
}

impl Kind for Year {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let plain = cleaning::plain(typed.get(""));
        if plain.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        let is_year = plain.len() == 4 && plain.bytes().all(|b| b.is_ascii_digit());
        let year: Decimal = match plain.parse() {
            Ok(year) if is_year => year,
            _ => return Err(vec![Problem::new("wrong", "error-year-not-a-year")]),
        };
        match self.problem(year, facts) {
            Some(problem) => Err(vec![problem]),
            None => Ok(Answer::Number(year)),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_number(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Number(year) => Some(Value::Number(*year)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            // Digits alone: a year has no thousands.
            Answer::Number(year) => vec![words.conventions.digits(&year.normalize().to_string())],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let (first, last) = self.ends(facts);
        Typed::of(&year_of(facts.today).max(first).min(last).ceil().to_string())
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.range.worked
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
    fn a_year_has_four_digits() {
        let kind = TestRules::default().kind("year");
        assert_eq!(read(&*kind, "２０２６"), Ok(Answer::Number(Decimal::from(2026))));
        for wrong in ["26", "20260", "-202", "2,02", "last year", "20.5"] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-year-not-a-year")],
                "{wrong}"
            );
        }
        assert_eq!(refused(&*kind, "0026"), [("", "wrong", "error-year-not-between")]);
    }

    #[test]
    fn this_year_is_in_the_past_and_in_the_future() {
        let past = TestRules::of(&[("in", "past")]).kind("year");
        let future = TestRules::of(&[("in", "future")]).kind("year");
        assert!(read(&*past, "2026").is_ok() && read(&*future, "2026").is_ok());
        assert_eq!(refused(&*past, "2027"), [("", "in", "error-year-not-past")]);
        assert_eq!(refused(&*future, "2025"), [("", "in", "error-year-not-future")]);
        assert_eq!(refused(&*past, "1899"), [("", "wrong", "error-year-not-between")]);
    }

    #[test]
    fn bounds_hold() {
        let kind = TestRules::of(&[("from", "1850"), ("to", "1900")]).kind("year");
        assert!(read(&*kind, "1850").is_ok());
        assert_eq!(refused(&*kind, "1849"), [("", "from", "error-year-not-between")]);
        assert_eq!(refused(&*kind, "1901"), [("", "to", "error-year-not-between")]);
        let open = TestRules::of(&[("from", "2000")]).kind("year");
        assert_eq!(refused(&*open, "1999"), [("", "from", "error-year-too-early")]);
    }
}
