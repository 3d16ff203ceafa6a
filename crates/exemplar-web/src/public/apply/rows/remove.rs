//! Asks before a row is removed.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Draft;
use exemplar_app::words::Value;
use exemplar_core::answer::RowId;
use exemplar_core::apply::PageProblem;
use exemplar_core::journey::Walk;

use super::level::list_address;
use super::{Asked, REMOVE};
use crate::components::{Choice, ErrorLink, ErrorMessage, ErrorSummary, Legend, Radios};
use crate::frame::Frame;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/rows/remove.html")]
struct RemovePage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    csrf: String,
    seen: String,
    then: Option<&'static str>,
    choices: String,
}

/// The page that removes a row.
pub(super) fn page(
    visit: &Visit,
    draft: &Draft,
    walk: &Walk<'_>,
    asked: &Asked<'_>,
    (id, then): (RowId, Option<&'static str>),
    problems: &[PageProblem],
) -> Response {
    let words = visit.words();
    let rows = visit.says().rows(walk, asked.question);
    let row = rows.iter().find(|row| row.id == id);
    let says = visit.says();
    let called = row.map(|row| row.full_in(&says, asked.stands_in()));
    let called = called.unwrap_or_default();
    let heading = words.with("rows-remove-title", &[("row", Value::Text(&called))]);
    let name = asked.question.name.as_str();
    let wrong = problems
        .first()
        .map(|problem| visit.problem(walk, asked.question, problem));
    let choices = Radios {
        id: name.into(),
        name: name.into(),
        legend: Some(Legend {
            classes: "govuk-fieldset__legend--l",
            ..Legend::page_heading(&heading)
        }),
        error: wrong
            .as_deref()
            .map(|wrong| ErrorMessage::new(words.get("pages-error-prefix"), wrong)),
        items: vec![
            Choice::new("yes", words.get("apply-yes")).into(),
            Choice::new("no", words.get("apply-no")).into(),
        ],
        classes: "govuk-radios--inline",
        ..Radios::default()
    };
    let mut frame = if wrong.is_some() {
        visit.frame_with_errors(&heading)
    } else {
        visit.frame(&heading)
    };
    frame.back = Some(visit.address(&list_address(&asked.address, then)));
    let summary = wrong.as_deref().map(|wrong| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(format!("#{name}"), wrong)],
        ..ErrorSummary::default()
    });
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    visit.page(
        status,
        &RemovePage {
            frame,
            summary,
            action: visit.address(&asked.address_of(id, REMOVE)),
            csrf: visit.session.csrf_token(),
            seen: draft.seen_page(asked.top).0,
            then,
            choices: choices.to_string(),
        },
    )
}
