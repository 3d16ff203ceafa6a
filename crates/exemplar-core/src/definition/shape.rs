//! Whether what stands under each key has the form that the key takes, and whether there is such a key.
//! What names mean and whether expressions hold together is checked elsewhere.

use super::keys::{DOCUMENT, Heading, KINDS_LATER, KINDS_WITH_HEADINGS, OPTION, Rule, Shape, kind_of};
use super::limits::{NAME_CHARACTERS, OPTIONS, RESERVED_PAGES};
use super::source::{Findings, Key, Node, Place, What};
use crate::expression::{CEL_WORDS, FUNCTIONS, UNIT_WORDS, WORDS, closest};
use crate::kind::{KEYS, KindKeys, Takes};

/// Checks `node` against `shape`.
pub(super) fn check(node: &Node, shape: Shape, findings: &mut Findings) {
    match shape {
        Shape::Words | Shape::Plain | Shape::Name => {
            text(node, findings);
        }
        Shape::Names | Shape::Expressions => texts(node, findings),
        Shape::Yes => {
            if text(node, findings).is_some_and(|text| text != "yes") {
                wrong(
                    node,
                    "Only \"yes\" can stand here.",
                    "Leave the key out for no.",
                    findings,
                );
            }
        }
        Shape::OneOf(words) => {
            if let Some(text) = text(node, findings).filter(|text| !words.contains(text)) {
                let message = format!("\"{text}\" cannot stand here.");
                let advice = format!("Write {}.", words.join(", or "));
                wrong(node, &message, &advice, findings);
            }
        }
        Shape::Count | Shape::Amount | Shape::Condition | Shape::Duration | Shape::Keeping | Shape::Moment => {
            text(node, findings);
        }
        Shape::Cases => cases(node, findings),
        Shape::Under(heading) => under(node, heading, findings),
        Shape::YesOr(shape) => match node.what {
            What::Map(_) => each(node, *shape, findings),
            _ => check(node, Shape::Yes, findings),
        },
        Shape::ListOf(heading) => match &node.what {
            What::List(nodes) => nodes.iter().for_each(|node| under(node, heading, findings)),
            _ => wrong(
                node,
                "A list is needed here.",
                "Begin each entry with \"- \".",
                findings,
            ),
        },
        Shape::Each(shape) => each(node, *shape, findings),
        Shape::CasesOrEach(shape) => match node.what {
            What::Map(_) => each(node, *shape, findings),
            _ => cases(node, findings),
        },
        Shape::WordsOr(heading) | Shape::CasesOr(heading) => match node.what {
            What::Map(_) => under(node, heading, findings),
            What::List(_) if matches!(shape, Shape::CasesOr(_)) => texts(node, findings),
            _ => {
                text(node, findings);
            }
        },
        Shape::Options => options(node, &OPTION, findings),
        Shape::Documents => options(node, &DOCUMENT, findings),
        Shape::Cells => {
            if matches!(node.what, What::Map(_)) {
                for (_, cell) in node.entries() {
                    text(cell, findings);
                }
            } else {
                text(node, findings);
            }
        }
        Shape::Answer | Shape::Kind(_) | Shape::Later => {}
    }
}

fn wrong(node: &Node, message: &str, advice: &str, findings: &mut Findings) {
    findings.error(node.place, "wrong_form", message, advice);
}

fn text<'a>(node: &'a Node, findings: &mut Findings) -> Option<&'a str> {
    match &node.what {
        What::Text(text, _) if !text.trim().is_empty() => Some(text),
        What::Text(..) | What::Nothing => {
            wrong(
                node,
                "Something is missing here.",
                "Write it, or leave the key out.",
                findings,
            );
            None
        }
        What::Map(_) => {
            let advice = "A text that begins with \"{\", or has \": \" in it, must stand in quotes.";
            wrong(node, "A text is needed here, not headings.", advice, findings);
            None
        }
        What::List(_) => {
            let advice = "Write one text. If it begins with \"[\" or \"- \", put it in quotes.";
            wrong(node, "A text is needed here, not a list.", advice, findings);
            None
        }
    }
}

