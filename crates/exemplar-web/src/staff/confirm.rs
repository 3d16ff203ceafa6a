//! Asks again who somebody is, before what cannot be undone. The form that they sent waits meanwhile.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::staff::{CONFIRMED_MINUTES, NotSignedIn};
use exemplar_app::words::Value;

use super::desk::{Around, Desk};
use super::{CONFIRM, again, problems};
use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label, PasswordInput};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/confirm.html")]
struct ConfirmPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    say: String,
    password: PasswordInput<'a>,
    code: Input<'a>,
}

/// Keeps a form and leads to the question who somebody is.
pub async fn ask(desk: &Desk<'_>, path: &str, form: &Form) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    match desk.site.app.keep_form(&who.staff, &again::kept(path, form)).await {
        Ok(id) => see_other(&format!("{CONFIRM}/{id}")),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

/// The question.
pub async fn get(desk: &Desk<'_>, id: &str) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    match desk.site.app.kept_form(who, id).await {
        Ok(Some(_)) => show(desk, id, false),
        Ok(None) => problems::not_found(desk),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

fn show(desk: &Desk<'_>, id: &str, wrong: bool) -> Response {
    let words = desk.words();
    let heading = words.get("accounts-confirm-title");
    let page = ConfirmPage {
        frame: if wrong {
            desk.frame_with_errors(heading)
        } else {
            desk.frame(heading)
        },
        around: desk.around(),
        summary: wrong.then(|| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new("#password", words.get("accounts-confirm-wrong"))],
            ..ErrorSummary::default()
        }),
        action: format!("{CONFIRM}/{id}"),
        say: words.with("accounts-confirm-say", &[("n", Value::Count(CONFIRMED_MINUTES))]),
        password: PasswordInput {
            id: "password".into(),
            name: "password".into(),
            label: Label::new(words.get("staff-password")),
            error: wrong
                .then(|| ErrorMessage::new(words.get("pages-error-prefix"), words.get("accounts-confirm-wrong"))),
            ..PasswordInput::default()
        },
        code: Input {
            id: "code".into(),
            name: "code".into(),
            label: Label::new(words.get("staff-code")),
            hint: words.get("staff-code-hint").into(),
            autocomplete: "one-time-code",
            spellcheck: Some(false),
            classes: "govuk-input--width-20",
            ..Input::default()
        },
    };
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    desk.page(status, &page)
}

/// Takes the answer. Gives the form that waited, and where it was sent to; of two answers at once one gets it.
pub async fn post(desk: &Desk<'_>, id: &str, form: &Form) -> Result<(String, Form), Box<Response>> {
    let Some(who) = &desk.who else {
        return Err(Box::new(problems::not_found(desk)));
    };
    let app = &desk.site.app;
    let fault = |fault| Box::new(problems::fault(desk.site, &fault));
    let Some(kept) = app.kept_form(who, id).await.map_err(fault)? else {
        return Err(Box::new(problems::not_found(desk)));
    };
    let confirmed = app
        .confirm_staff(who, form.get("password"), form.get("code"), desk.caller())
        .await;
    match confirmed {
        Ok(()) => {}
        Err(NotSignedIn::Wrong) => return Err(Box::new(show(desk, id, true))),
        Err(NotSignedIn::TooMany(minutes)) => return Err(Box::new(problems::too_many(desk, minutes))),
        Err(NotSignedIn::Fault(found)) => return Err(fault(found)),
    }
    if !app.drop_kept_form(id).await.map_err(fault)? {
        return Err(Box::new(problems::not_found(desk)));
    }
    let fields = kept.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    Ok((kept.path, Form::of(fields)))
}
