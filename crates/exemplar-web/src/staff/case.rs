//! One case on one screen: answers, history, notes and the decision. What is done is decided in core.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::casework::{NotActed, OpenCase};
use exemplar_app::says::Says;
use exemplar_app::waiting::{Standing, StatementLine, statement};
use exemplar_app::words::Value;
use exemplar_core::apply::InTime;
use exemplar_core::casework::{Refusal, Ruling};
use exemplar_core::definition::Question;
use exemplar_core::id::{CaseId, Name};
use exemplar_core::record::Phase;

use super::desk::{Around, Desk};
use super::files::{self, FileRow};
use super::history::{Entry, entry};
use super::messages::{self, MessageRow};
use super::problems;
use crate::components::{Choice, ErrorLink, ErrorMessage, ErrorSummary, Label, Legend, Radios, Textarea};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/case.html")]
struct CasePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    heading: String,
    service: &'a str,
    address: String,
    revision: i64,
    facts: Vec<(&'a str, String)>,
    answers: Vec<(String, Vec<String>)>,
    files: Vec<FileRow<'a>>,
    /// What it costs and what was paid.
    fee: Vec<StatementLine>,
    history: Vec<Entry>,
    messages: Vec<MessageRow<'a>>,
    /// The language of the service's own words.
    spoken: &'a str,
    is_open: bool,
    is_mine: bool,
    note: Textarea<'a>,
    outcomes: Radios<'a>,
    reasons: Vec<&'a Radios<'a>>,
    said: Textarea<'a>,
}

/// What is wrong: the field and the words' key.
struct Wrong {
    field: Cow<'static, str>,
    key: &'static str,
    status: StatusCode,
}

/// The case was changed since the form was shown.
const CHANGED: Wrong = Wrong {
    field: Cow::Borrowed("history"),
    key: "staff-case-changed",
    status: StatusCode::CONFLICT,
};

/// Shows a case. The look is on record before the page is sent.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    show(desk, part, &Form::default(), None).await
}

/// Shows a case with what was typed before a session ended.
pub async fn again(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    show(desk, part, form, None).await
}

/// Takes a case, or hands it back.
pub async fn take(desk: &Desk<'_>, part: &str, form: &Form, back: bool) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.take_case(who, id, back, revision(form)).await;
    after(desk, part, form, done).await
}

/// Notes something.
pub async fn note(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.note_case(who, id, form.get("note")).await;
    after(desk, part, form, done).await
}

/// Decides.
pub async fn decide(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let outcome = form.get("outcome");
    let reason = form.get(&format!("reason-{outcome}"));
    let ruling = Ruling {
        outcome: Name::from(outcome),
        reason: Some(reason).filter(|reason| !reason.is_empty()).map(Name::from),
        said: form.get("said").to_owned(),
    };
    let done = desk.site.app.decide_case(who, id, &ruling, revision(form)).await;
    after(desk, part, form, done).await
}

fn id_of(part: &str) -> Option<CaseId> {
    part.parse().ok().map(CaseId)
}

fn revision(form: &Form) -> i64 {
    form.get("revision").parse().unwrap_or_default()
}

