//! What changed from one version of a definition to another, in the words of its service team.
//!
//! Folders are compared as they are written, heading by heading, so that every key of the language is seen.
//! In reading order: this file has what a comparison gives; [`touch`] says what a key touches; [`items`] finds pages and
//! questions in both; [`journey`] compares them; [`question`] one question; [`walker`] what stands under
//! headings; [`others`] what stands beside the pages; [`words`] are sentences. Whether a draft can be moved to another version is in [`crate::journey`].

mod items;
mod journey;
mod others;
mod question;
mod touch;
mod walker;
mod words;

use serde::Serialize;

use super::source::{Document, Findings};
use super::{Finding, Folder, format};
use walker::Walker;

/// What is different in a newer version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Pages and questions first, in the order of the newer version, then all else.
    pub changes: Vec<Change>,
}

/// One thing that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind of thing it is.
    pub part: Part,
    /// What happened to it.
    pub how: How,
    /// Its name, as the newer version has it where it is there.
    pub name: String,
    /// The headings that lead to it, such as `questions.nation.hint`.
    pub path: String,
    /// Whom it concerns.
    pub touches: Touches,
    /// As it was written, where it is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// As it is written now, where it is short.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// One sentence.
    pub says: String,
    /// What to do, where something is easily overlooked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advice: Option<String>,
}

/// Kinds of things that change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The service itself: its name, its languages, its start page.
    Service,
    /// An exit, a page of information, or one with several questions.
    Page,
    /// A question.
    Question,
    /// An option of a question, or a document that it asks for.
    Option,
    /// A rule of an answer, or one across answers.
    Rule,
    /// When something is shown.
    Condition,
    /// A task of the task list.
    Task,
    /// A fact.
    Fact,
    /// Words that people read.
    Words,
    /// A list of options.
    List,
    /// A message, a text or a document.
    Message,
    /// What happens after submission.
    Casework,
    /// How long something is kept.
    Keep,
    /// A translation.
    Translation,
    /// An example.
    Example,
}

/// What happened to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It says something else.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It has another name, and says by `was` which it had.
    Renamed,
}

/// Whom a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Touches {
    /// Nobody who applies: notes, evidence, examples.
    Nobody,
    /// Everybody at once: words, offices, holidays, opening.
    Everybody,
    /// Only cases that begin from then on, and drafts that are moved: cases keep the rules under which they began.
    NewCases,
}

impl Touches {
    /// As a heading has it.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::NewCases => "Rules: cases keep those under which they began",
            Self::Everybody => "Words, and what must be true today: all cases follow at once",
            Self::Nobody => "Notes, evidence and examples: no case is touched",
        }
    }
}

/// A version that cannot be compared, because it cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Whether it is the newer one.
    pub is_newer: bool,
    /// Why.
    pub findings: Vec<Finding>,
}

impl Difference {
    /// Whether nothing is different.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The changes that concern these people.
    pub fn touching(&self, whom: Touches) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.touches == whom)
    }

    /// Whether rules changed, so that it matters under which version a case began.
    #[must_use]
    pub fn touches_rules(&self) -> bool {
        self.touching(Touches::NewCases).next().is_some()
    }
}

/// Compares two versions of a service. Neither needs to pass the check, but both must be readable.
///
/// # Errors
/// The version that cannot be read, with the reasons.
pub fn compare(older: &Folder, newer: &Folder) -> Result<Difference, Unreadable> {
    // How a text is written makes no difference, so both are compared as they stand when they are formatted. A version
    // that cannot be formatted is compared as it is.
    let [before, after] = [older, newer].map(|folder| format(folder).ok());
    let older = read(before.as_ref().unwrap_or(older), false)?;
    let newer = read(after.as_ref().unwrap_or(newer), true)?;
    let mut walker = Walker::default();
    journey::compare(&mut walker, &older.root, &newer.root);
    walker.rest(&older, &newer);
    Ok(Difference {
        changes: walker.changes,
    })
}

fn read(folder: &Folder, is_newer: bool) -> Result<Document, Unreadable> {
    let mut findings = Findings::default();
    let document = Document::read(folder, &mut findings).filter(|_| !findings.has_errors());
    document.ok_or_else(|| Unreadable {
        is_newer,
        findings: findings.into_sorted(),
    })
}
