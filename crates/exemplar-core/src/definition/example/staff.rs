//! What checks say and staff do in an example, and what comes of it.

use indexmap::IndexMap;

use super::StaffAct;
use crate::casework::{Ruling, by_computer, needs_second_officer};
use crate::definition::Definition;
use crate::definition::read::Reader;
use crate::definition::source::{Node, What};
use crate::id::Name;
use crate::journey::Walk;

/// What checks say.
pub(super) fn checks(node: &Node, definition: &Definition, reader: &Reader<'_>) -> IndexMap<Name, bool> {
    let mut said = IndexMap::new();
    for (key, node) in node.get("checks").map(Node::entries).unwrap_or_default() {
        if !definition.casework.checks.contains_key(key.text.as_str()) {
            let message = format!("There is no check \"{}\".", key.text);
            reader.missing_name(key.place, &key.text, message, "Name one that stands under casework.");
            continue;
        }
        said.insert(Name::from(key.text.as_str()), node.text() == Some("yes"));
    }
    said
}

/// What staff do.
pub(super) fn acts(node: &Node, definition: &Definition, reader: &Reader<'_>) -> Vec<StaffAct> {
    let Some(What::List(acts)) = node.get("staff").map(|node| &node.what) else {
        return Vec::new();
    };
    let mut read = Vec::new();
    for act in acts {
        if let Some(node) = act.get("approve") {
            if node.text() == Some("yes") && act.get("decide").is_none() {
                read.push(StaffAct::Approve);
            } else {
                let advice = "Write approve: yes on an entry of its own, after what was decided.";
                reader.error(node.place, "wrong_form", "A second officer only approves.", advice);
            }
            continue;
        }
        read.extend(decided(act, definition, reader).map(StaffAct::Decide));
    }
    read
}

fn decided(act: &Node, definition: &Definition, reader: &Reader<'_>) -> Option<Ruling> {
    let decide = act.get("decide").and_then(Node::text).unwrap_or_default();
    let reason = act.get("reason").and_then(Node::text);
    let Some(outcome) = definition.casework.outcomes.get(decide) else {
        let message = format!("\"{decide}\" is no outcome.");
        let advice = "Write decide: and an outcome of casework.";
        reader.missing_name(act.place, decide, message, advice);
        return None;
    };
    let missing = reason.is_none() && !outcome.reasons.is_empty();
    let strange = reason.is_some_and(|reason| !outcome.reasons.contains_key(reason));
    if missing || strange {
        let names: Vec<&str> = outcome.reasons.keys().map(Name::as_str).collect();
        let advice = format!("Its reasons are {}.", names.join(", "));
        let message = "This outcome has no such reason, or needs one.";
        reader.error(act.place, "reason", message, advice);
    }
    Some(Ruling {
        outcome: Name::from(decide),
        reason: reason.map(Name::from),
        said: String::new(),
    })
}

/// What is decided in the end; none where nothing is, or a second officer is still needed.
pub(super) fn outcome(walk: &Walk<'_>, acts: &[StaffAct], no_room: bool) -> Option<Name> {
    if let Some(ruling) = by_computer(walk, no_room) {
        return Some(ruling.outcome);
    }
    let mut proposed = None;
    for act in acts {
        match act {
            StaffAct::Decide(ruling) if needs_second_officer(walk) => proposed = Some(&ruling.outcome),
            StaffAct::Decide(ruling) => return Some(ruling.outcome.clone()),
            StaffAct::Approve if proposed.is_some() => return proposed.cloned(),
            StaffAct::Approve => {}
        }
    }
    None
}
