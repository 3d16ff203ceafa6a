//! Sentences on what changed, and what stands under a heading as one line.

use super::items::{Item, What, Within};
use crate::definition::source::{Node, What as Written};

/// The most characters of a text that a sentence shows.
const SHOWN: usize = 120;

/// What stands there, in one line, however it was written.
pub(super) fn line(node: &Node) -> String {
    match &node.what {
        Written::Nothing => String::new(),
        Written::Text(text, _) => text.trim_end().to_owned(),
        Written::List(nodes) => match nodes.as_slice() {
            [only] => line(only),
            nodes => {
                let lines: Vec<String> = nodes.iter().map(line).collect();
                format!("[{}]", lines.join(", "))
            }
        },
        Written::Map(entries) => {
            let lines = entries
                .iter()
                .map(|(key, node)| format!("{}: {}", key.text, line(node)));
            format!("{{ {} }}", lines.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text as it stands in a sentence: on one line, and not too long.
pub(super) fn short(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= SHOWN {
        return flat;
    }
    let cut: String = flat.chars().take(SHOWN).collect();
    format!("{cut}...")
}

/// An item as a sentence begins with it: `The question "Where do you live?" (nation)`.
pub(super) fn the(item: &Item<'_>) -> String {
    let what = match item.what {
        What::Question => "question",
        What::Exit => "end",
        What::Together | What::Information => "page",
    };
    let (heading, name) = (short(item.heading()), item.name);
    if heading.is_empty() {
        format!("The {what} {name}")
    } else {
        format!("The {what} \"{heading}\" ({name})")
    }
}

/// Where an item stands: `after nation`, `first in the task about_you`.
pub(super) fn place(item: &Item<'_>) -> String {
    let within = match item.within {
        Within::Eligibility => " of the eligibility questions".to_owned(),
        Within::Questions => String::new(),
        Within::Task(task) => format!(" in the task {task}"),
        Within::Page(page) => format!(" on the page {page}"),
        Within::Rows(rows) => format!(" in each row of {rows}"),
    };
    match item.after {
        Some(before) => format!("after {before}{within}"),
        None => format!("first{within}"),
    }
}

/// The verb for where an item stands.
pub(super) fn comes(item: &Item<'_>) -> &'static str {
    match item.what {
        What::Question => "is asked",
        _ => "comes",
    }
}

/// How a key stands in a sentence.
pub(super) fn key(key: &str) -> String {
    let words = match key {
        "say" => "text",
        "hint" => "hint",
        "called" => "name in messages (called)",
        "why" => "reason for asking (why)",
        "law" => "law",
        "help" => "help",
        "title" => "heading",
        "exit" => "heading",
        "ask" => "words",
        "or_tick" => "box to tick instead of an answer",
        "label" => "label",
        "button" => "button",
        "when" => "condition",
        "note" => "note",
        other => return format!("\"{other}\""),
    };
    words.to_owned()
}

/// `is now A, and was B`, `is new: A`, `is gone; it was B`.
pub(super) fn now_and_before(before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before.is_empty() || after.is_empty() => "changed".to_owned(),
        (Some(before), Some(after)) => format!("is now \"{}\", and was \"{}\"", short(after), short(before)),
        (None, Some("")) => "is new".to_owned(),
        (None, Some(after)) => format!("is new: \"{}\"", short(after)),
        (Some(""), None) => "is gone".to_owned(),
        (Some(before), None) => format!("is gone; it was \"{}\"", short(before)),
        (None, None) => "is as it was".to_owned(),
    }
}
