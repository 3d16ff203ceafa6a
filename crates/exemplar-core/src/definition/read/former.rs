//! `was:` the name that a page or a question had in an earlier version, by which drafts keep their answers.

use std::collections::BTreeMap;

use super::Reader;
use super::names::entries;
use super::within::{asked_in_rows, rows_key};
use crate::definition::source::{Key, Node};
use crate::id::Name;

/// The former names, by the names of today.
pub(super) fn read(reader: &Reader<'_>, root: &Node) -> BTreeMap<Name, Name> {
    let mut former: BTreeMap<Name, Name> = BTreeMap::new();
    let mut open: Vec<&(Key, Node)> = Vec::new();
    for heading in ["eligibility", "questions"] {
        open.extend(entries(root, heading));
    }
    for (_, task) in entries(root, "tasks") {
        open.extend(task.get("questions").map(Node::entries).unwrap_or_default());
    }
    while let Some((key, node)) = open.pop() {
        let asked = node.get("questions").map(Node::entries).unwrap_or_default();
        let in_rows = rows_key(node).map(|(_, rows)| asked_in_rows(rows)).unwrap_or_default();
        open.extend(asked.iter().chain(in_rows));
        let Some((written, was)) = node.get("was").and_then(|node| Some((node, node.text()?.trim()))) else {
            continue;
        };
        if reader.register.what(was).is_some() {
            let message = format!("\"{was}\" is still the name of something in this service.");
            let advice = "Write the name that it had before and that nothing has now.";
            reader.error(written.place, "was_in_use", message, advice);
        } else if former.values().any(|known| known.as_str() == was) {
            let message = format!("\"{was}\" cannot have become two things.");
            let advice = "Leave it beneath the one that keeps its answers.";
            reader.error(written.place, "was_twice", message, advice);
        } else {
            former.insert(Name::from(key.text.as_str()), Name::from(was));
        }
    }
    former
}
