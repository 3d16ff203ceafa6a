//! What staff read when something went wrong.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::apply::Failure;

use super::desk::{Around, Desk};
use crate::frame::Frame;
use crate::public::errors::{log, of_the_site};
use crate::site::Site;

#[derive(Template)]
#[template(path = "staff/notice.html")]
struct NoticePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    heading: &'a str,
    paragraphs: &'a [String],
}

/// A heading and what it says.
#[must_use]
pub fn notice(desk: &Desk<'_>, status: StatusCode, heading: &str, paragraphs: &[String]) -> Response {
    let page = NoticePage {
        frame: desk.frame(heading),
        around: desk.around(),
        heading,
        paragraphs,
    };
    desk.page(status, &page)
}

/// 404: there is no such page for this person.
#[must_use]
pub fn not_found(desk: &Desk<'_>) -> Response {
    of_the_site(desk.site, StatusCode::NOT_FOUND)
}

/// What a use case could not do for the world's sake: 409, or a fault.
#[must_use]
pub fn failure(desk: &Desk<'_>, failure: &Failure) -> Response {
    let Failure::Fault(fault) = failure else {
        let words = desk.words();
        let say = [words.get("staff-conflict-say").to_owned()];
        return notice(desk, StatusCode::CONFLICT, words.get("staff-conflict-title"), &say);
    };
    self::fault(desk.site, fault)
}

/// 429, and when it is worth another try.
#[must_use]
pub fn too_many(desk: &Desk<'_>, minutes: i64) -> Response {
    use exemplar_app::words::Value;
    let words = desk.words();
    let say = [words.with("pages-too-many-wait", &[("n", Value::Count(minutes))])];
    let mut reply = notice(
        desk,
        StatusCode::TOO_MANY_REQUESTS,
        words.get("pages-too-many-title"),
        &say,
    );
    reply
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(minutes * 60));
    reply
}

/// 503 where the store is busy, else 500, logged once.
#[must_use]
pub fn fault(site: &Site, fault: &Fault) -> Response {
    if matches!(fault, Fault::Busy) {
        let mut reply = of_the_site(site, StatusCode::SERVICE_UNAVAILABLE);
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(5));
        return reply;
    }
    log(fault);
    of_the_site(site, StatusCode::INTERNAL_SERVER_ERROR)
}
