//! One case on one screen: answers, history, notes and the decision. What is done is decided in core.

use std::borrow::Cow;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::casework::{NotActed, OpenCase};
use exemplar_app::says::Says;
use exemplar_app::waiting::{Standing, StatementLine, statement};
use exemplar_core::casework::{Refusal, State, WITHDRAWN, needs_second_officer};
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::Phase;
use exemplar_core::waiting::waits_after_decision;

use super::answers::{Answered, answers};
use super::asks::{self, AskForm, Waiting};
use super::deciding::{self, CheckShown, Proposed};
use super::desk::{Around, Desk};
use super::files::{self, FileRow};
use super::history::{Entry, entry};
use super::issued::{self, IssuedOnCase};
use super::messages::{self, MessageRow};
use super::renewal::{self, RenewalOnCase};
use super::withdraw::{self, WithdrawForm};
use super::{facts, problems, ruling};
use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Label, Radios, Textarea};
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
    answers: Vec<Answered>,
    files: Vec<FileRow<'a>>,
    /// What it costs and what was paid.
    fee: Vec<StatementLine>,
    /// What it was issued.
    issued: Vec<IssuedOnCase<'a>>,
    /// The case before, those after, and what can be done.
    renewal: Option<RenewalOnCase>,
    history: Vec<Entry>,
    messages: Vec<MessageRow<'a>>,
    /// The language of the service's own words.
    spoken: &'a str,
    is_open: bool,
    /// Whether what was granted waits for the fee, and where that is noted by whoever may.
    waits_for_fee: bool,
    payment: Option<String>,
    is_mine: bool,
    checks: Vec<CheckShown<'a>>,
    proposal: Option<Proposed<'a>>,
    /// What the applicant is being asked for, or can be.
    waiting: Option<Waiting>,
    asks: Option<AskForm<'a>>,
    withdraw: Option<WithdrawForm<'a>>,
    is_unanswered: bool,
    is_withdrawn: bool,
    is_urgent: bool,
    /// The stages to which it can be moved.
    stages: Radios<'a>,
    /// What is said above the form in which it is decided again, where it can be.
    again: String,
    /// Whether a decision is only proposed here.
    needs_second: bool,
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
    let ruling = ruling::chosen(form);
    let done = desk.site.app.decide_case(who, id, &ruling, revision(form)).await;
    after(desk, part, form, done).await
}

/// Suspends, revokes, ends or restores what was issued.
pub async fn change_issued(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let Some(id) = id_of(part) else {
        return problems::not_found(desk);
    };
    let done = issued::change(desk, id, form).await;
    after(desk, part, form, done).await
}

pub(super) fn id_of(part: &str) -> Option<CaseId> {
    part.parse().ok().map(CaseId)
}

pub(super) fn revision(form: &Form) -> i64 {
    form.get("revision").parse().unwrap_or_default()
}

/// Back to the case; with what was typed, where it was refused or the case changed meanwhile.
pub(super) async fn after(desk: &Desk<'_>, part: &str, form: &Form, done: Result<(), NotActed>) -> Response {
    let refusal = match done {
        Ok(()) => return see_other(&format!("/staff/cases/{part}")),
        Err(NotActed::NotFound) => return problems::not_found(desk),
        Err(NotActed::Failed(failure)) => return problems::failure(desk, &failure),
        Err(NotActed::NotChanged(why)) => {
            let (field, key) = issued::wrong(form, why);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return show(desk, part, form, Some(Wrong { field, key, status })).await;
        }
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
        Refusal::NothingSaid if form.has("check") => (
            format!("why-{}", form.get("check")).into(),
            "deciding-check-why-nothing",
            unprocessable,
        ),
        Refusal::NoneFree if !form.has("outcome") => ("proposal".into(), "slots-staff-none-free", unprocessable),
        Refusal::NoneFree => ("outcome".into(), "slots-staff-none-free", unprocessable),
        Refusal::NothingSaid if form.has("back-note") => ("back-note".into(), "deciding-back-nothing", unprocessable),
        Refusal::NothingSaid if form.has(withdraw::SAID) => {
            (withdraw::SAID.into(), "withdraw-staff-nothing", unprocessable)
        }
        Refusal::NothingSaid => ("note".into(), "staff-note-nothing", unprocessable),
        Refusal::Proposed => ("proposal".into(), "deciding-proposed-already", StatusCode::CONFLICT),
        Refusal::NotProposed => ("history".into(), "deciding-not-proposed", StatusCode::CONFLICT),
        Refusal::NotTheirs if form.has("outcome") => ("outcome".into(), "deciding-again-not-theirs", unprocessable),
        Refusal::NotTheirs => ("proposal".into(), "deciding-not-theirs", unprocessable),
        Refusal::Outdated => ("proposal".into(), "deciding-outdated", StatusCode::CONFLICT),
        Refusal::Asked => ("asked".into(), "asks-staff-asked", StatusCode::CONFLICT),
        Refusal::NotAsked => ("history".into(), "asks-staff-not-asked", StatusCode::CONFLICT),
        Refusal::NoAsk => ("ask".into(), "asks-staff-nothing", unprocessable),
        Refusal::AskedOften => ("ask".into(), "asks-staff-often", unprocessable),
        Refusal::NoStage => ("stage".into(), "deciding-stage-nothing", unprocessable),
        Refusal::NoCheck => ("history".into(), "deciding-check-gone", StatusCode::CONFLICT),
        Refusal::TooLong => (too_long(form), "staff-note-too-long", unprocessable),
    };
    show(desk, part, form, Some(Wrong { field, key, status })).await
}

