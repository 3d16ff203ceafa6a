//! Giving a case back to everybody where the person who took it does not do so: their account ended, or they know
//! somebody in it.

use jiff::Timestamp;

use crate::id::CommitId;
use crate::record::{Actor, Case, Change, LoadedCase, NewEvent, Outcome, Phase};

/// Why a case goes back, and by whom.
#[derive(Debug, Clone)]
pub struct Release {
    /// The commit's id.
    pub commit: CommitId,
    /// When.
    pub now: Timestamp,
    /// Who ended the account, or whose job does it.
    pub by: Actor,
    /// Why, as a word of ours that the record keeps.
    pub why: &'static str,
}

/// Hands a case back that waits for a decision; none where nobody has it or it waits no more.
#[must_use]
pub fn release(loaded: LoadedCase, release: &Release) -> Option<Outcome> {
    let case = &loaded.case;
    let before = case.assigned_to.filter(|_| case.phase == Phase::Submitted)?;
    let event = NewEvent {
        case: case.id,
        kind: "handed_back",
        at: release.now,
        actor: release.by.clone(),
        on_behalf_of: None,
        definition: case.definition,
        details: serde_json::json!({ "before": before, "why": release.why }),
    };
    let after = Case {
        assigned_to: None,
        revision: case.revision + 1,
        last_commit: release.commit,
        ..case.clone()
    };
    let mut outcome = Outcome::new(release.commit, release.now);
    outcome.events.push(event);
    outcome.changes.push(Change::Case(Box::new(after)));
    outcome.read.push(loaded);
    Some(outcome)
}
