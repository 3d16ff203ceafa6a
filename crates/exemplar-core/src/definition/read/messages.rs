//! Messages: their words from `messages/NAME.LANGUAGE.md`, their sending from `messages:` is read in [`super::sending`].

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::sending::row_of;
use super::{Reader, Spot, Where};
use crate::definition::MessageTemplate;
use crate::definition::source::{Document, MessageFile, Place};
use crate::id::{Language, Name};
use crate::text::Text;

/// All messages.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    document: &'a Document,
    root: &Spot<'a>,
) -> IndexMap<Name, MessageTemplate> {
    reader.stand(Where::After);
    let settings = root.get("messages");
    let mut by_name: BTreeMap<&str, Vec<&MessageFile>> = BTreeMap::new();
    for message in &document.messages {
        by_name.entry(&message.name).or_default().push(message);
    }
    for (key, _) in settings.iter().flat_map(Spot::entries) {
        let is_text = document.text_messages.iter().any(|message| message.name == key.text);
        if !is_text && !by_name.contains_key(key.text.as_str()) {
            let first = &reader.languages()[0];
            let advice = format!("Write messages/{}.{first}.md.", key.text);
            reader.error(key.place, "missing", "This message has no words.", advice);
        }
    }
    let mut messages = IndexMap::new();
    for (name, files) in by_name {
        let before = reader.stand_in_row(row_of(reader, root, name));
        let message = message(reader, name, &files);
        reader.stand_in_row(before);
        if let Some(message) = message {
            messages.insert(Name::from(name), message);
        }
    }
    messages
}

fn message(reader: &Reader<'_>, name: &str, files: &[&MessageFile]) -> Option<MessageTemplate> {
    let (mut subjects, mut bodies) = (Vec::new(), Vec::new());
    for (i, language) in reader.languages().iter().enumerate() {
        let file = files.iter().find(|file| *file.language == *language.0);
        if file.is_none() {
            reader.note_missing(i, &format!("messages/{name}.{language}.md"));
        }
        let parts = file.and_then(|file| parts(reader, file));
        subjects.push(parts.map(|(subject, _)| Arc::from(subject)));
        bodies.push(parts.map(|(_, body)| Arc::from(body)));
    }
    if subjects.first().is_some_and(Option::is_none) {
        return None;
    }
    keep(reader, &format!("messages/{name}"), files);
    Some(MessageTemplate {
        subject: Text::new(subjects),
        body: Text::new(bodies),
    })
}

/// Keeps a message for whoever asked for all texts.
pub(super) fn keep(reader: &Reader<'_>, path: &str, files: &[&MessageFile]) {
    let text = |language: Option<&Language>| {
        let file = files
            .iter()
            .find(|file| language.is_some_and(|language| *file.language == *language.0));
        file.map(|file| file.text.trim())
    };
    if let Some(source) = text(reader.languages().first()) {
        reader.keep_text(path, source, text(reader.languages().last()));
    }
}

/// The first heading, and what follows it.
pub(super) fn parts<'m>(reader: &Reader<'_>, message: &'m MessageFile) -> Option<(&'m str, &'m str)> {
    let text = message.text.trim_start();
    let skipped = message.text.len() - text.len();
    let line = 1 + message.text[..skipped].matches('\n').count();
    let place = |line| Place {
        file: message.file,
        line,
        column: 1,
        length: 1,
    };
    let Some((subject, body)) = text
        .strip_prefix("# ")
        .map(|text| text.split_once('\n').unwrap_or((text, "")))
    else {
        let advice = "Begin with \"# \" and the subject.";
        reader.error(place(line), "subject_missing", "The message has no subject.", advice);
        return None;
    };
    if body.trim().is_empty() {
        reader.error(
            place(line),
            "missing",
            "The message says nothing.",
            "Write it below the subject.",
        );
        return None;
    }
    // The marks before the subject are part of the file's first line.
    reader.note_fills_in_file(message.file, line, &text[..2 + subject.len()]);
    reader.note_fills_in_file(message.file, line + 1, body);
    Some((subject.trim(), body.trim()))
}

/// Whether the file's language is one of the service's; a draft translation is not an error.
pub(in crate::definition) fn is_draft(message: &MessageFile, languages: &[Language]) -> bool {
    !languages.iter().any(|language| *language.0 == *message.language)
}
