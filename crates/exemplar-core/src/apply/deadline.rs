//! Whether a case was in time for the service's last day. What counts is the definition's to say.
//!
//! The place in the queue is the moment at which the case's id was drawn: when the person was let in to the service,
//! which without a waiting room is the first page that they opened. The id is kept in the sealed cookie, so that nobody
//! can give themselves an earlier one.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::definition::{Deadline, DeadlineCounts};
use crate::id::CaseId;
use crate::record::Case;

/// What is noted at submission: it holds whatever becomes of the last day afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InTime {
    /// Whether it was.
    pub in_time: bool,
    /// The moment that counted.
    pub counted: Timestamp,
    /// The last second as it was at submission, extended or not.
    pub end: Timestamp,
}

/// The name under which the event of submission holds it.
pub const IN_TIME: &str = "deadline";

/// Whether a case that is submitted `at` that moment is in time.
#[must_use]
pub fn in_time(deadline: &Deadline, case: &Case, at: Timestamp) -> InTime {
    let counted = counted(deadline, case.id, Some(case), at);
    InTime {
        in_time: !deadline.is_over(counted),
        counted,
        end: deadline.end(),
    }
}

/// Whether somebody who goes on now can still be in time, with the case that they have, or the id that it will have.
#[must_use]
pub fn still_in_time(deadline: &Deadline, id: Option<CaseId>, case: Option<&Case>, now: Timestamp) -> bool {
    let counted = id.map_or(now, |id| counted(deadline, id, case, now));
    !deadline.is_over(counted)
}

fn counted(deadline: &Deadline, id: CaseId, case: Option<&Case>, now: Timestamp) -> Timestamp {
    match deadline.counts {
        DeadlineCounts::Submission => now,
        DeadlineCounts::FirstAnswer => case.map_or(now, |case| case.started),
        DeadlineCounts::PlaceInQueue => id.drawn().unwrap_or(now).min(now),
    }
}

impl InTime {
    /// What the details of the event of submission say.
    #[must_use]
    pub fn of_details(details: &serde_json::Value) -> Option<Self> {
        serde_json::from_value(details.get(IN_TIME)?.clone()).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::Text;

    const END: i64 = 1_800_000_059;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn deadline(counts: DeadlineCounts, extended: bool) -> Deadline {
        Deadline {
            name: Text::only("the election"),
            last_moment: at(END),
            counts,
            extended: extended.then(|| (at(END + 3_600), Arc::from("an act"))),
            before: None,
            after: None,
        }
    }

    /// Somebody who came, and now asks whether they can still be in time.
    #[track_caller]
    fn check(counts: DeadlineCounts, extended: bool, came: i64, now: i64, expected: bool) {
        let milliseconds = u64::try_from(came).unwrap() * 1_000;
        let id = CaseId(uuid::Builder::from_unix_timestamp_millis(milliseconds, &[0; 10]).into_uuid());
        let still = still_in_time(&deadline(counts, extended), Some(id), None, at(now));
        assert_eq!(still, expected);
    }

    #[test]
    fn the_last_second_counts_to_its_end() {
        check(DeadlineCounts::Submission, false, END, END, true);
        check(DeadlineCounts::Submission, false, END, END + 1, false);
    }

    #[test]
    fn more_time_moves_the_end() {
        check(DeadlineCounts::Submission, true, END, END + 3_600, true);
        check(DeadlineCounts::Submission, true, END, END + 3_601, false);
    }

    #[test]
    fn who_was_let_in_by_the_last_minute_has_a_place() {
        check(DeadlineCounts::PlaceInQueue, false, END, END + 7_200, true);
        check(DeadlineCounts::PlaceInQueue, false, END + 1, END + 7_200, false);
    }

    #[test]
    fn without_an_answer_the_first_one_would_be_now() {
        check(DeadlineCounts::FirstAnswer, false, END, END, true);
        check(DeadlineCounts::FirstAnswer, false, END, END + 1, false);
    }
}
