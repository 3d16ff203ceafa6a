//! Translations that came back, put into a definition: each is held against the source as it is now, and against the
//! names and conditions in it. What does not fit is named and not taken; the rest is.

use std::collections::BTreeMap;

use super::codes::{differences, mistake};
use super::{OneText, Returned};
use crate::definition::format::words_file;
use crate::definition::source::{Findings, Key, Node, Place, Style, What, is_hidden, read_yaml};
use crate::definition::{Finding, Folder};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The files that changed, in canonical text.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many texts were taken, those that were the same before among them.
    pub taken: usize,
    /// How many came back without a translation.
    pub untranslated: usize,
    /// Those that were not taken.
    pub not_taken: Vec<NotTaken>,
}

/// A text that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// Where it stands.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why a text was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// There is no such text.
    #[error("the definition has no such text")]
    Unknown,
    /// It was translated from something else than what stands there now.
    #[error("its source has changed since it was handed over, and is now: {now}")]
    SourceChanged {
        /// The source as it is now.
        now: String,
    },
    /// Names or conditions in it are not those of its source.
    #[error("{}", said(.lost, .added))]
    Codes {
        /// What it lacks.
        lost: Vec<String>,
        /// What its source has not.
        added: Vec<String>,
    },
    /// The definition could not be read with it.
    #[error("it has a character that cannot be seen, and may change what the line seems to say")]
    Hidden,
    /// Its conditions do not hold together.
    #[error("{0}")]
    Text(String),
}

fn said(lost: &[String], added: &[String]) -> String {
    match (lost.is_empty(), added.is_empty()) {
        (false, true) => format!("it lacks {}", lost.join(", ")),
        (true, false) => format!("it has {}, and its source has not", added.join(", ")),
        _ => format!(
            "it lacks {}, and has {} in place of it",
            lost.join(", "),
            added.join(", ")
        ),
    }
}

/// Puts texts that came back into a definition.
///
/// # Errors
/// What keeps the definition from being read.
pub fn apply(folder: &Folder, returned: &Returned) -> Result<Applied, Vec<Finding>> {
    let ours = super::texts(folder, &returned.to)?;
    let by_path: BTreeMap<&str, &OneText> = ours.texts.iter().map(|text| (text.path.as_str(), text)).collect();
    let mut applied = Applied {
        files: BTreeMap::new(),
        taken: 0,
        untranslated: 0,
        not_taken: Vec::new(),
    };
    let path = format!("words/{}.yaml", returned.to);
    let mut words = before(folder, &path)?;
    let mut has_words = false;
    for text in &returned.texts {
        let Some(target) = text
            .target
            .as_deref()
            .map(str::trim_end)
            .filter(|target| !target.is_empty())
        else {
            applied.untranslated += 1;
            continue;
        };
        let own = by_path.get(text.path.as_str()).copied();
        if let Err(reason) = fits(text, target, own) {
            let path = text.path.clone();
            applied.not_taken.push(NotTaken { path, reason });
            continue;
        }
        applied.taken += 1;
        if text.path.contains('/') {
            let path = format!("{}.{}.md", text.path, returned.to);
            applied.files.insert(path, format!("{target}\n").into_bytes());
        } else {
            has_words = true;
            let headings: Vec<&str> = text.path.split('.').collect();
            set(&mut words, &headings, target);
        }
    }
    if has_words {
        applied.files.insert(path, words_file(&words).into_bytes());
    }
    applied
        .files
        .retain(|path, content| folder.files.get(path) != Some(content));
    Ok(applied)
}

/// Whether a translation can stand for the text as it is now.
fn fits(text: &OneText, target: &str, own: Option<&OneText>) -> Result<(), Reason> {
    let own = own.ok_or(Reason::Unknown)?;
    if own.source.trim() != text.source.trim() {
        return Err(Reason::SourceChanged {
            now: own.source.clone(),
        });
    }
    if target.chars().any(|c| c != '\n' && is_hidden(c)) {
        return Err(Reason::Hidden);
    }
    if let Some((lost, added)) = differences(&own.source, target) {
        return Err(Reason::Codes { lost, added });
    }
    mistake(target).map_or(Ok(()), |mistake| Err(Reason::Text(mistake)))
}

/// The translation as it stood before: its notes and what nobody sent back stay.
fn before(folder: &Folder, path: &str) -> Result<Node, Vec<Finding>> {
    let empty = Node {
        place: Place::default(),
        what: What::Map(Vec::new()),
    };
    let Some(text) = folder.text(path) else {
        return Ok(empty);
    };
    let mut findings = Findings::default();
    let node = read_yaml(path, text, &mut findings);
    let found = findings.into_sorted();
    match node {
        Some(node) if found.is_empty() => Ok(match node.what {
            What::Map(_) => node,
            _ => empty,
        }),
        // A comment would be lost when the file is written anew.
        _ => Err(found),
    }
}

/// Writes a text under its headings. A label in long form stays in it.
fn set(node: &mut Node, headings: &[&str], text: &str) {
    let Some((first, rest)) = headings.split_first() else {
        let label = match &mut node.what {
            What::Map(entries) => entries.iter_mut().find(|(key, _)| key.text == "label"),
            _ => None,
        };
        let style = if text.contains('\n') {
            Style::Block
        } else {
            Style::Plain
        };
        let what = What::Text(text.to_owned(), style);
        match label {
            Some((_, label)) => label.what = what,
            None => node.what = what,
        }
        return;
    };
    if !matches!(node.what, What::Map(_)) {
        node.what = What::Map(Vec::new());
    }
    let What::Map(entries) = &mut node.what else { return };
    let place = entries
        .iter()
        .position(|(key, _)| key.text == *first)
        .unwrap_or_else(|| {
            let key = Key {
                text: (*first).to_owned(),
                place: Place::default(),
            };
            let nothing = Node {
                place: Place::default(),
                what: What::Nothing,
            };
            entries.push((key, nothing));
            entries.len() - 1
        });
    set(&mut entries[place].1, rest, text);
}
