//! Documents in what an example asks and skips: each stands in a question, and is asked for on a condition of its own.

use crate::definition::{Definition, Question};
use crate::id::Name;
use crate::journey::Walk;

/// Whether a service asks for a document of that name.
pub(super) fn is_document(definition: &Definition, name: &str) -> bool {
    let mut documents = definition.questions().flat_map(|question| question.kind.documents());
    documents.any(|document| document.option.name.as_str() == name)
}

/// The documents for which a question that is asked asks this person.
pub(super) fn asked<'w>(walk: &'w Walk<'_>, question: &'w Question) -> impl Iterator<Item = &'w Name> {
    let documents = question.kind.documents().iter();
    documents.filter_map(|document| {
        let when = document.option.when.as_ref();
        when.is_none_or(|when| walk.holds(when))
            .then_some(&document.option.name)
    })
}

/// Whether a question that is asked asks this person for the document.
pub(super) fn asks(walk: &Walk<'_>, question: &Question, name: &str) -> bool {
    asked(walk, question).any(|document| document.as_str() == name)
}
