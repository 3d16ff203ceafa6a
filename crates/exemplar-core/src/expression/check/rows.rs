//! The check of what is gathered over rows, and of the names of a row: they mean this row, and nothing elsewhere.

use super::{Checking, Known, Mistake, Options, Part, not_a};
use crate::expression::Type;
use crate::expression::function::OVER_ROWS;
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::{OverRows, Tree};
use crate::id::Name;

impl Checking<'_> {
    /// Whether the function works on rows here. `count` does so only on a question of rows.
    pub(super) fn is_over_rows(&self, name: &str, arguments: &[Raw]) -> bool {
        let on_rows = || arguments.first().is_some_and(|first| self.rows_called(first).is_some());
        OVER_ROWS.contains(&name) && (name != "count" || arguments.len() != 1 || on_rows())
    }

    /// The question of rows that a word names.
    fn rows_called(&self, raw: &Raw) -> Option<Name> {
        let RawWhat::Word(word) = &raw.what else { return None };
        matches!(self.names.find(word), Some(Known::Question(Type::Rows, _))).then(|| Name::from(word.as_str()))
    }

    pub(super) fn over_rows(&mut self, name: &str, arguments: &[Raw], raw: &Raw) -> Result<Part, Mistake> {
        let (rows, rest) = match arguments {
            [rows, rest @ ..] if rest.len() == most(name) || (name == "count" && rest.is_empty()) => (rows, rest),
            _ => {
                return Err(Mistake::new(
                    "arguments",
                    raw.start..raw.end,
                    format!("{name}(...) takes {}.", written(name)),
                    format!("Write {}.", example(name)),
                ));
            }
        };
        let Some(called) = self.rows_called(rows) else {
            // What is wrong with the name itself is told first.
            let part = self.part(rows, &Options::None)?;
            return Err(not_a("the name of a question of rows", part.type_is, rows));
        };
        if self.rows.is_some() || self.names.within().is_some() {
            return Err(Mistake::new(
                "rows_over_rows",
                raw.start..raw.end,
                format!("Inside a row, {name}(...) cannot look at all rows again."),
                "Give it a name under the facts of the service, and use that name here.".into(),
            ));
        }
        let rows = self.mention(called.as_str(), rows);
        self.rows = Some(called);
        let guarded = std::mem::replace(&mut self.guarded, true);
        let part = self.in_each_row(name, rows, rest);
        self.guarded = guarded;
        self.rows = None;
        part
    }

    fn in_each_row(&mut self, name: &str, rows: Name, rest: &[Raw]) -> Result<Part, Mistake> {
        match (name, rest) {
            ("no_overlap", [first, last]) => {
                let (first, last) = (self.typed(first, Type::Date)?, self.typed(last, Type::Date)?);
                let tree = Tree::NoOverlap(rows, Box::new(first), Box::new(last));
                Ok(Part::new(tree, Type::Yes))
            }
            ("any" | "all" | "count", [condition]) => {
                let condition = self.typed(condition, Type::Yes)?;
                let (how, gives) = match name {
                    "any" => (OverRows::Any, Type::Yes),
                    "all" => (OverRows::All, Type::Yes),
                    _ => (OverRows::Count, Type::Number),
                };
                Ok(Part::new(Tree::OverRows(how, rows, Some(Box::new(condition))), gives))
            }
            (_, [of]) => {
                let part = self.part(of, &Options::None)?;
                let fits =
                    matches!(part.type_is, Type::Number | Type::Money) || (part.type_is == Type::Date && name != "sum");
                if !fits {
                    return Err(not_a("a number or an amount", part.type_is, of));
                }
                let how = match name {
                    "highest" => OverRows::Highest,
                    "lowest" => OverRows::Lowest,
                    _ => OverRows::Sum(part.type_is),
                };
                Ok(Part::new(
                    Tree::OverRows(how, rows, Some(Box::new(part.tree))),
                    part.type_is,
                ))
            }
            _ => Ok(Part::new(Tree::OverRows(OverRows::Count, rows, None), Type::Number)),
        }
    }

    fn typed(&mut self, raw: &Raw, wanted: Type) -> Result<Tree, Mistake> {
        let part = self.part(raw, &Options::None)?;
        Ok(self.as_type(part, wanted, raw)?.tree)
    }

    /// What a name stands for here: a name of a row stands for nothing outside of it.
    pub(super) fn seen_from_here(&self, word: &str, found: Option<Known>, raw: &Raw) -> Result<Option<Known>, Mistake> {
        match found {
            Some(Known::InRows(rows, known)) => {
                if self.rows.as_ref() == Some(&rows) || self.names.within() == Some(&rows) {
                    Ok(Some(*known))
                } else {
                    Err(Mistake::new(
                        "in_rows",
                        raw.start..raw.end,
                        format!("\"{word}\" is asked in each row of \"{rows}\", so it has no value of its own here."),
                        format!("Write any({rows}, {word} ...), or all, count, sum, highest or lowest."),
                    ))
                }
            }
            found => Ok(found),
        }
    }
}

/// How many arguments stand after the rows, at the most.
fn most(name: &str) -> usize {
    if name == "no_overlap" { 2 } else { 1 }
}

fn written(name: &str) -> &'static str {
    match name {
        "no_overlap" => "a question of rows, a first and a last day",
        "any" | "all" => "a question of rows and a condition",
        "count" => "a question of rows, and a condition where only some of them count",
        _ => "a question of rows, and what is taken from each",
    }
}

fn example(name: &str) -> String {
    match name {
        "no_overlap" => "no_overlap(ROWS, FIRST, LAST)".to_owned(),
        "any" | "all" => format!("{name}(ROWS, CONDITION)"),
        "count" => "count(ROWS) or count(ROWS, CONDITION)".to_owned(),
        _ => format!("{name}(ROWS, NAME)"),
    }
}

/// Rows have no value of their own.
pub(super) fn rows_as_value(raw: &Raw) -> Mistake {
    Mistake::new(
        "rows_as_value",
        raw.start..raw.end,
        "Rows have no value of their own.".into(),
        "Write count(ROWS), any(ROWS, CONDITION), sum(ROWS, NAME) or answered(ROWS).".into(),
    )
}
