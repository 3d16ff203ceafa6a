//! Noting in a draft what another system has on record, before the person goes on with it. It is kept for a while, so that
//! a page that is shown again asks nobody. Asking is not here.

use jiff::{SignedDuration, Timestamp};

use super::{Act, Refusal};
use crate::answer::{Answer, Found, Given, Record};
use crate::id::Name;
use crate::record::{Actor, Change, LoadedCase, Outcome, Phase, Revision};

/// So long what was found is shown again without asking: enough to read it, and to come back from another page.
const FRESH: SignedDuration = SignedDuration::from_mins(15);

/// Whether what is stored is shown without asking again: the person went on with it, or it was found a moment ago.
#[must_use]
pub fn is_fresh(record: &Record, found_at: Timestamp, now: Timestamp) -> bool {
    let is_new = || now.duration_since(found_at) < FRESH;
    record.found != Found::NoReply && (record.went_on.is_some() || is_new())
}

/// Notes what was found for a question of a draft. `seen` is the revision of the answers for which it was asked.
///
/// # Errors
/// [`Refusal::Changed`] where the answers changed meanwhile; [`Refusal::AlreadySubmitted`] and [`Refusal::Gone`] of the
/// case.
pub fn note_record(
    loaded: LoadedCase,
    (question, connector): (&Name, &Name),
    record: Record,
    seen: Revision,
    act: &Act,
) -> Result<Outcome, Refusal> {
    if loaded.case.phase != Phase::Draft {
        return Err(Refusal::AlreadySubmitted {
            case: loaded.case.id,
            reference: loaded.case.reference,
        });
    }
    let Some(mut part) = loaded.parts.iter().find(|part| part.participant == 0).cloned() else {
        return Err(Refusal::Gone);
    };
    if part.revision != seen {
        return Err(Refusal::Changed);
    }
    let given = Given {
        answer: Answer::Record(record),
        by: Actor::Integration(connector.to_string()),
        at: act.now,
        channel: act.channel,
    };
    part.answers.0.insert(question.clone(), given);
    part.revision += 1;
    part.last_commit = act.commit;
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome.changes.push(Change::Part(loaded.case.id, part));
    outcome.read.push(loaded);
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::WentOn;

    #[test]
    fn what_was_found_is_shown_again_for_a_quarter_of_an_hour() {
        let at = Timestamp::UNIX_EPOCH;
        let check = |found: Found, went_on: Option<WentOn>, minutes: i64, expected: bool| {
            let record = Record {
                of: String::new(),
                found,
                went_on,
            };
            let now = at + SignedDuration::from_mins(minutes);
            assert_eq!(
                is_fresh(&record, at, now),
                expected,
                "{record:?} after {minutes} minutes"
            );
        };
        check(Found::Nothing, None, 14, true);
        check(Found::Nothing, None, 15, false);
        check(Found::Nothing, Some(WentOn::Without), 10_000, true);
        check(Found::NoReply, None, 0, false);
        check(Found::NoReply, Some(WentOn::Without), 0, false);
    }
}
