//! The page of an exit: the end of a journey that goes no further.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::definition::Page;
use exemplar_core::journey::Walk;

use crate::frame::Frame;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/question/exit.html")]
struct ExitPage<'a> {
    frame: Frame<'a>,
    heading: String,
    say: String,
    change: String,
}

/// Shows an exit.
pub(super) fn exit(visit: &Visit, walk: &Walk<'_>, page: &Page, heading: String, say: String) -> Response {
    let mut frame = visit.frame(&heading);
    let before = super::way::before(visit, walk, page);
    frame.back = Some(before.clone());
    visit.page(
        StatusCode::OK,
        &ExitPage {
            frame,
            heading,
            say,
            change: before,
        },
    )
}
