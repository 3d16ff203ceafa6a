//! The pages for what goes wrong. They say what happened to the answers and what to do; never a code, never blame.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::apply::{Failure, zone};
use exemplar_app::chance;
use exemplar_app::services::Shut;
use exemplar_app::words::{Value, Words};
use exemplar_core::id::code;

use crate::frame::Frame;
use crate::markdown::markup;
use crate::site::Site;
use crate::visit::Visit;

/// After so many seconds a busy service is worth another try.
const BUSY_SECONDS: i64 = 5;

#[derive(Template)]
#[template(path = "public/problem.html")]
struct ProblemPage<'a> {
    frame: Frame<'a>,
    heading: &'a str,
    paragraphs: Vec<String>,
    link: Option<(String, &'a str)>,
}

fn problem(
    visit: &Visit,
    status: StatusCode,
    heading: &str,
    paragraphs: Vec<String>,
    link: Option<(String, &str)>,
) -> Response {
    let frame = visit.frame(heading);
    visit.page(
        status,
        &ProblemPage {
            frame,
            heading,
            paragraphs,
            link,
        },
    )
}

/// 404 inside a service.
#[must_use]
pub fn not_found(visit: &Visit) -> Response {
    let words = visit.words();
    let say = ["pages-not-found-typed", "pages-not-found-pasted"].map(|key| words.get(key).to_owned());
    let link = (visit.base.clone(), words.get("pages-not-found-start"));
    problem(
        visit,
        StatusCode::NOT_FOUND,
        words.get("pages-not-found-title"),
        say.into(),
        Some(link),
    )
}

/// 403: the form came without the token of its session.
#[must_use]
pub fn expired(visit: &Visit) -> Response {
    let words = visit.words();
    let address = if visit.rest.is_empty() {
        visit.base.clone()
    } else {
        visit.address(&visit.rest)
    };
    if !visit.had_session {
        let say = ["pages-cookies-needed", "pages-cookies-needed-do"].map(|key| words.get(key).to_owned());
        let link = Some((address, words.get("pages-expired-button")));
        return problem(
            visit,
            StatusCode::FORBIDDEN,
            words.get("pages-cookies-needed-title"),
            say.into(),
            link,
        );
    }
    let say = ["pages-expired-saved", "pages-expired-again"].map(|key| words.get(key).to_owned());
    let link = Some((address, words.get("pages-expired-button")));
    problem(
        visit,
        StatusCode::FORBIDDEN,
        words.get("pages-expired-title"),
        say.into(),
        link,
    )
}

/// 413 and 400: what was sent is too large, or cannot be read.
#[must_use]
pub fn unreadable(visit: &Visit, too_large: bool) -> Response {
    let words = visit.words();
    let (status, title, say) = if too_large {
        (
            StatusCode::PAYLOAD_TOO_LARGE,
            "pages-too-large-title",
            "pages-too-large",
        )
    } else {
        (StatusCode::BAD_REQUEST, "pages-unreadable-title", "pages-unreadable")
    };
    problem(visit, status, words.get(title), vec![words.get(say).to_owned()], None)
}

/// 429: too many tries.
#[must_use]
pub fn too_many(visit: &Visit, minutes: i64) -> Response {
    let words = visit.words();
    let say = vec![
        words.with("pages-too-many-wait", &[("n", Value::Count(minutes))]),
        words.get("pages-too-many-saved").to_owned(),
    ];
    let mut reply = problem(
        visit,
        StatusCode::TOO_MANY_REQUESTS,
        words.get("pages-too-many-title"),
        say,
        None,
    );
    retry_after(&mut reply, minutes * 60);
    reply
}

/// What a use case could not do for the world's sake.
#[must_use]
pub fn failure(visit: &Visit, failure: &Failure) -> Response {
    let Failure::Fault(fault) = failure else {
        let words = visit.words();
        let say = ["pages-conflict-nothing-lost", "pages-conflict-again"].map(|key| words.get(key).to_owned());
        let link = Some((visit.address(&visit.rest), words.get("pages-conflict-button")));
        return problem(
            visit,
            StatusCode::CONFLICT,
            words.get("pages-conflict-title"),
            say.into(),
            link,
        );
    };
    self::fault(visit, fault)
}

/// 500, logged once with the reference that the page shows; 503 where the store is busy.
#[must_use]
pub fn fault(visit: &Visit, fault: &Fault) -> Response {
    let words = visit.words();
    if matches!(fault, Fault::Busy) {
        let say = vec![
            words.get("pages-busy-wait").to_owned(),
            words.with("pages-busy-again", &[("n", Value::Count(BUSY_SECONDS))]),
            words.get("pages-busy-saved").to_owned(),
        ];
        let link = Some((visit.address(&visit.rest), words.get("pages-busy-button")));
        let title = words.get("pages-busy-title");
        let mut reply = problem(visit, StatusCode::SERVICE_UNAVAILABLE, title, say, link);
        retry_after(&mut reply, BUSY_SECONDS);
        return reply;
    }
    let reference = log(fault);
    let say = vec![
        words.get("pages-fault-later").to_owned(),
        words.get("pages-fault-saved").to_owned(),
        words.with("pages-fault-reference", &[("reference", Value::Text(&reference))]),
    ];
    problem(
        visit,
        StatusCode::INTERNAL_SERVER_ERROR,
        words.get("pages-fault-title"),
        say,
        None,
    )
}

