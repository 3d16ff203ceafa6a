//! Submitting: a change of phase. A second click, tab or retry finds it done and shows the same reference.

use jiff::civil::Date;

use super::deadline::{IN_TIME, InTime};
use super::seen::{Seen, seen_all};
use super::{Act, Refusal, files};
use crate::answer::Answers;
use crate::casework::{RECEIVED, State, decide_at_once, decide_within, is_urgent, keep_checks, stages_of};
use crate::definition::Definition;
use crate::expression::Value;
use crate::id::{JobId, Name, OfficeId, Reference};
use crate::journey::{End, Setting, Walk};
use crate::record::{
    Actor, Case, Change, ClaimChange, ClaimKind, LoadedCase, MoneyLine, NewEvent, Observation, ObservationKind,
    Outcome, Part, Phase,
};
use crate::renewing::keep_renewal;
use crate::search;
use crate::waiting::{self, AskToSign};

/// What submitting needs besides the case.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Drawn at random; taken by a claim, so that another is drawn if somebody has it.
    pub reference: Reference,
    /// What check-answers showed.
    pub seen: Seen,
    /// Whether it is in time for the last day, where the service has one today.
    pub in_time: Option<InTime>,
    /// The money lines of before, where the service has a fee: a case that was taken back has some.
    pub money: Vec<MoneyLine>,
    /// The second person who must sign, where one must.
    pub ask_to_sign: Option<AskToSign>,
    /// The id of the job that ends a wait, where one begins.
    pub end_job: JobId,
}

/// A case whose answers are complete, and what is noted with them.
pub(crate) struct Sending<'a> {
    /// As it was read.
    pub loaded: &'a LoadedCase,
    /// The way that the answers lead.
    pub walk: &'a Walk<'a>,
    /// Under which it is known.
    pub reference: &'a Reference,
    /// Whether it is in time for the last day.
    pub in_time: Option<InTime>,
    /// The act that hands it in.
    pub act: &'a Act,
}

