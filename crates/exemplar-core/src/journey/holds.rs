//! Answers that were right when they were given and no longer are, and ways that are looked at beyond what is refused.

use super::Walk;
use crate::answer::Answer;
use crate::definition::{Page, Question};
use crate::id::Name;
use crate::kind::{Reading, Typed};

/// Pages that count as done whatever is answered there.
#[derive(Debug, Clone)]
pub(super) enum Past {
    /// These: of examples that look beyond what is refused.
    These(Vec<Name>),
    /// All of them, those of rows too: of a look at what would be asked.
    All,
}

impl Past {
    /// Each page needs its answers.
    pub(super) fn none() -> Self {
        Self::These(Vec::new())
    }

    /// Whether this page counts as done.
    pub(super) fn has(&self, page: &Page) -> bool {
        match self {
            Self::These(pages) => pages.contains(&page.name),
            Self::All => true,
        }
    }

    /// What counts as done in the rows on such a way.
    pub(super) fn in_rows(&self) -> Self {
        match self {
            Self::These(_) => Self::none(),
            Self::All => Self::All,
        }
    }
}

impl<'a> Walk<'a> {
    /// The same way, as if these pages had been answered well.
    #[must_use]
    pub fn going_past(&self, pages: &[Name]) -> Self {
        let past = Past::These(pages.to_vec());
        Self::along_past(self.definition, self.course, self.answers, (self.setting.clone(), past))
    }

    /// The same way to its end, whatever is not answered or not answered well: what would be asked of somebody who goes on
    /// with these answers. In rows too.
    #[must_use]
    pub fn to_the_end(&self) -> Self {
        let past = (self.setting.clone(), Past::All);
        Self::along_past(self.definition, self.course, self.answers, past)
    }

    /// The first page on the path with an answer that does not hold on this day: a date that was in the future and no
    /// longer is, a number above a limit that another answer lowered.
    #[must_use]
    pub fn no_longer_holds(&self) -> Option<&'a Page> {
        self.pages().find(|page| !self.past.has(page) && !self.page_holds(page))
    }

    pub(super) fn page_holds(&self, page: &'a Page) -> bool {
        self.shown(page).all(|question| self.still_holds(question))
    }

    fn still_holds(&self, question: &Question) -> bool {
        let Some(given) = self.answers.get(&question.name) else {
            return true;
        };
        match &given.answer {
            Answer::Blank | Answer::Ticked => return true,
            Answer::Rows(rows) => return self.rows_still_hold(question, rows),
            // What was found is what was found, whatever the day.
            Answer::Files(_) | Answer::Record(_) => return true,
            _ if question.kind.reads_alone() => return true,
            _ => {}
        }
        let bounds = self.bounds(question);
        let not_offered = self.not_offered(question);
        let facts = Reading {
            today: self.setting.today,
            bounds: &bounds,
            not_offered: &not_offered,
        };
        let typed: Typed = question.kind.typed(&given.answer);
        question.kind.read(&typed, &facts).is_ok()
    }
}