/// 503 of a service that somebody shut for a while; the start page says it as 200, so that it can be read and linked.
#[must_use]
pub fn shut(visit: &Visit, shut: &Shut, is_start: bool) -> Response {
    let words = visit.words();
    let left = shut.until.as_second() - visit.now.as_second();
    let until = shut.until.to_zoned(zone(&visit.live)).datetime();
    let when = if left > 0 {
        words.with(
            "pages-unavailable-until",
            &[("when", Value::Text(&words.moment(until)))],
        )
    } else {
        words.get("pages-unavailable-later").to_owned()
    };
    let heading = words.get("pages-unavailable-title");
    let own = shut.words.get(&visit.manner.language);
    let page = ShutPage {
        frame: visit.frame(heading),
        heading,
        own: own.map_or_else(String::new, |own| markup(own)),
        paragraphs: [when, words.get("pages-unavailable-saved").to_owned()],
    };
    let status = if is_start {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    let mut reply = visit.page(status, &page);
    if !is_start {
        retry_after(&mut reply, left.clamp(SHUT_AT_LEAST_SECONDS, SHUT_AT_MOST_SECONDS));
    }
    reply
}

#[derive(Template)]
#[template(path = "public/shut.html")]
struct ShutPage<'a> {
    frame: Frame<'a>,
    heading: &'a str,
    own: String,
    paragraphs: [String; 2],
}

/// A service that should be open again is worth another try after a minute.
const SHUT_AT_LEAST_SECONDS: i64 = 60;
/// It may open sooner than was said.
const SHUT_AT_MOST_SECONDS: i64 = 3_600;

/// Logs a fault once, under a reference of its own.
pub fn log(fault: &Fault) -> String {
    let reference = chance::bytes::<8>().map(|bytes| code(&bytes, 2)).unwrap_or_default();
    tracing::error!(reference, fault = %fault, "a request failed");
    reference
}

fn retry_after(reply: &mut Response, seconds: i64) {
    reply
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}

/// 408, 403 and the like that the road gives before or instead of a page: in the language of the address, where it
/// names a service.
#[must_use]
pub fn of_the_road(site: &Arc<Site>, path: &str, headers: &HeaderMap, status: StatusCode) -> Response {
    let inside = path.trim_start_matches('/');
    let (service, rest) = inside.split_once('/').unwrap_or((inside, ""));
    let Some(visit) = Visit::new(site, service, rest, headers) else {
        return of_the_site(site, status);
    };
    let words = visit.words();
    let (title, keys) = road_words(status);
    let say = keys.iter().map(|key| words.get(key).to_owned()).collect();
    let link = Some((visit.base.clone(), words.get("pages-not-found-start")));
    problem(&visit, status, words.get(title), say, link)
}

/// 429 of the road: too many forms from one address.
#[must_use]
pub fn too_fast(site: &Arc<Site>, path: &str, headers: &HeaderMap, seconds: i64) -> Response {
    let inside = path.trim_start_matches('/');
    let (service, rest) = inside.split_once('/').unwrap_or((inside, ""));
    match Visit::new(site, service, rest, headers) {
        Some(visit) => too_many(&visit, (seconds + 59) / 60),
        None => {
            let mut reply = of_the_site(site, StatusCode::TOO_MANY_REQUESTS);
            retry_after(&mut reply, seconds);
            reply
        }
    }
}

/// The words of what the road says itself: a title, and sentences.
fn road_words(status: StatusCode) -> (&'static str, &'static [&'static str]) {
    match status {
        StatusCode::REQUEST_TIMEOUT => ("road-slow-title", &["road-slow", "road-slow-again"]),
        StatusCode::PAYLOAD_TOO_LARGE => ("pages-too-large-title", &["pages-too-large"]),
        StatusCode::BAD_REQUEST => ("pages-unreadable-title", &["pages-unreadable"]),
        StatusCode::FORBIDDEN => ("road-cross-title", &["road-cross", "road-cross-do"]),
        _ => ("pages-fault-title", &["pages-fault-later"]),
    }
}

/// 404 and 500 where no service is known: in English and every other language of the site.
#[must_use]
pub fn of_the_site(site: &Site, status: StatusCode) -> Response {
    let language = exemplar_core::id::Language::from("en");
    let words: &Words = site.app.words.of(&language);
    let (title, keys): (_, &[&str]) = match status {
        StatusCode::NOT_FOUND => (
            "pages-not-found-title",
            &["pages-not-found-typed", "pages-not-found-pasted"],
        ),
        StatusCode::TOO_MANY_REQUESTS => ("pages-too-many-title", &["road-too-fast"]),
        status => road_words(status),
    };
    let heading = words.get(title);
    let page = ProblemPage {
        frame: site_frame(site, words, heading),
        heading,
        paragraphs: keys.iter().map(|key| words.get(key).to_owned()).collect(),
        link: (status == StatusCode::NOT_FOUND).then(|| ("/".to_owned(), words.get("pages-not-found-start"))),
    };
    html(status, &page)
}

/// The frame of a page of no service.
#[must_use]
pub fn site_frame<'a>(site: &'a Site, words: &'a Words, heading: &str) -> Frame<'a> {
    let name = words.get("pages-site");
    Frame {
        words,
        assets: &site.assets,
        title: words.with(
            "pages-title",
            &[("title", Value::Text(heading)), ("service", Value::Text(name))],
        ),
        service: "",
        base: "",
        back: None,
        languages: Vec::new(),
        indexed: false,
        preview: None,
        simulated: site.settings.simulated,
    }
}

/// A page of no service as a reply.
#[must_use]
pub fn html(status: StatusCode, page: &impl Template) -> Response {
    let mut reply = Response::new(Body::from(page.render().unwrap_or_default()));
    *reply.status_mut() = status;
    let headers = reply.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    reply
}
