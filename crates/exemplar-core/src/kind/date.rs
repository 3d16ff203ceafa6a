//! A day. Which days are taken is in `days`, how its boxes are read in `date_parts`; how a day is written out for a
//! language is not here.

use jiff::civil::Date;

use super::date_parts::{Parts, typed_in};
use super::days::Days;
use super::{
    Control, DateBoxes, Kind, KindKeys, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound, Written,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "date",
    says: "A day: any real one from 1900 to 100 years ahead, where no rule says otherwise.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "in",
            takes: Takes::OneOf(&["past", "future"]),
            needed: false,
            says: "Whether it must be before or after today.",
        },
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "The first day.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "The last day.",
        },
        RuleKey {
            key: "birth",
            takes: Takes::Yes,
            needed: false,
            says: "Whether it is the applicant's own date of birth, which browsers can fill in.",
        },
    ],
    type_of: Type::Date,
    example: "date: { in: past }",
    build,
};

/// A day with its rules.
#[derive(Debug)]
struct DateKind {
    days: Days,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let days = Days::from_rules(rules);
    let autocomplete = rules.yes("birth").then_some("bday");
    let mut failing = vec!["empty", "wrong"];
    failing.extend(days.rules());
    Some(Box::new(DateKind {
        days,
        rules: failing,
        controls: [Control::Date(DateBoxes {
            autocomplete,
            ..DateBoxes::DAY
        })],
    }))
}

/// The three controls for a day.
fn typed_date(date: Date) -> Typed {
    let typed = typed_in(DateBoxes::DAY, date);
    Typed::fields(typed.iter().map(|(suffix, value)| (*suffix, &**value)))
}

impl Kind for DateKind {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-date-empty").at("day")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let date = Parts::from_typed(typed, DateBoxes::DAY)
            .date()
            .map_err(|problem| vec![problem])?;
        match self.days.problem(date, facts) {
            Some(problem) => Err(vec![problem.at("day")]),
            None => Ok(Answer::Date(date)),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        match answer {
            Answer::Date(date) => typed_date(*date),
            _ => Typed::default(),
        }
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Date(date) => Some(Value::Date(*date)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Date(date) => vec![(words.date)(*date)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        typed_date(self.days.fitting(facts))
    }

    fn bounds(&self) -> &[WorkedBound] {
        self.days.worked()
    }

    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => match line.parse() {
                Ok(date) => typed_date(date),
                Err(_) => Typed::fields([("day", &**line)]),
            },
            Written::Several(values) => Typed::fields([("day", &*values.join(" "))]),
            Written::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::{TODAY, TestRules, read_fields, read_within, told};
    use super::*;

    fn typed<'a>(day: &'a str, month: &'a str, year: &'a str) -> [(&'a str, &'a str); 3] {
        [("day", day), ("month", month), ("year", year)]
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        let kind = TestRules::default().kind("date");
        let march = Ok(Answer::Date(date(1980, 3, 31)));
        for (day, month, year) in [
            ("31", "3", "1980"),
            ("31", "03", "1980"),
            ("31st", "March", "1980"),
            ("３１", "mawrth", "１９８０"),
            ("31/3/1980", "", ""),
            ("31 Mawrth 1980", "", ""),
        ] {
            assert_eq!(read_fields(&*kind, &typed(day, month, year)), march);
        }
    }

    #[test]
    fn the_first_thing_that_is_wrong_is_said() {
        let kind = TestRules::default().kind("date");
        for (day, month, year, control, message) in [
            ("", "3", "1980", "day", "error-date-missing-day"),
            ("31", "", "1980", "month", "error-date-missing-month"),
            ("31", "3", "", "year", "error-date-missing-year"),
            ("31", "", "", "month", "error-date-missing-month-and-year"),
            ("", "", "80", "day", "error-date-missing-day-and-month"),
            ("31", "3", "80", "year", "error-date-short-year"),
            ("31", "2", "1980", "day", "error-date-not-real"),
            ("31", "13", "1980", "day", "error-date-not-real"),
            ("31", "3", "19800", "day", "error-date-not-real"),
            ("-1", "3", "1980", "day", "error-date-not-real"),
            ("1", "3", "1899", "day", "error-date-not-same-or-after"),
            ("1", "3", "9999", "day", "error-date-not-same-or-before"),
        ] {
            let problems = told(read_fields(&*kind, &typed(day, month, year)));
            assert_eq!(problems, [(control, "wrong", message)], "{day} {month} {year}");
        }
    }

    #[test]
    fn today_is_neither_past_nor_future() {
        let today = kind_typed(TODAY);
        let past = TestRules::of(&[("in", "past")]).kind("date");
        let future = TestRules::of(&[("in", "future")]).kind("date");
        assert_eq!(
            told(read_within(&*past, &today, &[])),
            [("day", "in", "error-date-not-past")]
        );
        assert_eq!(
            told(read_within(&*future, &today, &[])),
            [("day", "in", "error-date-not-future")]
        );
        let yesterday = kind_typed(TODAY.yesterday().unwrap());
        assert!(read_within(&*past, &yesterday, &[]).is_ok());
    }

    fn kind_typed(date: Date) -> Typed {
        typed_date(date)
    }

    #[test]
    fn a_bound_that_is_today_is_called_today() {
        let kind = TestRules::of(&[("from", "2026-01-01"), ("to", "worked")]).kind("date");
        let to = |date| [("to", Value::Date(date))];
        let read = |date, bounds: &[_]| told(read_within(&*kind, &typed_date(date), bounds));
        assert_eq!(
            read(date(2026, 5, 2), &to(TODAY)),
            [("day", "to", "error-date-not-today-or-past")]
        );
        assert_eq!(
            read(date(2026, 5, 2), &to(date(2026, 4, 1))),
            [("day", "to", "error-date-not-between")]
        );
        assert_eq!(
            read(date(2025, 5, 2), &[]),
            [("day", "from", "error-date-not-same-or-after")]
        );
    }

    #[test]
    fn a_browser_fills_in_only_the_applicants_own_birth() {
        let autocomplete = |rules: &[_]| match TestRules::of(rules).kind("date").controls(0) {
            [Control::Date(boxes)] => boxes.autocomplete,
            _ => Some("it is no date"),
        };
        assert_eq!(autocomplete(&[("in", "past")]), None);
        assert_eq!(autocomplete(&[("in", "past"), ("birth", "yes")]), Some("bday"));
    }

    #[test]
    fn an_example_says_the_day_in_one_line() {
        let kind = TestRules::default().kind("date");
        let typed = kind.typed_for(&Written::Line("1984-07-19".to_owned()));
        assert_eq!(typed, typed_date(date(1984, 7, 19)));
    }
}
