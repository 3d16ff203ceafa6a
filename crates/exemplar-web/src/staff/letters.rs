//! Letters that wait for the post: the list, one letter to be printed, and that it was posted.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::{NotActed, ToPost};
use exemplar_core::id::{CaseId, MessageId};
use exemplar_core::record::MessageState;

use super::desk::{Around, Desk};
use super::problems;
use crate::frame::Frame;
use crate::markdown::markup;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/letters.html")]
struct LettersPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    letters: Vec<Row>,
}

/// One letter in the list.
struct Row {
    href: String,
    reference: String,
    subject: String,
    day: String,
}

#[derive(Template)]
#[template(path = "staff/letter.html")]
struct LetterPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    subject: &'a str,
    sender: &'a [String],
    address: Vec<&'a str>,
    text: String,
    language: &'a str,
    waits: bool,
    action: String,
}

/// The list, oldest first.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let letters = match desk.site.app.letters(who).await {
        Ok(letters) => letters,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let row = |letter: &ToPost| Row {
        href: address(letter),
        reference: letter.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        subject: letter.message.subject.clone(),
        day: words.date(letter.message.at.to_zoned(desk.zone()).date()),
    };
    let frame = desk.frame(words.get("staff-letters-title"));
    let letters = letters.iter().map(row).collect();
    desk.page(
        StatusCode::OK,
        &LettersPage {
            frame,
            around: desk.around(),
            letters,
        },
    )
}

fn address(letter: &ToPost) -> String {
    format!("/staff/letters/{}.{}", letter.case, letter.message.id)
}

/// The case and the message that an address names.
fn ids(part: &str) -> Option<(CaseId, MessageId)> {
    let (case, message) = part.split_once('.')?;
    Some((CaseId(case.parse().ok()?), MessageId(message.parse().ok()?)))
}

/// One letter, to be printed.
pub async fn print(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(who), Some((case, id))) = (&desk.who, ids(part)) else {
        return problems::not_found(desk);
    };
    let letter = match desk.site.app.print_letter(who, case, id).await {
        Ok(Some(letter)) => letter,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let message = &letter.message;
    let organisation = letter.organisation.as_ref();
    let text = organisation.map(|known| known.with_footer(&message.text, &message.language));
    let page = LetterPage {
        frame: desk.frame(&message.subject),
        around: desk.around(),
        subject: &message.subject,
        sender: organisation.map_or(&[], |known| known.postal_address.as_slice()),
        address: message.address.lines().collect(),
        text: markup(text.as_deref().unwrap_or(&message.text)),
        language: message.language.as_str(),
        waits: message.state == MessageState::Waiting,
        action: format!("{}/posted", address(&letter)),
    };
    desk.page(StatusCode::OK, &page)
}

/// Marks a letter as posted.
pub async fn posted(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(who), Some((case, id))) = (&desk.who, ids(part)) else {
        return problems::not_found(desk);
    };
    match desk.site.app.post_letter(who, case, id).await {
        Ok(()) => see_other("/staff/letters"),
        Err(NotActed::NotFound | NotActed::Refused(_) | NotActed::NotChanged(_)) => problems::not_found(desk),
        Err(NotActed::Failed(failure)) => problems::failure(desk, &failure),
    }
}
