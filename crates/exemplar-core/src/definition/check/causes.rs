//! What a name that means nothing was meant to be: something that stands here under a name like it, which nothing names.

use std::collections::BTreeSet;

use crate::definition::read::{NamedWhat, Reader};
use crate::definition::source::{Document, Key, Meant, Node, What};
use crate::expression::closest;

/// Makes one finding, at its cause, of all that follow from one name.
pub(in crate::definition) fn gather(document: &Document, reader: &Reader<'_>) {
    if !reader.findings().names_missing() {
        return;
    }
    let mut named = BTreeSet::new();
    texts(&document.root, &mut named);
    for example in document.examples.values() {
        texts(example, &mut named);
        keys(example, &mut named);
    }
    for message in document
        .messages
        .iter()
        .chain(&document.text_messages)
        .chain(&document.certificates)
    {
        words(&message.text, &mut named);
    }
    let mut options = Vec::new();
    choices(&document.root, &mut options);
    let own = |heading: &str| document.root.get("casework").and_then(|casework| casework.get(heading));
    options.extend(
        own("outcomes")
            .map(Node::entries)
            .unwrap_or_default()
            .iter()
            .map(|(key, _)| key),
    );
    let register = &reader.register;
    let usable = |what: &NamedWhat| !matches!(what.itself(), NamedWhat::Equality);
    let candidates: Vec<_> = register
        .names
        .iter()
        .filter(|(_, one)| usable(&one.what))
        .map(|(name, one)| (name.as_str(), one.place))
        .chain(options.iter().map(|key| (key.text.as_str(), key.place)))
        .filter(|(name, _)| !named.contains(*name))
        .collect();
    let meant = |name: &str| {
        if register.what(name).is_some() {
            return Meant::Known;
        }
        let like = closest(name, candidates.iter().map(|(name, _)| *name));
        let found = like.and_then(|like| candidates.iter().find(|(name, _)| *name == like));
        found.map_or(Meant::Unknown, |(like, place)| Meant::This(*place, (*like).to_owned()))
    };
    reader.findings().gather(&meant);
}

/// The words of all texts.
fn texts(node: &Node, found: &mut BTreeSet<String>) {
    match &node.what {
        What::Text(text, _) => words(text, found),
        What::List(nodes) => nodes.iter().for_each(|node| texts(node, found)),
        What::Map(entries) => entries.iter().for_each(|(_, node)| texts(node, found)),
        What::Nothing => {}
    }
}

fn words(text: &str, found: &mut BTreeSet<String>) {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    found.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
}

/// All headings: an example names what it answers by them.
fn keys(node: &Node, found: &mut BTreeSet<String>) {
    for (key, node) in node.entries() {
        found.insert(key.text.clone());
        keys(node, found);
    }
}

/// The names of options.
fn choices<'a>(node: &'a Node, found: &mut Vec<&'a Key>) {
    for (key, node) in node.entries() {
        if ["one_of", "any_of"].contains(&key.text.as_str()) {
            found.extend(node.entries().iter().map(|(key, _)| key));
        }
        choices(node, found);
    }
}
