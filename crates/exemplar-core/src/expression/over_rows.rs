//! What is gathered over rows: `any`, `all`, `count`, `sum`, `highest`, `lowest`, `no_overlap`.
//! It always has a value, save the highest and lowest of nothing: rows in which there is none are passed over.

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::scope::Scope;
use super::tree::{OverRows, Sign, Tree};
use super::value::{arithmetic, order, truth, value};
use super::{Type, Value};
use crate::id::Name;

/// What is gathered over the rows of a question, from what `of` comes to in each.
pub(super) fn gathered(how: OverRows, rows: &Name, of: Option<&Tree>, scope: &dyn Scope) -> Option<Value> {
    match (how, of) {
        (OverRows::Any, Some(of)) => Some(Value::Yes(count(rows, of, true, scope) > 0)),
        (OverRows::All, Some(of)) => Some(Value::Yes(count(rows, of, false, scope) == 0)),
        (OverRows::Count, Some(of)) => Some(Value::Number(Decimal::from(count(rows, of, true, scope)))),
        (OverRows::Sum(type_is), Some(of)) => sum(rows, of, type_is, scope),
        (OverRows::Highest, Some(of)) => furthest(rows, of, Ordering::Greater, scope),
        (OverRows::Lowest, Some(of)) => furthest(rows, of, Ordering::Less, scope),
        (_, None) => {
            let mut n = 0_u32;
            scope.each_row(rows, &mut |_| n += 1);
            Some(Value::Number(Decimal::from(n)))
        }
    }
}

/// In how many rows the condition is known to hold, or not to.
fn count(rows: &Name, of: &Tree, wanted: bool, scope: &dyn Scope) -> u32 {
    let mut n = 0;
    scope.each_row(rows, &mut |row| n += u32::from(truth(of, row) == Some(wanted)));
    n
}

fn sum(rows: &Name, of: &Tree, type_is: Type, scope: &dyn Scope) -> Option<Value> {
    let nothing = match type_is {
        Type::Money => Value::Money(Decimal::ZERO),
        _ => Value::Number(Decimal::ZERO),
    };
    let mut sum = Some(nothing);
    scope.each_row(rows, &mut |row| {
        if let Some(next) = value(of, row) {
            sum = sum.take().and_then(|so_far| arithmetic(Sign::Plus, &so_far, &next));
        }
    });
    sum
}

fn furthest(rows: &Name, of: &Tree, wanted: Ordering, scope: &dyn Scope) -> Option<Value> {
    let mut found: Option<Value> = None;
    scope.each_row(rows, &mut |row| {
        let Some(next) = value(of, row) else { return };
        if found.as_ref().is_none_or(|so_far| order(&next, so_far) == Some(wanted)) {
            found = Some(next);
        }
    });
    found
}

/// Whether no two rows have a day in common. A row that lacks its first or its last day is passed over.
pub(super) fn lie_apart(rows: &Name, first: &Tree, last: &Tree, scope: &dyn Scope) -> bool {
    let day = |tree: &Tree, row: &dyn Scope| -> Option<Date> {
        match value(tree, row)? {
            Value::Date(day) => Some(day),
            _ => None,
        }
    };
    let mut periods: Vec<(Date, Date)> = Vec::new();
    scope.each_row(rows, &mut |row| periods.extend(day(first, row).zip(day(last, row))));
    periods.sort_unstable();
    // In order of first days, one that ends late may reach over several of the next.
    let mut until: Option<Date> = None;
    periods.iter().all(|(first, last)| {
        let apart = until.is_none_or(|until| until < *first);
        until = until.max(Some(*last));
        apart
    })
}
