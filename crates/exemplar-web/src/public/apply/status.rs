//! The status page: where a case is, and what happens next.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::Fault;
use exemplar_app::apply::{Draft, zone};
use exemplar_app::registers::public_issue;
use exemplar_app::says::Says;
use exemplar_app::words::{Value, Words};
use exemplar_core::answer::Answer;
use exemplar_core::casework::{Asked, stage_of};
use exemplar_core::record::{Case, DecisionStep, Phase};
use exemplar_core::waiting::waits_after_decision;

use crate::components::{Content, Html, SummaryList, SummaryRow};
use crate::frame::Frame;
use crate::public::apply::to_pay::{self, ToPayShown};
use crate::public::apply::{asking, deadline, done, issued, renewing, withdraw};
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/status.html")]
struct StatusPage<'a> {
    frame: Frame<'a>,
    say: String,
    list: String,
    /// Where what the office asks for is answered; empty where it asks for nothing.
    asked: String,
    /// What was sent of that before.
    sent: String,
    /// How the fee is paid that is due now.
    to_pay: Option<ToPayShown>,
    /// What was issued.
    issued: Vec<issued::Shown>,
    /// The public register, where there is one and something was issued.
    register: String,
    /// Where it is renewed, where it can be.
    renewal: Option<String>,
    /// Where it is taken back, where it can be, and the words for it.
    withdraw: Option<(String, &'static str)>,
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
    let Some(stands) = stands(&visit, &draft, case) else {
        return visit.go("check-answers");
    };
    match page(&visit, &draft, case, stands).await {
        Ok(page) => visit.page(StatusCode::OK, &page),
        Err(fault) => errors::fault(&visit, &fault),
    }
}

async fn page<'a>(visit: &'a Visit, draft: &'a Draft, case: &Case, stands: Stands) -> Result<StatusPage<'a>, Fault> {
    let rows = rows(visit, draft, case, &stands).await?;
    let entries = visit.site.app.entries_of(&draft.definition.issues, draft.case).await?;
    let is_public = !entries.is_empty() && public_issue(&visit.live).is_some();
    let register = if is_public {
        visit.address("register")
    } else {
        String::new()
    };
    let renewal = renewing::on_status(visit, draft).await?;
    let mut frame = visit.frame(visit.words().get("apply-status-title"));
    frame.back = Some(visit.address(&format!("done/{}", draft.case)));
    let list = SummaryList {
        rows,
        ..SummaryList::default()
    };
    let asked = draft.asked_page();
    let to_pay = to_pay::shown(visit, draft).await?;
    Ok(StatusPage {
        frame,
        say: stands.say,
        to_pay,
        list: list.to_string(),
        asked: asked.map_or_else(String::new, |_| visit.address(&asking::address(draft))),
        sent: asking::sent(visit, draft),
        issued: issued::shown(visit, draft, &entries),
        register,
        renewal,
        withdraw: withdraw::on_status(visit, draft),
    })
}

/// Where a case stands, in words.
struct Stands {
    /// A key of the platform's words.
    phase: &'static str,
    /// What that means.
    say: String,
    /// The last day for what the office asks for.
    until: String,
    /// The day by which it is decided.
    due: String,
}

/// None for a draft.
fn stands(visit: &Visit, draft: &Draft, case: &Case) -> Option<Stands> {
    let words = visit.words();
    let asked = Asked::of(case);
    // The clock stands still while the applicant is asked for something or is to pay, and for good once the case was
    // taken back.
    let stands_still = asked.is_some() || waits_after_decision(case) || case.phase == Phase::Closed;
    let due = case.due.filter(|_| !stands_still);
    let late = due.is_some_and(|due| draft.today > due) && case.phase == Phase::Submitted;
    let due = due.map(|due| words.date(due)).unwrap_or_default();
    let ended_on = match case.phase {
        Phase::Closed => words.date(case.active_on),
        _ => day(visit, draft, case.decided),
    };
    let (phase, say) = of_phase(words, case.phase, late, &due, &ended_on)?;
    let until = asked.and_then(|asked| asked.until(&draft.definition));
    let until = until.map(|until| words.date(until)).unwrap_or_default();
    let (phase, say) = match asked {
        Some(_) => (
            "asks-status",
            words.with("asks-status-say", &[("date", Value::Text(&until))]),
        ),
        None if waits_after_decision(case) => ("to-pay-status", words.get("to-pay-status-say").to_owned()),
        None => (phase, say),
    };
    Some(Stands { phase, say, until, due })
}

