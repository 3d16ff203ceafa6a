//! Names that messages alone know: `((renew_link))`, and documents that are still to come, one by one.

use crate::definition::read::{Fill, NamedWhat, Reader};
use crate::definition::source::Document;
use crate::definition::{Definition, Recipient};
use crate::renewing::renewable;

/// The link by which somebody renews what they were issued.
pub const RENEW_LINK: &str = "renew_link";
/// What is known of a document that is to come: what it is called, and its last day.
pub const OF_A_DOCUMENT: [&str; 2] = ["label", "due"];

/// Whether a name is one that messages alone know; what is wrong with it is said here.
pub(super) fn is_of_message(definition: &Definition, document: &Document, reader: &Reader<'_>, fill: &Fill) -> bool {
    let in_message = message_of(document, fill);
    if is_of_documents(reader, fill) {
        if in_message.is_none() {
            let advice = "Only a message is written when it is known which are to come: write it there.";
            let message = "Documents are gone through in messages alone.";
            reader.error(fill.place, "only_in_messages", message, advice);
        }
        return true;
    }
    if fill.name != RENEW_LINK || reader.register.what(RENEW_LINK).is_some() {
        return false;
    }
    let sending = in_message.and_then(|name| definition.sendings.get(name));
    if renewable(definition).is_none() {
        let advice = "Write renew under what is issued: from when, and until when.";
        reader.error(fill.place, "renew", "The service renews nothing.", advice);
    } else if sending.is_none_or(|sending| matches!(sending.to, Recipient::Each(_))) {
        let advice = "Write it in a message to whoever applied: it is theirs.";
        reader.error(fill.place, "only_in_messages", "This link cannot stand here.", advice);
    }
    true
}

/// Whether a text goes through documents here, or names what is known of one.
fn is_of_documents(reader: &Reader<'_>, fill: &Fill) -> bool {
    let are_documents = |name: &str| {
        matches!(
            reader.register.what(name),
            Some(NamedWhat::Question {
                kind: Some("evidence"),
                ..
            })
        )
    };
    if fill.repeats {
        return are_documents(&fill.name);
    }
    let of_one = OF_A_DOCUMENT.contains(&fill.name.as_str());
    of_one && fill.row.as_ref().is_some_and(|row| are_documents(row.of.as_str()))
}

/// The message in which a name stands.
fn message_of<'d>(document: &'d Document, fill: &Fill) -> Option<&'d str> {
    let mut files = document.messages.iter().chain(&document.text_messages);
    let file = files.find(|message| message.file == fill.place.file)?;
    Some(&file.name)
}
