//! A person's first visit by the link that they were given: password, one-time codes, recovery codes.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::staff::{First, NotSetUp, PASSWORD_AT_LEAST, SetUp};
use exemplar_app::words::Value;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label, PasswordInput};
use crate::form::Form;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "staff/first.html")]
struct FirstPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    /// For the first administrator, whose account has none yet.
    name: Option<Input<'a>>,
    email: Option<Input<'a>>,
    password: PasswordInput<'a>,
    secret: &'a str,
    address: &'a str,
    code: Input<'a>,
}

#[derive(Template)]
#[template(path = "staff/recovery.html")]
struct RecoveryPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    codes: Vec<String>,
}

/// What is wrong: the field and the words.
struct Wrong {
    field: &'static str,
    say: String,
}

/// Shows what is to be set up.
pub async fn get(desk: &Desk<'_>, token: &str) -> Response {
    match desk.site.app.first_visit(token).await {
        Ok(first) => show(desk, token, &first, &Form::default(), None),
        Err(NotSetUp::Fault(fault)) => problems::fault(desk.site, &fault),
        Err(_) => gone(desk),
    }
}

/// Sets an account up.
pub async fn post(desk: &Desk<'_>, token: &str, form: &Form) -> Response {
    let chosen = SetUp {
        name: form.get("name"),
        email: form.get("email"),
        password: form.get("password"),
        code: form.get("code"),
    };
    let words = desk.words();
    let wrong = match desk.site.app.set_up(token, &chosen).await {
        Ok(codes) => {
            let frame = desk.frame(words.get("staff-recovery-title"));
            return desk.page(
                StatusCode::OK,
                &RecoveryPage {
                    frame,
                    around: desk.around(),
                    codes,
                },
            );
        }
        Err(NotSetUp::Gone) => return gone(desk),
        Err(NotSetUp::Fault(fault)) => return problems::fault(desk.site, &fault),
        Err(NotSetUp::Name) => Wrong {
            field: "name",
            say: words.get("staff-name-wrong").to_owned(),
        },
        Err(NotSetUp::Email) => Wrong {
            field: "email",
            say: words.get("staff-email-wrong").to_owned(),
        },
        Err(NotSetUp::Password) => Wrong {
            field: "password",
            say: password_words(desk, "staff-password-wrong"),
        },
        Err(NotSetUp::Code) => Wrong {
            field: "code",
            say: words.get("staff-code-wrong").to_owned(),
        },
    };
    match desk.site.app.first_visit(token).await {
        Ok(first) => show(desk, token, &first, form, Some(wrong)),
        Err(_) => gone(desk),
    }
}

fn password_words(desk: &Desk<'_>, key: &str) -> String {
    let least = i64::try_from(PASSWORD_AT_LEAST).unwrap_or_default();
    desk.words().with(key, &[("n", Value::Count(least))])
}

fn show(desk: &Desk<'_>, token: &str, first: &First, form: &Form, wrong: Option<Wrong>) -> Response {
    let words = desk.words();
    let wrong = wrong.as_ref();
    let error = |field: &str| {
        let wrong = wrong.filter(|wrong| wrong.field == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), wrong.say.as_str()))
    };
    let is_new = first.staff.private.email.is_empty();
    let input = |name: &'static str, key: &'static str, autocomplete: &'static str| Input {
        id: name.into(),
        name: name.into(),
        label: Label::new(words.get(key)),
        error: error(name),
        value: form.get(name).to_owned().into(),
        autocomplete,
        spellcheck: Some(false),
        ..Input::default()
    };
    let hint = password_words(desk, "staff-password-hint");
    let heading = words.get("staff-first-title");
    let page = FirstPage {
        frame: if wrong.is_some() {
            desk.frame_with_errors(heading)
        } else {
            desk.frame(heading)
        },
        around: desk.around(),
        summary: wrong.map(|wrong| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{}", wrong.field), wrong.say.as_str())],
            ..ErrorSummary::default()
        }),
        action: format!("/staff/first/{token}"),
        name: is_new.then(|| input("name", "staff-name", "name")),
        email: is_new.then(|| input("email", "staff-email", "username")),
        password: PasswordInput {
            id: "password".into(),
            name: "password".into(),
            label: Label::new(words.get("staff-password-new")),
            hint: hint.as_str().into(),
            error: error("password"),
            autocomplete: "new-password",
            ..PasswordInput::default()
        },
        secret: &first.secret,
        address: &first.address,
        code: Input {
            inputmode: "numeric",
            classes: "govuk-input--width-10",
            ..input("code", "staff-code-first", "one-time-code")
        },
    };
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    desk.page(status, &page)
}

fn gone(desk: &Desk<'_>) -> Response {
    let words = desk.words();
    let say = [words.get("staff-first-gone-say").to_owned()];
    problems::notice(desk, StatusCode::NOT_FOUND, words.get("staff-first-gone"), &say)
}
