//! The rules of a question of rows: what repeats, how often, and what is asked in each. The rows that a person gave are
//! in [`crate::answer`], their walk in [`crate::journey`].

use indexmap::IndexMap;

use super::model::{Cases, Fact, Page, Question, QuestionPlace};
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
}

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

    /// All questions of a row, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(Page::questions)
    }
}
