//! Taking an application back: by the applicant, or by a caseworker whom they asked. Nothing is decided then; what was
//! booked is given back, and the case is kept for as long as the definition says of what was withdrawn.
//!
//! What a decision issued is not taken back so: it stands in a register, where staff suspend or end it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use super::booking::{begins, booked_in, settle};
use super::{NOTE_AT_MOST, Refusal, WITHDRAWN};
use crate::id::CommitId;
use crate::journey::Walk;
use crate::record::{Actor, Case, Change, LoadedCase, NewEvent, Outcome, Phase};
use crate::waiting::waits_after_decision;

/// What the record says of it.
pub const CASE_WITHDRAWN: &str = "withdrawn";

/// Who takes an application back, when and why.
#[derive(Debug, Clone)]
pub struct Withdrawal {
    /// The commit's id.
    pub commit: CommitId,
    /// When.
    pub now: Timestamp,
    /// The day in the service's time zone.
    pub today: Date,
    /// The applicant, or who does it for them.
    pub by: Actor,
    /// How the applicant asked for it, where somebody does it for them; else nothing.
    pub said: String,
}

/// What taking it back does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawable {
    /// Nobody decides it any more.
    Application,
    /// What was booked, and did not begin yet, is free for others.
    Booking,
}

/// Whether an application can be taken back: while it waits for its decision or the fee of one, and where that booked a
/// time and nothing else, until the time begins.
#[must_use]
pub fn withdrawable(case: &Case, walk: &Walk<'_>, now: Timestamp) -> Option<Withdrawable> {
    match case.phase {
        Phase::Submitted => Some(Withdrawable::Application),
        // Who does not want to pay for what was granted need not have it.
        Phase::WaitingForPayment if waits_after_decision(case) => Some(Withdrawable::Application),
        Phase::Decided => {
            let definition = walk.definition();
            let rule = definition.casework.outcomes.get(case.state.as_str())?;
            let booked = booked_in(walk, rule.books.as_ref()?)?;
            let issues = definition.issues.iter().any(|issue| issue.at.as_str() == case.state);
            let is_ahead = begins(definition, booked).is_some_and(|begins| now < begins);
            (is_ahead && !issues).then_some(Withdrawable::Booking)
        }
        Phase::Draft | Phase::WaitingForOthers | Phase::WaitingForPayment | Phase::Closed => None,
    }
}

/// Takes an application back, and gives back what was booked.
///
/// # Errors
/// [`Refusal::NotOpen`] where it cannot be taken back any more; [`Refusal::NothingSaid`] where somebody does it for the
/// applicant and does not say how they asked; [`Refusal::TooLong`].
pub fn withdraw(loaded: LoadedCase, walk: &Walk<'_>, withdrawal: &Withdrawal) -> Result<Outcome, Refusal> {
    let said = withdrawal.said.trim();
    if said.is_empty() && matches!(withdrawal.by, Actor::Staff(_)) {
        return Err(Refusal::NothingSaid);
    }
    if said.chars().count() > NOTE_AT_MOST {
        return Err(Refusal::TooLong);
    }
    if withdrawable(&loaded.case, walk, withdrawal.now).is_none() {
        return Err(Refusal::NotOpen);
    }
    let before = &loaded.case;
    let mut outcome = Outcome::new(withdrawal.commit, withdrawal.now);
    outcome.events.push(NewEvent {
        case: before.id,
        kind: CASE_WITHDRAWN,
        at: withdrawal.now,
        actor: withdrawal.by.clone(),
        on_behalf_of: None,
        definition: walk.definition().digest,
        details: json!({ "note": said, "before": before.state }),
    });
    let after = Case {
        phase: Phase::Closed,
        state: WITHDRAWN.to_owned(),
        // Its term runs from today, and not from a decision that holds no more.
        decided: None,
        active_on: withdrawal.today,
        revision: before.revision + 1,
        last_commit: withdrawal.commit,
        ..before.clone()
    };
    outcome.changes.push(Change::Case(Box::new(after)));
    outcome.read.push(loaded);
    settle(&mut outcome, None);
    Ok(outcome)
}
