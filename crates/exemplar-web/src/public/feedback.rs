//! What people say of a service: how satisfied they are, and how it could be improved. It needs no case.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::feedback::NotGiven;
use exemplar_app::words::Value;
use exemplar_core::feedback::{TEXT_AT_MOST, WrongFeedback, read_feedback};
use exemplar_core::kind::Size;

use crate::components::{
    CharacterCount, Choice, ChoiceItem, ErrorLink, ErrorMessage, ErrorSummary, Label, Legend, Radios,
};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::done::{LEVEL, LEVELS};
use crate::public::apply::question::counted;
use crate::public::errors;
use crate::visit::Visit;

/// The field of the text.
const TEXT: &str = "improve";
/// The query of the page that says thank you.
const THANKS: &str = "thanks";

#[derive(Template)]
#[template(path = "public/feedback.html")]
struct FeedbackPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    thanks: bool,
    level: String,
    text: String,
    action: String,
    csrf: String,
}

/// Asks, or says thank you.
#[must_use]
pub fn get(visit: &Visit, query: &str) -> Response {
    show(visit, &Form::default(), &[], query == THANKS)
}

/// Takes what was said.
pub async fn post(visit: Visit, form: Form, caller: Option<&str>) -> Response {
    let said = match read_feedback(form.get(LEVEL), form.get(TEXT)) {
        Ok(said) => said,
        Err(wrong) => return show(&visit, &form, &wrong, false),
    };
    let app = &visit.site.app;
    match app.give_feedback(&visit.live, &visit.manner, &said, caller).await {
        Ok(()) => visit.go(&format!("feedback?{THANKS}")),
        Err(NotGiven::TooMany(minutes)) => errors::too_many(&visit, minutes),
        Err(NotGiven::Fault(fault)) => errors::fault(&visit, &fault),
    }
}

fn show(visit: &Visit, form: &Form, wrong: &[WrongFeedback], thanks: bool) -> Response {
    let words = visit.words();
    let limit = i64::try_from(TEXT_AT_MOST).unwrap_or(i64::MAX);
    let too_long = words.with("feedback-too-long", &[("n", Value::Count(limit))]);
    let said = |one: WrongFeedback| match one {
        WrongFeedback::NoLevel => (format!("#{LEVEL}"), words.get("feedback-no-level")),
        WrongFeedback::TooLong => (format!("#{TEXT}"), too_long.as_str()),
    };
    let error = |one: WrongFeedback| {
        let is_wrong = wrong.contains(&one);
        is_wrong.then(|| ErrorMessage::new(words.get("pages-error-prefix"), said(one).1))
    };
    let summary = (!wrong.is_empty()).then(|| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: wrong
            .iter()
            .map(|one| said(*one))
            .map(|(at, say)| ErrorLink::new(at, say))
            .collect(),
        ..ErrorSummary::default()
    });
    let heading = words.get(if thanks {
        "pages-feedback-thanks-title"
    } else {
        "pages-feedback-title"
    });
    let (status, mut frame) = if wrong.is_empty() {
        (StatusCode::OK, visit.frame(heading))
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, visit.frame_with_errors(heading))
    };
    frame.back = (!thanks).then(|| visit.base.clone());
    let page = FeedbackPage {
        frame,
        summary,
        thanks,
        level: levels(visit, form, error(WrongFeedback::NoLevel)),
        text: counted(
            words,
            Size::Characters(u32::try_from(TEXT_AT_MOST).unwrap_or(u32::MAX)),
            CharacterCount {
                id: TEXT.into(),
                name: TEXT.into(),
                label: Label {
                    classes: "govuk-label--m",
                    ..Label::new(words.get("apply-satisfaction-improve"))
                },
                hint: words.get("apply-satisfaction-improve-hint").into(),
                error: error(WrongFeedback::TooLong),
                value: form.get(TEXT).into(),
                ..CharacterCount::default()
            },
        ),
        action: visit.address("feedback"),
        csrf: visit.session.csrf_token(),
    };
    visit.page(status, &page)
}

/// The five levels, best first.
fn levels(visit: &Visit, form: &Form, error: Option<ErrorMessage<'_>>) -> String {
    let words = visit.words();
    let item = |(value, key): &(&'static str, &'static str)| -> ChoiceItem<'_> {
        Choice {
            checked: form.get(LEVEL) == *value,
            ..Choice::new(*value, words.get(key))
        }
        .into()
    };
    let radios = Radios {
        id: LEVEL.into(),
        name: LEVEL.into(),
        legend: Some(Legend {
            classes: "govuk-fieldset__legend--m",
            ..Legend::new(words.get("apply-satisfaction-question"))
        }),
        error,
        items: LEVELS.iter().map(item).collect(),
        ..Radios::default()
    };
    radios.to_string()
}