fn texts(node: &Node, findings: &mut Findings) {
    match &node.what {
        What::List(nodes) => {
            for node in nodes {
                text(node, findings);
            }
        }
        _ => {
            text(node, findings);
        }
    }
}

fn cases(node: &Node, findings: &mut Findings) {
    match &node.what {
        What::List(nodes) if nodes.is_empty() => {
            wrong(node, "This list is empty.", "Write a case a line.", findings);
        }
        _ => texts(node, findings),
    }
}

fn each(node: &Node, shape: Shape, findings: &mut Findings) {
    match &node.what {
        What::Map(entries) => {
            for (_, node) in entries {
                check(node, shape, findings);
            }
        }
        What::Nothing => wrong(
            node,
            "Something is missing here.",
            "Write it, or leave the key out.",
            findings,
        ),
        _ => wrong(
            node,
            "Names with their contents beneath are needed here.",
            "Write NAME: and its contents below, indented.",
            findings,
        ),
    }
}

/// Checks headings: each is known, and what stands beneath it fits.
pub(super) fn under(node: &Node, heading: &Heading, findings: &mut Findings) {
    let entries = match &node.what {
        What::Map(entries) => entries,
        _ => {
            let advice = format!("Its keys are {}.", names(heading));
            let message = format!("Keys of {} are needed here.", heading.name);
            wrong(node, &message, &advice, findings);
            return;
        }
    };
    let split = entries.iter().any(|(_, node)| was_split(node));
    let mut kinds: Vec<&Key> = Vec::new();
    for (key, node) in entries {
        match heading.rule(&key.text) {
            Some(Rule {
                takes: Shape::Later, ..
            }) => later(key, findings),
            Some(rule) => {
                if heading.kind && KINDS_WITH_HEADINGS.contains(&rule.key) {
                    kinds.push(key);
                }
                check(node, rule.takes, findings);
            }
            None if heading.kind && kind_of(&key.text).is_some() => {
                match kind_of(&key.text).map(|kind| kind.takes) {
                    Some(Takes::Choices) => options(node, &OPTION, findings),
                    Some(Takes::Documents) => options(node, &DOCUMENT, findings),
                    _ => {}
                }
                kinds.push(key);
            }
            None if heading.kind && KINDS_LATER.contains(&key.text.as_str()) => {
                kinds.push(key);
                later(key, findings);
            }
            None => unknown(key, heading, split, findings),
        }
    }
    if let [_, second, ..] = kinds.as_slice() {
        findings.error(
            second.place,
            "two_kinds",
            "This question has two kinds of answer.",
            "Keep one, and ask the other as a question of its own.",
        );
    }
}

fn later(key: &Key, findings: &mut Findings) {
    findings.error(
        key.place,
        "not_supported",
        format!("This version of Exemplar does not know \"{}\" here yet.", key.text),
        "Leave it out.",
    );
}

/// Whether an expression lost its end to a comma.
fn was_split(node: &Node) -> bool {
    matches!(&node.what, What::Text(text, _) if text.contains('(') && !text.contains(')'))
}

fn unknown(key: &Key, heading: &Heading, split: bool, findings: &mut Findings) {
    if findings.are_full() {
        findings.leave_out();
        return;
    }
    let known = heading.keys.iter().map(|rule| rule.key);
    let kinds = KEYS.iter().map(|kind| kind.key).filter(|_| heading.kind);
    let advice = if split || key.text.contains(')') {
        "A comma inside { } begins a new key. Put an expression with a comma on a line of its own.".to_owned()
    } else if let Some(like) = closest(&key.text, known.chain(kinds)) {
        format!("Did you mean \"{like}\"?")
    } else {
        format!("The keys here are {}.", names(heading))
    };
    let shown: String = key.text.chars().take(NAME_CHARACTERS).collect();
    findings.error(
        key.place,
        "unknown_key",
        format!("There is no key \"{shown}\" in {}.", heading.name),
        advice,
    );
}

