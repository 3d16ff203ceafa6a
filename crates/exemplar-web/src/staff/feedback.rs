//! What people wrote of services: their owners read it, the latest first, without a word of who wrote it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::feedback::{FeedbackPlace, KeptFeedback};
use exemplar_core::id::FeedbackId;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Pagination, PaginationLink};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::done::LEVELS;

#[derive(Template)]
#[template(path = "staff/feedback.html")]
struct FeedbackList<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    list: Vec<Said<'a>>,
    pages: Option<Pagination<'a>>,
}

/// What somebody wrote.
struct Said<'a> {
    day: String,
    service: String,
    level: &'a str,
    language: String,
    lines: Vec<String>,
}

/// A page of the list.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let (list, next) = match desk.site.app.feedback(who, place(asked.get("before"))).await {
        Ok(page) => page,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let page = FeedbackList {
        frame: desk.frame(words.get("feedback-list-title")),
        around: desk.around(),
        list: list.iter().map(|one| said(desk, one)).collect(),
        pages: next.map(|(day, id)| Pagination {
            label: words.get("feedback-list-pages").into(),
            next: Some(PaginationLink {
                href: format!("/staff/feedback?before={day}.{id}").into(),
                text: words.get("staff-cases-next").into(),
                ..PaginationLink::default()
            }),
            ..Pagination::default()
        }),
    };
    desk.page(StatusCode::OK, &page)
}

/// A place in the list as it stands in an address: `2026-05-01.ID`.
fn place(text: &str) -> Option<FeedbackPlace> {
    let (day, id) = text.split_once('.')?;
    Some((day.parse().ok()?, FeedbackId(id.parse().ok()?)))
}

fn said<'a>(desk: &'a Desk<'_>, one: &KeptFeedback) -> Said<'a> {
    let words = desk.words();
    let live = desk.site.app.services.live(one.service.as_str());
    let level = one.said.level.to_string();
    let key = LEVELS.iter().find(|(value, _)| *value == level);
    Said {
        day: words.date(one.day),
        // A service that is live no longer is named by its address.
        service: live.map_or_else(|| one.service.to_string(), |live| live.name.get(0).to_owned()),
        level: key.map_or("", |(_, key)| words.get(key)),
        language: one.language.to_string(),
        lines: one.said.text.lines().map(str::to_owned).collect(),
    }
}
