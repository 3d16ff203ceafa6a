//! Coming back: by the code that was written down, or by a link that was sent.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::NotOpened;
use exemplar_app::words::Value;
use exemplar_core::id::CaseId;

use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::locked;
use crate::public::errors;
use crate::visit::Visit;

/// The field of the code.
const CODE: &str = "code";

#[derive(Template)]
#[template(path = "public/apply/return.html")]
struct ReturnPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    csrf: String,
    code: String,
}

/// Asks for the code.
#[must_use]
pub fn get(visit: &Visit) -> Response {
    show(visit, "", None)
}

fn show(visit: &Visit, typed: &str, error: Option<&str>) -> Response {
    let words = visit.words();
    let hint = words.with("apply-return-code-hint", &[("example", Value::Text("7KQ2-M9XD-4HTW"))]);
    let code = Input {
        id: CODE.into(),
        name: CODE.into(),
        label: Label::new(words.get("apply-return-code-label")),
        hint: (&hint).into(),
        error: error.map(|error| ErrorMessage::new(words.get("pages-error-prefix"), error)),
        value: typed.into(),
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: Some(false),
        classes: "govuk-input--width-20",
        dir: visit.words().left_to_right(),
        ..Input::default()
    };
    let heading = words.get("apply-return-title");
    let summary = error.map(|error| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(format!("#{CODE}"), error)],
        ..ErrorSummary::default()
    });
    let mut frame = if error.is_some() {
        visit.frame_with_errors(heading)
    } else {
        visit.frame(heading)
    };
    frame.back = Some(visit.base.clone());
    let status = if error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = ReturnPage {
        frame,
        summary,
        action: visit.address("return"),
        csrf: visit.session.csrf_token(),
        code: code.to_string(),
    };
    visit.page(status, &page)
}

/// Takes the code, and asks for the second fact.
pub async fn post(mut visit: Visit, form: Form, caller: Option<&str>) -> Response {
    let typed = form.get(CODE);
    let words = visit.words();
    if typed.trim().is_empty() {
        let called = words.get("apply-return-code-label").to_lowercase();
        let error = words.with("error-empty", &[("called", Value::Text(&called))]);
        return show(&visit, "", Some(&error));
    }
    match visit.site.app.find_code(typed, caller).await {
        Ok(case) => {
            visit.session.let_try(case, &visit.live.id);
            locked::of_case(&mut visit, case, None, false).await
        }
        Err(NotOpened::Wrong | NotOpened::Gone) => {
            let error = visit.words().get("apply-wrong-try").to_owned();
            show(&visit, typed, Some(&error))
        }
        Err(NotOpened::TooMany(minutes)) => errors::too_many(&visit, minutes),
        Err(NotOpened::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

#[derive(Template)]
#[template(path = "public/apply/link.html")]
struct LinkPage<'a> {
    frame: Frame<'a>,
    works: bool,
    say: String,
    action: String,
    csrf: String,
    return_to: String,
}

/// The page that a link leads to. It has a button; looking at it changes nothing.
pub async fn get_link(visit: &Visit, token: &str) -> Response {
    match visit.site.app.find_link(token).await {
        Ok(_) => link_page(visit, token, true),
        Err(NotOpened::Failed(failure)) => errors::failure(visit, &failure),
        Err(_) => link_page(visit, token, false),
    }
}

fn link_page(visit: &Visit, token: &str, works: bool) -> Response {
    let words = visit.words();
    let service = visit.service_name();
    let key = if works {
        "apply-link-title"
    } else {
        "apply-link-old-title"
    };
    let page = LinkPage {
        frame: visit.frame(words.get(key)),
        works,
        say: words.with("apply-link-say", &[("service", Value::Text(service))]),
        action: visit.address(&format!("return/{token}")),
        csrf: visit.session.csrf_token(),
        return_to: visit.address("return"),
    };
    let status = if works { StatusCode::OK } else { StatusCode::NOT_FOUND };
    visit.page(status, &page)
}

/// Uses the link up, and asks for the second fact.
pub async fn post_link(mut visit: Visit, token: &str) -> Response {
    match visit.site.app.use_link(&visit.live, token, &visit.manner).await {
        Ok(case) => confirm(&mut visit, case).await,
        Err(NotOpened::Failed(failure)) => errors::failure(&visit, &failure),
        Err(_) => link_page(&visit, token, false),
    }
}

async fn confirm(visit: &mut Visit, case: CaseId) -> Response {
    visit.session.let_try(case, &visit.live.id);
    locked::of_case(visit, case, None, false).await
}
