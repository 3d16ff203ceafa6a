//! The check of what is gathered over rows, and of the names of a row: they mean this row, and nothing elsewhere.

use super::{Checking, Known, Mistake, Options, Part, not_a};
use crate::expression::Type;
use crate::expression::function::OVER_ROWS;
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::{OverRows, Tree};
use crate::id::Name;
use crate::kind::WAYS;

/// Stands for the name of the row in a table or grid.
pub const ROW: &str = "row";
/// Stands for the way in which a document is sent.
const WAY: &str = "way";

impl Known {
    /// A question of documents: they are gone through as rows are, each with its way.
    pub(crate) fn documents() -> Self {
        let ways = WAYS.iter().map(|way| Name::from(*way));
        Self::Question(Type::Fields, Options::Of(ways.collect()))
    }
}

impl Checking<'_> {
    /// Whether the function works on rows here. `count` does so only on a question of rows.
    pub(super) fn is_over_rows(&self, name: &str, arguments: &[Raw]) -> bool {
        let on_rows = || arguments.first().is_some_and(|first| self.rows_called(first).is_some());
        OVER_ROWS.contains(&name) && (name != "count" || arguments.len() != 1 || on_rows())
    }

    /// The question of rows that a word names.
    fn rows_called(&self, raw: &Raw) -> Option<Name> {
        let RawWhat::Word(word) = &raw.what else { return None };
        let are_rows = |known: &Known| match known {
            Known::InRows(_, known) => matches!(**known, Known::Question(Type::Rows, _)),
            known => matches!(known, Known::Question(Type::Rows, _)),
        };
        let is_gone_through = |known: &Known| are_rows(known) || self.ways_of(&Name::from(word.as_str())).is_some();
        let known = self.names.find(word).filter(is_gone_through);
        known.map(|_| Name::from(word.as_str()))
    }

    /// The ways in which documents can be sent, where that is a question of documents.
    fn ways_of(&self, rows: &Name) -> Option<Options> {
        match self.names.find(rows.as_str()) {
            Some(Known::Question(Type::Fields, options @ Options::Of(_))) => Some(options),
            _ => None,
        }
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
        self.can_look_at(&called, name, (rows, raw))?;
        if self.ways_of(&called).is_some() && !["any", "all", "count"].contains(&name) {
            return Err(Mistake::new(
                "arguments",
                raw.start..raw.end,
                format!("{name}(...) does not go through documents."),
                format!("Write any({called}, way is later), or all or count."),
            ));
        }
        let rows = self.mention(called.as_str(), rows);
        let around = self.rows.replace(called);
        let guarded = std::mem::replace(&mut self.guarded, true);
        let part = self.in_each_row(name, rows, rest);
        self.guarded = guarded;
        self.rows = around;
        part
    }

    /// The question in whose rows a name stands here.
    fn innermost(&self) -> Option<&Name> {
        self.rows.as_ref().or_else(|| self.names.within())
    }

    /// The question in whose rows that one stands.
    fn around(&self, rows: &Name) -> Option<Name> {
        match self.names.find(rows.as_str()) {
            Some(Known::InRows(around, _)) => Some(around),
            _ => None,
        }
    }

    /// In a row, the rows that stand in it can be looked at, and no others: it would cost rows times rows.
    fn can_look_at(&self, called: &Name, name: &str, (rows, raw): (&Raw, &Raw)) -> Result<(), Mistake> {
        let around = self.around(called);
        let here = self.innermost();
        match &around {
            _ if here == around.as_ref() => Ok(()),
            Some(around) if here.is_none() => Err(Mistake::new(
                "in_rows",
                rows.start..rows.end,
                format!("\"{called}\" is asked in each row of \"{around}\", so it stands for nothing here."),
                format!("Give {name}({called}, ...) a name under the facts of \"{around}\", and gather that."),
            )),
            _ => Err(Mistake::new(
                "rows_over_rows",
                raw.start..raw.end,
                match around {
                    None => format!("Inside a row, {name}(...) cannot look at all rows again."),
                    Some(_) => format!("{name}(...) cannot look at these rows from here."),
                },
                match around {
                    None => "Give it a name under the facts of the service, and use that name here.".into(),
                    Some(around) => format!("Give it a name under the facts of \"{around}\", and use that name here."),
                },
            )),
        }
    }

    /// Inside a table or grid: `row`, which is the name of this row, and the grid itself, which is what was chosen in it.
    pub(super) fn of_this_row(&mut self, word: &str, found: Option<&Known>, raw: &Raw) -> Option<Part> {
        let rows = self.innermost().cloned()?;
        match found {
            None if word == WAY => self.ways_of(&rows).map(|options| Part {
                tree: Tree::Row,
                type_is: Type::One,
                options,
            }),
            None if word == ROW => {
                let fixed = self.names.fixed_rows(&rows);
                (!fixed.is_empty()).then(|| Part {
                    tree: Tree::Row,
                    type_is: Type::One,
                    options: Options::Of(fixed),
                })
            }
            Some(Known::Question(Type::Rows, options @ (Options::Of(_) | Options::Any))) if word == rows.as_str() => {
                Some(Part {
                    tree: Tree::Answer(self.mention(word, raw)),
                    type_is: Type::One,
                    options: options.clone(),
                })
            }
            _ => None,
        }
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
                let here = self.innermost();
                let around = here.and_then(|here| self.around(here));
                if here == Some(&rows) || around.as_ref() == Some(&rows) {
                    Ok(Some(*known))
                } else {
                    Err(Mistake::new(
                        "in_rows",
                        raw.start..raw.end,
                        format!("\"{word}\" is asked in each row of \"{rows}\", so it has no value of its own here."),
                        match self.around(&rows) {
                            None => format!("Write any({rows}, {word} ...), or all, count, sum, highest or lowest."),
                            Some(around) => {
                                format!(
                                    "Write any({around}, any({rows}, {word} ...)), or give it a name under the facts of \"{around}\"."
                                )
                            }
                        },
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
