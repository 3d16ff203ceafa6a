//! Back to a draft: what hung on the answers holds no more.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::money::voided;
use super::record::{TAKEN_BACK, WAIT_ENDED, Wait};
use super::{OnRecord, Refusal, event, in_phase, outcome, over_after};
use crate::apply::Act;
use crate::definition::Definition;
use crate::id::{CaseId, JobId};
use crate::record::{Actor, Case, Change, LoadedCase, NewJob, Outcome, Phase};

/// The job that ends a wait when its time is over.
pub const END_WAIT: &str = "end_wait";

/// Why a case goes back.
#[derive(Debug, Clone)]
pub struct Back {
    pub(super) kind: &'static str,
    pub(super) details: serde_json::Value,
}

impl Back {
    /// The applicant wants to change an answer.
    #[must_use]
    pub fn to_change() -> Self {
        Self {
            kind: TAKEN_BACK,
            details: serde_json::Value::Null,
        }
    }

    /// Nobody signed or paid in time; none where it is not over, or it is another wait by now.
    #[must_use]
    pub fn for_time(case: &Case, on_record: &OnRecord<'_>, number: i64, today: Date) -> Option<Self> {
        let wait = Wait::of(on_record.events).filter(|_| waits_to_be_sent(case))?;
        let for_whom = if case.phase == Phase::WaitingForPayment {
            "payment"
        } else {
            "signature"
        };
        (wait.number == number && wait.until < today).then(|| Self {
            kind: WAIT_ENDED,
            details: serde_json::json!({ "for": for_whom }),
        })
    }
}

/// Whether a case waits for a signature or the fee before it is handed in.
#[must_use]
pub fn waits_to_be_sent(case: &Case) -> bool {
    matches!(case.phase, Phase::WaitingForOthers | Phase::WaitingForPayment) && case.submitted.is_none()
}

/// Makes a waiting case a draft again.
///
/// # Errors
/// [`Refusal::NotWaiting`] where it does not wait.
pub fn take_back(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    back: Back,
    act: &Act,
) -> Result<Outcome, Refusal> {
    if !waits_to_be_sent(&loaded.case) {
        return Err(Refusal::NotWaiting);
    }
    Ok(go_back(loaded, definition, on_record, back, act))
}

pub(super) fn go_back(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    back: Back,
    act: &Act,
) -> Outcome {
    let case = loaded.case.id;
    let mut outcome = outcome(act);
    outcome
        .events
        .push(event(case, back.kind, definition, back.details, act));
    outcome.changes.extend(voided(case, on_record.money));
    let mut draft = in_phase(&loaded.case, Phase::Draft, act);
    // Who goes back to it has worked on it; a wait that ran out leaves a whole term to come back in.
    draft.active_on = act.today;
    draft.office = None;
    outcome.changes.push(Change::Case(Box::new(draft)));
    outcome.changes.extend(closed_to_others(&loaded));
    outcome.read.push(loaded);
    outcome
}

/// The second person, whose link and session open nothing any more.
fn closed_to_others(loaded: &LoadedCase) -> Option<Change> {
    let person = loaded
        .participants
        .iter()
        .find(|person| person.n == super::freeze::SIGNATORY)?;
    let mut person = person.clone();
    person.private.link = None;
    person.epoch += 1;
    person.revision += 1;
    Some(Change::Participant(loaded.case.id, person))
}

/// The job that ends a wait, due when its last day is over.
pub(super) fn end_job(id: JobId, case: CaseId, until: Date, number: i64, definition: &Definition) -> Option<NewJob> {
    // `check` refuses a zone that does not exist.
    let zone = TimeZone::get(&definition.time_zone).unwrap_or(TimeZone::UTC);
    Some(NewJob {
        id,
        kind: END_WAIT,
        case: Some(case),
        due: over_after(until, &zone)?,
        task: serde_json::json!({ "wait": number }),
    })
}

/// Whose act the end of a wait is.
#[must_use]
pub fn by_the_clock() -> Actor {
    Actor::Job(END_WAIT.to_owned())
}
