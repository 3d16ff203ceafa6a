//! A month of a year. Its value is the month's first day.

use jiff::ToSpan;
use jiff::civil::Date;

use super::date_parts::{Parts, typed_in};
use super::days::{EARLIEST, YEARS_AHEAD};
use super::range::Range;
use super::{
    Control, DateBoxes, Kind, KindKeys, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound,
    Written,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// Its boxes.
const BOXES: DateBoxes = DateBoxes {
    parts: [None, Some("month"), Some("year")],
    ..DateBoxes::DAY
};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "month",
    says: "A month of a year, from 1900 to 100 years ahead, where no rule says otherwise. Its value is its first day.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "in",
            takes: Takes::OneOf(&["past", "future"]),
            needed: false,
            says: "Whether it must be this month or before, or this month or after.",
        },
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "A day of the first month.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "A day of the last month.",
        },
    ],
    type_of: Type::Date,
    example: "month: { to: today }",
    build,
};

/// A month with its rules.
#[derive(Debug)]
struct Month {
    side: Option<&'static str>,
    range: Range,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Date);
    let side = rules.get(|reader| reader.word("in", &["past", "future"]));
    let mut failing = vec!["empty", "wrong"];
    failing.extend(side.map(|_| "in"));
    failing.extend(range.rules());
    Some(Box::new(Month {
        side,
        range,
        rules: failing,
        controls: [Control::Date(BOXES)],
    }))
}

impl Month {
    /// The first days of the first and the last month that are taken.
    fn ends(&self, facts: &Reading<'_>) -> (Date, Date) {
        let (from, to) = self.bounds_of(facts);
        let this = facts.today.first_of_month();
        let from = from.unwrap_or_else(|| EARLIEST.min(to.unwrap_or(EARLIEST)));
        let to = to.unwrap_or_else(|| this.saturating_add(YEARS_AHEAD.years()).max(from));
        match self.side {
            Some("past") => (from, to.min(this)),
            Some(_) => (from.max(this), to),
            None => (from, to),
        }
    }

    /// The bounds of the definition, each as the first day of its month.
    fn bounds_of(&self, facts: &Reading<'_>) -> (Option<Date>, Option<Date>) {
        let (from, to) = self.range.days(facts);
        (from.map(Date::first_of_month), to.map(Date::first_of_month))
    }

    /// What is wrong with a month.
    fn problem(&self, month: Date, facts: &Reading<'_>) -> Option<Problem> {
        let this = facts.today.first_of_month();
        match self.side {
            Some("past") if month > this => return Some(Problem::new("in", "error-month-not-past")),
            Some("future") if month < this => return Some(Problem::new("in", "error-month-not-future")),
            _ => {}
        }
        let (from, to) = self.bounds_of(facts);
        let (first, last) = self.ends(facts);
        let (rule, is_early) = match (month < first, month > last) {
            (true, _) => (from.map_or("wrong", |_| "from"), true),
            (_, true) => (to.map_or("wrong", |_| "to"), false),
            _ => return None,
        };
        let problem = match (from, to) {
            (Some(from), Some(to)) => Problem::new(rule, "error-month-not-between")
                .with("from", Param::Month(from))
                .with("to", Param::Month(to)),
            _ if is_early => Problem::new(rule, "error-month-too-early").with("from", Param::Month(first)),
            _ => Problem::new(rule, "error-month-too-late").with("to", Param::Month(last)),
        };
        Some(problem)
    }
}

/// The controls for a month.
fn typed_month(month: Date) -> Typed {
    let typed = typed_in(BOXES, month);
    Typed::fields(typed.iter().map(|(suffix, value)| (*suffix, &**value)))
}

impl Kind for Month {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-date-empty").at("month")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let month = Parts::from_typed(typed, BOXES)
            .date()
            .map_err(|problem| vec![problem])?;
        match self.problem(month, facts) {
            Some(problem) => Err(vec![problem.at("month")]),
            None => Ok(Answer::Date(month)),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        match answer {
            Answer::Date(month) => typed_month(*month),
            _ => Typed::default(),
        }
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Date(month) => Some(Value::Date(*month)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Date(month) => vec![(words.month)(*month)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let (first, last) = self.ends(facts);
        typed_month(facts.today.max(first).min(last))
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.range.worked
    }

    fn personal(&self) -> bool {
        false
    }

    /// `2026-03` in one line goes into the first box, which takes it apart.
    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => Typed::fields([("month", &**line)]),
            Written::Several(values) => Typed::fields([("month", &*values.join(" "))]),
            Written::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::{TestRules, read_fields, read_within, told};
    use super::*;

    #[test]
    fn a_month_is_read_however_it_is_written() {
        let kind = TestRules::default().kind("month");
        let march = Ok(Answer::Date(date(2026, 3, 1)));
        for (month, year) in [
            ("3", "2026"),
            ("March", "2026"),
            ("Mawrth", "2026"),
            ("03/2026", ""),
            ("March 2026", ""),
            ("2026-03", ""),
        ] {
            assert_eq!(
                read_fields(&*kind, &[("month", month), ("year", year)]),
                march,
                "{month}"
            );
        }
        let written = Written::Line("2026-03".to_owned());
        assert_eq!(read_within(&*kind, &kind.typed_for(&written), &[]), march);
    }

    #[test]
    fn the_first_thing_that_is_wrong_is_said() {
        let kind = TestRules::default().kind("month");
        for (month, year, control, rule, message) in [
            ("", "", "month", "empty", "error-date-empty"),
            ("3", "", "year", "wrong", "error-date-missing-year"),
            ("", "2026", "month", "wrong", "error-date-missing-month"),
            ("3", "26", "year", "wrong", "error-date-short-year"),
            ("13", "2026", "month", "wrong", "error-month-not-real"),
            ("3", "1899", "month", "wrong", "error-month-too-early"),
            ("3", "9999", "month", "wrong", "error-month-too-late"),
        ] {
            let problems = told(read_fields(&*kind, &[("month", month), ("year", year)]));
            assert_eq!(problems, [(control, rule, message)], "{month} {year}");
        }
    }

    #[test]
    fn this_month_is_in_the_past_and_up_to_today() {
        let past = TestRules::of(&[("in", "past")]).kind("month");
        let to_today = TestRules::of(&[("to", "worked")]).kind("month");
        let today = [("to", Value::Date(super::super::testing::TODAY))];
        let may = typed_month(date(2026, 5, 1));
        let june = typed_month(date(2026, 6, 1));
        assert!(read_within(&*past, &may, &[]).is_ok());
        assert!(read_within(&*to_today, &may, &today).is_ok());
        assert_eq!(
            told(read_within(&*past, &june, &[])),
            [("month", "in", "error-month-not-past")]
        );
        assert_eq!(
            told(read_within(&*to_today, &june, &today)),
            [("month", "to", "error-month-too-late")]
        );
    }
}
