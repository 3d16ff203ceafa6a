//! What stands beside the pages: the task list, lists, messages, translations, examples.

use std::collections::BTreeMap;

use super::walker::{Both, Subject, Walker, sentence};
use super::words::{line, short};
use super::{Change, How, Part, Touches};
use crate::definition::keys::{SERVICE, TASK};
use crate::definition::source::{Document, Findings, MessageFile, Node, read_table};

impl Walker {
    /// Everything but pages and questions.
    pub(super) fn rest(&mut self, older: &Document, newer: &Document) {
        let service = Subject {
            part: Part::Service,
            name: "service".to_owned(),
            says: "the service".to_owned(),
        };
        let root = Both {
            before: Some(&older.root),
            after: Some(&newer.root),
        };
        self.tasks(root.get("tasks"));
        self.under(
            &service,
            "",
            &SERVICE,
            root,
            &["eligibility", "questions", "tasks", "lists"],
        );
        self.lists(older, newer);
        self.messages(&older.messages, &newer.messages, "message");
        self.messages(&older.text_messages, &newer.text_messages, "text message");
        self.messages(&older.certificates, &newer.certificates, "certificate");
        self.named_files(&older.words, &newer.words, Part::Translation, "translation");
        self.named_files(&older.examples, &newer.examples, Part::Example, "example");
    }

    /// The task list: entries, their order and their own keys. Their pages are compared with all others.
    fn tasks(&mut self, both: Both<'_>) {
        let order = |node: Option<&Node>| -> Vec<String> {
            let entries = node.map(Node::entries).unwrap_or_default();
            entries.iter().map(|(key, _)| key.text.clone()).collect()
        };
        let (before, after) = (order(both.before), order(both.after));
        for name in both.names() {
            let path = format!("tasks.{name}");
            let one = both.get(name);
            let of = Subject {
                part: Part::Task,
                name: name.to_owned(),
                says: format!("the task {name}"),
            };
            let says = match (one.before, one.after) {
                (Some(_), Some(_)) => {
                    self.under(&of, &path, &TASK, one, &["questions"]);
                    continue;
                }
                (None, _) => "is new",
                (_, None) => "is gone",
            };
            self.add(Change {
                part: Part::Task,
                how: one.how(),
                name: name.to_owned(),
                path,
                touches: Touches::NewCases,
                before: None,
                after: None,
                says: sentence(&format!("the task {name} {says}")),
                advice: None,
            });
        }
        let kept = |names: &[String], others: &[String]| -> Vec<String> {
            names.iter().filter(|name| others.contains(name)).cloned().collect()
        };
        let (before, after) = (kept(&before, &after), kept(&after, &before));
        if before != after {
            self.add(Change {
                part: Part::Task,
                how: How::Moved,
                name: "tasks".to_owned(),
                path: "tasks".to_owned(),
                touches: Touches::NewCases,
                says: format!("The tasks now stand in this order: {}.", after.join(", ")),
                before: Some(before.join(", ")),
                after: Some(after.join(", ")),
                advice: None,
            });
        }
    }

    /// Lists, in whichever of the two ways they are written.
    fn lists(&mut self, older: &Document, newer: &Document) {
        let (before, after) = (rows_of_lists(older), rows_of_lists(newer));
        let mut names: Vec<&String> = after.keys().chain(before.keys()).collect();
        names.sort();
        names.dedup();
        for name in names {
            let (before, after) = (before.get(name), after.get(name));
            if before == after {
                continue;
            }
            let none = BTreeMap::new();
            let (old, new) = (before.unwrap_or(&none), after.unwrap_or(&none));
            let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| -> Vec<String> {
                one.keys().filter(|id| !other.contains_key(*id)).cloned().collect()
            };
            let changed: Vec<String> = new
                .iter()
                .filter(|(id, cells)| old.get(*id).is_some_and(|before| before != *cells))
                .map(|(id, _)| id.clone())
                .collect();
            let count = |ids: &[String], what: &str| {
                (!ids.is_empty()).then(|| format!("{} {what} ({})", ids.len(), short(&ids.join(", "))))
            };
            let parts = [
                count(&only(new, old), "added"),
                count(&only(old, new), "taken out"),
                count(&changed, "changed"),
            ];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            let (how, says) = match (before, after) {
                (None, _) => (
                    How::Added,
                    format!("The list {name} is new, with {} entries.", new.len()),
                ),
                (_, None) => (How::Removed, format!("The list {name} is gone.")),
                _ if parts.is_empty() => (How::Moved, format!("The list {name} is in another order.")),
                _ => (How::Changed, format!("In the list {name}: {}.", parts.join(", "))),
            };
            self.add(Change {
                part: Part::List,
                how,
                name: name.clone(),
                path: format!("lists.{name}"),
                touches: Touches::NewCases,
                before: None,
                after: None,
                says,
                advice: None,
            });
        }
    }

