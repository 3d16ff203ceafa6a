//! Rows: names of a row stand in texts of that row alone, and what is gathered over rows stays within its cost.

use crate::definition::Definition;
use crate::definition::limits::{ROW_LOOKS, ROWS_AT_MOST};
use crate::definition::read::{Fill, NamedWhat, Reader};
use crate::expression::Type;
use crate::id::Name;

/// Whether what expressions gather over rows stays within what a request may cost.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    let mut looks = 0_usize;
    for used in reader.uses().iter() {
        let question = definition.question(&used.mention.name);
        let Some(rules) = question.and_then(|question| question.kind.rows()) else {
            continue;
        };
        let in_all = rules.questions().count().saturating_mul(ROWS_AT_MOST as usize);
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

/// A name of a row in a text: it stands in that row, and the question was asked before.
pub(super) fn fill(reader: &Reader<'_>, fill: &Fill, rows: &Name, what: &NamedWhat) {
    let name = &fill.name;
    let Some(row) = fill.row.as_ref().filter(|row| row.of == *rows) else {
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

/// Whether that is a question of rows.
pub(super) fn are_rows(what: Option<&NamedWhat>) -> bool {
    matches!(
        what,
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
