//! Whether a person can apply, as far as their answers to eligibility tell.

use super::{Stop, Walk};
use crate::definition::{Page, Question};
use crate::kind::Kind;

/// What eligibility comes to.
#[derive(Debug, Clone, Copy)]
pub enum Eligibility<'a> {
    /// They can apply.
    Yes,
    /// They cannot: this exit says why.
    No(&'a Page),
    /// This page is not answered.
    NotKnown(&'a Page),
}

impl<'a> Walk<'a> {
    /// What eligibility comes to.
    #[must_use]
    pub fn eligibility(&self) -> Eligibility<'a> {
        let within = |page: usize| page < self.definition.eligibility_pages;
        match self.end {
            Stop::Exit(page) if within(page) => Eligibility::No(&self.definition.pages[page]),
            Stop::Unanswered(page) if within(page) => Eligibility::NotKnown(&self.definition.pages[page]),
            Stop::Exit(_) | Stop::Unanswered(_) | Stop::CheckAnswers => Eligibility::Yes,
        }
    }
}

/// Whether two services ask one thing: the same in the vocabulary, or under one name, answered in the same way.
#[must_use]
pub fn ask_the_same(one: &Question, other: &Question) -> bool {
    let meant = match (&one.prefill, &other.prefill) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name,
    };
    let options = |kind: &dyn Kind| -> Vec<String> {
        let choices = kind.choices().into_iter().flat_map(|choices| choices.0.iter());
        choices.map(|option| option.name.to_string()).collect()
    };
    meant && one.kind.key() == other.kind.key() && options(&*one.kind) == options(&*other.kind)
}
