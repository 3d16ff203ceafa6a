//! What staff do to a case: take it, note something, decide it. Each act comes to an [`Outcome`] or a [`Refusal`].
//! Who may do it is in [`crate::permission`].

mod access;
mod decide;
mod release;
#[cfg(test)]
mod tests;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::id::{CommitId, Digest, ObservationId, StaffId};
use crate::record::{Actor, Case, Change, LoadedCase, NewEvent, Outcome, Phase, Revision};

pub use access::{NAMED_AT_MOST, declare, restrict};
pub use decide::{Ruling, decide};
pub use release::{Release, release};

/// A note has at most this many characters.
pub const NOTE_AT_MOST: usize = 5_000;

/// Who acts, and when. Drawn before the act, so that it can be decided again without harm.
#[derive(Debug, Clone)]
pub struct Act {
    /// The commit's id.
    pub commit: CommitId,
    /// The id of the observation that may be written.
    pub observation: ObservationId,
    /// When.
    pub now: Timestamp,
    /// The day in the service's time zone.
    pub today: Date,
    /// The day of submission in the service's time zone.
    pub submitted_on: Date,
    /// Who.
    pub staff: StaffId,
    /// The case's revision that the form showed.
    pub seen: Revision,
}

/// Why an act was not done. Data; the pages turn it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The case was changed since the form was shown.
    Changed,
    /// The case is not waiting for a decision.
    NotOpen,
    /// The definition has no such outcome.
    NoOutcome,
    /// The outcome needs one of its reasons.
    ReasonNeeded,
    /// A note says nothing.
    NothingSaid,
    /// A note or an explanation is too long.
    TooLong,
}

/// Assigns the case to who acts; `back` hands it back to everybody.
///
/// # Errors
/// [`Refusal::Changed`] where somebody was faster, [`Refusal::NotOpen`] where it is decided.
pub fn take(loaded: LoadedCase, back: bool, act: &Act) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let before = loaded.case.assigned_to;
    let case = Case {
        assigned_to: (!back).then_some(act.staff),
        ..next(&loaded.case, act)
    };
    let kind = if back { "handed_back" } else { "taken" };
    let details = serde_json::json!({ "before": before });
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, kind, details, loaded.case.definition, act));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Notes something for other staff. It changes nothing else, so it stands in nobody's way.
///
/// # Errors
/// [`Refusal::NothingSaid`] or [`Refusal::TooLong`].
pub fn note(loaded: LoadedCase, said: &str, act: &Act) -> Result<Outcome, Refusal> {
    let said = said.trim();
    if said.is_empty() {
        return Err(Refusal::NothingSaid);
    }
    if said.chars().count() > NOTE_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let mut outcome = Outcome::new(act.commit, act.now);
    let details = serde_json::json!({ "note": said });
    outcome
        .events
        .push(event(&loaded.case, "noted", details, loaded.case.definition, act));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Whether a case still waits for a decision, as the form showed it.
fn check_open(case: &Case, act: &Act) -> Result<(), Refusal> {
    if case.phase != Phase::Submitted {
        return Err(Refusal::NotOpen);
    }
    if case.revision != act.seen {
        Err(Refusal::Changed)
    } else {
        Ok(())
    }
}

/// The case as it is written next.
fn next(case: &Case, act: &Act) -> Case {
    Case {
        revision: case.revision + 1,
        last_commit: act.commit,
        ..case.clone()
    }
}

fn event(case: &Case, kind: &'static str, details: serde_json::Value, definition: Digest, act: &Act) -> NewEvent {
    NewEvent {
        case: case.id,
        kind,
        at: act.now,
        actor: Actor::Staff(act.staff),
        on_behalf_of: None,
        definition,
        details,
    }
}
