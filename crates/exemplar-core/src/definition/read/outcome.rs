//! An outcome that is named besides its own place, with its reason: what the computer decides, and what follows where
//! the applicant is silent.

use indexmap::IndexMap;

use super::Reader;
use crate::definition::OutcomeRule;
use crate::definition::source::Node;
use crate::expression::closest;
use crate::id::Name;

/// An outcome as it is named.
pub(super) struct NamedOutcome<'o> {
    /// Its name.
    pub(super) name: Name,
    /// Its rules.
    pub(super) rule: &'o OutcomeRule,
    /// The reason that stands beside it, where it is one of its own.
    pub(super) reason: Option<Name>,
}

/// The outcome that a node names, with the reason that stands beside it; none where there is no such outcome.
pub(super) fn named<'o>(
    reader: &Reader<'_>,
    (node, reason): (&Node, Option<&Node>),
    outcomes: &'o IndexMap<Name, OutcomeRule>,
) -> Option<NamedOutcome<'o>> {
    let name = node.text().unwrap_or_default();
    let Some(rule) = outcomes.get(name) else {
        let advice = closest(name, outcomes.keys().map(Name::as_str)).map_or_else(
            || "Name an outcome of casework.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        reader.missing_name(node.place, name, format!("\"{name}\" is no outcome."), advice);
        return None;
    };
    let known = reason
        .and_then(Node::text)
        .filter(|name| rule.reasons.contains_key(*name));
    if known.is_none() && (reason.is_some() || !rule.reasons.is_empty()) {
        let names: Vec<&str> = rule.reasons.keys().map(Name::as_str).collect();
        let place = reason.map_or(node.place, |node| node.place);
        let message = format!("\"{name}\" has no such reason, or needs one.");
        let advice = format!("Write reason: and one of its reasons: {}.", names.join(", "));
        reader.error(place, "reason", message, advice);
    }
    Some(NamedOutcome {
        name: Name::from(name),
        rule,
        reason: known.map(Name::from),
    })
}
