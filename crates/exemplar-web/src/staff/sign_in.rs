//! Signing in and out. One form asks for all of it, so that nothing is told of who has an account.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::staff::{Credentials, NotSignedIn};

use super::desk::{Around, Desk};
use super::{AGAIN, PREFIX, problems};
use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label, PasswordInput};
use crate::form::Form;
use crate::frame::Frame;
use crate::site::Site;
use crate::visit::see_other;

/// The name on HTTPS: browsers take it only from this host, by HTTPS, for the whole site.
const SECURE_NAME: &str = "__Host-exemplar-staff";
/// The name on plain HTTP, on this machine alone.
const PLAIN_NAME: &str = "exemplar-staff";

#[derive(Template)]
#[template(path = "staff/sign_in.html")]
struct SignInPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    email: Input<'a>,
    password: PasswordInput<'a>,
    code: Input<'a>,
    /// The id of a form that waits for its owner to sign in.
    kept: &'a str,
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
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    form_page(desk, StatusCode::OK, "", asked.get("kept"))
}

fn form_page(desk: &Desk<'_>, status: StatusCode, typed: &str, kept: &str) -> Response {
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
            // One message for all three: it stands at the first.
            error: wrong.then(|| ErrorMessage::new(words.get("pages-error-prefix"), words.get("staff-sign-in-wrong"))),
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
        kept,
    };
    desk.page(status, &page)
}

/// Signs in.
pub async fn post(desk: &Desk<'_>, form: &Form) -> Response {
    let typed = Credentials {
        email: form.get("email"),
        password: form.get("password"),
        code: form.get("code"),
        caller: desk.caller(),
        device: format!("{:?}", desk.device).to_lowercase(),
    };
    match desk.site.app.sign_in(typed).await {
        Ok(cookie) => {
            let kept = form.get("kept");
            // Whoever signs in is led to what waits; only its owner finds it there.
            let is_id = !kept.is_empty()
                && kept
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
            let next = if is_id {
                format!("{AGAIN}/{kept}")
            } else {
                PREFIX.to_owned()
            };
            with_cookie(desk.site, see_other(&next), &cookie, "")
        }
        Err(NotSignedIn::Wrong) => form_page(
            desk,
            StatusCode::UNPROCESSABLE_ENTITY,
            form.get("email"),
            form.get("kept"),
        ),
        Err(NotSignedIn::TooMany(minutes)) => problems::too_many(desk, minutes),
        Err(NotSignedIn::Fault(fault)) => problems::fault(desk.site, &fault),
    }
}

/// Ends all sessions of who is signed in.
pub async fn sign_out_everywhere(desk: &Desk<'_>) -> Response {
    if let Some(who) = &desk.who
        && let Err(fault) = desk.site.app.end_sessions(who.staff.id).await
    {
        return problems::fault(desk.site, &fault);
    }
    with_cookie(desk.site, see_other(super::SIGN_IN), "", "; Max-Age=0")
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
