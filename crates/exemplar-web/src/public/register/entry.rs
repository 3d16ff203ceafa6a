//! One entry of the register: what everybody can see of it, and how it stands at this moment.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::registers::{PublicEntry, lines, public_issue};
use exemplar_app::says::capitalised;
use exemplar_app::words::Value;
use exemplar_core::definition::{Issue, Shown};
use exemplar_core::id::Name;
use exemplar_core::issuing::{EntryState, Standing, holder_of};

use super::heading;
use crate::frame::Frame;
use crate::public::apply::issued::word_of;
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/register/entry.html")]
struct EntryPage<'a> {
    frame: Frame<'a>,
    caption: String,
    heading: String,
    /// How it stands, where it is good no more.
    warning: Option<&'a str>,
    rows: Vec<(String, Vec<String>)>,
    as_of: String,
}

#[derive(Template)]
#[template(path = "public/register/none.html")]
struct NonePage<'a> {
    frame: Frame<'a>,
    number: &'a str,
    register: String,
}

/// Shows an entry, or says that there is none with that number.
pub async fn get(visit: Visit, number: &str) -> Response {
    let Some(issue) = public_issue(&visit.live) else {
        return errors::not_found(&visit);
    };
    match visit.site.app.register_entry(&visit.live, issue, number).await {
        Ok(Some(entry)) => show(&visit, issue, &entry),
        Ok(None) => {
            let mut frame = visit.frame(visit.words().get("register-no-entry"));
            frame.back = Some(visit.address("register"));
            let page = NonePage {
                frame,
                number,
                register: visit.address("register"),
            };
            visit.page(StatusCode::NOT_FOUND, &page)
        }
        Err(fault) => errors::fault(&visit, &fault),
    }
}

fn show(visit: &Visit, issue: &Issue, entry: &PublicEntry) -> Response {
    let words = visit.words();
    let app = &visit.site.app;
    let stands = app.standing_of(&visit.live, entry);
    let holder = holder_of(issue).map(|name| lines(entry, name.as_str(), &visit.manner.language).join(", "));
    let holder = holder.filter(|holder| !holder.is_empty());
    let mut rows = vec![
        (words.get("issues-number").to_owned(), vec![entry.number.clone()]),
        (
            words.get("issues-state").to_owned(),
            vec![words.get(word_of(stands)).to_owned()],
        ),
    ];
    rows.extend(issue.public.iter().filter_map(|shown| row(visit, entry, shown)));
    let now = words.moment(visit.now.to_zoned(zone(&visit.live)).datetime());
    let called = holder.unwrap_or_else(|| entry.number.clone());
    let mut frame = visit.frame(&called);
    frame.back = Some(visit.address("register"));
    let page = EntryPage {
        frame,
        caption: heading(visit, issue),
        heading: called,
        warning: (stands != Standing::Is(EntryState::Live)).then(|| words.get(warning_of(stands))),
        rows,
        as_of: words.with("register-as-of", &[("moment", Value::Text(&now))]),
    };
    visit.page(StatusCode::OK, &page)
}

fn warning_of(stands: Standing) -> &'static str {
    match stands.as_str() {
        "suspended" => "register-suspended",
        "revoked" => "register-revoked",
        "expired" => "register-expired",
        _ => "register-ended",
    }
}

fn row(visit: &Visit, entry: &PublicEntry, shown: &Shown) -> Option<(String, Vec<String>)> {
    let words = visit.words();
    match shown {
        Shown::Number => None,
        Shown::Issued => Some((words.get("issues-issued").to_owned(), vec![words.date(entry.from)])),
        Shown::Expires => {
            let until = entry.until.map(|until| words.date(until));
            let until = until.unwrap_or_else(|| words.get("issues-forever").to_owned());
            Some((words.get("issues-expires").to_owned(), vec![until]))
        }
        Shown::Question(name) | Shown::Fact(name) => {
            let lines = lines(entry, name.as_str(), &visit.manner.language);
            (!lines.is_empty()).then(|| (label(visit, name), lines))
        }
    }
}

/// What a question or fact is called where it is not said to whom it was put: "Business name" for "your business name".
fn label(visit: &Visit, name: &Name) -> String {
    let definition = &visit.live;
    let question = definition.question(name).map(|question| &question.called);
    let fact = || definition.facts.get(name)?.called.as_ref();
    let Some(called) = question.or_else(fact) else {
        return capitalised(&name.as_str().replace('_', " "));
    };
    let called = visit.text(called);
    let is_english = visit.manner.language.as_str().starts_with("en");
    let bare = called.strip_prefix("your ").or_else(|| called.strip_prefix("the "));
    capitalised(bare.filter(|_| is_english).unwrap_or(called))
}
