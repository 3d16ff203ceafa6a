//! What a second person does: opens their link, sees the answers that the service shows them, signs or declines.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Access;
use exemplar_app::says::Says;
use exemplar_app::waiting::{NotDone, SignLink, SignPlace};
use exemplar_app::words::{Value, Words};
use exemplar_core::waiting::Refusal;

use crate::components::{
    Content, ErrorLink, ErrorMessage, ErrorSummary, Html, Input, Label, SummaryList, SummaryRow, Textarea,
};
use crate::form::Form;
use crate::frame::Frame;
use crate::markdown::markup;
use crate::public::errors;
use crate::visit::Visit;

/// The field of the typed signature.
const NAME: &str = "signature";
/// The field of the reason not to sign.
const REASON: &str = "reason";
/// The field that says what is done.
const ACT: &str = "act";
/// Not signing.
const DECLINE: &str = "decline";

#[derive(Template)]
#[template(path = "public/apply/sign_link.html")]
struct LinkPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    say: String,
    works: bool,
    action: String,
    csrf: String,
}

#[derive(Template)]
#[template(path = "public/apply/sign.html")]
struct SignPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    intro: String,
    say: String,
    answers: String,
    declaration: String,
    name: Input<'a>,
    reason: Textarea<'a>,
    action: String,
    csrf: String,
}

#[derive(Template)]
#[template(path = "public/apply/signed.html")]
struct SignedPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    say: &'a str,
}

/// The page that a link leads to. It has a button; looking at it changes nothing.
pub async fn get_link(visit: &Visit, token: &str) -> Response {
    match visit.site.app.look_at_sign_link(&visit.live, token).await {
        Ok(link) => link_page(visit, token, &link),
        Err(fault) => errors::fault(visit, &fault),
    }
}

fn link_page(visit: &Visit, token: &str, link: &SignLink) -> Response {
    let words = visit.words();
    let (title, say) = match link {
        SignLink::Works => ("waiting-link-title", "waiting-link-say"),
        SignLink::Used => ("waiting-link-used-title", "waiting-link-used"),
        SignLink::Signed => ("waiting-link-signed-title", "waiting-link-signed"),
        SignLink::Void => ("waiting-link-void-title", "waiting-link-void"),
        SignLink::Unknown => ("apply-link-old-title", "waiting-link-unknown"),
    };
    let service = visit.service_name();
    let works = *link == SignLink::Works;
    let title = words.get(title);
    let page = LinkPage {
        frame: visit.frame(title),
        title,
        say: words.with(say, &[("service", Value::Text(service))]),
        works,
        action: visit.address(&format!("sign/{token}")),
        csrf: visit.session.csrf_token(),
    };
    let status = if works { StatusCode::OK } else { StatusCode::NOT_FOUND };
    visit.page(status, &page)
}