/// Back to the case; with what was typed, where it was refused or the case changed meanwhile.
async fn after(desk: &Desk<'_>, part: &str, form: &Form, done: Result<(), NotActed>) -> Response {
    let refusal = match done {
        Ok(()) => return see_other(&format!("/staff/cases/{part}")),
        Err(NotActed::NotFound) => return problems::not_found(desk),
        Err(NotActed::Failed(failure)) => return problems::failure(desk, &failure),
        Err(NotActed::Refused(refusal)) => refusal,
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let (field, key, status) = match refusal {
        Refusal::Changed => (CHANGED.field, CHANGED.key, CHANGED.status),
        Refusal::NotOpen => ("history".into(), "staff-case-not-open", StatusCode::CONFLICT),
        Refusal::NoOutcome => ("outcome".into(), "staff-decide-no-outcome", unprocessable),
        Refusal::ReasonNeeded => (
            format!("reason-{}", form.get("outcome")).into(),
            "staff-decide-reason-needed",
            unprocessable,
        ),
        Refusal::NothingSaid => ("note".into(), "staff-note-nothing", unprocessable),
        Refusal::TooLong => (
            if form.has("note") { "note" } else { "said" }.into(),
            "staff-note-too-long",
            unprocessable,
        ),
    };
    show(desk, part, form, Some(Wrong { field, key, status })).await
}

async fn show(desk: &Desk<'_>, part: &str, form: &Form, wrong: Option<Wrong>) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let open = match desk.site.app.open_case(who, id, "case").await {
        Ok(Some(open)) => open,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let says = says(desk, &open);
    let case = &open.loaded.case;
    let is_behind = form.has("revision") && revision(form) != case.revision;
    let wrong = wrong.or(is_behind.then_some(CHANGED));
    let wrong = wrong.as_ref();
    let error = |field: &str| {
        let wrong = wrong.filter(|wrong| wrong.field == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(wrong.key)))
    };
    let heading = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    let text = |name: &'static str, key: &'static str| Textarea {
        id: name.into(),
        name: name.into(),
        label: Label::new(words.get(key)),
        error: error(name),
        value: form.get(name).to_owned().into(),
        rows: Some(3),
        ..Textarea::default()
    };
    let reasons = reasons(&open, &says, form, &error);
    let standing = Standing {
        events: open.events.clone(),
        money: open.work.money.clone(),
        messages: open.work.messages.len(),
    };
    let page = CasePage {
        frame: if wrong.is_some() {
            desk.frame_with_errors(&heading)
        } else {
            desk.frame(&heading)
        },
        around: desk.around(),
        summary: wrong.map(|wrong| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{}", wrong.field), words.get(wrong.key))],
            ..ErrorSummary::default()
        }),
        service: says.text(&open.definition.name),
        address: format!("/staff/cases/{id}"),
        revision: case.revision,
        facts: facts(desk, &open),
        answers: answers(&open, &says),
        files: files::rows(desk, &open),
        fee: statement(says, &open.loaded, &open.definition, &standing),
        history: open
            .events
            .iter()
            .map(|event| entry(desk, &open, &says, event))
            .collect(),
        messages: messages::rows(desk, &open),
        spoken: says.words.language.as_str(),
        is_open: case.phase == Phase::Submitted,
        is_mine: case.assigned_to == Some(who.staff.id),
        note: text("note", "staff-note"),
        outcomes: outcomes(desk, &open, &says, form, error("outcome")),
        reasons: reasons.iter().flatten().collect(),
        said: text("said", "staff-decide-said"),
        heading,
    };
    desk.page(wrong.map_or(StatusCode::OK, |wrong| wrong.status), &page)
}

/// The service's words in its first language, whatever language the page round them is read in.
fn says<'a>(desk: &'a Desk<'_>, open: &'a OpenCase) -> Says<'a> {
    let language = 0;
    let spoken = open.definition.languages.first();
    Says {
        words: spoken.map_or_else(|| desk.words(), |spoken| desk.site.app.words.of(spoken)),
        definition: &open.definition,
        language,
    }
}

/// What is known of the case besides its answers.
fn facts<'a>(desk: &'a Desk<'_>, open: &OpenCase) -> Vec<(&'a str, String)> {
    let words = desk.words();
    let case = &open.loaded.case;
    let day = |at: jiff::Timestamp| words.date(at.to_zoned(zone(&open.definition)).date());
    let assigned = case.assigned_to.and_then(|staff| open.names.get(&staff));
    let facts = [
        ("staff-submitted", case.submitted.map(day)),
        ("deadline-row", in_time(desk, open)),
        ("staff-due", case.due.map(|due| words.date(due))),
        ("staff-office", office(desk, open)),
        (
            "staff-assigned",
            Some(assigned.map_or_else(|| words.get("staff-cases-nobody").to_owned(), Clone::clone)),
        ),
        ("staff-decided-on", case.decided.map(day)),
    ];
    facts
        .into_iter()
        .filter_map(|(key, value)| Some((words.get(key), value?)))
        .collect()
}

