//! The services whose figures are published: all of this installation.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::PREFIX;
use crate::frame::Frame;
use crate::public::errors::html;
use crate::public::language::{self, Listed};
use crate::site::Site;

#[derive(Template)]
#[template(path = "public/performance/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    services: Vec<Listed>,
}

/// The list.
pub fn get(site: &Site, query: &str) -> Response {
    let language = language::of(site, query);
    let heading = site.app.words.of(&language).get("figures-list-title");
    let mut frame = language::frame(site, &language, PREFIX, heading);
    frame.indexed = true;
    let services = language::listed(site, &language, PREFIX);
    html(StatusCode::OK, &ListPage { frame, services })
}
