//! How long a case is kept: who may be erased when, and what a legal hold stops. The terms are the definition's.

mod after;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use crate::definition::{Definition, Keeping};
use crate::expression::add_period;
use crate::id::CommitId;
use crate::record::{Actor, Case, Change, LoadedCase, NewEvent, Outcome, Phase};
use crate::waiting::waits_after_decision;

pub use after::{KeptAfter, KeptAfterBooked, is_over_after, kept_after, kept_after_booked};

/// A reason has at most this many characters.
pub const REASON_AT_MOST: usize = 500;

/// What the definition calls the term of drafts.
const DRAFT: &str = "draft";

/// Who acts, and when. Drawn before the act, so that it can be decided again without harm.
#[derive(Debug, Clone)]
pub struct Act {
    /// The commit's id.
    pub commit: CommitId,
    /// When.
    pub now: Timestamp,
    /// Who.
    pub actor: Actor,
}

/// Why an act was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A legal hold keeps the case, for this reason.
    #[error("a legal hold keeps this case: {0}")]
    Held(String),
    /// There is no hold to lift.
    #[error("no hold is on this case")]
    NotHeld,
    /// Nobody has handed the case in: its applicant alone works on it.
    #[error("this case is not submitted: its applicant still works on it")]
    NotSubmitted,
    /// No reason was given.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// The reason is too long.
    #[error("a reason has at most {REASON_AT_MOST} characters")]
    TooLong,
}

/// Whether a case may be erased on request. A hold stops it; the phase does not.
///
/// # Errors
/// [`Refusal::Held`] with the hold's reason; [`Refusal::ReasonNeeded`] or [`Refusal::TooLong`] of the reason.
pub fn may_erase(case: &Case, reason: &str) -> Result<(), Refusal> {
    check_reason(reason)?;
    match &case.hold {
        Some(hold) => Err(Refusal::Held(hold.clone())),
        None => Ok(()),
    }
}

/// Puts a case under a legal hold, so that nothing erases it; another reason takes the place of the one before.
///
/// # Errors
/// [`Refusal::NotSubmitted`] for a draft; what [`may_erase`] says of the reason.
pub fn hold(loaded: LoadedCase, reason: &str, act: &Act) -> Result<Outcome, Refusal> {
    check_reason(reason)?;
    check_submitted(&loaded.case)?;
    let details = serde_json::json!({ "reason": reason.trim() });
    Ok(held(loaded, Some(reason.trim().to_owned()), "held", details, act))
}

/// Lifts the hold from a case.
///
/// # Errors
/// [`Refusal::NotHeld`] where there is none; [`Refusal::NotSubmitted`]; what [`may_erase`] says of the reason.
pub fn lift(loaded: LoadedCase, reason: &str, act: &Act) -> Result<Outcome, Refusal> {
    check_reason(reason)?;
    check_submitted(&loaded.case)?;
    let Some(before) = loaded.case.hold.clone() else {
        return Err(Refusal::NotHeld);
    };
    let details = serde_json::json!({ "reason": reason.trim(), "held_for": before });
    Ok(held(loaded, None, "hold_lifted", details, act))
}

fn check_reason(reason: &str) -> Result<(), Refusal> {
    match reason.trim().chars().count() {
        0 => Err(Refusal::ReasonNeeded),
        count if count > REASON_AT_MOST => Err(Refusal::TooLong),
        _ => Ok(()),
    }
}

/// The chain of a draft's events must not begin while its applicant saves answers, which are no events.
fn check_submitted(case: &Case) -> Result<(), Refusal> {
    match case.phase {
        Phase::WaitingForPayment if waits_after_decision(case) => Ok(()),
        Phase::Draft | Phase::WaitingForOthers | Phase::WaitingForPayment => Err(Refusal::NotSubmitted),
        Phase::Submitted | Phase::Decided | Phase::Closed => Ok(()),
    }
}

fn held(
    loaded: LoadedCase,
    hold: Option<String>,
    kind: &'static str,
    details: serde_json::Value,
    act: &Act,
) -> Outcome {
    let case = Case {
        hold,
        revision: loaded.case.revision + 1,
        last_commit: act.commit,
        ..loaded.case.clone()
    };
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome.events.push(NewEvent {
        case: case.id,
        kind,
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: None,
        definition: case.definition,
        details,
    });
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    outcome
}

/// The day before which a draft must have been worked on last for its term to be over on `today`; none where drafts
/// are kept.
#[must_use]
pub fn drafts_idle_before(definition: &Definition, today: Date) -> Option<Date> {
    term_over_before(definition, DRAFT, today)
}

/// So many days before a draft is erased, its applicant is reminded, where an address is known.
pub const REMIND_DAYS: i32 = 5;

/// The days of the last work on drafts of which applicants are reminded on `today`: from the first, up to but without
/// the second. None where drafts are kept, or for so short a time that a reminder would come while people still work.
#[must_use]
pub fn drafts_to_remind(definition: &Definition, today: Date) -> Option<(Date, Date)> {
    let over = drafts_idle_before(definition, today)?;
    let days = Span::new().days(REMIND_DAYS);
    let until = over.saturating_add(days).min(today.saturating_sub(days));
    (over < until).then_some((over, until))
}

/// The day on which a draft is erased that was worked on last on `active_on`, if that is within [`REMIND_DAYS`] from
/// `today`.
#[must_use]
pub fn erased_on(definition: &Definition, active_on: Date, today: Date) -> Option<Date> {
    let is_over = |day: &Date| drafts_idle_before(definition, *day).is_some_and(|before| active_on < before);
    (0..=REMIND_DAYS)
        .map(|days| today.saturating_add(Span::new().days(days)))
        .find(is_over)
}

/// The day before which a case in this state must have ended for its term to be over on `today`; none where the
/// definition states no term for the state, or keeps it forever.
#[must_use]
pub fn ended_before(definition: &Definition, state: &str, today: Date) -> Option<Date> {
    // A draft has no state; the term of drafts is never that of an ended case.
    (state != DRAFT).then(|| term_over_before(definition, state, today))?
}

fn term_over_before(definition: &Definition, name: &str, today: Date) -> Option<Date> {
    match definition.keep.0.get(name)? {
        Keeping::Forever => None,
        // What was issued ends, and what was booked begins, on the day of the decision at the earliest: [`after`] looks at
        // each case.
        Keeping::For(term) | Keeping::After(term, _) | Keeping::AfterBooked(term, _) => {
            add_period(today, *term, false, &definition.holidays)
        }
    }
}
