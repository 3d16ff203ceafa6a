//! Which days are taken: past or future, from one day to another. How a day is typed is not known here.

use jiff::ToSpan;
use jiff::civil::Date;

use super::range::Range;
use super::{Param, Problem, Reading, Rules, WorkedBound};
use crate::expression::Type;

/// The earliest day where no rule says otherwise: nobody alive was born before.
pub(super) const EARLIEST: Date = jiff::civil::date(1900, 1, 1);

/// How many years ahead a day may be where no rule says otherwise.
pub(super) const YEARS_AHEAD: i32 = 100;

/// On which side of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Past,
    Future,
}

/// The days that are taken.
#[derive(Debug)]
pub(super) struct Days {
    side: Option<Side>,
    range: Range,
}

impl Days {
    /// Reads `in`, `from` and `to`.
    pub(super) fn from_rules(rules: &mut Rules<'_>) -> Self {
        let range = Range::from_rules(rules, Type::Date);
        let word = rules.get(|reader| reader.word("in", &["past", "future"]));
        Self {
            side: word.map(|word| if word == "past" { Side::Past } else { Side::Future }),
            range,
        }
    }

    /// The names of its rules that can fail.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.side.map(|_| "in").into_iter().chain(self.range.rules())
    }

    /// The ends that are worked out.
    pub(super) fn worked(&self) -> &[WorkedBound] {
        &self.range.worked
    }

    /// A day that would be taken.
    pub(super) fn fitting(&self, facts: &Reading<'_>) -> Date {
        let usual = match self.side {
            Some(Side::Past) => facts.today.saturating_sub(40.years()),
            Some(Side::Future) => facts.today.saturating_add(1.month()),
            None => facts.today,
        };
        let (first, last) = self.ends(facts);
        usual.max(first).min(last)
    }

    /// The first and the last day that are taken.
    pub(super) fn ends(&self, facts: &Reading<'_>) -> (Date, Date) {
        let (from, to) = self.range.days(facts);
        let today = facts.today;
        let far = today.saturating_add(YEARS_AHEAD.years());
        let from = from.unwrap_or_else(|| EARLIEST.min(to.unwrap_or(EARLIEST)));
        let to = to.unwrap_or_else(|| far.max(from));
        match self.side {
            None => (from, to),
            Some(Side::Past) => (from, to.min(today.saturating_sub(1.day()))),
            Some(Side::Future) => (from.max(today.saturating_add(1.day())), to),
        }
    }

    /// What is wrong with a day.
    pub(super) fn problem(&self, date: Date, facts: &Reading<'_>) -> Option<Problem> {
        let today = facts.today;
        match self.side {
            Some(Side::Past) if date >= today => {
                return Some(Problem::new("in", "error-date-not-past"));
            }
            Some(Side::Future) if date <= today => {
                return Some(Problem::new("in", "error-date-not-future"));
            }
            _ => {}
        }
        let (from, to) = self.range.days(facts);
        let (first, last) = self.ends(facts);
        if date < first {
            Some(match (from, to) {
                (None, _) => same_or_after("wrong", first),
                (Some(from), _) if from == today => Problem::new("from", "error-date-not-today-or-future"),
                (Some(from), Some(to)) => between("from", from, to),
                (Some(from), None) => same_or_after("from", from),
            })
        } else if date > last {
            Some(match (from, to) {
                (_, None) => same_or_before("wrong", last),
                (_, Some(to)) if to == today => Problem::new("to", "error-date-not-today-or-past"),
                (Some(from), Some(to)) => between("to", from, to),
                (None, Some(to)) => same_or_before("to", to),
            })
        } else {
            None
        }
    }
}

/// That a day is too early.
fn same_or_after(rule: &'static str, from: Date) -> Problem {
    Problem::new(rule, "error-date-not-same-or-after").with("from", Param::Date(from))
}

/// That a day is too late.
fn same_or_before(rule: &'static str, to: Date) -> Problem {
    Problem::new(rule, "error-date-not-same-or-before").with("to", Param::Date(to))
}

/// That a day is not between two.
fn between(rule: &'static str, from: Date, to: Date) -> Problem {
    Problem::new(rule, "error-date-not-between")
        .with("from", Param::Date(from))
        .with("to", Param::Date(to))
}
