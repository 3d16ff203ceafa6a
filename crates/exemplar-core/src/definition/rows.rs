//! The rules of a question of rows: what repeats, how often, and what is asked in each. The rows that a person gave are
//! in [`crate::answer`], their walk in [`crate::journey`].

use std::sync::Arc;

use indexmap::IndexMap;

use super::Definition;
use super::fact::Fact;
use super::limits::{ROWS, ROWS_AT_MOST, ROWS_IN_A_ROW};
use super::model::{Cases, Page, Question, QuestionPlace};
use crate::id::Name;
use crate::text::Text;

/// The rules of a question of rows.
#[derive(Debug)]
pub struct RowsRules {
    /// What one row is: `job`.
    pub each: Text,
    /// What several are, as it stands after a number: `jobs`.
    pub many: Option<Text>,
    /// The questions of a row. One page each, or all on one.
    pub pages: Vec<Page>,
    /// Whether they stand on one page.
    pub together: bool,
    /// So many rows at least.
    pub at_least: Option<Cases>,
    /// So many at most.
    pub at_most: Option<Cases>,
    /// So many, no more and no fewer.
    pub exactly: Option<Cases>,
    /// Questions whose answers, taken together, no two rows have in common.
    pub unique: Vec<Name>,
    /// How a row is called; the answer to its first question where nothing is said.
    pub title: Option<Text>,
    /// What is worked out in each row.
    pub facts: IndexMap<Name, Fact>,
    /// Where each question of a row stands.
    pub places: IndexMap<Name, QuestionPlace>,
    /// The rows, where they stand in the definition and nobody adds any.
    pub fixed: Option<Arc<FixedRows>>,
    /// The question of rows in whose rows these stand.
    pub within: Option<Name>,
}

/// Rows that stand in the definition: those of a table, which asks several questions in each, or of a grid, which asks
/// one that has the grid's own name.
#[derive(Debug)]
pub struct FixedRows {
    /// Its key: `table` or `grid`.
    pub key: &'static str,
    /// By name, each with its label, in order.
    pub rows: IndexMap<Name, Text>,
}

impl FixedRows {
    /// Whether one question is asked in each row, which has the name of the whole.
    #[must_use]
    pub fn is_grid(&self) -> bool {
        self.key == GRID
    }

    /// The suffix of the control in which one question of a row is answered.
    #[must_use]
    pub fn cell(&self, row: &Name, question: &Name) -> String {
        if self.is_grid() {
            row.to_string()
        } else {
            format!("{row}-{question}")
        }
    }
}

/// The key of fixed rows with questions.
pub const TABLE: &str = "table";
/// The key of fixed rows with one choice each.
pub const GRID: &str = "grid";

impl RowsRules {
    /// The question of a row with that name.
    #[must_use]
    pub fn question(&self, name: &str) -> Option<&Question> {
        let place = self.places.get(name)?;
        self.pages.get(place.page)?.questions().get(place.on_page)
    }

    /// The page of a row with that name.
    #[must_use]
    pub fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name.as_str() == name)
    }

    /// The most rows that there can be, and how many where nothing is said.
    #[must_use]
    pub fn limits(&self) -> (u32, u32) {
        let most = rows_at_most(self.within.is_some());
        (most, most.min(ROWS))
    }

    /// The rows that stand in each row.
    pub fn inner(&self) -> impl Iterator<Item = &RowsRules> {
        self.questions().filter_map(|question| question.kind.rows())
    }

    /// The question of that name in a row, or in the rows of one.
    #[must_use]
    pub fn question_within(&self, name: &str) -> Option<&Question> {
        let own = self.question(name);
        own.or_else(|| self.inner().find_map(|inner| inner.question(name)))
    }

    /// All questions of a row, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(Page::questions)
    }
}

/// The most rows of a question, which may stand in the rows of another.
#[must_use]
pub const fn rows_at_most(is_in_row: bool) -> u32 {
    if is_in_row { ROWS_IN_A_ROW } else { ROWS_AT_MOST }
}

impl Definition {
    /// The rules of all rows of a service, those that stand in others after these.
    pub fn rows(&self) -> impl Iterator<Item = &RowsRules> {
        let outer = self.questions().filter_map(|question| question.kind.rows());
        outer.flat_map(|rules| std::iter::once(rules).chain(rules.inner()))
    }
}
