//! Two days, the first and the last of something. One day is `date`.

use jiff::civil::Date;

use super::date_parts::{Parts, typed_in};
use super::days::Days;
use super::{
    Control, DateBoxes, Kind, KindKeys, Param, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed,
    WorkedBound, Written,
};
use crate::answer::Answer;
use crate::definition::{Duration, DurationUnit};
use crate::expression::{Type, Value};

/// One of the two days: its name in answers, its boxes, the platform's word for it in messages.
struct End {
    name: &'static str,
    boxes: DateBoxes,
    called: &'static str,
}

/// The first day.
const FIRST: End = End {
    name: "first",
    boxes: DateBoxes {
        parts: [Some("first-day"), Some("first-month"), Some("first-year")],
        label: Some("kinds-range-first"),
        autocomplete: None,
    },
    called: "kinds-called-range-first",
};

/// The last day.
const LAST: End = End {
    name: "last",
    boxes: DateBoxes {
        parts: [Some("last-day"), Some("last-month"), Some("last-year")],
        label: Some("kinds-range-last"),
        autocomplete: None,
    },
    called: "kinds-called-range-last",
};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "date_range",
    says: "Two days, the first and the last of something. In expressions they are `NAME.first` and `NAME.last`.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "in",
            takes: Takes::OneOf(&["past", "future"]),
            needed: false,
            says: "Whether both must be before or after today.",
        },
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "The earliest day of both.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Date),
            needed: false,
            says: "The latest day of both.",
        },
        RuleKey {
            key: "at_most",
            takes: Takes::Length,
            needed: false,
            says: "How long it may be, both days counted: `28 days`.",
        },
    ],
    type_of: Type::Dates,
    example: "date_range: { from: today, at_most: 28 days }",
    build,
};

/// Two days with their rules.
#[derive(Debug)]
struct DateRange {
    days: Days,
    at_most: Option<Duration>,
    rules: Vec<&'static str>,
    controls: [Control; 2],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let days = Days::from_rules(rules);
    let at_most = rules.get(|reader| reader.length("at_most"));
    if let Some(at_most) = at_most {
        let says = match at_most {
            Duration { count: 0, .. } => Some("`at_most` leaves no day."),
            Duration {
                unit: DurationUnit::WorkingDays,
                ..
            } => Some("`at_most` counts all days, not working days alone."),
            _ => None,
        };
        if let Some(says) = says {
            rules.refuse(RuleProblem::new("at_most", says).mend("Write, for example, `28 days`."));
        }
    }
    let mut failing = vec!["empty", "wrong", "order"];
    failing.extend(days.rules());
    failing.extend(at_most.map(|_| "at_most"));
    Some(Box::new(DateRange {
        days,
        at_most,
        rules: failing,
        controls: [FIRST, LAST].map(|end| Control::Date(end.boxes)),
    }))
}

/// The first day after `length` from `day` on.
fn after(day: Date, length: Duration) -> Option<Date> {
    let count = i64::from(length.count);
    let span = jiff::Span::new();
    let span = match length.unit {
        DurationUnit::Days | DurationUnit::WorkingDays => span.try_days(count),
        DurationUnit::Weeks => span.try_weeks(count),
        DurationUnit::Months => span.try_months(count),
        DurationUnit::Years => span.try_years(count),
    };
    day.checked_add(span.ok()?).ok()
}

/// The platform's word for a length of time.
fn counted(length: Duration) -> Param {
    let word = match length.unit {
        DurationUnit::Days | DurationUnit::WorkingDays => "dates-days",
        DurationUnit::Weeks => "dates-weeks",
        DurationUnit::Months => "dates-months",
        DurationUnit::Years => "dates-years",
    };
    Param::Counted(word, i64::from(length.count))
}

impl DateRange {
    /// Reads one of the two days.
    fn read_end(&self, end: &End, typed: &Typed, facts: &Reading<'_>) -> Result<Date, Problem> {
        let read = Parts::from_typed(typed, end.boxes).date();
        let day = read.map_err(|problem| problem.about(end.called))?;
        match self.days.problem(day, facts) {
            Some(problem) => Err(problem.at(end.boxes.first()).about(end.called)),
            None => Ok(day),
        }
    }

    /// What is wrong with the two together.
    fn problem(&self, first: Date, last: Date) -> Option<Problem> {
        if last < first {
            let problem = Problem::new("order", "error-date-not-same-or-after").with("from", Param::Date(first));
            return Some(problem.at(LAST.boxes.first()).about(LAST.called));
        }
        let at_most = self.at_most?;
        let is_too_long = after(first, at_most).is_some_and(|after| last >= after);
        is_too_long.then(|| {
            let problem = Problem::new("at_most", "error-range-too-long").with("length", counted(at_most));
            problem.at(FIRST.boxes.first())
        })
    }
}

/// The two days of an answer.
fn kept(answer: &Answer) -> Option<(Date, Date)> {
    let Answer::Fields(fields) = answer else { return None };
    let day = |end: &End| fields.get(end.name)?.parse().ok();
    Some((day(&FIRST)?, day(&LAST)?))
}

/// What would have been typed for two days.
fn typed_range(first: Date, last: Date) -> Typed {
    let mut typed = typed_in(FIRST.boxes, first);
    typed.extend(typed_in(LAST.boxes, last));
    Typed::fields(typed.iter().map(|(suffix, value)| (*suffix, &**value)))
}

