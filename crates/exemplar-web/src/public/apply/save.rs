//! Save and come back later: the code to write down, the word to choose, the link to be sent; and leaving the device.

use askama::Template;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use exemplar_app::apply::{NotOpened, SavedPlace};
use exemplar_app::words::Value;
use exemplar_core::apply::{SecondFact, WORD_AT_LEAST, WORD_AT_MOST, second_fact};
use exemplar_core::definition::Keeping;

use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::locked::{self, WORD};
use crate::public::apply::question::where_to;
use crate::public::errors;
use crate::visit::{Visit, access};

/// The field of the address to which a link is sent.
const EMAIL: &str = "email";

#[derive(Template)]
#[template(path = "public/apply/save.html")]
struct SavePage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    code: String,
    need: String,
    until: String,
    /// The control for choosing a word, where one is needed.
    word: String,
    why_word: String,
    email: String,
    sent: String,
    action: String,
    leave: String,
    go_on: String,
    csrf: String,
}

/// What the page says of what was just done.
#[derive(Default)]
struct Said {
    sent_to: Option<String>,
    error: Option<(&'static str, String)>,
    typed: String,
}

impl Said {
    /// What is wrong with a field, to stand beside it.
    fn message<'a>(&'a self, visit: &'a Visit, field: &str) -> Option<ErrorMessage<'a>> {
        let (_, said) = self.error.as_ref().filter(|(wrong, _)| *wrong == field)?;
        Some(ErrorMessage::new(visit.words().get("pages-error-prefix"), said))
    }
}

/// Shows code and choices.
pub async fn get(visit: Visit) -> Response {
    show(visit, Said::default()).await
}

async fn show(mut visit: Visit, said: Said) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
    let SavedPlace { draft, code } = match visit
        .site
        .app
        .save_place(&visit.live, access(held), &visit.manner)
        .await
    {
        Ok(Some(place)) => place,
        Ok(None) => return visit.go(""),
        Err(NotOpened::Failed(failure)) => return errors::failure(&visit, &failure),
        Err(_) => return visit.go(""),
    };
    visit.session.used(held.case, visit.now);
    let words = visit.words();
    let Some(loaded) = &draft.loaded else {
        return visit.go("");
    };
    let definition = &draft.definition;
    let named = definition
        .confirm_with
        .as_ref()
        .and_then(|name| definition.question(name));
    let (need, needs_word) = needed(&visit, second_fact(definition, loaded));
    let called = named.map_or("", |question| visit.text(&question.called));
    let heading = words.get("apply-saved-title");
    let frame = if said.error.is_some() {
        visit.frame_with_errors(heading)
    } else {
        visit.frame(heading)
    };
    let summary = said.error.as_ref().map(|(field, message)| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(format!("#{field}"), message.as_str())],
        ..ErrorSummary::default()
    });
    let status = if said.error.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let page = SavePage {
        frame,
        summary,
        code,
        need,
        until: kept_until(&visit, &draft),
        word: if needs_word { word(&visit, &said) } else { String::new() },
        why_word: words.with("apply-word-why", &[("called", Value::Text(called))]),
        email: email(&visit, &said),
        sent: said.sent_to.as_ref().map_or_else(String::new, |to| {
            words.with("apply-email-sent", &[("email", Value::Text(to))])
        }),
        action: visit.address("save"),
        leave: visit.address("leave"),
        go_on: visit.address(&where_to(&draft.walk(&visit.manner))),
        csrf: visit.session.csrf_token(),
    };
    visit.page(status, &page)
}

/// What somebody needs besides the code, and whether a word is still to be chosen for it.
fn needed(visit: &Visit, fact: SecondFact<'_>) -> (String, bool) {
    let words = visit.words();
    match fact {
        SecondFact::Answer(question) => {
            let called = [("called", Value::Text(visit.text(&question.called)))];
            (words.with("apply-saved-need-fact", &called), false)
        }
        SecondFact::Word => (words.get("apply-saved-need-word").to_owned(), false),
        SecondFact::NotChosen => (words.get("apply-saved-need-word").to_owned(), true),
        SecondFact::Nothing => (String::new(), false),
    }
}

/// The control for choosing a word.
fn word(visit: &Visit, said: &Said) -> String {
    let words = visit.words();
    let hint = words.with("apply-word-hint", &[("n", Value::Count(WORD_AT_LEAST as i64))]);
    Input {
        id: WORD.into(),
        name: WORD.into(),
        label: Label::new(words.get("apply-word-label")),
        hint: (&hint).into(),
        error: said.message(visit, WORD),
        classes: "govuk-input--width-20",
        spellcheck: Some(false),
        autocomplete: "off",
        ..Input::default()
    }
    .to_string()
}

