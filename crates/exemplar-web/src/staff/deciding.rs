//! What stands between a case and its decision on the case's screen: its stages, a proposal that waits for a
//! second officer, and checks. What may be done is decided in core.

use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::casework::{OpenCase, check_words, said_words};
use exemplar_app::says::Says;
use exemplar_app::words::Value;
use exemplar_core::casework::{Proposal, Said, State, can_look_again, given_to_check, stage_ends, stage_of, stages_of};
use exemplar_core::id::{Name, StaffId};
use exemplar_core::record::{Actor, Phase};

use super::case::{after, id_of, revision, show_wrong};
use super::desk::Desk;
use super::{problems, ruling};
use crate::components::{Choice, ErrorMessage, Label, Legend, Radios, Textarea};
use crate::form::Form;

/// A decision that waits for a second officer.
pub struct Proposed<'a> {
    pub rows: Vec<(&'a str, String)>,
    pub is_mine: bool,
    pub is_outdated: bool,
    pub note: Textarea<'a>,
}

/// One check: what it said, and the form in which somebody says so.
pub struct CheckShown<'a> {
    pub name: &'a str,
    pub called: String,
    pub said: String,
    pub how: String,
    pub is_wrong: bool,
    pub answer: Radios<'a>,
    /// Where an answer is corrected.
    pub why: Option<Textarea<'a>>,
}

/// How the pieces of the page find their errors.
type Error<'e, 'a> = &'e dyn Fn(&str) -> Option<ErrorMessage<'a>>;

/// Confirms a proposal.
pub async fn confirm(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.confirm_proposal(who, id, revision(form)).await;
    after(desk, part, form, done).await
}

/// Sends a proposal back.
pub async fn send_back(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let note = form.get("back-note");
    let done = desk.site.app.send_proposal_back(who, id, note, revision(form)).await;
    after(desk, part, form, done).await
}

/// Takes one's own proposal back.
pub async fn take_back(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.take_proposal_back(who, id, revision(form)).await;
    after(desk, part, form, done).await
}

/// Decides again what was decided.
pub async fn look_again(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let ruling = ruling::chosen(form);
    let done = desk.site.app.look_again(who, id, &ruling, revision(form)).await;
    after(desk, part, form, done).await
}

/// What is said above the form in which a case is decided again; empty where that cannot be.
pub fn again(desk: &Desk<'_>, open: &OpenCase, says: &Says<'_>) -> String {
    let decision = can_look_again(&open.loaded.case, &open.definition, &open.work.decisions);
    let rule = decision.and_then(|made| open.definition.casework.outcomes.get(&made.outcome));
    let appeal = rule.and_then(|rule| rule.appeal.as_ref());
    appeal.map_or_else(String::new, |(to, _)| {
        let with = [("to", Value::Text(says.text(to)))];
        desk.words().with("deciding-again-say", &with)
    })
}

/// Moves the case on to another stage.
pub async fn move_on(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let to = Name::from(form.get("stage"));
    let done = desk.site.app.move_case(who, id, &to, revision(form)).await;
    after(desk, part, form, done).await
}

/// Says what a check comes to.
pub async fn answer(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let check = form.get("check");
    let Some(said) = Said::read(form.get(&format!("answer-{check}"))) else {
        return show_wrong(desk, part, form, format!("answer-{check}"), "deciding-check-nothing").await;
    };
    let answer = (Name::from(check), said, form.get(&format!("why-{check}")));
    let done = desk.site.app.answer_check(who, id, answer, revision(form)).await;
    after(desk, part, form, done).await
}

/// The proposal that a case waits with.
pub fn proposed<'a>(
    desk: &'a Desk<'_>,
    open: &OpenCase,
    says: &Says<'_>,
    form: &Form,
    error: Error<'_, 'a>,
) -> Option<Proposed<'a>> {
    let words = desk.words();
    let proposal = Proposal::of(&open.loaded.case, &open.work.decisions)?;
    let ruling = &proposal.ruling;
    let rule = open.definition.casework.outcomes.get(&ruling.outcome);
    let reason = rule
        .zip(ruling.reason.as_ref())
        .and_then(|(rule, reason)| rule.reasons.get(reason));
    let event = open.events.iter().rfind(|event| event.kind == "proposed");
    let at = event.map(|event| words.moment(event.at.to_zoned(zone(&open.definition)).datetime()));
    let rows = [
        (
            "deciding-proposed-outcome",
            rule.map(|rule| says.text(&rule.title).to_owned()),
        ),
        (
            "deciding-proposed-reason",
            reason.map(|reason| says.filled(reason, &open.walk()).into_owned()),
        ),
        ("deciding-proposed-said", Some(ruling.said.clone())),
        ("deciding-proposed-by", open.names.get(&proposal.by).cloned()),
        ("deciding-proposed-on", at),
    ];
    let rows = rows.into_iter().filter_map(|(key, value)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some((words.get(key), value))
    });
    Some(Proposed {
        rows: rows.collect(),
        is_mine: is_theirs(desk, proposal.by),
        is_outdated: proposal.is_outdated(&open.loaded),
        note: Textarea {
            id: "back-note".into(),
            name: "back-note".into(),
            label: Label::new(words.get("deciding-back-note")),
            error: error("back-note"),
            value: form.get("back-note").to_owned().into(),
            rows: Some(3),
            ..Textarea::default()
        },
    })
}

