//! One version: its check, what it changes, whom it affects, its preview, and what can be done with it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::apply::zone;
use exemplar_app::publishing::{NotMoved, Versions};
use exemplar_app::words::{Value, Words};
use exemplar_core::id::Digest;
use exemplar_core::publishing::{Asking, Foretold, NotPublished, PREVIEW_DAYS, Proposal, ProposalState};
use exemplar_core::record::Actor;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::changes::{Changes, changes};
use super::form::{Fields, Wrong, fields, summary};
use super::{VERSIONS, digest, done, mark, moment, read, state};
use crate::components::ErrorSummary;
use crate::form::Form;
use crate::frame::Frame;
use crate::staff::desk::{Around, Desk};
use crate::staff::problems;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/versions/one.html")]
struct VersionPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    heading: &'a str,
    state: &'a str,
    facts: Vec<(&'a str, String)>,
    changes: Changes<'a>,
    affects_when: &'a str,
    affects: Vec<String>,
    preview_say: String,
    preview: Option<String>,
    action: String,
    seen: String,
    by_two: bool,
    asking: Option<Fields<'a>>,
    agreeing: Option<String>,
    is_own: bool,
    can_withdraw: bool,
}

/// The page.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    show(desk, part, &Wrong::default()).await
}

/// The page with what was typed before a session ended.
pub async fn again(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let wrong = Wrong {
        form: Some(form),
        said: None,
    };
    show(desk, part, &wrong).await
}

/// Publishes the version, or asks a second person.
pub async fn publish(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(which), Some(who)) = (which(part), &desk.who) else {
        return problems::not_found(desk);
    };
    let versions = match read(desk, which.0).await {
        Ok(versions) => versions,
        Err(reply) => return *reply,
    };
    let takes_effect = match time_typed(form, &versions) {
        Ok(time) => time,
        Err(said) => {
            let wrong = Wrong {
                form: Some(form),
                said: Some(said),
            };
            return show(desk, part, &wrong).await;
        }
    };
    let asking = |foretold| Asking {
        by: Actor::Staff(who.staff.id),
        at: who.now,
        takes_effect,
        note: form.get("note").to_owned(),
        seen_live: digest(form.get("seen")),
        foretold,
    };
    let came = desk.site.app.ask_to_publish(who, which, asking).await;
    after(desk, part, came.map(|_| ()), Some(form)).await
}

/// Agrees as the second person.
pub async fn agree(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(which), Some(who)) = (which(part), &desk.who) else {
        return problems::not_found(desk);
    };
    let came = desk.site.app.agree_to_publish(who, which).await;
    after(desk, part, came.map(|_| ()), None).await
}

/// Takes the version back.
pub async fn withdraw(desk: &Desk<'_>, part: &str) -> Response {
    let (Some(which), Some(who)) = (which(part), &desk.who) else {
        return problems::not_found(desk);
    };
    let came = desk.site.app.withdraw_version(who, which).await;
    after(desk, part, came.map(|_| ()), None).await
}

/// Begins or ends a preview.
pub async fn preview(desk: &Desk<'_>, part: &str, ends: bool) -> Response {
    let (Some(which), Some(who)) = (which(part), &desk.who) else {
        return problems::not_found(desk);
    };
    let app = &desk.site.app;
    let came = if ends {
        app.stop_preview(who, which).await
    } else {
        app.begin_preview(who, which).await.map(|_| ())
    };
    after(desk, part, came, None).await
}

/// What is answered after an act: the page, anew or with what stood in the way.
async fn after(desk: &Desk<'_>, part: &str, came: Result<(), NotMoved>, form: Option<&Form>) -> Response {
    match came {
        Ok(()) => see_other(&format!("{VERSIONS}/{part}")),
        Err(NotMoved::NotFound) => problems::not_found(desk),
        Err(NotMoved::Fault(fault)) => problems::fault(desk.site, &fault),
        Err(NotMoved::Refused(why)) => {
            let wrong = Wrong {
                form,
                said: Some(refused(why)),
            };
            show(desk, part, &wrong).await
        }
    }
}

/// The field of what was refused, and what is said.
fn refused(why: NotPublished) -> (&'static str, &'static str) {
    match why {
        NotPublished::NoteMissing => ("note", "publishing-error-note-missing"),
        NotPublished::NoteTooLong => ("note", "publishing-error-note-long"),
        NotPublished::WrongTime => ("day", "publishing-error-ahead"),
        NotPublished::MovedOn => ("", "publishing-error-moved-on"),
        NotPublished::LiveChanged => ("", "publishing-error-live-changed"),
        NotPublished::Live => ("", "publishing-error-live"),
        NotPublished::SamePerson => ("", "publishing-error-same-person"),
    }
}

/// The service and the number that an address names.
fn which(part: &str) -> Option<(&str, i64)> {
    let (service, n) = part.rsplit_once('.')?;
    Some((service, n.parse().ok()?))
}

/// The moment that was typed; none where day and time are empty.
fn time_typed(form: &Form, versions: &Versions) -> Result<Option<Timestamp>, (&'static str, &'static str)> {
    let parts = ["day-day", "day-month", "day-year", "time"].map(|name| form.get(name).trim());
    if parts.iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let wrong = ("day", "publishing-error-day");
    let [day, month, year, time] = parts;
    let date = (|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())().ok_or(wrong)?;
    let time = time.replace('.', ":");
    let (hour, minute) = time.split_once(':').ok_or(wrong)?;
    let time = (|| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok())().ok_or(wrong)?;
    let moment = date.to_datetime(time).to_zoned(zone(&versions.definition));
    moment.map(|moment| Some(moment.timestamp())).map_err(|_| wrong)
}

