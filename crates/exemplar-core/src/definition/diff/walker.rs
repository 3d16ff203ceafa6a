//! Compares what stands under headings, along the table of keys, so that a new key needs nothing here.

use super::touch::touches;
use super::words::{key as key_words, line, now_and_before, short};
use super::{Change, How, Part};
use crate::definition::keys::{Heading, OPTION, PAGE, Rule, Shape};
use crate::definition::source::{Node, What};
use crate::kind::KEYS;

/// The changes that were found so far.
#[derive(Debug, Default)]
pub(super) struct Walker {
    pub(super) changes: Vec<Change>,
}

/// What changes are said of.
#[derive(Debug, Clone)]
pub(super) struct Subject {
    pub(super) part: Part,
    pub(super) name: String,
    /// As it stands after "of": `the question "Where do you live?" (nation)`.
    pub(super) says: String,
}

/// The same place in both versions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Both<'a> {
    pub(super) before: Option<&'a Node>,
    pub(super) after: Option<&'a Node>,
}

impl<'a> Both<'a> {
    pub(super) fn get(self, key: &str) -> Self {
        Self {
            before: self.before.and_then(|node| node.get(key)),
            after: self.after.and_then(|node| node.get(key)),
        }
    }

    /// The names beneath, those of the newer version first.
    pub(super) fn names(self) -> Vec<&'a str> {
        let after = self.after.map(Node::entries).unwrap_or_default();
        let before = self.before.map(Node::entries).unwrap_or_default();
        let gone = before
            .iter()
            .filter(|(key, _)| !after.iter().any(|(known, _)| known.text == key.text));
        after.iter().chain(gone).map(|(key, _)| key.text.as_str()).collect()
    }

    pub(super) fn how(self) -> How {
        match (self.before, self.after) {
            (None, _) => How::Added,
            (_, None) => How::Removed,
            _ => How::Changed,
        }
    }

    pub(super) fn differs(self) -> bool {
        match (self.before, self.after) {
            (Some(before), Some(after)) => line(before) != line(after),
            (None, None) => false,
            _ => true,
        }
    }
}

impl Walker {
    /// The keys of a heading, in canonical order, but for some.
    pub(super) fn under(&mut self, of: &Subject, path: &str, heading: &Heading, both: Both<'_>, but: &[&str]) {
        for Rule { key, takes, .. } in heading.keys.iter().filter(|rule| !but.contains(&rule.key)) {
            let path = if path.is_empty() {
                (*key).to_owned()
            } else {
                format!("{path}.{key}")
            };
            self.shape(of, &path, key, *takes, both.get(key));
        }
        // The kinds of answer of pages are compared with all that a question has.
        for kind in KEYS.iter().filter(|_| heading.kind && heading.name != PAGE.name) {
            let path = format!("{path}.{}", kind.key);
            self.shape(of, &path, kind.key, Shape::Answer, both.get(kind.key));
        }
    }

    /// One key with what stands beneath.
    pub(super) fn shape(&mut self, of: &Subject, path: &str, key: &str, shape: Shape, both: Both<'_>) {
        if !both.differs() {
            return;
        }
        match shape {
            Shape::Under(heading) if both.before.is_some() && both.after.is_some() => {
                let within = Subject {
                    part: part(path, of.part),
                    name: of.name.clone(),
                    says: format!("{} of {}", key_words(key), of.says),
                };
                let within = if of.part == Part::Service && !path.contains('.') {
                    Subject {
                        says: format!("\"{key}\""),
                        ..within
                    }
                } else {
                    within
                };
                self.under(&within, path, heading, both, &[]);
            }
            Shape::Each(inner) => self.each(of, path, key, *inner, both),
            Shape::YesOr(inner) if is_map(both.before) && is_map(both.after) => self.each(of, path, key, *inner, both),
            Shape::Options if is_map(both.before) && is_map(both.after) => {
                self.each(of, path, key, Shape::WordsOr(&OPTION), both);
            }
            Shape::WordsOr(heading) | Shape::CasesOr(heading) => self.short_or_long(of, path, key, heading, both),
            _ => self.leaf(of, path, key, shape, both),
        }
    }