impl Kind for DateRange {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty").at(FIRST.boxes.first())
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let ends = [FIRST, LAST].map(|end| self.read_end(&end, typed, facts));
        let (first, last) = match ends {
            [Ok(first), Ok(last)] => (first, last),
            ends => return Err(ends.into_iter().filter_map(Result::err).collect()),
        };
        match self.problem(first, last) {
            Some(problem) => Err(vec![problem]),
            None => {
                let fields = [(FIRST.name, first), (LAST.name, last)];
                let fields = fields.map(|(name, day)| (name.to_owned(), day.to_string()));
                Ok(Answer::Fields(fields.into()))
            }
        }
    }

    fn read_empty(&self, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        self.read(&Typed::default(), facts)
    }

    fn typed(&self, answer: &Answer) -> Typed {
        kept(answer).map_or_else(Typed::default, |(first, last)| typed_range(first, last))
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        kept(answer).map(|(first, last)| Value::Dates(first, last))
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        kept(answer).map_or_else(Vec::new, |(first, last)| vec![(words.range)(first, last)])
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let day = self.days.fitting(facts);
        typed_range(day, day)
    }

    fn bounds(&self) -> &[WorkedBound] {
        self.days.worked()
    }

    fn personal(&self) -> bool {
        false
    }

    /// A day each: `{ first: 2026-05-01, last: 2026-05-10 }` or `[2026-05-01, 2026-05-10]`.
    fn typed_for(&self, written: &Written) -> Typed {
        let [first, last] = match written {
            Written::Line(line) => [Some(line), None],
            Written::Several(days) => [days.first(), days.get(1)],
            Written::Fields(fields) => [FIRST, LAST].map(|end| fields.get(end.name)),
        };
        // A day that cannot be read goes into the first box as it is, where it is refused.
        let ends = [(FIRST, first), (LAST, last)].into_iter();
        let typed = ends.flat_map(|(end, day)| match day.map(|day| (day, day.parse::<Date>())) {
            Some((_, Ok(date))) => typed_in(end.boxes, date),
            Some((day, Err(_))) => vec![(end.boxes.first(), day.clone())],
            None => Vec::new(),
        });
        let typed: Vec<_> = typed.collect();
        Typed::fields(typed.iter().map(|(suffix, value)| (*suffix, &**value)))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::{TestRules, read_within, told};
    use super::*;

    fn read(kind: &dyn Kind, first: Date, last: Date) -> Result<Answer, Vec<Problem>> {
        read_within(kind, &typed_range(first, last), &[])
    }

    #[test]
    fn two_days_are_kept() {
        let kind = TestRules::default().kind("date_range");
        let (first, last) = (date(2026, 5, 1), date(2026, 5, 10));
        let answer = read(&*kind, first, last).unwrap();
        assert_eq!(kind.value(&answer), Some(Value::Dates(first, last)));
        assert_eq!(read_within(&*kind, &kind.typed(&answer), &[]), Ok(answer));
        assert!(read(&*kind, first, first).is_ok());
    }

    #[test]
    fn each_day_that_is_wrong_is_said_beside_it() {
        let kind = TestRules::of(&[("in", "future")]).kind("date_range");
        let typed = Typed::fields([("first-day", "1"), ("first-year", "2026"), ("last-day", "1/5/2026")]);
        let problems = read_within(&*kind, &typed, &[]).unwrap_err();
        assert!(
            problems
                .iter()
                .map(|problem| problem.about)
                .eq([Some(FIRST.called), Some(LAST.called)])
        );
        assert_eq!(
            told(Err(problems)),
            [
                ("first-month", "wrong", "error-date-missing-month"),
                ("last-day", "in", "error-date-not-future"),
            ]
        );
        assert_eq!(
            told(read_within(&*kind, &Typed::fields([("first-day", "1/6/2026")]), &[])),
            [("last-day", "empty", "error-date-empty")]
        );
    }

    #[test]
    fn the_last_day_is_not_before_the_first() {
        let kind = TestRules::default().kind("date_range");
        assert_eq!(
            told(read(&*kind, date(2026, 5, 2), date(2026, 5, 1))),
            [("last-day", "order", "error-date-not-same-or-after")]
        );
    }

    #[test]
    fn a_range_has_a_greatest_length_that_counts_both_days() {
        for (at_most, last_taken) in [
            ("28 days", date(2026, 2, 28)),
            ("1 months", date(2026, 2, 28)),
            ("2 weeks", date(2026, 2, 14)),
        ] {
            let kind = TestRules::of(&[("at_most", at_most)]).kind("date_range");
            let first = date(2026, 2, 1);
            assert!(read(&*kind, first, last_taken).is_ok(), "{at_most}");
            assert_eq!(
                told(read(&*kind, first, last_taken.tomorrow().unwrap())),
                [("first-day", "at_most", "error-range-too-long")],
                "{at_most}"
            );
        }
        for wrong in ["0 days", "3 working_days"] {
            assert_eq!(TestRules::of(&[("at_most", wrong)]).problems("date_range").len(), 1);
        }
    }

    #[test]
    fn an_example_says_the_days_in_fields_or_in_a_list() {
        let kind = TestRules::default().kind("date_range");
        let (first, last) = (date(2026, 5, 1), date(2026, 5, 10));
        let days = ["2026-05-01".to_owned(), "2026-05-10".to_owned()];
        let fields = ["first", "last"].map(str::to_owned).into_iter().zip(days.clone());
        let typed = typed_range(first, last);
        assert_eq!(kind.typed_for(&Written::Several(days.to_vec())), typed);
        assert_eq!(kind.typed_for(&Written::Fields(fields.collect())), typed);
    }
}
