//! Rows within rows: which question stands in whose rows, what is seen from there, and what stands beneath.

use super::names::{NamedWhat, Register};
use super::{Reader, Row};
use crate::definition::keys::KINDS_OF_QUESTIONS;
use crate::definition::source::{Key, Node, Place};
use crate::id::Name;
use crate::text::NameIn;

/// What stands under the kind of answer whose rules are questions: its key, and the contents.
pub(super) fn rows_key(node: &Node) -> Option<(&'static str, &Node)> {
    let mut keys = KINDS_OF_QUESTIONS.iter();
    keys.find_map(|key| Some((*key, node.get(key)?)))
}

/// The questions that stand beneath rows or a table.
pub(super) fn asked_in_rows(rows: &Node) -> &[(Key, Node)] {
    let questions = rows.get("questions").or_else(|| rows.get("columns"));
    questions.map(Node::entries).unwrap_or_default()
}

/// Whether nothing more can stand in that row: it is one of rows within rows, or of a table.
pub(super) fn is_deep(reader: &Reader<'_>, row: &Row) -> bool {
    match reader.register.what(row.of.as_str()) {
        Some(NamedWhat::Question { fixed, .. }) => !fixed.is_empty(),
        _ => true,
    }
}

impl Register {
    /// The question of rows in whose rows another one stands.
    pub(in crate::definition) fn around(&self, rows: &str) -> Option<&Name> {
        match self.what(rows) {
            Some(NamedWhat::InRows(around, _)) => Some(around),
            _ => None,
        }
    }

    /// Whether what belongs to a row of `of` is seen in a row of `here`: in its own rows, and in those that stand in them.
    pub(in crate::definition) fn is_seen_in(&self, of: &Name, here: &Name) -> bool {
        of == here || self.around(here) == Some(of)
    }
}

impl Reader<'_> {
    /// Within rows, a text goes through the rows that stand in them and no others.
    pub(super) fn goes_within(&self, name: &NameIn<'_>, place: Place) {
        let is_within = |rows| {
            self.register
                .around(name.name)
                .is_some_and(|around| around.as_str() == rows)
        };
        if name.repeats && name.rows.is_some_and(|rows| !is_within(rows)) {
            let message = "Rows cannot be gone through within other rows.";
            let advice = "Name rows that stand in these, or end the first with [[ endfor ]] before.";
            self.error(place, "rows_in_rows", message, advice);
        }
    }

    /// The row in which a name stands, between `[[ for rows ]]` and `[[ endfor ]]` or without.
    pub(super) fn row_of(&self, name: &NameIn<'_>) -> Option<Row> {
        let here = self.row();
        let Some(rows) = name.rows else { return here };
        // Of rows within this one, what is asked later is not known either.
        let here = here.filter(|here| self.register.around(rows) == Some(&here.of));
        Some(Row {
            of: Name::from(rows),
            before: here.and_then(|here| here.before),
        })
    }
}
