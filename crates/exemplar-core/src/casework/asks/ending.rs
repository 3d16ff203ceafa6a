//! What the last day for an answer brings where none came.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use super::{ASK_NOT_ANSWERED, Asked, END_ASK, applicants, drop_unsent, runs_on, written};
use crate::casework::automatic::computer;
use crate::casework::decide::{Made, Occasion, next_number, settle};
use crate::casework::{Ruling, State, needs_second_officer};
use crate::definition::Definition;
use crate::id::{CommitId, JobId, ObservationId};
use crate::journey::{Setting, Walk};
use crate::record::{Actor, Change, Decision, LoadedCase, NewEvent, Outcome};

/// When the time for an answer is over: what is drawn for the act of the clock.
#[derive(Debug, Clone)]
pub struct TimeOver {
    /// The commit's id.
    pub commit: CommitId,
    /// The id of the observation that may be written.
    pub observation: ObservationId,
    /// The job that forgets the content of files that were not sent.
    pub forget: JobId,
    /// When.
    pub now: Timestamp,
    /// The day in the service's time zone.
    pub today: Date,
    /// The day of submission there.
    pub submitted_on: Date,
}

/// Ends the time for an answer that did not come: it is decided as the definition says, or the case is back with its
/// caseworker, as it is where a second officer is needed. None where it came, was taken back, or is not over.
#[must_use]
pub fn end_ask(
    loaded: LoadedCase,
    definition: &Definition,
    decisions: &[Decision],
    (name, since): (&str, i64),
    on: &TimeOver,
) -> Option<Outcome> {
    let asked = Asked::of(&loaded.case).filter(|asked| asked.name == name && asked.since == since)?;
    if on.today <= asked.until(definition)? {
        return None;
    }
    let rule = definition.casework.asks_for.get(name)?;
    let mut outcome = Outcome::new(on.commit, on.now);
    outcome.events.push(NewEvent {
        case: loaded.case.id,
        kind: ASK_NOT_ANSWERED,
        at: on.now,
        actor: Actor::Job(END_ASK.to_owned()),
        on_behalf_of: None,
        definition: definition.digest,
        details: json!({ "ask": name }),
    });
    let answers = &applicants(&loaded)?.answers;
    let setting = Setting {
        today: on.submitted_on,
        language: loaded.case.language.clone(),
        channel: loaded.case.channel,
    };
    let by_two = needs_second_officer(&Walk::new(definition, answers, setting));
    let mut case = runs_on(&written(&loaded.case, on.commit), &loaded, definition, on.today);
    match rule.otherwise.as_ref().filter(|_| !by_two) {
        Some(otherwise) => {
            let ruling = Ruling {
                outcome: otherwise.outcome.clone(),
                reason: otherwise.reason.clone(),
                said: String::new(),
            };
            let made = Made {
                n: next_number(decisions),
                by: computer(),
                approved_by: None,
                // What `automatic` says of its law is not said of this.
                is_automatic: false,
            };
            let occasion = Occasion {
                observation: on.observation,
                now: on.now,
                today: on.today,
                submitted_on: on.submitted_on,
                actor: computer(),
            };
            case = settle(&mut outcome, &case, (definition, &ruling), &made, &occasion);
        }
        None => {
            let state = State {
                is_unanswered: true,
                ..State::read(&case.state)
            };
            case.state = state.line();
        }
    }
    outcome.changes.push(Change::Case(Box::new(case)));
    drop_unsent(&mut outcome, &loaded, name, (on.commit, on.forget));
    outcome.read.push(loaded);
    Some(outcome)
}
