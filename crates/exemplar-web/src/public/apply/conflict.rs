//! One question was answered twice, on two devices or in two tabs: both answers are shown, and the person chooses.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, zone};
use exemplar_app::words::Value;
use exemplar_core::definition::{Page, Question};
use exemplar_core::id::Name;
use exemplar_core::journey::{Walk, questions_of};
use exemplar_core::kind::{Reading, Typed};
use exemplar_core::record::Actor;

use crate::components::{Choice, Legend, Radios};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::errors;
use crate::visit::Visit;

/// The field by which a person chooses.
pub const KEEP: &str = "keep";
/// Its value for the answer that is stored.
pub const SAVED: &str = "saved";

#[derive(Template)]
#[template(path = "public/apply/conflict.html")]
struct ConflictPage<'a> {
    frame: Frame<'a>,
    action: String,
    csrf: String,
    seen: String,
    then: &'a str,
    kept: Vec<(&'a str, &'a str)>,
    choices: String,
}

/// What was answered twice, and where.
pub struct Twice<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// The way on which the page stands, which may be that of a row.
    pub walk: &'a Walk<'a>,
    /// The page.
    pub page: &'a Page,
    /// Its address.
    pub action: String,
    /// What is stored now.
    pub seen: String,
}

/// Shows both answers to a page of the service.
pub fn page(visit: &Visit, draft: &Draft, name: &Name, form: &Form) -> Response {
    let Some(page) = draft.definition.page(name) else {
        return errors::not_found(visit);
    };
    let twice = Twice {
        draft,
        walk: &draft.walk(&visit.manner),
        page,
        action: visit.address(&name.in_address()),
        seen: draft.seen_page(page).0,
    };
    show(visit, twice, form)
}

/// Shows both answers. What was typed stays in the form, so that nothing is lost.
pub fn show(visit: &Visit, twice: Twice<'_>, form: &Form) -> Response {
    let (draft, walk) = (twice.draft, twice.walk);
    let words = visit.words();
    let mut stored = Vec::new();
    let mut typed = Vec::new();
    let mut saved_by = String::new();
    for question in questions_of(twice.page) {
        stored.push(visit.answer(walk, question).join(", "));
        typed.push(what_was_typed(
            visit,
            walk,
            question,
            &form.typed(question.name.as_str()),
        ));
        if let Some(given) = walk.answers().get(question.name.as_str()) {
            let who = words.get(match given.by {
                Actor::Participant(0) => "apply-conflict-who-you",
                Actor::Participant(_) => "apply-conflict-who-helper",
                _ => "apply-conflict-who-staff",
            });
            let when = words.moment(given.at.to_zoned(zone(&draft.definition)).datetime());
            saved_by = words.with(
                "apply-conflict-saved",
                &[("who", Value::Text(who)), ("when", Value::Text(&when))],
            );
        }
    }
    let (stored, typed) = (stored.join("; "), typed.join("; "));
    let choices = Radios {
        id: KEEP.into(),
        name: KEEP.into(),
        legend: Some(Legend::new(words.get("apply-conflict-question"))),
        items: vec![
            Choice {
                hint: (&saved_by).into(),
                ..Choice::new(SAVED, &stored)
            }
            .into(),
            Choice {
                hint: words.get("apply-conflict-yours").into(),
                checked: true,
                ..Choice::new("mine", &typed)
            }
            .into(),
        ],
        ..Radios::default()
    };
    let frame = visit.frame(words.get("apply-conflict-title"));
    visit.page(
        StatusCode::CONFLICT,
        &ConflictPage {
            frame,
            action: twice.action,
            csrf: visit.session.csrf_token(),
            seen: twice.seen,
            then: form.get("then"),
            kept: form.fields().filter(|(field, _)| !OURS.contains(field)).collect(),
            choices: choices.to_string(),
        },
    )
}

/// What was typed as a person reads it: as the answer that it makes, else as it stands.
fn what_was_typed(visit: &Visit, walk: &Walk<'_>, question: &Question, typed: &Typed) -> String {
    if typed.is_empty() {
        return visit.words().get("apply-conflict-none").to_owned();
    }
    let bounds = walk.bounds(question);
    let facts = Reading {
        today: walk.today(),
        bounds: &bounds,
        not_offered: &[],
    };
    if let Ok(answer) = question.kind.read(typed, &facts) {
        return visit
            .says()
            .showing(|showing| question.kind.show(&answer, showing))
            .join(", ");
    }
    let fields: Vec<&str> = typed
        .0
        .values()
        .flatten()
        .map(String::as_str)
        .filter(|one| !one.is_empty())
        .collect();
    fields.join(" ")
}

/// Fields of a form that are not answers.
pub const OURS: [&str; 5] = ["csrf", "seen", "then", "save", KEEP];
