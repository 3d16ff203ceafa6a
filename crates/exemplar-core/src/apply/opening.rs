//! Who can begin, and who can go on, while a service is closed.
//!
//! What counts is when a person began. Whoever gave an answer while the service was open can finish and send, and
//! whether that is in time is for a deadline to say. Where the deadline counts the place in the queue, it holds here too:
//! whoever came before the service closed can begin.

use jiff::Timestamp;

use crate::definition::{DeadlineCounts, Definition, OpeningNow};
use crate::id::CaseId;

/// Whether somebody can give the first answer now. `id` is the one that their case will have.
#[must_use]
pub fn may_begin(definition: &Definition, id: Option<CaseId>, now: Timestamp) -> bool {
    let Some(opening) = &definition.opening else {
        return true;
    };
    match opening.at(now) {
        OpeningNow::Open => true,
        OpeningNow::NotYet(_) => false,
        OpeningNow::Over => {
            let counts = definition.deadline.as_ref().map(|deadline| deadline.counts);
            let came = id.and_then(|id| id.drawn());
            counts == Some(DeadlineCounts::PlaceInQueue)
                && came.is_some_and(|came| opening.at(came.min(now)) == OpeningNow::Open)
        }
    }
}
