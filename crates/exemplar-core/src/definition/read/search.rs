//! By what staff can find a case: questions whose answers give terms, and no more of them than are needed.

use super::{NamedWhat, Reader, Spot, listed};
use crate::definition::limits::SEARCH_LIMIT;
use crate::expression::closest;
use crate::id::Name;
use crate::kind::SEARCHABLE;

/// A date is searched for together with a surname alone.
const DATE: &str = "date";

/// Reads it.
pub(super) fn read<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Vec<Name> {
    let Some(written) = spot.node.get("search") else {
        return Vec::new();
    };
    let nodes = listed(written);
    if nodes.len() > SEARCH_LIMIT {
        reader.error(
            written.place,
            "search",
            format!("{} questions can be searched by.", nodes.len()),
            format!("Name at most {SEARCH_LIMIT}: each one shows whoever holds the database who has the same answer."),
        );
    }
    let kind_of = |name: &str| match reader.register.what(name) {
        Some(NamedWhat::Question { kind, .. }) => Some(*kind),
        _ => None,
    };
    let has_name = nodes
        .iter()
        .any(|node| kind_of(node.text().unwrap_or_default()) == Some(Some("name")));
    for node in &nodes {
        let name = node.text().unwrap_or_default();
        match kind_of(name) {
            None => {
                let like = closest(name, reader.register.names.keys().map(Name::as_str));
                let advice = like.map_or_else(
                    || "Name questions of this service.".to_owned(),
                    |like| format!("Did you mean \"{like}\"?"),
                );
                let message = format!("No question is called \"{name}\".");
                reader.missing_name(node.place, name, message, advice);
            }
            Some(Some(DATE)) if !has_name => reader.error(
                node.place,
                "search",
                format!("\"{name}\" is a date, which many people share."),
                "Name a question for a name as well: both are searched for together.",
            ),
            Some(Some(kind)) if kind != DATE && !SEARCHABLE.contains(&kind) => reader.error(
                node.place,
                "search",
                format!("Nobody can search by \"{name}\": answers of its kind are too few or too long."),
                format!(
                    "Name questions of these kinds: {}, or date beside a name.",
                    SEARCHABLE.join(", ")
                ),
            ),
            // A kind that is not known is told of at the question.
            Some(_) => {}
        }
    }
    nodes
        .into_iter()
        .filter_map(|node| node.text())
        .map(Name::from)
        .collect()
}
