//! The services whose figures are published: all of this installation.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::id::Language;

use super::PREFIX;
use crate::frame::Frame;
use crate::public::errors::{html, site_frame};
use crate::site::Site;

#[derive(Template)]
#[template(path = "public/performance/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    services: Vec<(String, String)>,
}

/// The list.
pub fn get(site: &Site) -> Response {
    let words = site.app.words.of(&Language::from("en"));
    let mut frame = site_frame(site, words, words.get("figures-list-title"));
    frame.indexed = true;
    let services = site.app.services.all();
    let services = services
        .iter()
        .map(|service| (format!("{PREFIX}/{}", service.id), service.name.get(0).to_owned()));
    let mut services: Vec<(String, String)> = services.collect();
    words.sort(&mut services, |(_, name)| name);
    let page = ListPage { frame, services };
    html(StatusCode::OK, &page)
}