    /// Names of the team's own.
    fn each(&mut self, of: &Subject, path: &str, key: &str, inner: Shape, both: Both<'_>) {
        for name in both.names() {
            let path = format!("{path}.{name}");
            let one = both.get(name);
            let noun = noun(key);
            let own = Subject {
                part: part(&path, of.part),
                name: name.to_owned(),
                says: match of.part {
                    Part::Service => format!("the {noun} {name}"),
                    _ => format!("the {noun} {name} of {}", of.says),
                },
            };
            match (one.before, one.after) {
                (Some(_), Some(_)) => self.shape(&own, &path, name, inner, one),
                (before, after) => {
                    let text = before.or(after).map(line).filter(|text| !text.starts_with('{'));
                    let says = match (after.is_some(), &text) {
                        (true, Some(text)) if !text.is_empty() => format!("is new: \"{}\"", short(text)),
                        (true, _) => "is new".to_owned(),
                        (false, _) => "is gone".to_owned(),
                    };
                    self.add(Change {
                        part: own.part,
                        how: one.how(),
                        name: own.name,
                        touches: touches(&path, inner),
                        path,
                        before: before.map(line),
                        after: after.map(line),
                        says: sentence(&format!("{} {says}", own.says)),
                        advice: None,
                    });
                }
            }
        }
    }

    /// What may be written short or with headings: the short form is the first of the headings.
    fn short_or_long(&mut self, of: &Subject, path: &str, key: &str, heading: &Heading, both: Both<'_>) {
        let Some(first) = heading.keys.first() else { return };
        for rule in heading.keys {
            let of_one = |node: Option<&'_ Node>| -> Option<Node> {
                let node = node?;
                if is_map(Some(node)) {
                    node.get(rule.key).cloned()
                } else {
                    (rule.key == first.key).then(|| node.clone())
                }
            };
            let (before, after) = (of_one(both.before), of_one(both.after));
            let one = Both {
                before: before.as_ref(),
                after: after.as_ref(),
            };
            if rule.key == first.key {
                self.leaf(of, path, key, rule.takes, one);
            } else {
                self.shape(of, &format!("{path}.{}", rule.key), rule.key, rule.takes, one);
            }
        }
    }

    /// One text or list.
    fn leaf(&mut self, of: &Subject, path: &str, key: &str, shape: Shape, both: Both<'_>) {
        if !both.differs() {
            return;
        }
        let (before, after) = (both.before.map(line), both.after.map(line));
        let part = match shape {
            Shape::Words if matches!(of.part, Part::Question | Part::Page | Part::Option) => Part::Words,
            Shape::Condition => Part::Condition,
            _ => of.part,
        };
        let changed = match (&before, &after) {
            (Some(before), Some(after)) if short(before) == short(after) => "changed".to_owned(),
            _ => now_and_before(before.as_deref(), after.as_deref()),
        };
        // What has a name of its own is said by its name alone.
        let what = if key == of.name {
            of.says.clone()
        } else {
            format!("the {} of {}", key_words(key), of.says)
        };
        self.add(Change {
            part,
            how: both.how(),
            name: of.name.clone(),
            path: path.to_owned(),
            touches: touches(path, shape),
            before,
            after,
            says: sentence(&format!("{what} {changed}")),
            advice: None,
        });
    }

    pub(super) fn add(&mut self, change: Change) {
        self.changes.push(change);
    }
}

fn is_map(node: Option<&Node>) -> bool {
    node.is_some_and(|node| matches!(node.what, What::Map(_)))
}

/// What kind of thing stands at a path.
fn part(path: &str, within: Part) -> Part {
    match path.split('.').next().unwrap_or_default() {
        _ if within == Part::Question && path.contains(".must") => Part::Rule,
        _ if matches!(within, Part::Question | Part::Page | Part::Option) => within,
        "facts" => Part::Fact,
        "phrases" => Part::Words,
        "casework" | "issues" => Part::Casework,
        "keep" => Part::Keep,
        "messages" => Part::Message,
        "tasks" => Part::Task,
        _ => within,
    }
}

/// What one of the names under a heading is.
fn noun(key: &str) -> &str {
    match key {
        "facts" => "fact",
        "phrases" => "phrase",
        "channels" => "channel",
        "messages" => "message",
        "outcomes" => "outcome",
        "reasons" => "reason",
        "must" => "rule",
        "errors" => "error",
        "keep" => "time of keeping",
        "equality" => "equality question",
        "targets" => "target",
        "stages" => "stage",
        "checks" => "check",
        "asks_for" => "thing to ask for",
        "issues" => "issue",
        "calendars" => "calendar",
        other => other,
    }
}

/// A sentence, with a capital and a full stop.
pub(super) fn sentence(words: &str) -> String {
    let mut characters = words.chars();
    let first: String = characters
        .next()
        .map(char::to_uppercase)
        .into_iter()
        .flatten()
        .collect();
    format!("{first}{}.", characters.as_str())
}