/// The field in which more was written than fits.
fn too_long(form: &Form) -> Cow<'static, str> {
    if form.has("check") {
        return format!("why-{}", form.get("check")).into();
    }
    let fields = ["note", "back-note", "ask-note", withdraw::SAID];
    fields
        .into_iter()
        .find(|field| form.has(field))
        .unwrap_or("said")
        .into()
}

/// Shows a case with something wrong in one of its fields.
pub(super) async fn show_wrong(desk: &Desk<'_>, part: &str, form: &Form, field: String, key: &'static str) -> Response {
    let wrong = Wrong {
        field: field.into(),
        key,
        status: StatusCode::UNPROCESSABLE_ENTITY,
    };
    show(desk, part, form, Some(wrong)).await
}

async fn show(desk: &Desk<'_>, part: &str, form: &Form, wrong: Option<Wrong>) -> Response {
    let (open, renewal) = match opened(desk, part).await {
        Ok(Some(opened)) => opened,
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
    let reasons = ruling::reasons(&open, &says, form, &error);
    let (frame, summary) = head(desk, &heading, wrong);
    let page = CasePage {
        frame,
        around: desk.around(),
        summary,
        service: says.text(&open.definition.name),
        address: format!("/staff/cases/{}", case.id),
        revision: case.revision,
        facts: facts::facts(desk, &open),
        answers: answers(&open, &says),
        files: files::rows(desk, &open),
        fee: fee(&open, says),
        issued: issued::rows(desk, (&open, says), form, &error),
        renewal,
        history: happened(desk, &open, &says),
        messages: messages::rows(desk, &open),
        spoken: says.words.language.as_str(),
        is_open: case.phase == Phase::Submitted,
        waits_for_fee: waits_after_decision(case),
        payment: payment(desk, &open),
        is_mine: case.assigned_to.is_some() && case.assigned_to == desk.who.as_ref().map(|who| who.staff.id),
        checks: deciding::checks(desk, &open, &says, form, &error),
        proposal: deciding::proposed(desk, &open, &says, form, &error),
        again: deciding::again(desk, &open, &says),
        waiting: asks::waiting(desk, &open, &says),
        asks: asks::form(desk, &open, &says, form, &error),
        withdraw: withdraw::form(desk, &open, form, &error),
        is_unanswered: asks::is_unanswered(&open),
        is_withdrawn: case.state == WITHDRAWN,
        is_urgent: case.phase == Phase::Submitted && State::read(&case.state).is_urgent,
        stages: deciding::stages(desk, &open, &says, form, error("stage")),
        needs_second: needs_second_officer(&open.walk_of_submission()),
        note: text(desk, ("note", "staff-note"), form, error("note")),
        outcomes: ruling::outcomes(desk, &open, &says, form, error("outcome")),
        reasons: reasons.iter().flatten().collect(),
        said: text(desk, ("said", "staff-decide-said"), form, error("said")),
        heading,
    };
    desk.page(wrong.map_or(StatusCode::OK, |wrong| wrong.status), &page)
}

/// A case and what is shown of its renewal. The look is on record when this returns.
async fn opened(desk: &Desk<'_>, part: &str) -> Result<Option<(OpenCase, Option<RenewalOnCase>)>, Fault> {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return Ok(None);
    };
    let Some(open) = desk.site.app.open_case(who, id, "case").await? else {
        return Ok(None);
    };
    let renewal = renewal::shown(desk, &open).await?;
    Ok(Some((open, renewal)))
}

/// What stands above the page: its title, and what is wrong.
fn head<'a>(desk: &'a Desk<'_>, heading: &str, wrong: Option<&Wrong>) -> (Frame<'a>, Option<ErrorSummary<'a>>) {
    let Some(wrong) = wrong else {
        return (desk.frame(heading), None);
    };
    let words = desk.words();
    let summary = ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(format!("#{}", wrong.field), words.get(wrong.key))],
        ..ErrorSummary::default()
    };
    (desk.frame_with_errors(heading), Some(summary))
}

/// A field for a few lines, with what was typed.
fn text<'a>(
    desk: &'a Desk<'_>,
    (name, key): (&'static str, &'static str),
    form: &Form,
    error: Option<ErrorMessage<'a>>,
) -> Textarea<'a> {
    Textarea {
        id: name.into(),
        name: name.into(),
        label: Label::new(desk.words().get(key)),
        error,
        value: form.get(name).to_owned().into(),
        rows: Some(3),
        ..Textarea::default()
    }
}

fn standing(open: &OpenCase) -> Standing {
    Standing {
        events: open.events.clone(),
        money: open.work.money.clone(),
        decisions: open.work.decisions.clone(),
        messages: open.work.messages.len(),
    }
}

/// What it costs and what was paid of it.
fn fee(open: &OpenCase, says: Says<'_>) -> Vec<StatementLine> {
    statement(says, &open.loaded, &open.definition, &standing(open))
}

/// Where a fee that is due is noted as paid; none where none is, or somebody else notes it.
fn payment(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let case = &open.loaded.case;
    let who = desk.who.as_ref().filter(|_| waits_after_decision(case))?;
    let may = who.may(&[StaffRole::Cashier, StaffRole::Manager]);
    may.then(|| format!("/staff/payments/{}", case.id))
}

fn happened(desk: &Desk<'_>, open: &OpenCase, says: &Says<'_>) -> Vec<Entry> {
    let events = open.events.iter();
    events.map(|event| entry(desk, open, says, event)).collect()
}

/// The service's words in its first language, whatever language the page round them is read in.
pub(super) fn says<'a>(desk: &'a Desk<'_>, open: &'a OpenCase) -> Says<'a> {
    let language = 0;
    let spoken = open.definition.languages.first();
    Says {
        words: spoken.map_or_else(|| desk.words(), |spoken| desk.site.app.words.of(spoken)),
        definition: &open.definition,
        language,
    }
}
