//! The messages of a case on its page, with what became of each.

use exemplar_app::apply::zone;
use exemplar_app::casework::OpenCase;
use exemplar_app::messages::FIRST_NUMBER;
use exemplar_app::renewing::names_link;
use exemplar_core::record::{Means, Message, MessageState};

use super::desk::Desk;
use crate::markdown::markup;

/// A message on the page of its case.
pub struct MessageRow<'a> {
    /// Its first line.
    pub subject: String,
    /// The language that it is written in.
    pub language: String,
    /// An e-mail or a letter.
    pub means: &'a str,
    /// What became of it.
    pub state: &'a str,
    /// When it was written.
    pub when: String,
    /// To whom, a line each.
    pub address: Vec<String>,
    /// Its text; empty for one that lets the applicant back in, which is theirs alone.
    pub text: String,
}

/// The messages of a case, oldest first.
pub fn rows<'a>(desk: &'a Desk<'_>, open: &OpenCase) -> Vec<MessageRow<'a>> {
    let words = desk.words();
    let row = |message: &Message| {
        let is_letter = message.means == Means::Letter;
        MessageRow {
            subject: message.subject.clone(),
            language: message.language.to_string(),
            means: words.get(match message.means {
                Means::Letter => "staff-letter",
                Means::Email => "emails-email",
                Means::Text => "messages-text",
            }),
            state: words.get(state_key(message.state, is_letter)),
            when: words.moment(message.at.to_zoned(zone(&open.definition)).datetime()),
            address: message.address.lines().map(ToOwned::to_owned).collect(),
            text: if message.n >= FIRST_NUMBER && !names_link(&open.definition, &message.event) {
                markup(&message.text)
            } else {
                String::new()
            },
        }
    };
    open.work.messages.iter().map(row).collect()
}

/// The words for what became of a message.
pub fn state_key(state: MessageState, is_letter: bool) -> &'static str {
    match (state, is_letter) {
        (MessageState::Waiting, _) => "emails-waiting",
        (MessageState::Sent, false) => "emails-sent",
        (MessageState::Sent, true) => "emails-posted",
        (MessageState::Failed, _) => "emails-failed",
    }
}
