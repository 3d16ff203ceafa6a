//! One page or question in both versions: its words, its condition, its kind of answer with rules and options.

use super::items::{Item, What};
use super::touch::touches;
use super::walker::{Both, Subject, Walker, sentence};
use super::words::{line, now_and_before, short, the};
use super::{Change, How, Part, Touches};
use crate::definition::keys::{DOCUMENT, Heading, KINDS_LATER, OPTION, PAGE, Shape, kind_of};
use crate::definition::source::{Key, Node};
use crate::kind::Takes;

/// The kind of answer under a question: its key and what stands beneath.
pub(super) fn kind(node: &Node) -> Option<(&Key, &Node)> {
    let mut entries = node.entries().iter();
    entries
        .find(|(key, _)| KINDS_LATER.contains(&key.text.as_str()) || kind_of(&key.text).is_some())
        .map(|(key, node)| (key, node))
}

/// What is said elsewhere: of the name, and of pages within.
const SAID_ELSEWHERE: &[&str] = &[
    "was",
    "questions",
    "rows",
    "table",
    "grid",
    "record",
    "when",
    "optional",
];

/// Compares one item.
pub(super) fn compare(walker: &mut Walker, before: &Item<'_>, after: &Item<'_>) {
    let of = Subject {
        part: match after.what {
            What::Question => Part::Question,
            _ => Part::Page,
        },
        name: after.name.to_owned(),
        says: lower(&the(after)),
    };
    let both = Both {
        before: Some(before.node),
        after: Some(after.node),
    };
    condition(walker, before, after);
    optional(walker, before, after);
    walker.under(&of, &after.path, &PAGE, both, SAID_ELSEWHERE);
    answer(walker, &of, before, after);
}

fn lower(words: &str) -> String {
    words
        .strip_prefix("The")
        .map_or_else(|| words.to_owned(), |rest| format!("the{rest}"))
}

fn change(item: &Item<'_>, part: Part, key: &str, says: String) -> Change {
    Change {
        part,
        how: How::Changed,
        name: item.name.to_owned(),
        path: format!("{}.{key}", item.path),
        touches: Touches::NewCases,
        before: None,
        after: None,
        says,
        advice: None,
    }
}

fn condition(walker: &mut Walker, before: &Item<'_>, after: &Item<'_>) {
    let of = |item: &Item<'_>| item.node.get("when").map(line);
    let (old, new) = (of(before), of(after));
    if old == new {
        return;
    }
    let (the, shown) = (
        the(after),
        match after.what {
            What::Question => "asked",
            _ => "shown",
        },
    );
    let says = match (&old, &new) {
        (None, Some(new)) => format!("{the} is now {shown} only when: {}.", short(new)),
        (Some(old), None) => format!("{the} is now {shown} always. Before, only when: {}.", short(old)),
        (Some(old), Some(new)) => {
            format!(
                "{the} is now {shown} when: {}. Before, when: {}.",
                short(new),
                short(old)
            )
        }
        (None, None) => return,
    };
    walker.add(Change {
        before: old,
        after: new,
        ..change(after, Part::Condition, "when", says)
    });
}

fn optional(walker: &mut Walker, before: &Item<'_>, after: &Item<'_>) {
    let of = |item: &Item<'_>| item.node.get("optional").is_some();
    let says = match (of(before), of(after)) {
        (false, true) => "may now be left empty",
        (true, false) => "must now be answered",
        _ => return,
    };
    walker.add(change(after, Part::Rule, "optional", format!("{} {says}.", the(after))));
}

/// The kind of answer.
fn answer(walker: &mut Walker, of: &Subject, before: &Item<'_>, after: &Item<'_>) {
    let (old, new) = (kind(before.node), kind(after.node));
    let name = |kind: Option<(&Key, &Node)>| kind.map(|(key, _)| key.text.clone());
    let (Some((old_key, old)), Some((new_key, new))) = (old, new) else {
        if name(old) != name(new) {
            let says = format!("{} is now of another kind.", the(after));
            walker.add(change(after, Part::Question, "kind", says));
        }
        return;
    };
    if old_key.text != new_key.text {
        let says = format!(
            "{} is now answered by \"{}\", and was by \"{}\".",
            the(after),
            new_key.text,
            old_key.text
        );
        walker.add(Change {
            before: Some(old_key.text.clone()),
            after: Some(new_key.text.clone()),
            ..change(after, Part::Question, &new_key.text, says)
        });
        return;
    }
    let path = format!("{}.{}", after.path, new_key.text);
    let both = Both {
        before: Some(old),
        after: Some(new),
    };
    if let Some(Shape::Under(rows)) = PAGE.rule(&new_key.text).map(|rule| rule.takes) {
        return walker.under(of, &path, rows, both, &["questions", "columns"]);
    }
    match kind_of(&new_key.text).map(|kind| kind.takes) {
        Some(Takes::Choices) if old.text().is_none() && new.text().is_none() => {
            options(walker, of, &path, &OPTION, both);
        }
        Some(Takes::Documents) => options(walker, of, &path, &DOCUMENT, both),
        Some(Takes::Words) if old.text().is_some() => rule(walker, of, &path, "words", Shape::Words, both),
        Some(_) if old.text().is_some() || new.text().is_some() => {
            rule(walker, of, &path, &new_key.text, Shape::Plain, both);
        }
        _ => rules(walker, of, &path, &new_key.text, both),
    }
}

