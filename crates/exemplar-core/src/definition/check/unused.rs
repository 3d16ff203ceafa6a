//! Facts, phrases and lists that nothing uses.

use std::collections::BTreeSet;

use super::wording::Advice;
use crate::definition::read::{NamedWhat, Reader};
use crate::definition::source::{Document, Node, What};

/// Gives advice on each. A fact that staff see is used by that.
pub(super) fn look(document: &Document, reader: &Reader<'_>, advice: &mut Advice) {
    let mut used: BTreeSet<String> = reader.uses().iter().map(|used| used.mention.name.to_string()).collect();
    used.extend(reader.fills().iter().map(|fill| fill.name.clone()));
    // A list is named where options stand, by holidays and in functions; staff see facts first by name.
    plain_texts(&document.root, &mut used);
    for example in document.examples.values() {
        let facts = example.get("then").and_then(|then| then.get("facts"));
        used.extend(
            facts
                .map(Node::entries)
                .unwrap_or_default()
                .iter()
                .map(|(key, _)| key.text.clone()),
        );
    }
    for (name, named) in &reader.register.names {
        let what = match named.what.itself() {
            NamedWhat::Fact => "fact",
            NamedWhat::Phrase => "phrase",
            NamedWhat::List => "list",
            _ => continue,
        };
        let is_shown = || {
            let fact = document.root.get("facts").and_then(|facts| facts.get(name.as_str()));
            fact.is_some_and(|fact| fact.get("called").is_some())
        };
        if !used.contains(name.as_str()) && !is_shown() {
            let message = format!("Nothing uses the {what} \"{name}\".");
            advice.give(named.place, "never_used", message, "Use it, or take it out.");
        }
    }
}

/// All texts of one word, and the words of expressions that functions take as names.
fn plain_texts(node: &Node, found: &mut BTreeSet<String>) {
    match &node.what {
        What::Text(text, _) => {
            let text = text.trim();
            if !text.contains(' ') || text.contains('(') {
                let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
                found.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
            }
        }
        What::List(nodes) => nodes.iter().for_each(|node| plain_texts(node, found)),
        What::Map(entries) => entries.iter().for_each(|(_, node)| plain_texts(node, found)),
        What::Nothing => {}
    }
}
