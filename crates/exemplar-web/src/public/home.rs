//! The list of services of this installation.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::id::Language;

use crate::frame::Frame;
use crate::public::eligibility;
use crate::public::errors::{html, site_frame};
use crate::site::Site;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage<'a> {
    frame: Frame<'a>,
    services: Vec<(String, String)>,
    /// Where one can check what one can apply for, if a service tells.
    eligibility: Option<&'static str>,
}

/// Shows the services.
#[must_use]
pub fn get(site: &Site) -> Response {
    let words = site.app.words.of(&Language::from("en"));
    let mut frame = site_frame(site, words, words.get("pages-home-title"));
    frame.indexed = true;
    let asks = !site.app.with_eligibility(&Language::from("en")).is_empty();
    let eligibility = asks.then_some(eligibility::PATH);
    let services = site.app.services.all();
    let services = services
        .iter()
        .map(|service| (format!("/{}", service.id), service.name.get(0).to_owned()));
    let mut services: Vec<(String, String)> = services.collect();
    words.sort(&mut services, |(_, name)| name);
    html(
        StatusCode::OK,
        &HomePage {
            frame,
            services,
            eligibility,
        },
    )
}
