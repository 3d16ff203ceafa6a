//! Which questions a page shows before it is answered: a condition may look at an answer that the same page asks for.

use super::{Walk, questions_of};
use crate::definition::{Page, Question};
use crate::expression::Expression;

impl Walk<'_> {
    /// The questions that stand on a page as it is shown: those whose own condition holds, and those of which another
    /// answer on the same page decides. What only earlier answers decide, and they did not, is not there.
    pub fn drawn<'b>(&'b self, page: &'b Page) -> impl Iterator<Item = &'b Question> + 'b {
        questions_of(page).filter(move |question| {
            let when = question.when.as_ref();
            when.is_none_or(|when| self.holds(when) || self.looks_at(when, page))
        })
    }

    /// Whether a condition looks at an answer of this page, by itself or through facts.
    fn looks_at(&self, condition: &Expression, page: &Page) -> bool {
        condition.mentions.iter().any(|mention| {
            let name = mention.name.as_str();
            questions_of(page).any(|question| question.name.as_str() == name)
                || self.rules_of_fact(name).is_some_and(|fact| {
                    let mut parts = fact
                        .is
                        .0
                        .iter()
                        .flat_map(|(value, when)| std::iter::once(value).chain(when));
                    parts.any(|part| self.looks_at(part, page))
                })
        })
    }
}
