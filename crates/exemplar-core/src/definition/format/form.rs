//! What stands under which key and in which order, from the table of keys. How it is written is not here.

use crate::definition::keys::{DOCUMENT, Heading, OPTION, Shape, kind_of};
use crate::definition::source::{Key, Node};
use crate::kind::{KindKeys, Takes};

/// The headings of a mapping in canonical order. Names of the team's own keep theirs: it is the order of the journey.
pub(super) fn in_order(node: &Node, shape: Shape) -> Vec<&(Key, Node)> {
    let mut entries: Vec<_> = node.entries().iter().collect();
    if let Shape::Kind(kind) = shape {
        let rank = |key: &str| kind.rules.iter().position(|rule| rule.key == key);
        // What is no rule, such as a note, comes last.
        entries.sort_by_key(|(key, _)| rank(&key.text).unwrap_or(kind.rules.len()));
    } else if let Some(heading) = heading_of(shape) {
        entries.sort_by_key(|(key, _)| heading.rank(&key.text));
    }
    entries
}

fn heading_of(shape: Shape) -> Option<&'static Heading> {
    match shape {
        Shape::Under(heading) | Shape::WordsOr(heading) | Shape::CasesOr(heading) | Shape::ListOf(heading) => {
            Some(heading)
        }
        _ => None,
    }
}

/// What stands under `key`, where `shape` stands.
pub(super) fn under(shape: Shape, key: &str) -> Shape {
    match shape {
        Shape::Each(inner) | Shape::YesOr(inner) | Shape::CasesOrEach(inner) => *inner,
        Shape::Options => Shape::WordsOr(&OPTION),
        Shape::Documents => Shape::WordsOr(&DOCUMENT),
        Shape::Cells => Shape::Words,
        Shape::Kind(kind) => rule(kind, key),
        _ => heading_of(shape).map_or(Shape::Answer, |heading| match heading.rule(key) {
            Some(rule) => rule.takes,
            None => kind_of(key).filter(|_| heading.kind).map_or(Shape::Answer, kind),
        }),
    }
}

/// What stands straight after the key of a kind of answer.
fn kind(kind: &'static KindKeys) -> Shape {
    match kind.takes {
        Takes::Choices => Shape::Options,
        Takes::Documents => Shape::Documents,
        Takes::Words => Shape::Words,
        _ => Shape::Kind(kind),
    }
}

fn rule(kind: &KindKeys, rule: &str) -> Shape {
    match kind.rules.iter().find(|known| known.key == rule).map(|rule| rule.takes) {
        Some(Takes::Words) => Shape::Words,
        Some(Takes::Bound(_)) => Shape::Cases,
        Some(Takes::Choices) => Shape::Options,
        Some(Takes::Yes) => Shape::Yes,
        _ => Shape::Answer,
    }
}

/// Whether words for people stand there. A `yes` is a word among them, and else means yes.
pub(super) fn is_prose(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Words | Shape::Plain | Shape::WordsOr(_) | Shape::Cells | Shape::Name | Shape::Names
    )
}

/// Whether an expression stands there.
pub(super) fn is_expression(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Condition | Shape::Cases | Shape::CasesOr(_) | Shape::CasesOrEach(_) | Shape::Expressions
    )
}

/// Whether a long text there goes below its key.
pub(super) fn may_be_long(shape: Shape) -> bool {
    matches!(shape, Shape::Words | Shape::WordsOr(_) | Shape::Cells)
}

/// Whether the reader leaves out blanks and line breaks at the end of a text there, so that they say nothing.
/// Bounds and teams, which are [`Shape::Cases`], and text that is not translated are kept as typed.
pub(super) fn ends_are_free(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Words
            | Shape::WordsOr(_)
            | Shape::Condition
            | Shape::CasesOr(_)
            | Shape::CasesOrEach(_)
            | Shape::Expressions
            | Shape::Duration
            | Shape::Keeping
            | Shape::Moment
            | Shape::Amount
    )
}

/// How headings there are written on one line, where they fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OneLine {
    /// Not at all: sentences stand there, or headings with more beneath.
    Never,
    /// Where no word needs quotes.
    PlainWords,
    /// Always.
    Always,
}

/// Whether headings there are short, as those of an option or of a kind's rules.
pub(super) fn one_line(shape: Shape) -> OneLine {
    match shape {
        Shape::Options => OneLine::PlainWords,
        Shape::Kind(_) | Shape::Answer | Shape::Each(Shape::Answer | Shape::Name) | Shape::Cells => OneLine::Always,
        Shape::WordsOr(heading) if [OPTION.name, DOCUMENT.name].contains(&heading.name) => OneLine::Always,
        Shape::Under(heading) if ["appeal", "a channel", "a target"].contains(&heading.name) => OneLine::Always,
        _ => OneLine::Never,
    }
}