fn names(heading: &Heading) -> String {
    let known = heading.keys.iter().filter(|rule| !matches!(rule.takes, Shape::Later));
    let names: Vec<&str> = known.map(|rule| rule.key).collect();
    let kind = if heading.kind { ", and a kind of answer" } else { "" };
    format!("{}{kind}", names.join(", "))
}

/// The options of a choice: names with labels, or the name of a list. Documents are the same with keys of their own.
fn options(node: &Node, heading: &'static Heading, findings: &mut Findings) {
    match &node.what {
        What::Map(entries) => {
            if entries.len() > OPTIONS {
                let message = format!("At most {OPTIONS} options are written in place.");
                wrong(node, &message, "Put them into lists/NAME.csv.", findings);
            }
            for (key, node) in entries {
                check(node, Shape::WordsOr(heading), findings);
                name(key, &[], findings);
            }
        }
        What::List(_) => wrong(
            node,
            "Options need names.",
            "Write NAME: Label, a line each: the name is used in conditions, the label is shown.",
            findings,
        ),
        // The kind itself asks for what is missing.
        What::Nothing | What::Text(..) => {}
    }
}

/// Words that YAML or a reader may take for yes, no or nothing.
const MISREAD: &[&str] = &["yes", "no", "on", "off", "y", "n", "true", "false", "null", "none"];

/// Names that expressions have already.
const OWN: &[&str] = &["today", "language", "channel", "renewing", "renewing_expires"];

/// Checks a name that the team gave; `taken` are names that cannot be used besides.
pub(super) fn name(key: &Key, taken: &[&[&str]], findings: &mut Findings) {
    let text = key.text.as_str();
    let shaped = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !shaped || text.len() > NAME_CHARACTERS {
        let shown: String = text.chars().take(NAME_CHARACTERS).collect();
        findings.error(
            key.place,
            "name",
            format!("\"{shown}\" cannot be a name."),
            format!("Use small letters a to z, digits and \"_\", a letter first, at most {NAME_CHARACTERS}."),
        );
    } else if [MISREAD, WORDS, CEL_WORDS]
        .iter()
        .chain(taken)
        .any(|words| words.contains(&text))
    {
        findings.error(
            key.place,
            "reserved_name",
            format!("\"{text}\" has a meaning of its own and cannot be a name."),
            "Add a word, such as in \"other_reason\".",
        );
    }
}

/// What questions, pages and facts cannot be called: expressions would read it otherwise.
pub(super) const NOT_IN_EXPRESSIONS: &[&[&str]] = &[UNIT_WORDS, OWN, FUNCTIONS];

/// Whether a team could call a question, a page or a fact so.
#[must_use]
pub fn can_be_name(text: &str) -> bool {
    let key = Key {
        text: text.to_owned(),
        place: Place::default(),
    };
    let mut findings = Findings::default();
    name(&key, NOT_IN_EXPRESSIONS, &mut findings);
    !findings.has_errors() && !RESERVED_PAGES.contains(&text.replace('_', "-").as_str())
}

/// Whether a team could call an option so.
#[must_use]
pub fn can_be_option(text: &str) -> bool {
    let key = Key {
        text: text.to_owned(),
        place: Place::default(),
    };
    let mut findings = Findings::default();
    name(&key, &[], &mut findings);
    !findings.has_errors()
}

/// What stands under a kind's key in a translation.
pub(super) fn kind_words(kind: &KindKeys) -> Vec<&'static str> {
    let words = kind.rules.iter().filter(|rule| rule.takes == Takes::Words);
    words.map(|rule| rule.key).collect()
}
