//! The status page: where a case is, and what happens next.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::apply::{Draft, zone};
use exemplar_app::words::{Value, Words};
use exemplar_core::record::Phase;

use crate::components::{Content, Html, SummaryList, SummaryRow};
use crate::frame::Frame;
use crate::public::apply::{deadline, done};
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/status.html")]
struct StatusPage<'a> {
    frame: Frame<'a>,
    say: String,
    list: String,
}

/// Shows where a case is.
pub async fn get(mut visit: Visit, case: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let Some(case) = draft.loaded.as_ref().map(|loaded| &loaded.case) else {
        return errors::not_found(&visit);
    };
    let words = visit.words();
    let day = |at: Option<jiff::Timestamp>| {
        at.map(|at| words.date(at.to_zoned(zone(&draft.definition)).date()))
            .unwrap_or_default()
    };
    let due = case.due.map(|due| words.date(due)).unwrap_or_default();
    let late = case.due.is_some_and(|due| draft.today > due) && case.phase == Phase::Submitted;
    let decided_on = day(case.decided);
    let Some((phase, say)) = of_phase(words, case.phase, late, &due, &decided_on) else {
        return visit.go("check-answers");
    };
    let reference = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    let sent = day(case.submitted);
    let decided = match decision(&visit, &draft).await {
        Ok(decided) => decided,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let in_time = match deadline::was_in_time(&visit, &draft).await {
        Ok((_, short)) => visit.words().find(short),
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let rows = [
        ("apply-status-reference", reference.as_str()),
        ("apply-status-where", words.get(phase)),
        ("apply-status-sent", &sent),
        ("deadline-row", in_time),
        ("apply-status-expected", &due),
        ("apply-status-outcome", &decided.outcome),
        ("apply-status-reasons", &decided.reason),
        ("apply-status-law", &decided.law),
        ("apply-status-appeal-title", &decided.appeal),
    ];
    let rows = rows.iter().filter(|(_, value)| !value.is_empty());
    let rows = rows
        .map(|(key, value)| match *key {
            "apply-status-reference" if words.right_to_left => {
                let apart = format!("<bdi>{}</bdi>", Content::from(*value));
                SummaryRow::new(words.get(key), Html::trusted(apart))
            }
            _ => SummaryRow::new(words.get(key), *value),
        })
        .collect();
    let mut frame = visit.frame(words.get("apply-status-title"));
    frame.back = Some(visit.address(&format!("done/{}", draft.case)));
    let list = SummaryList {
        rows,
        ..SummaryList::default()
    }
    .to_string();
    visit.page(StatusCode::OK, &StatusPage { frame, say, list })
}

/// Where a case is, as a key of the platform's words, and what that means. None for a draft.
fn of_phase(words: &Words, phase: Phase, late: bool, due: &str, decided_on: &str) -> Option<(&'static str, String)> {
    Some(match phase {
        Phase::Draft => return None,
        Phase::WaitingForOthers => (
            "apply-status-waiting-for-others",
            words.get("apply-status-waiting-for-others-say").to_owned(),
        ),
        Phase::WaitingForPayment => (
            "apply-status-waiting-for-payment",
            words.get("apply-status-waiting-for-payment-say").to_owned(),
        ),
        Phase::Submitted => {
            let key = if late {
                "apply-status-late-say"
            } else {
                "apply-status-submitted-say"
            };
            ("apply-status-submitted", words.with(key, &[("date", Value::Text(due))]))
        }
        Phase::Decided => (
            "apply-status-decided",
            words.with("apply-status-decided-say", &[("date", Value::Text(decided_on))]),
        ),
        Phase::Closed => ("apply-status-closed", words.get("apply-status-closed-say").to_owned()),
    })
}

/// What was decided, in the applicant's words; empty before.
#[derive(Default)]
struct Decided {
    outcome: String,
    reason: String,
    law: String,
    appeal: String,
}

/// The last decision of a case that has been decided.
async fn decision(visit: &Visit, draft: &Draft) -> Result<Decided, Fault> {
    let is_decided = draft
        .loaded
        .as_ref()
        .is_some_and(|loaded| loaded.case.decided.is_some());
    if !is_decided {
        return Ok(Decided::default());
    }
    let work = visit.site.app.store.work(draft.case).await?;
    let Some(last) = work.decisions.last() else {
        return Ok(Decided::default());
    };
    let Some(rule) = draft.definition.casework.outcomes.get(&last.outcome) else {
        return Ok(Decided::default());
    };
    let place = draft
        .definition
        .language_index(&visit.manner.language)
        .unwrap_or_default();
    let noted = |name: &str| last.reasons[name].as_str();
    let reason = noted("reason").and_then(|name| rule.reasons.get(name));
    let until = noted("appeal_by")
        .and_then(|day| day.parse().ok())
        .map(|day| visit.words().date(day));
    let appeal = rule.appeal.as_ref().zip(until).map(|((to, _), until)| {
        let with = [("to", Value::Text(to.get(place))), ("date", Value::Text(&until))];
        visit.words().with("apply-status-appeal", &with)
    });
    Ok(Decided {
        outcome: rule.title.get(place).to_owned(),
        reason: reason.map(|words| words.get(place).to_owned()).unwrap_or_default(),
        law: noted("law").unwrap_or_default().to_owned(),
        appeal: appeal.unwrap_or_default(),
    })
}
