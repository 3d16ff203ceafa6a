//! Conditions about rows: what holds of some row or of each, and of rows within rows.

use super::formula::{Atom, Formula, Turn};
use crate::form::Test;

impl Turn<'_, '_> {
    /// `any(rows, ...)`: what holds of a row, in the words of the language.
    pub(super) fn over_rows(
        &mut self,
        asked: usize,
        (over, test): (&str, &Test),
        shows: bool,
        depth: usize,
    ) -> Formula {
        // Rows within rows: of some row of the outer ones.
        if let Some(outer) = self.reading.asked[asked].rows.filter(|outer| !self.is_within(*outer)) {
            let before = self.row.replace(outer);
            let inner = self.over_rows(asked, (over, test), shows, depth + 1);
            self.row = before;
            return self.any_of(outer, &inner, shows);
        }
        let outer = self.row.replace(asked);
        let inner = self.read(test, shows, depth + 1);
        self.row = outer;
        let name = &self.reading.asked[asked].name;
        let Some(inner) = super::say::in_row(&inner, self.reading.asked) else {
            return self.untold(&format!("{over} of {name}"), shows);
        };
        let holds = format!("{over}({name}, {inner})");
        Formula::Atom(Atom::Text {
            asked,
            fails: format!("not {holds}"),
            holds,
        })
    }

    /// Whether the condition stands in these rows, or in rows within them.
    pub(super) fn is_within(&self, rows: usize) -> bool {
        let outer = self.row.and_then(|row| self.reading.asked[row].rows);
        self.row == Some(rows) || outer == Some(rows)
    }

    /// That something holds of some row.
    fn any_of(&mut self, rows: usize, inner: &Formula, shows: bool) -> Formula {
        let name = &self.reading.asked[rows].name;
        match super::say::in_row(inner, self.reading.asked) {
            Some(inner) => {
                let holds = format!("any({name}, {inner})");
                Formula::Atom(Atom::Text {
                    asked: rows,
                    fails: format!("not {holds}"),
                    holds,
                })
            }
            None => self.untold(&format!("any of {name}"), shows),
        }
    }
}
