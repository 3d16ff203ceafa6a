//! What an example says is issued.

use crate::definition::read::{Reader, listed_texts};
use crate::definition::source::Node;
use crate::id::Name;
use crate::issuing::issued_by;
use crate::journey::Walk;

/// Notes where something else is issued than the example says.
pub(super) fn check(walk: &Walk<'_>, outcome: Option<&Name>, then: &Node, reader: &Reader<'_>) {
    let Some(node) = then.get("issues") else { return };
    let issues = &walk.definition().issues;
    let expected: Vec<&str> = listed_texts(node).into_iter().filter(|name| *name != "none").collect();
    if let Some(unknown) = expected
        .iter()
        .find(|name| !issues.iter().any(|issue| issue.name.as_str() == **name))
    {
        let message = format!("The service issues no \"{unknown}\".");
        reader.error(
            node.place,
            "unknown_name",
            message,
            "Name what stands under issues, or none.",
        );
        return;
    }
    let found: Vec<&str> = outcome
        .into_iter()
        .flat_map(|outcome| issued_by(issues, outcome.as_str()))
        .map(|issue| issue.name.as_str())
        .collect();
    if found != expected {
        let said = if found.is_empty() {
            "nothing".to_owned()
        } else {
            found.join(", ")
        };
        let message = format!("It issues {said}.");
        reader.error(
            node.place,
            "example",
            message,
            "Change the example, or at: under issues.",
        );
    }
}
