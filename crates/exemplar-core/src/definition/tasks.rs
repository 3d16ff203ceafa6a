//! The tasks of a long service: parts of the journey that a person does in an order of their own.

use std::ops::Range;

use super::model::{Definition, Page};
use crate::expression::Expression;
use crate::id::Name;
use crate::text::Text;

/// One entry of the task list.
#[derive(Debug)]
pub struct Task {
    /// Its name. Tasks have names of their own: a question may be called the same.
    pub name: Name,
    /// What the list and the headings of check answers call it.
    pub title: Text,
    /// It is asked of a person for whom this holds.
    pub when: Option<Expression>,
    /// It can begin once this one, which stands before it, is complete: its place in [`Definition::tasks`].
    pub needs: Option<usize>,
    /// Its pages, in [`Definition::pages`].
    pub pages: Range<usize>,
}

impl Definition {
    /// The task that a page belongs to, by its place; none before the task list, and in a service without one.
    #[must_use]
    pub fn task_of(&self, page: usize) -> Option<usize> {
        self.tasks.iter().position(|task| task.pages.contains(&page))
    }

    /// Whether a person's first answer may be given on this page: the first of all, or of a task where no page stands
    /// before the list.
    #[must_use]
    pub fn may_begin_at(&self, page: &str) -> bool {
        let is_at = |place: usize| self.pages.get(place).is_some_and(|first| first.name.as_str() == page);
        is_at(0) || (self.eligibility_pages == 0 && self.tasks.iter().any(|task| is_at(task.pages.start)))
    }

    /// The pages that stand before all others: questions and exits that tell whether a person can apply.
    #[must_use]
    pub fn eligibility(&self) -> &[Page] {
        self.pages.get(..self.eligibility_pages).unwrap_or_default()
    }
}
