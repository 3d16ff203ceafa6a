//! Signing in and out. One form asks for all of it, so that nothing is told of who has an account.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::staff::{Credentials, NotSignedIn};

use super::desk::{Around, Desk};
use super::{PREFIX, problems};
use crate::components::{ErrorLink, ErrorSummary, Input, Label, PasswordInput};
use crate::form::Form;
use crate::frame::Frame;
use crate::site::Site;
use crate::visit::see_other;

/// The name on HTTPS: browsers take it only from this host, by HTTPS, for the whole site.
const SECURE_NAME: &str = "__Host-exemplar-staff";
/// The name on plain HTTP, on this machine alone.
const PLAIN_NAME: &str = "exemplar-staff";
/// Who calls where no address is known: this machine itself. Its tries are counted like any other's.
const THIS_MACHINE: &str = "this machine";

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    email: Input<'a>,
    password: PasswordInput<'a>,
    code: Input<'a>,
}

/// The session's cookie among a request's.
#[must_use]
pub fn cookie<'c>(site: &Site, cookies: &'c str) -> Option<&'c str> {
    let name = name(site);
    cookies.split(';').find_map(|cookie| {
        let (key, value) = cookie.trim().split_once('=')?;
        (key == name && !value.is_empty()).then_some(value)
    })
}

fn name(site: &Site) -> &'static str {
    if site.settings.secure { SECURE_NAME } else { PLAIN_NAME }
}

/// The form.
pub fn get(desk: &Desk<'_>) -> Response {
    form_page(desk, StatusCode::OK, "")
}

fn form_page(desk: &Desk<'_>, status: StatusCode, typed: &str) -> Response {
    let words = desk.words();
    let wrong = status != StatusCode::OK;
    let summary = wrong.then(|| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new("#email", words.get("staff-sign-in-wrong"))],
        ..ErrorSummary::default()
    });
    let heading = words.get("staff-sign-in-title");
    let page = SignInPage {
        frame: if wrong {
            desk.frame_with_errors(heading)
        } else {
            desk.frame(heading)
        },
        around: desk.around(),
        summary,
        email: Input {
            id: "email".into(),
            name: "email".into(),
            label: Label::new(words.get("staff-email")),
            value: typed.into(),
            input_type: "email",
            autocomplete: "username",
            spellcheck: Some(false),
            ..Input::default()
        },
        password: PasswordInput {
            id: "password".into(),
            name: "password".into(),
            label: Label::new(words.get("staff-password")),
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
    desk.page(status, &page)
}

/// Signs in.
pub async fn post(desk: &Desk<'_>, form: &Form) -> Response {
    let typed = Credentials {
        email: form.get("email"),
        password: form.get("password"),
        code: form.get("code"),
        caller: desk.caller.as_deref().unwrap_or(THIS_MACHINE),
        device: format!("{:?}", desk.device).to_lowercase(),
    };
    match desk.site.app.sign_in(typed).await {
        Ok(cookie) => with_cookie(desk.site, see_other(PREFIX), &cookie, ""),
        Err(NotSignedIn::Wrong) => form_page(desk, StatusCode::UNPROCESSABLE_ENTITY, form.get("email")),
        Err(NotSignedIn::TooMany(minutes)) => problems::too_many(desk, minutes),
        Err(NotSignedIn::Fault(fault)) => problems::fault(desk.site, &fault),
    }
}

/// Signs out on this device.
pub async fn sign_out(desk: &Desk<'_>) -> Response {
    if let Some(who) = &desk.who
        && let Err(fault) = desk.site.app.sign_out(who).await
    {
        return problems::fault(desk.site, &fault);
    }
    with_cookie(desk.site, see_other(super::SIGN_IN), "", "; Max-Age=0")
}

fn with_cookie(site: &Site, mut reply: Response, value: &str, age: &str) -> Response {
    let secure = if site.settings.secure { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}", name(site));
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        reply.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    reply
}
