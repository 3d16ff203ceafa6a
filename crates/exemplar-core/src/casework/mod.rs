//! What staff do to a case: take it, note something, ask the applicant for something, answer its checks, decide it, alone or with a second officer,
//! take it back for the applicant; and what the computer decides. Each act comes to an [`Outcome`] or a [`Refusal`].
//! Who may do it is in [`crate::permission`].

mod access;
mod again;
mod asks;
mod automatic;
pub mod booking;
mod checks;
mod decide;
mod entry;
mod moment;
mod release;
mod second;
mod stages;
mod state;
#[cfg(test)]
mod tests;
mod withdraw;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::id::{CommitId, Digest, ObservationId, StaffId};
use crate::record::{Actor, Case, Change, LoadedCase, NewEvent, Outcome, Phase, Revision};

pub use access::{NAMED_AT_MOST, declare, restrict};
pub use again::{RECONSIDERED, can_look_again, look_again};
pub(crate) use asks::FIRST_FILE_OF_ASKS;
pub use asks::{
    ASK_ANSWERED, ASK_NOT_ANSWERED, ASK_TAKEN_BACK, ASKED_AT_MOST, ASKED_FOR, Asked, END_ASK, SentAnswer, TimeOver,
    answer_ask, ask_for, can_answer, end_ask, note_of_ask, save_asked, sent_answers, take_ask_back, wrong_with_asked,
};
pub(crate) use automatic::decide_at_once;
pub use automatic::{COMPUTER, by_computer};
pub(crate) use checks::sent;
pub use checks::{ASK_CHECK, CheckAnswer, Said, answer_check, given_to_check, note_check};
pub(crate) use checks::{keep_checks, void_checks};
pub use decide::{Ruling, decide};
pub use entry::office_of_entry;
pub use moment::{HOUR_OF_LATER_MESSAGES, PAID, SUBMITTED, TO_PAY, WITHDRAWN, WRITE_MESSAGE, day_of};
pub use release::{Release, release};
pub use second::{Proposal, confirm, needs_second_officer, propose, send_back, take_proposal_back};
pub use stages::{STAGE_MOVED, decide_within, is_urgent, move_on, stage_ends, stage_of, stages_of};
pub use state::{ASKED, PROPOSED, RECEIVED, State, UNANSWERED, URGENT};
pub use withdraw::{CASE_WITHDRAWN, Withdrawable, Withdrawal, withdraw, withdrawable};

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
    /// None of the times that the computer would book has room, as far as that was looked at.
    pub no_room: bool,
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
    /// A decision is proposed already, and waits for a second officer.
    Proposed,
    /// Nothing is proposed.
    NotProposed,
    /// Who proposed it cannot be the second officer, and nobody else can take it back.
    NotTheirs,
    /// The answers changed since it was proposed.
    Outdated,
    /// The definition has no such check.
    NoCheck,
    /// The case does not come to such a stage, or is in it.
    NoStage,
    /// None of the chosen times has room: the outcome that books one cannot be decided.
    NoneFree,
    /// The applicant is being asked for something: that ends first.
    Asked,
    /// The applicant is not being asked for anything.
    NotAsked,
    /// The definition has nothing of that name to ask for.
    NoAsk,
    /// The applicant was asked too often.
    AskedOften,
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