    fn messages(&mut self, older: &[MessageFile], newer: &[MessageFile], noun: &str) {
        let of = |files: &[MessageFile]| -> BTreeMap<(String, String), String> {
            let files = files.iter();
            files
                .map(|file| ((file.name.clone(), file.language.clone()), file.text.trim().to_owned()))
                .collect()
        };
        let (before, after) = (of(older), of(newer));
        let mut keys: Vec<_> = after.keys().chain(before.keys()).collect();
        keys.sort();
        keys.dedup();
        for key @ (name, language) in keys {
            let (how, says) = match (before.get(key), after.get(key)) {
                (Some(before), Some(after)) if before == after => continue,
                (Some(_), Some(_)) => (How::Changed, "says something else"),
                (None, _) => (How::Added, "is new"),
                (_, None) => (How::Removed, "is gone"),
            };
            self.add(Change {
                part: Part::Message,
                how,
                name: name.clone(),
                path: format!(
                    "{}/{name}.{language}",
                    if noun == "certificate" { "documents" } else { "messages" }
                ),
                touches: Touches::Everybody,
                before: None,
                after: None,
                says: format!("The {noun} {name} in \"{language}\" {says}."),
                advice: None,
            });
        }
    }

    /// Translations and examples: a file each.
    fn named_files(&mut self, older: &BTreeMap<String, Node>, newer: &BTreeMap<String, Node>, part: Part, noun: &str) {
        let mut names: Vec<&String> = newer.keys().chain(older.keys()).collect();
        names.sort();
        names.dedup();
        for name in names {
            let both = Both {
                before: older.get(name),
                after: newer.get(name),
            };
            if !both.differs() {
                continue;
            }
            let (says, touches) = match part {
                Part::Translation => (places_that_differ(both), Touches::Everybody),
                _ => (String::new(), Touches::Nobody),
            };
            let changed = match both.how() {
                How::Added => "is new",
                How::Removed => "is gone",
                _ => "changed",
            };
            self.add(Change {
                part,
                how: both.how(),
                name: name.clone(),
                path: format!("{noun}s.{name}"),
                touches,
                before: None,
                after: None,
                says: format!("The {noun} {name} {changed}{says}."),
                advice: None,
            });
        }
    }
}

/// Where a translation differs, in a bracket; nothing where it is new or gone.
fn places_that_differ(both: Both<'_>) -> String {
    let (Some(before), Some(after)) = (both.before, both.after) else {
        return String::new();
    };
    let (before, after) = (texts(before), texts(after));
    let mut paths: Vec<&String> = before.keys().chain(after.keys()).collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| before.get(*path) != after.get(*path));
    let shown: Vec<&str> = paths.iter().take(5).map(|path| path.as_str()).collect();
    let more = paths.len().saturating_sub(shown.len());
    match more {
        0 => format!(" at {}", shown.join(", ")),
        more => format!(" at {}, and {more} more", shown.join(", ")),
    }
}

/// All texts beneath, by the headings that lead to them.
fn texts(node: &Node) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut open = vec![(String::new(), node)];
    while let Some((path, node)) = open.pop() {
        if node.entries().is_empty() {
            found.insert(path, line(node));
            continue;
        }
        open.extend(node.entries().iter().map(|(key, node)| {
            let path = if path.is_empty() {
                key.text.clone()
            } else {
                format!("{path}.{}", key.text)
            };
            (path, node)
        }));
    }
    found
}

/// The rows of each list: its cells in one line, by id.
fn rows_of_lists(document: &Document) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut lists = BTreeMap::new();
    for (key, list) in document.root.get("lists").map(Node::entries).unwrap_or_default() {
        let rows = list.entries().iter().map(|(id, cells)| (id.text.clone(), line(cells)));
        lists.insert(key.text.clone(), rows.collect());
    }
    for (name, (file, text)) in &document.tables {
        // What is wrong with a table is for the check to say.
        let list = read_table(*file, text, &[], &mut Findings::default());
        let rows = list.rows.iter().map(|(id, cells)| (id.to_string(), cells.join(", ")));
        lists.insert(name.clone(), rows.collect());
    }
    lists
}
