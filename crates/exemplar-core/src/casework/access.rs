//! Who may see a case, besides what their memberships say: it is restricted to named staff, or hidden from who knows
//! somebody in it.

use super::{Act, Refusal, event, next};
use crate::id::StaffId;
use crate::record::{AccessChange, Case, Change, LoadedCase, Outcome, Phase};

/// A case is restricted to at most so many.
pub const NAMED_AT_MOST: usize = 50;

/// Restricts a case to named staff and who does it; with nobody named, opens it to all in whose scope it is.
///
/// # Errors
/// [`Refusal::TooLong`] for too many names.
pub fn restrict(loaded: LoadedCase, named: &[StaffId], act: &Act) -> Result<Outcome, Refusal> {
    if named.len() > NAMED_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let mut all = named.to_vec();
    if !all.is_empty() {
        all.push(act.staff);
    }
    all.sort();
    all.dedup();
    let kind = if all.is_empty() { "opened" } else { "restricted" };
    let case = &loaded.case;
    let mut outcome = Outcome::new(act.commit, act.now);
    let details = serde_json::json!({ "to": all });
    outcome.events.push(event(case, kind, details, case.definition, act));
    let change = AccessChange::Restricted(all);
    outcome
        .changes
        .push(Change::Access(case.id, case.organisation.clone(), change));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Hides a case from who acts, since they know somebody in it, and hands it back where they took it.
#[must_use]
pub fn declare(loaded: LoadedCase, act: &Act) -> Outcome {
    let case = &loaded.case;
    let mut outcome = Outcome::new(act.commit, act.now);
    let is_theirs = case.assigned_to == Some(act.staff) && case.phase == Phase::Submitted;
    let details = serde_json::json!({ "handed_back": is_theirs });
    outcome
        .events
        .push(event(case, "conflict_declared", details, case.definition, act));
    outcome.changes.push(Change::Access(
        case.id,
        case.organisation.clone(),
        AccessChange::Hidden(act.staff),
    ));
    if is_theirs {
        let back = Case {
            assigned_to: None,
            ..next(case, act)
        };
        outcome.changes.push(Change::Case(Box::new(back)));
    }
    outcome.read.push(loaded);
    outcome
}
