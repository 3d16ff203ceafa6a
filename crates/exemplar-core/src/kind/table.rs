//! Tables and grids: questions that are asked in each of some fixed rows, all on one page. Neither stands in the registry:
//! their rules are questions, which the reader of definitions makes. Their answer has the form of rows; how many rows
//! there are says the definition.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Control, Kind, Problem, Reading, Showing, Typed};
use crate::answer::{Answer, Answers, Given, Row, Rows};
use crate::definition::{FixedRows, RowsRules};
use crate::expression::{Type, Value};
use crate::id::Name;
use crate::record::{Actor, Channel};

/// The rules that can fail. Those of a cell are its question's.
pub const RULES: &[&str] = &["empty", "incomplete"];

/// A table or a grid with the rules of one question.
#[derive(Debug)]
pub(crate) struct TableKind {
    rules: RowsRules,
    fixed: Arc<FixedRows>,
}

impl TableKind {
    /// Makes the kind of rules that have these rows.
    pub(crate) fn new(rules: RowsRules, fixed: FixedRows) -> Self {
        let fixed = Arc::new(fixed);
        Self {
            rules: RowsRules {
                fixed: Some(fixed.clone()),
                ..rules
            },
            fixed,
        }
    }

    /// One row as it is shown: its label, then what was answered in it.
    fn line(&self, row: &Row, words: &Showing<'_>) -> Option<String> {
        let label = self.fixed.rows.get(row.name.as_ref()?)?.get(words.language);
        let several = self.rules.questions().count() > 1;
        let shown = self.rules.questions().filter_map(|question| {
            let answer = &row.answers.get(&question.name)?.answer;
            if matches!(answer, Answer::Blank) {
                return None;
            }
            let shown = question.kind.show(answer, words).join(" ");
            let ask = question.ask.get(words.language);
            Some(if several { format!("{ask} {shown}") } else { shown })
        });
        let shown: Vec<String> = shown.filter(|shown| !shown.is_empty()).collect();
        let shown = if shown.is_empty() {
            (words.word)("apply-not-answered")
        } else {
            words.conventions.in_a_row(&shown)
        };
        Some(format!("{label}: {shown}"))
    }
}

/// What was typed into the controls of one cell, of all that was typed into the table.
#[must_use]
pub fn typed_in(typed: &Typed, cell: &str) -> Typed {
    let own = typed.0.iter().filter_map(|(suffix, values)| {
        let rest = suffix.strip_prefix(cell)?;
        let within = match rest.strip_prefix('-') {
            Some(within) => within,
            None if rest.is_empty() => "",
            None => return None,
        };
        Some((within.to_owned(), values.clone()))
    });
    Typed(own.collect())
}

impl Kind for TableKind {
    fn key(&self) -> &'static str {
        self.fixed.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &[]
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    /// Each cell alone. What depends on other answers is read where the way is known, by [`crate::apply`]; this is for
    /// what is shown of an answer that was not saved.
    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let nothing = BTreeMap::new();
        let facts = Reading {
            bounds: &nothing,
            ..*facts
        };
        let mut rows = Rows::default();
        let mut problems = Vec::new();
        for name in self.fixed.rows.keys() {
            let id = rows.last.next();
            let mut given = Vec::new();
            for question in self.rules.questions() {
                let cell = self.fixed.cell(name, &question.name);
                let typed = typed_in(typed, &cell);
                let read = match typed.is_empty() {
                    true if question.optional => Ok(Answer::Blank),
                    true => question.kind.read_empty(&facts),
                    false => question.kind.read(&typed, &facts),
                };
                match read {
                    Ok(answer) => given.push((question.name.clone(), of_nobody(answer))),
                    Err(wrong) => problems.extend(wrong.into_iter().map(|problem| in_cell(problem, &cell))),
                }
            }
            rows.last = id;
            rows.rows.push(Row {
                id,
                name: Some(name.clone()),
                answers: Answers(given.into_iter().collect()),
            });
        }
        rows.finished = true;
        if problems.is_empty() {
            Ok(Answer::Rows(rows))
        } else {
            Err(problems)
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let mut typed = Typed::default();
        let Answer::Rows(rows) = answer else { return typed };
        for row in &rows.rows {
            let Some(name) = &row.name else { continue };
            for question in self.rules.questions() {
                let given = row.answers.get(&question.name).map(|given| &given.answer);
                let Some(answer) = given.filter(|answer| **answer != Answer::Blank) else {
                    continue;
                };
                put(
                    &mut typed,
                    &self.fixed.cell(name, &question.name),
                    question.kind.typed(answer),
                );
            }
        }
        typed
    }

    fn type_of(&self) -> Type {
        Type::Rows
    }

    /// Rows have no value of their own.
    fn value(&self, _answer: &Answer) -> Option<Value> {
        None
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Rows(rows) => rows.rows.iter().filter_map(|row| self.line(row, words)).collect(),
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        RULES
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let mut typed = Typed::default();
        for name in self.fixed.rows.keys() {
            for question in self.rules.questions() {
                put(
                    &mut typed,
                    &self.fixed.cell(name, &question.name),
                    question.kind.example(facts),
                );
            }
        }
        typed
    }

    fn rows(&self) -> Option<&RowsRules> {
        Some(&self.rules)
    }

    fn personal(&self) -> bool {
        self.rules.questions().any(|question| question.kind.personal())
    }
}

/// Puts what stands in the controls of a cell into those of the table.
fn put(typed: &mut Typed, cell: &str, own: Typed) {
    for (suffix, values) in own.0 {
        let suffix = if suffix.is_empty() {
            cell.to_owned()
        } else {
            format!("{cell}-{suffix}")
        };
        typed.0.insert(suffix, values);
    }
}

/// A problem of a cell's question, as one of the table.
#[must_use]
pub fn in_cell(problem: Problem, cell: &str) -> Problem {
    let control = if problem.control.is_empty() {
        cell.to_owned()
    } else {
        format!("{cell}-{}", problem.control)
    };
    problem.at_field(&control)
}

/// An answer of which nobody knows how it came about.
fn of_nobody(answer: Answer) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: jiff::Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    }
}

/// The row and the question to which a control of a table belongs.
#[must_use]
pub fn cell_of<'a>(rules: &'a RowsRules, control: &str) -> Option<(&'a Name, &'a crate::definition::Question)> {
    let fixed = rules.fixed.as_ref()?;
    let mut rows = fixed.rows.keys();
    rows.find_map(|row| {
        let mut questions = rules.questions();
        let question = questions.find(|question| {
            let cell = fixed.cell(row, &question.name);
            let rest = control.strip_prefix(&*cell);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })?;
        Some((row, question))
    })
}
