//! The files of a definition as a tree of headings, texts and lists, with the place of each.
//! What the headings mean is not here.

mod document;
mod folder;
mod gathering;
mod indent;
mod table;
mod tasks;
mod yaml;

use std::ops::Range;

pub(super) use document::{Document, MessageFile};
pub(super) use folder::is_hidden;
pub use folder::is_safe_path;
pub(super) use gathering::Meant;
pub(super) use table::read_table;
pub(super) use yaml::{COMMENT, read_yaml};

use super::finding::{Finding, Severity};
use super::limits::FINDINGS;

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// The file's number in [`Findings::files`].
    pub(super) file: usize,
    /// From 1; 0 for the file as a whole.
    pub(super) line: usize,
    /// From 1, in characters.
    pub(super) column: usize,
    /// In characters, on that line.
    pub(super) length: usize,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) what: What,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// Nothing stands there.
    Nothing,
    /// Text as typed.
    Text(String, Style),
    /// Entries without names.
    List(Vec<Node>),
    /// Headings with their contents, in order.
    Map(Vec<(Key, Node)>),
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Plain,
    /// In quotes.
    Quoted,
    /// Over several lines, after `|` or `>`.
    Block,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) text: String,
    pub(super) place: Place,
}

impl Node {
    /// What stands under the heading `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.entries()
            .iter()
            .find(|(found, _)| found.text == key)
            .map(|(_, node)| node)
    }

    /// The headings; none where it is no mapping.
    pub(super) fn entries(&self) -> &[(Key, Node)] {
        match &self.what {
            What::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The text, where it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.what {
            What::Text(text, _) => Some(text),
            _ => None,
        }
    }

    /// A part of the text, by characters.
    pub(super) fn within(&self, part: &Range<usize>) -> Place {
        let (style, text) = match &self.what {
            What::Text(text, style) => (*style, text.as_str()),
            _ => return self.place,
        };
        let mut line = 0;
        let mut column = 0;
        for c in text.chars().take(part.start) {
            if c == '\n' {
                line += 1;
                column = 0;
            } else {
                column += 1;
            }
        }
        let start = match style {
            Style::Plain if line == 0 => self.place.column + column,
            Style::Quoted if line == 0 => self.place.column + column + 1,
            Style::Block => self.place.column + column,
            _ => return self.place,
        };
        Place {
            file: self.place.file,
            line: self.place.line + line,
            column: start,
            length: part.len().max(1),
        }
    }
}

/// A finding, and the name in it that means nothing, where that is what it says: several of one name have one cause.
#[derive(Debug)]
struct Told {
    finding: Finding,
    missing: Option<String>,
}

/// The findings so far, with the names of the files that they are in.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) files: Vec<String>,
    found: Vec<Told>,
    left_out: usize,
}

impl Findings {
    /// The number of a file, by which places name it.
    pub(super) fn file(&mut self, path: &str) -> usize {
        match self.files.iter().position(|known| known == path) {
            Some(number) => number,
            None => {
                self.files.push(path.to_owned());
                self.files.len() - 1
            }
        }
    }

    /// Something that makes the definition unusable.
    pub(super) fn error(
        &mut self,
        place: Place,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.add((place, Severity::Error), code, (message.into(), advice.into()), None);
    }

    /// A name that nothing has.
    pub(super) fn missing(
        &mut self,
        place: Place,
        name: &str,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let words = (message.into(), advice.into());
        self.add((place, Severity::Error), code, words, Some(name.to_owned()));
    }

    /// Something that somebody should look at.
    pub(super) fn warning(
        &mut self,
        place: Place,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.add((place, Severity::Warning), code, (message.into(), advice.into()), None);
    }

    fn add(
        &mut self,
        (place, severity): (Place, Severity),
        code: &'static str,
        (message, advice): (String, String),
        missing: Option<String>,
    ) {
        if self.found.len() >= FINDINGS {
            self.left_out += 1;
            return;
        }
        let file = self.files.get(place.file).cloned().unwrap_or_default();
        let finding = Finding {
            file,
            line: place.line,
            column: place.column,
            length: place.length.max(1),
            code,
            message,
            advice,
            severity,
        };
        if !self.found.iter().any(|told| told.finding == finding) {
            self.found.push(Told { finding, missing });
        }
    }

    /// Whether no more findings are kept, so that their words need not be made.
    pub(super) fn are_full(&self) -> bool {
        self.found.len() >= FINDINGS
    }

    /// Counts one more error without its words.
    pub(super) fn leave_out(&mut self) {
        self.left_out += 1;
    }

    /// Whether any makes the definition unusable.
    pub(super) fn has_errors(&self) -> bool {
        let errors = |told: &Told| told.finding.severity == Severity::Error;
        self.left_out > 0 || self.found.iter().any(errors)
    }

    /// Errors first; then what the service says before what follows it: messages, translations, examples. Then by file
    /// and line, so that a cause stands before what comes of it.
    pub(super) fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.sort_by(|a, b| {
            let key = |f: &Finding| (f.severity, follows(&f.file), f.file.clone(), f.line, f.column);
            key(a).cmp(&key(b))
        });
        findings
    }

    /// All of them, in the order in which they are best mended.
    pub(super) fn into_sorted(self) -> Vec<Finding> {
        let found = self.found.into_iter().map(|told| told.finding);
        let mut found = Self::sorted(found.collect());
        if self.left_out > 0 {
            let file = self.files.first().cloned().unwrap_or_default();
            found.push(Finding {
                file,
                line: 0,
                column: 0,
                length: 1,
                code: "more_findings",
                message: format!("{} more findings are not shown.", self.left_out),
                advice: "Mend those above first.".into(),
                severity: Severity::Error,
            });
        }
        found
    }
}

/// How far a file is from where the service says what it asks.
fn follows(file: &str) -> usize {
    match file.split_once('/').map_or("", |(folder, _)| folder) {
        "messages" | "documents" => 1,
        "words" => 2,
        "examples" => 3,
        _ => 0,
    }
}