/// The day of a moment, in the words of the page.
fn day(visit: &Visit, draft: &Draft, at: Option<jiff::Timestamp>) -> String {
    at.map(|at| visit.words().date(at.to_zoned(zone(&draft.definition)).date()))
        .unwrap_or_default()
}

/// What is known of a case, as far as there is anything.
async fn rows<'a>(
    visit: &'a Visit,
    draft: &'a Draft,
    case: &Case,
    stands: &Stands,
) -> Result<Vec<SummaryRow<'a>>, Fault> {
    let words = visit.words();
    let decided = decision(visit, draft).await?;
    let (_, in_time) = deadline::was_in_time(visit, draft).await?;
    let place = draft.definition.language_index(&visit.manner.language);
    let stage = stage_of(case, &draft.definition).filter(|_| case.phase == Phase::Submitted);
    let stage = stage.map_or("", |stage| stage.title.get(place.unwrap_or_default()));
    let booked = draft.answers().all().find_map(|answer| match answer {
        Answer::Slots(slots) => slots.booked.as_ref().map(|booked| words.slot(booked.at)),
        _ => None,
    });
    let reference = case.reference.as_ref().map(ToString::to_string);
    let rows = [
        ("apply-status-reference", reference.unwrap_or_default()),
        ("apply-status-where", words.get(stands.phase).to_owned()),
        ("deciding-stage", stage.to_owned()),
        ("asks-status-until", stands.until.clone()),
        ("apply-status-sent", day(visit, draft, case.submitted)),
        ("deadline-row", words.find(in_time).to_owned()),
        ("apply-status-expected", stands.due.clone()),
        ("apply-status-outcome", decided.outcome),
        ("slots-booked", booked.unwrap_or_default()),
        ("apply-status-reasons", decided.reason),
        ("apply-status-law", decided.law),
        ("apply-status-appeal-title", decided.appeal),
    ];
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    let row = |(key, value): (&'static str, String)| match key {
        "apply-status-reference" if words.right_to_left => {
            let apart = format!("<bdi>{}</bdi>", Content::from(value));
            SummaryRow::new(words.get(key), Html::trusted(apart))
        }
        _ => SummaryRow::new(words.get(key), value),
    };
    Ok(rows.map(row).collect())
}

/// Where a case is, as a key of the platform's words, and what that means. None for a draft.
fn of_phase(words: &Words, phase: Phase, late: bool, due: &str, ended_on: &str) -> Option<(&'static str, String)> {
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
            words.with("apply-status-decided-say", &[("date", Value::Text(ended_on))]),
        ),
        Phase::Closed => (
            "withdraw-status",
            words.with("withdraw-status-say", &[("date", Value::Text(ended_on))]),
        ),
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
    // What waits for its fee is not in effect.
    let is_decided = draft
        .loaded
        .as_ref()
        .is_some_and(|loaded| loaded.case.decided.is_some() && !waits_after_decision(&loaded.case));
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
    let says = Says {
        words: visit.words(),
        definition: &draft.definition,
        language: place,
    };
    let walk = draft.walk(&visit.manner);
    let noted = |name: &str| last.reasons[name].as_str();
    let reason = noted("reason").and_then(|name| rule.reasons.get(name));
    let until = noted("appeal_by")
        .and_then(|day| day.parse().ok())
        .map(|day| visit.words().date(day));
    let appeal = rule.appeal.as_ref().zip(until).map(|((to, _), until)| {
        let with = [("to", Value::Text(to.get(place))), ("date", Value::Text(&until))];
        let is_first = rule.review_first && last.step == DecisionStep::Decided;
        let key = if is_first {
            "deciding-appeal-review"
        } else {
            "apply-status-appeal"
        };
        visit.words().with(key, &with)
    });
    Ok(Decided {
        outcome: rule.title.get(place).to_owned(),
        reason: reason.map_or_else(String::new, |words| says.filled(words, &walk).into_owned()),
        law: noted("law").unwrap_or_default().to_owned(),
        appeal: appeal.unwrap_or_default(),
    })
}