/// What the office of the case is called, or its key where that is not known.
fn office(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let case = &open.loaded.case;
    let office = case.office.as_ref()?;
    let known = desk.site.app.services.organisation(&case.organisation);
    let name = known.and_then(|known| Some(known.offices.get(office)?.get(&desk.language).to_owned()));
    Some(name.unwrap_or_else(|| office.to_string()))
}

/// Whether the case was in time for the service's last day, and what that was decided by.
fn in_time(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let words = desk.words();
    let submitted = open.events.iter().find(|event| event.kind == "submitted")?;
    let noted = InTime::of_details(submitted.details.as_ref()?)?;
    let moment = |at: jiff::Timestamp| words.moment(at.to_zoned(zone(&open.definition)).datetime());
    let (counted, end) = (moment(noted.counted), moment(noted.end));
    let with = [("counted", Value::Text(&counted)), ("end", Value::Text(&end))];
    let key = if noted.in_time {
        "deadline-staff-in-time"
    } else {
        "deadline-staff-late"
    };
    Some(words.with(key, &with))
}

/// Questions and answers on the path, those that the service shows first at the front.
fn answers(open: &OpenCase, says: &Says<'_>) -> Vec<(String, Vec<String>)> {
    let walk = open.walk();
    let first = &open.definition.casework.show_first;
    let mut asked: Vec<&Question> = walk.questions().collect();
    asked.sort_by_key(|question| {
        first
            .iter()
            .position(|name| *name == question.name)
            .unwrap_or(usize::MAX)
    });
    let row = |question: &Question| {
        let own = (
            says.filled(&question.ask, &walk).into_owned(),
            says.answer(&walk, question),
        );
        let in_rows = says.rows(&walk, question).into_iter().flat_map(|row| {
            let of = row.heading;
            let answers = row.answers.into_iter();
            answers.map(move |answer| (format!("{of}: {}", answer.ask), answer.lines))
        });
        std::iter::once(own).chain(in_rows).collect::<Vec<_>>()
    };
    asked.into_iter().flat_map(row).collect()
}

/// For each outcome the reasons that it offers.
fn reasons<'a>(
    open: &'a OpenCase,
    says: &Says<'a>,
    form: &'a Form,
    error: &dyn Fn(&str) -> Option<ErrorMessage<'a>>,
) -> Vec<Option<Radios<'a>>> {
    let list = |(name, rule): (&'a Name, &'a exemplar_core::definition::OutcomeRule)| {
        if rule.reasons.is_empty() {
            return None;
        }
        let field = format!("reason-{name}");
        let chosen = form.get(&field);
        let items = rule.reasons.iter().map(|(reason, words)| {
            Choice {
                checked: chosen == reason.as_str(),
                ..Choice::new(reason.as_str(), words.get(says.language))
            }
            .into()
        });
        let title = rule.title.get(says.language);
        let legend = Legend::new(format!("{title}: {}", says.words.get("staff-decide-reason")));
        let items = items.collect();
        Some(Radios {
            id: field.clone().into(),
            error: error(&field),
            legend: Some(legend),
            items,
            name: field.into(),
            ..Radios::default()
        })
    };
    open.definition.casework.outcomes.iter().map(list).collect()
}

/// The outcomes to choose from. Their reasons stand below and are not revealed by a choice: what the design system
/// does for that gives a radio a state that radios must not have.
fn outcomes<'a>(
    desk: &'a Desk<'_>,
    open: &'a OpenCase,
    says: &Says<'a>,
    form: &'a Form,
    error: Option<ErrorMessage<'a>>,
) -> Radios<'a> {
    let items = open.definition.casework.outcomes.iter().map(|(name, rule)| {
        let mut choice = Choice::new(name.as_str(), rule.title.get(says.language));
        choice.checked = form.get("outcome") == name.as_str();
        choice.into()
    });
    Radios {
        id: "outcome".into(),
        name: "outcome".into(),
        legend: Some(Legend::new(desk.words().get("staff-decide-outcome"))),
        error,
        items: items.collect(),
        ..Radios::default()
    }
}