/// The rules of a kind.
fn rules(walker: &mut Walker, of: &Subject, path: &str, kind: &str, both: Both<'_>) {
    let declared = kind_of(kind).map(|kind| kind.rules).unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    for node in [both.before, both.after].into_iter().flatten() {
        for (key, _) in node.entries() {
            if !names.contains(&key.text.as_str()) {
                names.push(&key.text);
            }
        }
    }
    for name in names {
        let is_words = declared
            .iter()
            .any(|rule| rule.key == name && rule.takes == Takes::Words);
        let shape = if is_words { Shape::Words } else { Shape::Plain };
        rule(walker, of, &format!("{path}.{name}"), name, shape, both.get(name));
    }
}

fn rule(walker: &mut Walker, of: &Subject, path: &str, name: &str, shape: Shape, both: Both<'_>) {
    let (before, after) = (both.before.map(line), both.after.map(line));
    if before == after {
        return;
    }
    let changed = now_and_before(before.as_deref(), after.as_deref());
    walker.add(Change {
        part: Part::Rule,
        how: match (&before, &after) {
            (None, _) => How::Added,
            (_, None) => How::Removed,
            _ => How::Changed,
        },
        name: of.name.clone(),
        path: path.to_owned(),
        touches: touches(path, shape),
        says: sentence(&format!("at {}, the rule \"{name}\" {changed}", of.says)),
        before,
        after,
        advice: None,
    });
}

/// The options of a choice, or the documents of a list of evidence.
fn options(walker: &mut Walker, of: &Subject, path: &str, heading: &'static Heading, both: Both<'_>) {
    let entries = |node: Option<&'_ Node>| -> Vec<(String, String)> {
        let entries = node.map(Node::entries).unwrap_or_default();
        let label = |node: &Node| node.get("label").unwrap_or(node).text().unwrap_or_default().to_owned();
        entries
            .iter()
            .map(|(key, node)| (key.text.clone(), label(node)))
            .collect()
    };
    let (before, after) = (entries(both.before), entries(both.after));
    let has = |list: &[(String, String)], name: &str| list.iter().any(|(known, _)| known == name);
    let one = |name: &str, how, says: String| Change {
        part: Part::Option,
        how,
        name: name.to_owned(),
        path: format!("{path}.{name}"),
        touches: Touches::NewCases,
        before: None,
        after: None,
        says: sentence(&says),
        advice: None,
    };
    for (name, label) in &after {
        if has(&before, name) {
            let option = Subject {
                part: Part::Option,
                name: name.clone(),
                says: format!("the option {name} of {}", of.says),
            };
            let path = format!("{path}.{name}");
            walker.shape(&option, &path, "label", Shape::WordsOr(heading), both.get(name));
        } else {
            let says = format!("{} has a new option \"{}\" ({name})", of.says, short(label));
            walker.add(one(name, How::Added, says));
        }
    }
    for (name, label) in before.iter().filter(|(name, _)| !has(&after, name)) {
        let says = format!("{} no longer offers \"{}\" ({name})", of.says, short(label));
        walker.add(one(name, How::Removed, says));
    }
    let kept = |list: &[(String, String)], other: &[(String, String)]| -> Vec<String> {
        let names = list.iter().map(|(name, _)| name);
        names.filter(|name| has(other, name)).cloned().collect()
    };
    let order = kept(&after, &before);
    if order != kept(&before, &after) {
        let says = format!(
            "{} offers its options in another order: {}",
            of.says,
            short(&order.join(", "))
        );
        walker.add(Change {
            path: path.to_owned(),
            touches: Touches::Everybody,
            ..one(&of.name, How::Moved, says)
        });
    }
}
