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
            if matches!(inner, Formula::Always(_)) {
                return inner;
            }
            return self.any_of(outer, &inner, shows);
        }
        let outer = self.row.replace(asked);
        let inner = settled(self.read(test, shows, depth + 1));
        self.row = outer;
        if inner == Formula::Always(over == "all") {
            return inner;
        }
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

/// The same without parts that always hold or never do.
fn settled(formula: Formula) -> Formula {
    let is_all = matches!(formula, Formula::All(_));
    match formula {
        Formula::Not(part) => match settled(*part) {
            Formula::Always(holds) => Formula::Always(!holds),
            part => Formula::Not(Box::new(part)),
        },
        Formula::All(parts) | Formula::Any(parts) => {
            let parts: Vec<Formula> = parts.into_iter().map(settled).collect();
            if parts.contains(&Formula::Always(!is_all)) {
                return Formula::Always(!is_all);
            }
            let mut rest: Vec<Formula> = parts
                .into_iter()
                .filter(|part| *part != Formula::Always(is_all))
                .collect();
            if !is_all {
                one_of_options(&mut rest);
            }
            match rest.len() {
                0 => Formula::Always(is_all),
                1 => rest.remove(0),
                _ if is_all => Formula::All(rest),
                _ => Formula::Any(rest),
            }
        }
        formula => formula,
    }
}

/// Options of one question, any of which may have been chosen, as one part; what is said twice is said once.
fn one_of_options(parts: &mut Vec<Formula>) {
    let mut out: Vec<Formula> = Vec::new();
    for part in parts.drain(..) {
        if let Formula::Atom(Atom::One { asked, options }) = &part
            && let Some(known) = out.iter_mut().find_map(|known| match known {
                Formula::Atom(Atom::One { asked: own, options }) if own == asked => Some(options),
                _ => None,
            })
        {
            known.extend(options.iter().copied());
        } else if !out.contains(&part) {
            out.push(part);
        }
    }
    *parts = out;
}