/// Uses the link up, and shows what is to be signed.
pub async fn post_link(mut visit: Visit, token: &str) -> Response {
    let opened = visit.site.app.open_sign_link(&visit.live, token, &visit.manner).await;
    match opened {
        Ok(Some(open)) => {
            visit.session.hold_to_sign(open.case, open.epoch, visit.now);
            visit.go("sign")
        }
        Ok(None) | Err(NotDone::NotFound | NotDone::Refused(_)) => get_link(&visit, token).await,
        Err(NotDone::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

/// What a session reaches as a second person.
fn access(visit: &Visit) -> Option<Access> {
    let held = visit.session.to_sign().filter(|held| !held.is_locked(visit.now))?;
    Some(Access {
        case: held.case,
        epoch: held.epoch,
    })
}

/// What is to be signed.
pub async fn get(visit: Visit) -> Response {
    show(visit, &Form::default(), None).await
}

/// What is wrong: the field and the words' key.
type Wrong = (&'static str, &'static str);

async fn show(mut visit: Visit, form: &Form, wrong: Option<Wrong>) -> Response {
    let Some(access) = access(&visit) else {
        return visit.go("");
    };
    let place = match visit.site.app.sign_place(&visit.live, access).await {
        Ok(Some(place)) => place,
        Ok(None) => {
            visit.session.let_go_of_signing();
            return said(
                &visit,
                "waiting-link-void-title",
                "waiting-link-void",
                StatusCode::NOT_FOUND,
            );
        }
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let words = visit.words();
    let error = |field: &str| {
        let (_, key) = wrong.filter(|(wrong, _)| *wrong == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(key)))
    };
    let heading = words.get("waiting-sign-title");
    let service = visit.service_name();
    let with = [("name", Value::Text(&place.name)), ("service", Value::Text(service))];
    let (say, answers, declaration) = shown(&visit, &place);
    let page = SignPage {
        frame: if wrong.is_some() {
            visit.frame_with_errors(heading)
        } else {
            visit.frame(heading)
        },
        summary: wrong.map(|(field, key)| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{field}"), words.get(key))],
            ..ErrorSummary::default()
        }),
        intro: words.with("waiting-sign-intro", &with),
        say,
        answers,
        declaration,
        name: Input {
            id: NAME.into(),
            name: NAME.into(),
            label: Label::new(words.get("waiting-sign-name")),
            hint: words.get("waiting-sign-name-hint").into(),
            error: error(NAME),
            value: form.get(NAME).to_owned().into(),
            autocomplete: "name",
            spellcheck: Some(false),
            ..Input::default()
        },
        reason: reason(words, form, error(REASON)),
        action: visit.address("sign"),
        csrf: visit.session.csrf_token(),
    };
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visit.page(status, &page)
}

/// Why the person does not sign.
fn reason<'a>(words: &'a Words, form: &Form, error: Option<ErrorMessage<'a>>) -> Textarea<'a> {
    Textarea {
        id: REASON.into(),
        name: REASON.into(),
        label: Label::new(words.get("waiting-sign-reason")),
        hint: words.get("waiting-sign-reason-hint").into(),
        error,
        value: form.get(REASON).to_owned().into(),
        rows: Some(3),
        ..Textarea::default()
    }
}

/// What the service says to the second person, the answers that it shows them, and what they declare.
fn shown(visit: &Visit, place: &SignPlace) -> (String, String, String) {
    let definition = &place.definition;
    let (Some(signatory), Some(walk)) = (&definition.signatory, place.walk()) else {
        return Default::default();
    };
    let says = Says {
        words: visit.words(),
        definition,
        language: definition.language_index(&visit.manner.language).unwrap_or_default(),
    };
    let markdown = |text| markup(&says.filled_markdown(text, &walk));
    let mut rows = Vec::new();
    for name in &signatory.shows {
        let Some(question) = walk.questions().find(|question| question.name == *name) else {
            continue;
        };
        let lines: Vec<String> = says.answer(&walk, question);
        let lines: Vec<String> = lines
            .iter()
            .map(|line| Content::from(line.as_str()).to_string())
            .collect();
        let ask = says.filled(&question.ask, &walk).into_owned();
        rows.push(SummaryRow::new(ask, Content::Html(Html::trusted(lines.join("<br>")))));
    }
    let answers = if rows.is_empty() {
        String::new()
    } else {
        SummaryList {
            rows,
            ..SummaryList::default()
        }
        .to_string()
    };
    let say = signatory.say.as_ref().map_or_else(String::new, markdown);
    (say, answers, markdown(&signatory.declaration))
}

fn said(visit: &Visit, title: &'static str, say: &'static str, status: StatusCode) -> Response {
    let words = visit.words();
    let page = SignedPage {
        frame: visit.frame(words.get(title)),
        title: words.get(title),
        say: words.get(say),
    };
    visit.page(status, &page)
}

/// Signs, or declines.
pub async fn post(mut visit: Visit, form: Form) -> Response {
    let Some(access) = access(&visit) else {
        return visit.go("");
    };
    let app = &visit.site.app;
    let declines = form.get(ACT) == DECLINE;
    let done = if declines {
        let reason = form.get(REASON);
        app.decline_to_sign(&visit.live, access, &visit.manner, reason).await
    } else {
        app.sign_case(&visit.live, access, &visit.manner, form.get(NAME)).await
    };
    let field = if declines { REASON } else { NAME };
    match done {
        Ok(()) => {
            visit.session.let_go_of_signing();
            let (title, say) = if declines {
                ("waiting-declined-title", "waiting-declined-say")
            } else {
                ("waiting-signed-title", "waiting-signed-say")
            };
            said(&visit, title, say, StatusCode::OK)
        }
        Err(NotDone::Refused(Refusal::NothingSaid)) => {
            let key = if declines {
                "waiting-sign-reason-needed"
            } else {
                "waiting-sign-name-needed"
            };
            show(visit, &form, Some((field, key))).await
        }
        Err(NotDone::Refused(Refusal::TooLong)) => show(visit, &form, Some((field, "waiting-sign-too-long"))).await,
        Err(NotDone::NotFound | NotDone::Refused(_)) => {
            visit.session.let_go_of_signing();
            said(
                &visit,
                "waiting-link-void-title",
                "waiting-link-void",
                StatusCode::NOT_FOUND,
            )
        }
        Err(NotDone::Failed(failure)) => errors::failure(&visit, &failure),
    }
}
