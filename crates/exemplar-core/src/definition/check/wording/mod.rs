//! Advice on words and on what makes a page hard to use: headings, links, alternative texts, long sentences, reading
//! age, the wording of questions, hints and errors. Advice never keeps a definition from being published.
//!
//! What depends on a language is told of English alone. [`markdown`] looks at texts, [`sentences`] counts, [`question`]
//! looks at questions.

mod markdown;
mod question;
mod sentences;

use super::unused;
use crate::definition::read::{Reader, Written};
use crate::definition::source::{Document, Findings, Place};
use crate::definition::{Definition, Finding, Severity};

/// So many pieces of advice are given at most.
const AT_MOST: usize = 200;

/// Advice so far.
pub(super) struct Advice {
    files: Vec<String>,
    given: Vec<Finding>,
}

impl Advice {
    pub(super) fn give(&mut self, place: Place, code: &'static str, message: impl Into<String>, advice: &str) {
        if self.given.len() < AT_MOST {
            self.given.push(Finding {
                file: self.files.get(place.file).cloned().unwrap_or_default(),
                line: place.line,
                column: place.column,
                length: place.length.max(1),
                code,
                message: message.into(),
                advice: advice.to_owned(),
                severity: Severity::Advice,
            });
        }
    }
}

/// All advice on a definition, by file and line.
pub(in crate::definition) fn advise(definition: &Definition, document: &Document, reader: &Reader<'_>) -> Vec<Finding> {
    let mut advice = Advice {
        files: reader.findings().files.clone(),
        given: Vec::new(),
    };
    let languages = reader.languages();
    for written in reader.written().iter() {
        let is_english = languages
            .get(written.language)
            .is_some_and(|own| is_english(own.as_str()));
        one(written, is_english, &mut advice);
    }
    for message in document
        .messages
        .iter()
        .chain(&document.text_messages)
        .chain(&document.certificates)
    {
        let place = |line: usize| Place {
            file: message.file,
            line: line + 1,
            column: 1,
            length: 1,
        };
        // The first heading of a message is its subject.
        let body = message.text.split_once('\n').map_or("", |(_, body)| body);
        markdown::look(
            body,
            is_english(&message.language),
            &|line| place(line + 1),
            &mut advice,
        );
    }
    question::pages(definition, reader, &mut advice);
    unused::look(document, reader, &mut advice);
    Findings::sorted(advice.given)
}

fn is_english(language: &str) -> bool {
    language == "en" || language.starts_with("en-")
}

/// One text, by the key that it stands under.
fn one(written: &Written, is_english: bool, advice: &mut Advice) {
    let Some(text) = written.node.text() else { return };
    let key = written.path.rsplit('.').next().unwrap_or_default();
    let place = |line: usize| {
        let before: usize = text.split('\n').take(line).map(|line| line.chars().count() + 1).sum();
        let length = text.split('\n').nth(line).map_or(1, |line| line.chars().count());
        written.node.within(&(before..before + length.max(1)))
    };
    let is_error = written.path.contains(".errors.") || key == "or_say";
    match key {
        "say" | "who_can" | "have_ready" | "closed_says" | "found" | "not_found" | "before" | "after" => {
            markdown::look(text, is_english, &place, advice);
        }
        "ask" => question::ask(text, is_english, place(0), advice),
        "hint" => question::hint(text, is_english, place(0), advice),
        "called" => question::called(text, is_english, place(0), advice),
        _ if is_error => question::error(text, is_english, place(0), advice),
        _ => {}
    }
}
