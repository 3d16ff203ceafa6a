//! What a preview has besides the service: the messages that were written in it. None of them leaves.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Access, Opened};
use exemplar_core::publishing::is_preview;

use super::locked;
use crate::frame::Frame;
use crate::markdown::markup;
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/preview/messages.html")]
struct MessagesPage<'a> {
    frame: Frame<'a>,
    messages: Vec<Written>,
}

/// One message.
struct Written {
    language: String,
    subject: String,
    address: String,
    /// HTML.
    text: String,
}

/// The messages of the case that this browser holds, the latest first.
pub async fn messages(mut visit: Visit) -> Response {
    if !is_preview(&visit.live.id) {
        return errors::not_found(&visit);
    }
    let written = match read(&mut visit).await {
        Ok(written) => written,
        Err(reply) => return *reply,
    };
    let mut frame = visit.frame(visit.words().get("publishing-preview-messages"));
    frame.back = Some(visit.address(""));
    let page = MessagesPage {
        frame,
        messages: written,
    };
    visit.page(StatusCode::OK, &page)
}

async fn read(visit: &mut Visit) -> Result<Vec<Written>, Box<Response>> {
    let Some(held) = visit.held() else {
        return Ok(Vec::new());
    };
    if held.is_locked(visit.now) {
        return Err(Box::new(locked::page(visit, None).await));
    }
    let access = Access {
        case: held.case,
        epoch: held.epoch,
    };
    let app = &visit.site.app;
    match app.open(&visit.live, access).await {
        Ok(Opened::Draft(_) | Opened::Submitted(_)) => {}
        Ok(Opened::Gone) => return Ok(Vec::new()),
        Err(fault) => return Err(Box::new(errors::fault(visit, &fault))),
    }
    let work = match app.store.work(held.case).await {
        Ok(work) => work,
        Err(fault) => return Err(Box::new(errors::fault(visit, &fault))),
    };
    let written = work.messages.iter().rev().map(|message| Written {
        language: message.language.to_string(),
        subject: message.subject.clone(),
        address: message.address.clone(),
        text: markup(&message.text),
    });
    Ok(written.collect())
}
