//! The list of services of this installation.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use crate::frame::Frame;
use crate::public::errors::html;
use crate::public::language::{self, Listed};
use crate::public::{eligibility, performance};
use crate::site::Site;

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage<'a> {
    frame: Frame<'a>,
    services: Vec<Listed>,
    /// Where one can check what one can apply for, if a service tells.
    eligibility: Option<String>,
    figures: String,
}

/// Shows the services.
#[must_use]
pub fn get(site: &Site, query: &str) -> Response {
    let language = language::of(site, query);
    let heading = site.app.words.of(&language).get("pages-home-title");
    let mut frame = language::frame(site, &language, "/", heading);
    frame.indexed = true;
    let asks = !site.app.with_eligibility(&language).is_empty();
    html(
        StatusCode::OK,
        &HomePage {
            frame,
            services: language::listed(site, &language, ""),
            eligibility: asks.then(|| language::address(eligibility::PATH, &language)),
            figures: language::address(performance::PREFIX, &language),
        },
    )
}
