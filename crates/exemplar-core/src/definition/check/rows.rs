//! Rows: names of a row stand in texts of that row alone, and what is gathered over rows stays within its cost.

use crate::definition::limits::ROW_LOOKS;
use crate::definition::read::{Fill, NamedWhat, Reader};
use crate::definition::{Definition, GRID, RowsRules};
use crate::expression::{ROW, Type};
use crate::id::Name;

/// Whether what expressions gather over rows stays within what a request may cost.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    let mut looks = 0_usize;
    for used in reader.uses().iter() {
        let Some(in_all) = looks_at(definition, &used.mention.name) else {
            continue;
        };
        // A page's condition is looked at once; a fact may be looked at anew after each page.
        looks = looks.saturating_add(in_all.saturating_mul(definition.pages.len()));
        if looks > ROW_LOOKS {
            reader.error(
                used.place,
                "rows_too_often",
                "The expressions of this service look at rows too often.",
                "Give what is worked out from rows a name under facts, and use that name.",
            );
            return;
        }
    }
}

/// How many answers are looked at in all rows of a question: those in the rows that stand in them too, and where it stands
/// in rows itself, in each of these.
fn looks_at(definition: &Definition, rows: &Name) -> Option<usize> {
    let outer = || definition.questions().filter(|question| question.kind.rows().is_some());
    if let Some(rules) = definition.question(rows).and_then(|question| question.kind.rows()) {
        return Some(of_all(rules));
    }
    let around = outer().find(|question| {
        let rules = question.kind.rows();
        rules.is_some_and(|rules| rules.question(rows).is_some())
    })?;
    let around = around.kind.rows()?;
    let inner = around.question(rows)?.kind.rows()?;
    Some(of_all(inner).saturating_mul(most_of(around)))
}

fn of_all(rules: &RowsRules) -> usize {
    let inner = rules.inner().map(of_all);
    let in_one = inner.fold(rules.questions().count(), usize::saturating_add);
    in_one.saturating_mul(most_of(rules))
}

/// How many rows there can be.
fn most_of(rules: &RowsRules) -> usize {
    match &rules.fixed {
        Some(fixed) => fixed.rows.len(),
        None => rules.limits().0 as usize,
    }
}

/// A name of a row in a text: it stands in that row, and the question was asked before.
pub(super) fn fill(reader: &Reader<'_>, fill: &Fill, rows: &Name, what: &NamedWhat) {
    let name = &fill.name;
    let register = &reader.register;
    let Some(row) = fill.row.as_ref().filter(|row| register.is_seen_in(rows, &row.of)) else {
        reader.error(
            fill.place,
            "in_rows",
            format!("\"{name}\" is asked in each row of \"{rows}\", so it says nothing here."),
            format!("Put it between [[ for {rows} ]] and [[ endfor ]]."),
        );
        return;
    };
    if let (NamedWhat::Question { order, .. }, Some(here)) = (what, row.before)
        && *order >= here
    {
        reader.error(
            fill.place,
            "asked_later",
            format!("\"{name}\" is not answered yet where this stands."),
            "Use what was asked before in the row.",
        );
    }
}

/// Whether a text names the row of the table or grid in which it stands, or what was chosen in that row of a grid.
pub(super) fn is_this_row(reader: &Reader<'_>, fill: &Fill) -> bool {
    let Some(row) = &fill.row else { return false };
    let Some(NamedWhat::Question { fixed, kind, .. }) = reader.register.what(row.of.as_str()) else {
        return false;
    };
    let is_row = fill.name == ROW && reader.register.what(ROW).is_none();
    let is_chosen = fill.name == row.of.as_str() && *kind == Some(GRID) && !fill.repeats;
    !fixed.is_empty() && (is_row || is_chosen)
}

/// Whether that is a question of rows.
pub(super) fn are_rows(what: Option<&NamedWhat>) -> bool {
    matches!(
        what.map(NamedWhat::itself),
        Some(NamedWhat::Question {
            type_is: Some(Type::Rows),
            ..
        })
    )
}

/// A text goes through something that is no rows.
pub(super) fn no_rows(reader: &Reader<'_>, fill: &Fill) {
    reader.error(
        fill.place,
        "no_rows",
        format!("\"{}\" is no question of rows.", fill.name),
        "Name one after [[ for ]].",
    );
}