/// Hands a draft in.
///
/// Everything is evaluated again for the day of the act: what no longer holds is refused, so that it can be shown.
/// Answers off the path are dropped here and are never sent.
///
/// # Errors
/// [`Refusal::AlreadySubmitted`] with the reference when it is done; [`Refusal::Incomplete`] or
/// [`Refusal::NotEligible`] when the path does not end at check answers; [`Refusal::Changed`] when check-answers
/// showed other answers.
pub fn submit(
    loaded: LoadedCase,
    definition: &Definition,
    submission: &Submission,
    act: &Act,
) -> Result<Outcome, Refusal> {
    if loaded.case.phase != Phase::Draft {
        return Err(Refusal::AlreadySubmitted {
            case: loaded.case.id,
            reference: loaded.case.reference,
        });
    }
    let Some(part) = loaded.parts.iter().find(|part| part.participant == 0) else {
        return Err(Refusal::Gone);
    };
    let setting = Setting {
        today: act.today,
        language: act.language.clone(),
        channel: act.channel,
    };
    let walk = Walk::new(definition, &part.answers, setting);
    leads_to_the_end(&walk)?;
    if seen_all(&part.answers, walk.questions().map(|question| &question.name)) != submission.seen {
        return Err(Refusal::Changed);
    }
    let mut outcome = Outcome::new(act.commit, act.now);
    if loaded.case.reference.is_none() {
        outcome.claims.push(ClaimChange::Take {
            kind: ClaimKind::Reference,
            value: submission.reference.0.clone(),
            owner: loaded.case.id,
            until: None,
        });
    }
    let may_wait = definition.fee.is_some() || definition.signatory.is_some();
    if !(may_wait && waiting::freeze(&mut outcome, &loaded, &walk, submission, act)) {
        if may_wait {
            waiting::settle_at_once(&mut outcome, &loaded, &walk, submission);
        }
        let sending = Sending {
            loaded: &loaded,
            walk: &walk,
            reference: loaded.case.reference.as_ref().unwrap_or(&submission.reference),
            in_time: submission.in_time,
            act,
        };
        hand_in(&mut outcome, &sending);
    }
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Hands a case in: the answers on the path and no others, the event, the count, the phase.
pub(crate) fn hand_in(outcome: &mut Outcome, sending: &Sending<'_>) {
    let Sending { loaded, walk, act, .. } = *sending;
    let definition = walk.definition();
    let case = submitted(&loaded.case, walk, sending.reference, act);
    let mut revision = 0;
    if let Some(part) = loaded.parts.iter().find(|part| part.participant == 0) {
        revision = part.revision + 1;
        let sent = walk.questions().filter_map(|question| {
            let given = part.answers.get(question.name.as_str())?;
            Some((question.name.clone(), walk.as_sent(question, given)))
        });
        let mut sent = Answers(sent.collect());
        keep_checks(&mut sent, &part.answers, definition);
        keep_renewal(&mut sent, &part.answers);
        let left = files::off_the_path(&part.answers, &sent);
        // One such job at most comes of an act, so that the act's own id serves.
        files::take_away(outcome, case.id, &left, JobId(act.commit.0));
        let part = Part {
            answers: sent,
            revision,
            last_commit: act.commit,
            ..part.clone()
        };
        outcome.changes.push(Change::Part(case.id, part));
    }
    outcome.events.push(NewEvent {
        case: case.id,
        kind: "submitted",
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: (act.actor != APPLICANT).then_some(APPLICANT),
        definition: definition.digest,
        details: details(sending, revision),
    });
    outcome.observations.push(completed(definition, &case, act));
    outcome.changes.extend(found_by(&case, walk, loaded));
    let case = decide_at_once(outcome, case, walk, act);
    outcome.changes.push(Change::Case(Box::new(case)));
}

/// Whose case it is.
const APPLICANT: Actor = Actor::Participant(0);

/// The terms by which the case is found, or hidden from staff who have a part in it.
pub(crate) fn found_by(case: &Case, walk: &Walk<'_>, loaded: &LoadedCase) -> Option<Change> {
    let mut terms = search::terms(walk);
    terms.extend(search::of_people(&loaded.participants));
    (!terms.is_empty()).then(|| Change::SearchTerms(case.id, case.organisation.clone(), terms))
}

/// Refuses a path that does not end at check answers, or on which an answer no longer holds.
fn leads_to_the_end(walk: &Walk<'_>) -> Result<(), Refusal> {
    let unfinished = match walk.end() {
        End::CheckAnswers => walk.no_longer_holds(),
        End::Unanswered(page) => Some(page),
        End::Exit(page) => {
            let page = page.name.clone();
            return Err(Refusal::NotEligible { page });
        }
    };
    match unfinished {
        None => Ok(()),
        Some(page) => Err(Refusal::Incomplete {
            page: page.name.clone(),
        }),
    }
}

/// What the event says: the reference, and whether it was in time.
fn details(sending: &Sending<'_>, part_revision: i64) -> serde_json::Value {
    let mut details = serde_json::json!({ "reference": sending.reference, "part_revision": part_revision });
    if let Some(in_time) = sending.in_time {
        details[IN_TIME] = serde_json::json!(in_time);
    }
    details
}

/// The case as it is once handed in.
fn submitted(case: &Case, walk: &Walk<'_>, reference: &Reference, act: &Act) -> Case {
    let definition = walk.definition();
    let first = stages_of(walk).next();
    let state = State {
        at: first.map_or(RECEIVED, |(name, _)| name.as_str()),
        is_urgent: is_urgent(walk),
        is_proposed: false,
        asked: None,
        is_unanswered: false,
    };
    Case {
        phase: Phase::Submitted,
        state: state.line(),
        office: first
            .and_then(|(_, stage)| stage.team.clone())
            .or_else(|| office(definition, walk)),
        reference: Some(reference.clone()),
        submitted: Some(act.now),
        due: Some(due(walk, act.today)),
        language: act.language.clone(),
        active_on: act.today,
        revision: case.revision + 1,
        last_commit: act.commit,
        ..case.clone()
    }
}

/// The office that the definition's `casework: team` names; none where it says nothing.
pub(crate) fn office(definition: &Definition, walk: &Walk<'_>) -> Option<OfficeId> {
    let value = walk.cases(definition.casework.team.as_ref()?)?;
    match value {
        Value::One(name) => Some(OfficeId::from(name.as_str())),
        Value::Text(name) => Some(OfficeId::from(name)),
        _ => None,
    }
}

/// The day by which a case submitted on `day` is to be decided.
#[must_use]
pub fn due(walk: &Walk<'_>, day: Date) -> Date {
    decide_within(walk).after(day, &walk.definition().holidays)
}

fn completed(definition: &Definition, case: &Case, act: &Act) -> Observation {
    Observation {
        id: act.observations[0],
        organisation: definition.organisation.clone(),
        service: definition.id.clone(),
        day: act.today,
        kind: ObservationKind::Completed,
        question: None::<Name>,
        detail: None,
        amount: None,
        channel: case.channel,
        language: act.language.clone(),
        device: act.device,
        definition: definition.digest,
        attempt: case.attempt,
    }
}