/// The control for the address to which a link is sent.
fn email(visit: &Visit, said: &Said) -> String {
    let words = visit.words();
    Input {
        id: EMAIL.into(),
        name: EMAIL.into(),
        label: Label::new(words.get("apply-email-label")),
        hint: words.get("apply-email-hint").into(),
        error: said.message(visit, EMAIL),
        value: (&said.typed).into(),
        input_type: "email",
        dir: words.left_to_right(),
        autocomplete: "email",
        spellcheck: Some(false),
        ..Input::default()
    }
    .to_string()
}

/// Until when an unsent draft is kept.
fn kept_until(visit: &Visit, draft: &exemplar_app::apply::Draft) -> String {
    let words = visit.words();
    let Some(Keeping::For(time)) = draft.definition.keep.0.get("draft") else {
        return String::new();
    };
    let last = draft
        .loaded
        .as_ref()
        .map_or(draft.today, |loaded| loaded.case.active_on);
    let until = words.date(time.after(last, &draft.definition.holidays));
    words.with("apply-saved-until", &[("date", Value::Text(&until))])
}

/// Takes a chosen word, or an address for the link.
pub async fn post(mut visit: Visit, form: Form) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
    let words = visit.words();
    if form.has(WORD) {
        let word = form.get(WORD).trim();
        let letters = word.chars().count();
        if !(WORD_AT_LEAST..=WORD_AT_MOST).contains(&letters) {
            let error = words.with("apply-word-hint", &[("n", Value::Count(WORD_AT_LEAST as i64))]);
            return show(
                visit,
                Said {
                    error: Some((WORD, error)),
                    ..Said::default()
                },
            )
            .await;
        }
        return match visit
            .site
            .app
            .choose_word(&visit.live, access(held), &visit.manner, word)
            .await
        {
            Ok(()) => visit.go("save"),
            Err(NotOpened::Failed(failure)) => errors::failure(&visit, &failure),
            Err(_) => visit.go(""),
        };
    }
    if form.has(EMAIL) {
        return send(visit, form.get(EMAIL).trim()).await;
    }
    visit.go("save")
}

async fn send(visit: Visit, email: &str) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    let words = visit.words();
    let called = words.get("apply-email-label");
    let lower = called.to_lowercase();
    let with = [
        ("called", Value::Text(&lower)),
        ("example", Value::Text("name@example.com")),
    ];
    if exemplar_core::kind::email_address(email).is_none() {
        let key = if email.is_empty() {
            "error-empty"
        } else {
            "error-email-format"
        };
        let error = Some((EMAIL, words.with(key, &with)));
        let typed = email.to_owned();
        return show(
            visit,
            Said {
                error,
                typed,
                sent_to: None,
            },
        )
        .await;
    }
    match visit
        .site
        .app
        .send_link(&visit.live, access(held), &visit.manner, email)
        .await
    {
        Ok(()) => {
            let sent_to = Some(email.to_owned());
            show(
                visit,
                Said {
                    sent_to,
                    ..Said::default()
                },
            )
            .await
        }
        Err(NotOpened::Failed(failure)) => errors::failure(&visit, &failure),
        Err(_) => visit.go(""),
    }
}

#[derive(Template)]
#[template(path = "public/apply/leave.html")]
struct LeavePage<'a> {
    frame: Frame<'a>,
    left: bool,
    action: String,
    csrf: String,
    return_to: String,
}

/// Asks before leaving, or says that it is done.
#[must_use]
pub fn get_leave(visit: &Visit) -> Response {
    leave_page(visit, false)
}

fn leave_page(visit: &Visit, left: bool) -> Response {
    let key = if left { "apply-left-title" } else { "apply-leave-title" };
    let page = LeavePage {
        frame: visit.frame(visit.words().get(key)),
        left,
        action: visit.address("leave"),
        csrf: visit.session.csrf_token(),
        return_to: visit.address("return"),
    };
    visit.page(StatusCode::OK, &page)
}

/// Ends every session that reaches the case, and has the browser forget what it kept of this site.
pub async fn post_leave(mut visit: Visit) -> Response {
    if let Some(held) = visit.held() {
        let left = visit.site.app.leave(&visit.live, access(held), &visit.manner).await;
        if let Err(NotOpened::Failed(failure)) = left {
            return errors::failure(&visit, &failure);
        }
        visit.session.let_go(held.case);
    }
    let mut reply = leave_page(&visit, true);
    reply
        .headers_mut()
        .insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    reply
}