async fn show(desk: &Desk<'_>, part: &str, wrong: &Wrong<'_>) -> Response {
    let Some((service, n)) = which(part) else {
        return problems::not_found(desk);
    };
    let versions = match read(desk, service).await {
        Ok(versions) => versions,
        Err(reply) => return *reply,
    };
    let Some(proposal) = versions.proposals.iter().find(|one| one.n == n) else {
        return problems::not_found(desk);
    };
    let compared = match compared(desk, &versions, proposal).await {
        Ok(compared) => compared,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let name = versions.definition.name.get(0);
    let values = [("n", Value::Count(n)), ("service", Value::Text(name))];
    let heading = words.with("publishing-version", &values);
    let status = match wrong.said {
        None => StatusCode::OK,
        Some(("", _)) => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let is_draft = proposal.state == ProposalState::Draft;
    let is_asked = proposal.state == ProposalState::Asked;
    let asked_by = proposal.asked.as_ref().map(|asked| &asked.by);
    let me = desk.who.as_ref().map(|who| Actor::Staff(who.staff.id));
    let page = VersionPage {
        frame: if wrong.said.is_some() {
            desk.frame_with_errors(&heading)
        } else {
            desk.frame(&heading)
        },
        around: desk.around(),
        summary: wrong.said.map(|(field, key)| summary(words, field, key)),
        heading: &heading,
        state: state(words, &versions, proposal),
        facts: facts(desk, &versions, proposal),
        changes: compared.changes,
        affects_when: words.get(if compared.is_kept {
            "publishing-affects-then"
        } else {
            "publishing-affects-now"
        }),
        affects: affects(words, compared.foretold),
        preview_say: words.with("publishing-preview-say", &[("days", Value::Count(PREVIEW_DAYS))]),
        preview: desk.site.app.preview_running(proposal).map(|name| format!("/{name}")),
        action: format!("{VERSIONS}/{part}"),
        seen: versions.live.map(|live| live.to_string()).unwrap_or_default(),
        by_two: versions.by_two,
        asking: is_draft.then(|| fields(desk, &versions, wrong)),
        agreeing: is_asked.then(|| agreeing(desk, &versions, proposal)),
        is_own: me.as_ref() == asked_by,
        can_withdraw: matches!(
            proposal.state,
            ProposalState::Draft | ProposalState::Asked | ProposalState::Scheduled
        ),
    };
    desk.page(status, &page)
}

/// A version held against what it was or would be compared with.
struct Compared<'a> {
    changes: Changes<'a>,
    foretold: Foretold,
    /// Whether that is what was told before it was published.
    is_kept: bool,
}

async fn compared<'a>(desk: &'a Desk<'_>, versions: &Versions, proposal: &Proposal) -> Result<Compared<'a>, Fault> {
    let app = &desk.site.app;
    let against: Option<Digest> = match proposal.state {
        ProposalState::Draft => versions.live,
        _ => proposal.before,
    };
    let newer = app.store.definition(proposal.digest).await?;
    let older = match against {
        Some(digest) => app.store.definition(digest).await?,
        None => None,
    };
    let changes = match &newer {
        Some(newer) => changes(desk.words(), older.as_ref(), newer),
        None => Changes::First,
    };
    let foretold = match proposal.foretold {
        Some(kept) => kept,
        None => app.foretell(versions, proposal.digest).await?,
    };
    Ok(Compared {
        changes,
        foretold,
        is_kept: proposal.foretold.is_some(),
    })
}

fn facts<'a>(desk: &'a Desk<'_>, versions: &Versions, proposal: &Proposal) -> Vec<(&'a str, String)> {
    let words = desk.words();
    let check = match proposal.warnings {
        0 => words.get("publishing-check-clean").to_owned(),
        n => words.with("publishing-check-warnings", &[("n", Value::Count(n))]),
    };
    let mut facts = vec![
        ("publishing-mark", mark(proposal.digest)),
        ("publishing-check", check),
        ("publishing-brought", done(desk, versions, &proposal.brought)),
    ];
    if let Some(asked) = &proposal.asked {
        facts.push(("publishing-asked", done(desk, versions, asked)));
        facts.push(("publishing-when", takes_effect(desk, versions, proposal)));
        facts.push(("publishing-why", proposal.note.clone()));
    }
    if let Some(ended) = &proposal.ended {
        let key = match proposal.state {
            ProposalState::Withdrawn => "publishing-withdrawn",
            _ => "publishing-agreed",
        };
        facts.push((key, done(desk, versions, ended)));
    }
    facts.into_iter().map(|(key, value)| (words.get(key), value)).collect()
}

fn takes_effect(desk: &Desk<'_>, versions: &Versions, proposal: &Proposal) -> String {
    proposal.takes_effect.map_or_else(
        || desk.words().get("publishing-when-at-once").to_owned(),
        |at| moment(desk, versions, at),
    )
}

fn affects(words: &Words, foretold: Foretold) -> Vec<String> {
    [
        ("publishing-affects-moved", foretold.moved),
        ("publishing-affects-finish", foretold.finish),
        ("publishing-affects-cases", foretold.cases),
    ]
    .map(|(key, n)| {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        words.with(key, &[("n", Value::Count(n))])
    })
    .into()
}

fn agreeing(desk: &Desk<'_>, versions: &Versions, proposal: &Proposal) -> String {
    let words = desk.words();
    let when = match proposal.takes_effect {
        None => words.get("publishing-agree-at-once").to_owned(),
        Some(at) => {
            let moment = moment(desk, versions, at);
            words.with("publishing-agree-at", &[("moment", Value::Text(&moment))])
        }
    };
    words.with("publishing-agree-say", &[("when", Value::Text(&when))])
}
