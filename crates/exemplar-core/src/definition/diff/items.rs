//! Pages and questions of a version, wherever they stand: by name, with their place in the journey.

use crate::definition::source::{Key, Node};

/// A page or a question.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub(super) name: &'a str,
    pub(super) node: &'a Node,
    pub(super) what: What,
    pub(super) within: Within<'a>,
    /// What stands before it in the same place.
    pub(super) after: Option<&'a str>,
    /// The headings that lead to it.
    pub(super) path: String,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Question,
    Exit,
    Together,
    Information,
}

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within<'a> {
    Eligibility,
    Questions,
    Task(&'a str),
    Page(&'a str),
    Rows(&'a str),
}

/// All items of a version, in the order of the journey.
pub(super) fn items(root: &Node) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    for (heading, within) in [("eligibility", Within::Eligibility), ("questions", Within::Questions)] {
        if let Some(node) = root.get(heading) {
            collect(node.entries(), within, heading, &mut found);
        }
    }
    for (key, task) in root.get("tasks").map(Node::entries).unwrap_or_default() {
        if let Some(questions) = task.get("questions") {
            let path = format!("tasks.{}.questions", key.text);
            collect(questions.entries(), Within::Task(&key.text), &path, &mut found);
        }
    }
    found
}

fn collect<'a>(entries: &'a [(Key, Node)], within: Within<'a>, path: &str, found: &mut Vec<Item<'a>>) {
    let mut after = None;
    for (key, node) in entries {
        let name = key.text.as_str();
        let path = format!("{path}.{name}");
        found.push(Item {
            name,
            node,
            what: what(node),
            within,
            after,
            path: path.clone(),
        });
        after = Some(name);
        if let Some(questions) = node.get("questions") {
            collect(
                questions.entries(),
                Within::Page(name),
                &format!("{path}.questions"),
                found,
            );
        }
        for (rows, asked) in [("rows", "questions"), ("table", "columns")] {
            if let Some(questions) = node.get(rows).and_then(|rows| rows.get(asked)) {
                let path = format!("{path}.{rows}.{asked}");
                collect(questions.entries(), Within::Rows(name), &path, found);
            }
        }
    }
}

fn what(node: &Node) -> What {
    let has = |key: &str| node.get(key).is_some();
    if has("exit") {
        What::Exit
    } else if has("questions") {
        What::Together
    } else if has("ask") || super::question::kind(node).is_some() {
        What::Question
    } else {
        What::Information
    }
}

impl Item<'_> {
    /// What a person reads as its heading.
    pub(super) fn heading(&self) -> &str {
        let key = match self.what {
            What::Question => "ask",
            What::Exit => "exit",
            What::Together | What::Information => "title",
        };
        self.node.get(key).and_then(Node::text).unwrap_or_default().trim()
    }

    /// The name that it says it had before.
    pub(super) fn was(&self) -> Option<&str> {
        self.node.get("was").and_then(Node::text).map(str::trim)
    }
}
