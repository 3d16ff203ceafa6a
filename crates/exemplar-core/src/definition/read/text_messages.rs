//! Texts to mobile telephones, from `messages/NAME.text.LANGUAGE.md`. Whether they go is read in [`super::sending`].

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::messages::keep;
use super::sending::row_of;
use super::{Reader, Spot, Where};
use crate::definition::TextMessage;
use crate::definition::limits::TEXT_MESSAGE_CHARACTERS;
use crate::definition::source::{Document, MessageFile, Place};
use crate::id::Name;
use crate::text::Text;

/// All of them.
pub(super) fn read<'a>(reader: &Reader<'a>, document: &'a Document, root: &Spot<'a>) -> IndexMap<Name, TextMessage> {
    reader.stand(Where::After);
    let mut by_name: BTreeMap<&str, Vec<&MessageFile>> = BTreeMap::new();
    for message in &document.text_messages {
        by_name.entry(&message.name).or_default().push(message);
    }
    let read = by_name.into_iter().map(|(name, files)| {
        let before = reader.stand_in_row(row_of(reader, root, name));
        let body = reader.languages().iter().enumerate().map(|(i, language)| {
            let file = files.iter().find(|file| *file.language == *language.0);
            if file.is_none() {
                reader.note_missing(i, &format!("messages/{name}.text.{language}.md"));
            }
            file.and_then(|file| body(reader, file)).map(Arc::from)
        });
        let body = Text::new(body.collect());
        reader.stand_in_row(before);
        keep(reader, &format!("messages/{name}.text"), &files);
        (Name::from(name), TextMessage { body })
    });
    read.collect()
}

fn whole(file: &MessageFile) -> Place {
    Place {
        file: file.file,
        ..Place::default()
    }
}

/// What it says: a text has no subject.
fn body<'m>(reader: &Reader<'_>, file: &'m MessageFile) -> Option<&'m str> {
    let body = file.text.trim();
    let characters = body.chars().count();
    if body.is_empty() {
        reader.error(whole(file), "missing", "The text says nothing.", "Write what it says.");
        return None;
    }
    if characters > TEXT_MESSAGE_CHARACTERS {
        reader.error(
            whole(file),
            "text_too_long",
            format!("The text has {characters} characters; at most {TEXT_MESSAGE_CHARACTERS} can be sent."),
            "Say less, and let a letter or an e-mail say the rest.",
        );
    }
    reader.note_fills_in_file(file.file, 1, &file.text);
    Some(body)
}
