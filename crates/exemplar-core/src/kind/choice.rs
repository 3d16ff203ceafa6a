//! What one of some and any of some share: options from the definition, which of them are offered, what they are called.

use std::sync::Arc;

use super::{ChoiceOf, Reading, RuleProblem, Rules};
use crate::definition::{Choices, Option_};
use crate::id::Name;

/// The most options that are shown at once; more are a list that opens.
pub(super) const MOST_AT_ONCE: usize = 12;
/// The most options of a list that opens; more are found by typing.
pub(super) const MOST_IN_LIST: usize = 20;

/// The options of a question.
#[derive(Debug)]
pub(super) struct Offer {
    /// As the definition has them.
    pub(super) choices: Choices,
}

impl Offer {
    /// Reads the options.
    pub(super) fn from_rules(rules: &mut Rules<'_>) -> Option<Self> {
        let choices = rules.get(|reader| reader.choices())?;
        if choices.0.is_empty() {
            let says = "There are no options to choose from.";
            rules.refuse(RuleProblem::new("", says).mend("Write at least two options."));
        }
        Some(Self { choices })
    }

    /// The options as controls show them.
    pub(super) fn shown(&self) -> Arc<[ChoiceOf]> {
        self.choices.0.iter().map(ChoiceOf::from).collect()
    }

    /// The option of that name.
    pub(super) fn find(&self, name: &str) -> Option<&Option_> {
        let mut options = self.choices.0.iter();
        options.find(|option| option.name.as_str() == name)
    }

    /// The option of that name, where its condition holds.
    pub(super) fn offered(&self, name: &str, facts: &Reading<'_>) -> Option<&Option_> {
        self.find(name)
            .filter(|option| !facts.not_offered.contains(&option.name))
    }

    /// The first option whose condition holds.
    pub(super) fn first(&self, facts: &Reading<'_>) -> Option<&Option_> {
        let mut options = self.choices.0.iter();
        options.find(|option| !facts.not_offered.contains(&option.name))
    }

    /// What an option is called; its name, where an older version of the definition had it.
    pub(super) fn label(&self, name: &Name, language: usize) -> String {
        let label = self.find(name.as_str()).map(|option| option.label.get(language));
        label.unwrap_or(name.as_str()).to_owned()
    }
}
