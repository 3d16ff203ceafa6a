//! The bounds of a value, which numbers, money and dates share. What a value looks like is not known here.

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use super::{Reading, RuleProblem, Rules, WorkedBound};
use crate::expression::{Type, Value};

/// `from` and `to`, each the same in every case or worked out for each request.
#[derive(Debug)]
pub(super) struct Range {
    from: Option<Value>,
    to: Option<Value>,
    /// Those that are worked out.
    pub(super) worked: Vec<WorkedBound>,
}

impl Range {
    /// Reads `from` and `to`.
    pub(super) fn from_rules(rules: &mut Rules<'_>, of: Type) -> Self {
        let from = rules.bound("from", of);
        let to = rules.bound("to", of);
        let is_empty = match (&from, &to) {
            (Some(from), Some(to)) => {
                decimal(from) > decimal(to) && decimal(to).is_some() || day(from) > day(to) || time(from) > time(to)
            }
            _ => false,
        };
        if is_empty {
            let says = "`from` is beyond `to`, so that no answer would be taken.";
            rules.refuse(RuleProblem::new("from", says).mend("Swap the two."));
        }
        Self {
            from,
            to,
            worked: rules.worked(),
        }
    }

    /// The names of its rules that can fail.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static str> {
        let has =
            |rule, literal: &Option<Value>| literal.is_some() || self.worked.iter().any(|bound| bound.rule == rule);
        [
            has("from", &self.from).then_some("from"),
            has("to", &self.to).then_some("to"),
        ]
        .into_iter()
        .flatten()
    }

    /// Both ends as numbers or amounts.
    pub(super) fn decimals(&self, facts: &Reading<'_>) -> (Option<Decimal>, Option<Decimal>) {
        (self.from(facts).and_then(decimal), self.to(facts).and_then(decimal))
    }

    /// Both ends as days.
    pub(super) fn days(&self, facts: &Reading<'_>) -> (Option<Date>, Option<Date>) {
        (self.from(facts).and_then(day), self.to(facts).and_then(day))
    }

    /// Both ends as times of day.
    pub(super) fn times(&self, facts: &Reading<'_>) -> (Option<Time>, Option<Time>) {
        (self.from(facts).and_then(time), self.to(facts).and_then(time))
    }

    /// The lower end, where it is the same in every case.
    pub(super) fn literal_from(&self) -> Option<Decimal> {
        self.from.as_ref().and_then(decimal)
    }

    /// The upper end, where it is the same in every case.
    pub(super) fn literal_to(&self) -> Option<Decimal> {
        self.to.as_ref().and_then(decimal)
    }

    /// The lower end.
    fn from<'a>(&'a self, facts: &Reading<'a>) -> Option<&'a Value> {
        self.from.as_ref().or_else(|| facts.bounds.get("from"))
    }

    /// The upper end.
    fn to<'a>(&'a self, facts: &Reading<'a>) -> Option<&'a Value> {
        self.to.as_ref().or_else(|| facts.bounds.get("to"))
    }
}

/// A value as a number: a bare number may stand for an amount.
fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) | Value::Money(number) => Some(*number),
        _ => None,
    }
}

/// A value as a time of day.
fn time(value: &Value) -> Option<Time> {
    match value {
        Value::Time(time) => Some(*time),
        _ => None,
    }
}

/// A value as a day.
fn day(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        _ => None,
    }
}
