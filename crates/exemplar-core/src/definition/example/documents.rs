//! Documents in what an example asks and skips: each stands in a question, and is asked for on a condition of its own.

use crate::definition::{Definition, Question};
use crate::journey::Walk;

/// Whether a service asks for a document of that name.
pub(super) fn is_document(definition: &Definition, name: &str) -> bool {
    let mut documents = definition.questions().flat_map(|question| question.kind.documents());
    documents.any(|document| document.option.name.as_str() == name)
}

/// Whether a question that is asked asks this person for the document.
pub(super) fn asks(walk: &Walk<'_>, question: &Question, name: &str) -> bool {
    let mut documents = question.kind.documents().iter();
    documents.any(|document| {
        let when = document.option.when.as_ref();
        document.option.name.as_str() == name && when.is_none_or(|when| walk.holds(when))
    })
}
