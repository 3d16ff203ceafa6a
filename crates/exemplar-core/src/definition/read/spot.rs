//! A part of the document beside its translations, and what is noted of names in it.

use crate::definition::source::{Key, Node, Place};
use crate::expression::{Expression, Mention};
use crate::id::Name;

/// A part of the document beside the same part of each translation.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Spot<'a> {
    pub(in crate::definition) node: &'a Node,
    /// By language, from the second on.
    pub(in crate::definition) words: Vec<Option<&'a Node>>,
    /// The headings that lead here, such as `questions.nation`.
    pub(in crate::definition) path: String,
}

impl<'a> Spot<'a> {
    /// What stands under `key`, in every language.
    pub(in crate::definition) fn get(&self, key: &str) -> Option<Spot<'a>> {
        self.node.get(key).map(|node| self.at(key, node))
    }

    /// The headings with what stands under them.
    pub(in crate::definition) fn entries(&self) -> impl Iterator<Item = (&'a Key, Spot<'a>)> {
        self.node
            .entries()
            .iter()
            .map(|(key, node)| (key, self.at(&key.text, node)))
    }

    fn at(&self, key: &str, node: &'a Node) -> Spot<'a> {
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        Spot {
            node,
            words: self
                .words
                .iter()
                .map(|words| words.and_then(|words| words.get(key)))
                .collect(),
            path,
        }
    }
}

/// Where in the service a text or expression stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::definition) enum Where {
    /// On a page, by its place in the journey.
    Page(usize),
    /// Before the first page.
    Before,
    /// After the last one.
    After,
}

/// In which row something stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::definition) struct Row {
    /// The question of rows.
    pub(in crate::definition) of: Name,
    /// What is asked before this place among the questions is known there; none for all of the row.
    pub(in crate::definition) before: Option<usize>,
}

/// What an expression is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::definition) enum Role {
    /// Whether a page, a question or an option is shown.
    When,
    /// A rule of an answer.
    Rule,
    /// A fact.
    Fact,
    /// Anything that is worked out after submission.
    Later,
}

/// A name in an expression, where it stands.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Use {
    pub(in crate::definition) mention: Mention,
    pub(in crate::definition) place: Place,
    pub(in crate::definition) at: Where,
    pub(in crate::definition) role: Role,
    /// The fact or question that it belongs to.
    pub(in crate::definition) of: Name,
}

/// A condition, where it stands.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Condition {
    pub(in crate::definition) expression: Expression,
    pub(in crate::definition) place: Place,
    pub(in crate::definition) at: Where,
    pub(in crate::definition) role: Role,
    /// The fact or question that it belongs to.
    pub(in crate::definition) of: Name,
    /// Whether it stands in a row.
    pub(in crate::definition) is_in_row: bool,
    /// The list of cases that it stands in.
    pub(in crate::definition) case: Option<usize>,
}

/// Words in one language, where they stand.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Written {
    /// A copy: a reader that kept hold of the document could not be lent out.
    pub(in crate::definition) node: Node,
    /// The language's place among the definition's.
    pub(in crate::definition) language: usize,
    /// The headings that lead here.
    pub(in crate::definition) path: String,
}

/// A name in a text, where it stands.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Fill {
    pub(in crate::definition) name: String,
    pub(in crate::definition) place: Place,
    pub(in crate::definition) guarded: bool,
    pub(in crate::definition) at: Where,
    /// The row that it stands in.
    pub(in crate::definition) row: Option<Row>,
    /// Whether it names the rows that a text goes through.
    pub(in crate::definition) repeats: bool,
}
