//! Answers that are drawings, as a way has them.

use super::Walk;
use crate::definition::Question;
use crate::kind::Sketch;

impl Walk<'_> {
    /// What the answer to a question looks like, where it is a drawing.
    #[must_use]
    pub fn sketch(&self, question: &Question) -> Option<Sketch> {
        let given = self.given(question.name.as_str())?;
        question.kind.sketch(&given.answer)
    }
}
