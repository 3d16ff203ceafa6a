//! Rows: answers that repeat, each with the same questions. It stands not in the registry: its rules are questions, which
//! the reader of definitions makes. It has no controls of its own either: each row has its pages, and
//! [`crate::apply`] reads them. How many rows there may be is in [`crate::journey`].

use super::{Control, Kind, Problem, Reading, Showing, Typed};
use crate::answer::Answer;
use crate::definition::RowsRules;
use crate::expression::{Type, Value};

/// The rules that can fail.
pub const RULES: &[&str] = &["empty", "incomplete", "at_least", "at_most", "exactly", "unique"];

/// What a person says who has no more to add.
const NO: &str = "no";

/// Rows with the rules of one question.
#[derive(Debug)]
pub(crate) struct RowsKind(pub(crate) RowsRules);

impl Kind for RowsKind {
    fn key(&self) -> &'static str {
        "rows"
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &[]
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-rows-empty")
    }

    /// Nothing that is typed in one place makes rows.
    fn read(&self, _typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        Err(vec![self.when_empty()])
    }

    fn typed(&self, _answer: &Answer) -> Typed {
        Typed::of(NO)
    }

    fn type_of(&self) -> Type {
        Type::Rows
    }

    /// Rows have no value of their own.
    fn value(&self, _answer: &Answer) -> Option<Value> {
        None
    }

    /// What was answered in each row, on its path or off it.
    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Rows(rows) = answer else { return Vec::new() };
        let row = |row: &crate::answer::Row| {
            let shown = self.0.questions().filter_map(|question| {
                let answer = &row.answers.get(&question.name)?.answer;
                let shown = question.kind.show(answer, words);
                Some(match question.kind.rows() {
                    Some(_) => words.conventions.in_a_row(&shown),
                    None => shown.join(" "),
                })
            });
            let shown: Vec<String> = shown.filter(|shown| !shown.is_empty()).collect();
            words.conventions.in_a_row(&shown)
        };
        rows.rows.iter().map(row).collect()
    }

    fn rules(&self) -> &[&'static str] {
        RULES
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(NO)
    }

    fn rows(&self) -> Option<&RowsRules> {
        Some(&self.0)
    }

    fn personal(&self) -> bool {
        self.0.questions().any(|question| question.kind.personal())
    }
}
