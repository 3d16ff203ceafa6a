//! Which time an outcome books: `first_free(QUESTION)` and nothing else.

use super::{NamedWhat, Reader, Spot};
use crate::id::Name;

/// The question of times of which an outcome books the first that is free; none where it books nothing.
pub(super) fn read<'a>(reader: &Reader<'a>, outcome: &Spot<'a>) -> Option<Name> {
    let node = outcome.node.get("books")?;
    let typed = node.text().unwrap_or_default().trim();
    let question = typed
        .strip_prefix("first_free(")
        .and_then(|rest| rest.strip_suffix(')'));
    let Some(question) = question.map(str::trim) else {
        let message = "An outcome books the first free time of a question, and nothing else.";
        reader.error(node.place, "books", message, "Write, for example, first_free(times).");
        return None;
    };
    match reader.register.what(question) {
        Some(NamedWhat::Question {
            kind: Some("slots"), ..
        }) => Some(Name::from(question)),
        _ => {
            let message = format!("\"{question}\" is no question of times.");
            reader.error(node.place, "books", message, "Name a question of the kind slots.");
            None
        }
    }
}
