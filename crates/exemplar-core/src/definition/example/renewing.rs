//! An example that renews what another one was issued: what is known from before comes first, and its
//! own answers over it.

use super::Example;
use crate::definition::Definition;
use crate::definition::read::Reader;
use crate::definition::source::{Document, Node};
use crate::id::Name;
use crate::renewing::{Renewal, asked_again, known, renewable};

/// What an example renews.
pub(super) fn read(node: &Node, definition: &Definition, reader: &Reader<'_>) -> Option<(Renewal, Option<Name>)> {
    let node = node.get("renewing")?;
    let Some((issue, _)) = renewable(definition) else {
        let advice = "Write renew under what is issued.";
        reader.error(node.place, "renew", "The service renews nothing.", advice);
        return None;
    };
    let Some(expires) = node
        .get("expires")
        .and_then(Node::text)
        .and_then(|day| day.parse().ok())
    else {
        let message = "The example does not say when it expires.";
        reader.error(node.place, "today", message, "Write expires: 2026-07-10, for example.");
        return None;
    };
    let renewal = Renewal {
        issue: issue.name.clone(),
        number: String::new(),
        expires,
    };
    Some((renewal, node.get("from").and_then(Node::text).map(Name::from)))
}

/// Puts what is known from before under the answers of each example that renews something.
pub(super) fn add_known(examples: &mut [Example], document: &Document, definition: &Definition, reader: &Reader<'_>) {
    for place in 0..examples.len() {
        let Some((_, Some(from))) = &examples[place].renewing else {
            continue;
        };
        let Some(former) = examples.iter().find(|example| example.name == from.as_str()) else {
            let node = document.examples.get(&examples[place].name);
            let node = node.and_then(|node| node.get("renewing")?.get("from"));
            if let Some(node) = node.filter(|_| !document.examples.contains_key(from.as_str())) {
                let message = format!("There is no example \"{from}\".");
                reader.error(node.place, "unknown_name", message, "Name one under examples.");
            }
            continue;
        };
        let before = former.as_kept(definition);
        let mut known = known((definition, definition), &before, examples[place].today);
        // What is signed and declared again is as it was, where the example says nothing else.
        let again = definition.questions().filter(|question| asked_again(question));
        let again = again.filter_map(|question| before.0.get_key_value(&question.name));
        known.0.extend(again.map(|(name, given)| (name.clone(), given.clone())));
        let written = former.written.clone();
        let example = &mut examples[place];
        for (name, given) in known.0 {
            let is_own = example.answers.contains_key(&name) || example.refused.contains_key(&name);
            if !is_own {
                if let Some(written) = written.get(&name) {
                    example.written.insert(name.clone(), written.clone());
                }
                example.answers.insert(name, given.answer);
            }
        }
    }
}
