//! One's own sessions: where one is signed in, ending all of them, and making the present one last.

use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use super::desk::{Around, Desk, seconds_left};
use super::problems;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "staff/sessions.html")]
struct SessionsPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    sessions: Vec<Row<'a>>,
}

/// One session in the list.
struct Row<'a> {
    device: &'a str,
    is_present: bool,
    started: String,
    used: String,
}

/// The header in which the script of the page finds how many seconds the session lasts.
const SECONDS: HeaderName = HeaderName::from_static("session-seconds");

/// The list.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let sessions = match desk.site.app.own_sessions(who).await {
        Ok(sessions) => sessions,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let moment = |at: jiff::Timestamp| words.moment(at.to_zoned(desk.zone()).datetime());
    let row = |(session, is_present): &(exemplar_app::staff::StaffSession, bool)| Row {
        device: words.get(device_key(&session.device)),
        is_present: *is_present,
        started: moment(session.started),
        used: moment(session.seen),
    };
    let page = SessionsPage {
        frame: desk.frame(words.get("accounts-sessions-title")),
        around: desk.around(),
        sessions: sessions.iter().map(row).collect(),
    };
    desk.page(StatusCode::OK, &page)
}

fn device_key(device: &str) -> &'static str {
    match device {
        "phone" => "accounts-device-phone",
        "tablet" => "accounts-device-tablet",
        "computer" => "accounts-device-computer",
        _ => "accounts-device-other",
    }
}

/// Says until when the session lasts; asking for it was use enough to make it last.
pub fn stay(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let seconds = seconds_left(who);
    let words = desk.words();
    let say = [desk.around().until];
    let mut reply = problems::notice(desk, StatusCode::OK, words.get("accounts-stay-title"), &say);
    reply.headers_mut().insert(SECONDS, HeaderValue::from(seconds));
    reply
}
