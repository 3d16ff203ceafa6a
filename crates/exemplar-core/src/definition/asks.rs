//! What the office can ask an applicant for while it looks at a case: a question outside of the journey, with a last day.

use super::afterwards::Duration;
use super::model::{Page, Question};
use crate::id::Name;

/// Something that the office can ask for.
#[derive(Debug)]
pub struct AskRule {
    /// Its page, with one question: the title is what is asked.
    pub page: Page,
    /// How long the applicant has for it.
    pub within: Duration,
    /// What is decided where nothing has come by then; the case comes back to its caseworker where nothing is said.
    pub otherwise: Option<Otherwise>,
}

/// What is decided where nothing came in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// The outcome.
    pub outcome: Name,
    /// The reason, where the outcome has reasons.
    pub reason: Option<Name>,
}

impl AskRule {
    /// What is asked.
    #[must_use]
    pub fn question(&self) -> Option<&Question> {
        self.page.questions().first()
    }
}
