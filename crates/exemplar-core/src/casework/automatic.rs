//! What the computer decides: where its condition holds and no second officer is needed, in the act that makes it hold.

use super::decide::{Made, Occasion, settle};
use super::{Ruling, needs_second_officer};
use crate::apply::Act;
use crate::id::ObservationId;
use crate::journey::Walk;
use crate::record::{Actor, Case, Outcome};

/// Under which name the computer decides on the record.
pub const COMPUTER: &str = "automatic";

/// What the computer decides of a case with these answers; nothing where an officer must. With `no_room`, none of the
/// times that it would book has room: an officer is to decide what becomes of that.
#[must_use]
pub fn by_computer(walk: &Walk<'_>, no_room: bool) -> Option<Ruling> {
    let automatic = walk.definition().casework.automatic.as_ref()?;
    if !walk.holds(&automatic.when) || needs_second_officer(walk) {
        return None;
    }
    let rule = walk.definition().casework.outcomes.get(&automatic.outcome);
    if no_room && rule.is_some_and(|rule| rule.books.is_some()) {
        return None;
    }
    Some(Ruling {
        outcome: automatic.outcome.clone(),
        reason: automatic.reason.clone(),
        said: String::new(),
    })
}

/// Decides in the act that hands a case in, where the computer can. Gives the case as it is then.
pub(crate) fn decide_at_once(outcome: &mut Outcome, case: Case, walk: &Walk<'_>, act: &Act) -> Case {
    let Some(ruling) = by_computer(walk, act.no_room) else {
        return case;
    };
    let occasion = Occasion {
        // The act's own observations are of its submission.
        observation: ObservationId(act.commit.0),
        now: act.now,
        today: act.today,
        submitted_on: act.today,
        actor: computer(),
    };
    let made = Made {
        n: 1,
        by: computer(),
        approved_by: None,
        is_automatic: true,
    };
    settle(outcome, &case, (walk.definition(), &ruling), &made, &occasion)
}

/// The computer, on the record.
pub(super) fn computer() -> Actor {
    Actor::Job(COMPUTER.to_owned())
}