fn is_theirs(desk: &Desk<'_>, by: StaffId) -> bool {
    desk.who.as_ref().is_some_and(|who| who.staff.id == by)
}

/// The checks of a case, as far as they were answered.
pub fn checks<'a>(
    desk: &'a Desk<'_>,
    open: &'a OpenCase,
    says: &Says<'_>,
    form: &Form,
    error: Error<'_, 'a>,
) -> Vec<CheckShown<'a>> {
    let words = desk.words();
    let walk = open.walk();
    let shown = open.definition.casework.checks.iter().filter_map(|(name, rule)| {
        let given = given_to_check(walk.answers(), name);
        let (field, why) = (format!("answer-{name}"), format!("why-{name}"));
        // What is decided shows what was known, and asks nothing.
        if given.is_none() && open.loaded.case.phase != Phase::Submitted {
            return None;
        }
        let items = [Said::Yes, Said::No, Said::CannotTell].map(|said| {
            Choice {
                checked: form.get(&field) == said.word(),
                ..Choice::new(said.word(), words.get(said_words(said)))
            }
            .into()
        });
        let called = check_words(says, name, rule);
        let wrong = error(&field).is_some() || error(&why).is_some();
        Some(CheckShown {
            name: name.as_str(),
            said: given.map_or_else(
                || words.get("deciding-check-none").to_owned(),
                |(said, _)| words.get(said_words(said)).to_owned(),
            ),
            how: given.map(|(_, given)| how(desk, open, given)).unwrap_or_default(),
            is_wrong: wrong,
            answer: Radios {
                id: field.clone().into(),
                error: error(&field),
                name: field.into(),
                legend: Some(Legend::new(called.clone())),
                items: items.to_vec(),
                ..Radios::default()
            },
            why: given.map(|_| Textarea {
                id: why.clone().into(),
                label: Label::new(words.with("deciding-check-why", &[("check", Value::Text(&called))])),
                error: error(&why),
                value: form.get(&why).to_owned().into(),
                name: why.into(),
                rows: Some(2),
                ..Textarea::default()
            }),
            called,
        })
    });
    shown.collect()
}

/// The stage that a case is in.
pub fn stage(open: &OpenCase) -> Option<String> {
    let case = Some(&open.loaded.case).filter(|case| case.phase == Phase::Submitted)?;
    Some(stage_of(case, &open.definition)?.title.get(0).to_owned())
}

/// The last day of that stage.
pub fn stage_by(open: &OpenCase) -> Option<jiff::civil::Date> {
    let case = Some(&open.loaded.case).filter(|case| case.phase == Phase::Submitted)?;
    stage_ends(case, &open.definition, &open.events, |at| open.day(at))
}

/// The stages to which a case can be moved.
pub fn stages<'a>(
    desk: &'a Desk<'_>,
    open: &'a OpenCase,
    says: &Says<'_>,
    form: &Form,
    error: Option<ErrorMessage<'a>>,
) -> Radios<'a> {
    let here = State::read(&open.loaded.case.state).at;
    let walk = open.walk_of_submission();
    let others = stages_of(&walk).filter(|(name, _)| name.as_str() != here);
    let items = others.map(|(name, stage)| {
        Choice {
            checked: form.get("stage") == name.as_str(),
            ..Choice::new(name.as_str().to_owned(), says.text(&stage.title).to_owned())
        }
        .into()
    });
    Radios {
        id: "stage".into(),
        name: "stage".into(),
        legend: Some(Legend::new(desk.words().get("deciding-stage-to"))),
        error,
        items: items.collect(),
        classes: "govuk-radios--small",
        ..Radios::default()
    }
}

/// Who said it, and when.
fn how(desk: &Desk<'_>, open: &OpenCase, given: &exemplar_core::answer::Given) -> String {
    let words = desk.words();
    let who = match &given.by {
        Actor::Staff(staff) => open.names.get(staff).cloned().unwrap_or_default(),
        Actor::Integration(name) => words.with("deciding-check-system", &[("name", Value::Text(name))]),
        Actor::Participant(_) | Actor::Job(_) => words.get("staff-platform").to_owned(),
    };
    let at = words.moment(given.at.to_zoned(zone(&open.definition)).datetime());
    let with = [("who", Value::Text(&who)), ("date", Value::Text(&at))];
    words.with("deciding-check-by", &with)
}
