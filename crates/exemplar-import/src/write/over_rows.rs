//! Conditions about rows: what holds of some row or of each, and of rows within rows.

use super::formula::{Atom, Formula, Turn};
use super::logic::settled;
use super::plan::Asked;

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
        let Some(inner) = in_row(&inner, self.reading.asked) else {
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
        match in_row(inner, self.reading.asked) {
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

/// The opposite of a formula about one row, which holds too where there is no answer.
fn in_row_not(part: &Formula, asked: &[Asked<'_>]) -> Option<String> {
    let said = in_row(part, asked)?;
    let of = match part {
        Formula::Atom(Atom::Yes { asked, .. } | Atom::One { asked, .. } | Atom::Text { asked, .. }) => *asked,
        _ => return Some(format!("not ({said})")),
    };
    let one = &asked[of];
    let is_always_there = one.must_be_answered() && one.field.when.is_none();
    match part {
        _ if is_always_there && !said.contains(' ') => Some(format!("not {said}")),
        _ if is_always_there => Some(format!("not ({said})")),
        Formula::Atom(Atom::Yes { yes: true, .. }) => Some(format!("not yes({})", one.name)),
        _ => Some(format!("not answered({}) or not ({said})", one.name)),
    }
}

/// A formula about the answers of one row, as it stands in `any` and `all`.
fn in_row(formula: &Formula, asked: &[Asked<'_>]) -> Option<String> {
    match formula {
        Formula::Always(_) => None,
        Formula::Atom(Atom::Yes { asked: of, yes }) => {
            let name = &asked[*of].name;
            Some(if *yes { name.clone() } else { format!("not {name}") })
        }
        Formula::Atom(Atom::Answered { asked: of }) => Some(format!("answered({})", asked[*of].name)),
        Formula::Atom(Atom::Text { holds, .. }) => Some(holds.clone()),
        Formula::Atom(Atom::One { asked: of, options }) => {
            let one = &asked[*of];
            let names: Vec<&str> = options
                .iter()
                .filter_map(|option| one.options.get(*option))
                .map(String::as_str)
                .collect();
            Some(match names.as_slice() {
                [only] => format!("{} is {only}", one.name),
                names => format!("{} in [{}]", one.name, names.join(", ")),
            })
        }
        Formula::Not(part) => in_row_not(part, asked),
        Formula::All(parts) | Formula::Any(parts) => {
            let is_all = matches!(formula, Formula::All(_));
            let parts: Option<Vec<String>> = parts.iter().map(|part| in_row(part, asked)).collect();
            let parts: Vec<String> = parts?
                .into_iter()
                .map(|part| {
                    let is_joined = [" and ", " or "].iter().any(|sign| part.contains(sign));
                    if is_joined { format!("({part})") } else { part }
                })
                .collect();
            Some(parts.join(if is_all { " and " } else { " or " }))
        }
    }
}
