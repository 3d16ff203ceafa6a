//! Waiting between check answers and submission: for another person's signature, then for the fee; or for the fee
//! between a decision and what it issues.
//!
//! While a case waits, its answers and its fee stand still. [`freeze`] begins a wait, in the act of sending; [`record`]
//! is what the record says of it; [`money`] are its money lines; [`pay`] and [`sign`] end it by handing the case in,
//! [`back`] by making it a draft again; [`after_decision`] is a fee that is paid when something is granted,
//! [`refund`] what a decision pays back. A case with neither fee nor signatory knows nothing of all this.

mod after_decision;
mod back;
mod freeze;
mod money;
mod pay;
mod record;
mod refund;
mod sign;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::apply::Act;
use crate::definition::Definition;
use crate::id::CaseId;
use crate::journey::{Setting, Walk};
use crate::record::{Actor, Case, DeviceClass, Event, LoadedCase, MoneyLine, NewEvent, Outcome, Phase};

pub use after_decision::{ASKED_TO_PAY, NOT_PAID, ToPay, ask_to_pay, end_unpaid, waits_after_decision};
pub use back::{Back, END_WAIT, by_the_clock, take_back, waits_to_be_sent};
pub use freeze::{AskToSign, Signer, needs_signature, signer};
pub(crate) use freeze::{freeze, settle_at_once};
pub use money::{MoneyState, outstanding};
pub use pay::{MEANS, PROVIDER_REFERENCE_AT_MOST, Paid, REASON_AT_MOST, paid_back, pay, waive};
pub use record::{CHECKED, DECLINED, Ended, Frozen, SIGNED, Signature, TAKEN_BACK, WAIT_ENDED, Wait};
pub use refund::{REFUND_DUE, add_refund, pays_back};
pub use sign::{Signing, ask_again, decline, open_link, sign};

/// What hangs on a waiting case: all that a decision about its wait needs besides the case.
#[derive(Debug, Clone, Copy)]
pub struct OnRecord<'a> {
    /// Its events, oldest first.
    pub events: &'a [Event],
    /// Its money lines, by number.
    pub money: &'a [MoneyLine],
}

/// Why an act on a waiting case was not done. Data; the pages turn it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The case does not wait for this, or no more.
    NotWaiting,
    /// Something was paid, waived or changed since the form was shown.
    Changed,
    /// More is said to be paid than is due, or nothing.
    WrongAmount,
    /// A means of paying that is none of ours.
    NoMeans,
    /// A reason or a name is needed.
    NothingSaid,
    /// What was said is too long.
    TooLong,
}

/// The wait that a case is in.
fn wait(case: &Case, phase: Phase, on_record: &OnRecord<'_>) -> Result<Wait, Refusal> {
    if case.phase != phase {
        return Err(Refusal::NotWaiting);
    }
    Wait::of(on_record.events).ok_or(Refusal::NotWaiting)
}

/// The way through the definition as it was when the answers were checked.
#[must_use]
pub fn frozen_walk<'a>(loaded: &'a LoadedCase, definition: &'a Definition, wait: &Wait) -> Option<Walk<'a>> {
    let part = loaded.parts.iter().find(|part| part.participant == 0)?;
    let setting = Setting {
        today: wait.frozen.today,
        language: wait.frozen.language.clone(),
        channel: wait.frozen.channel,
    };
    Some(Walk::new(definition, &part.answers, setting))
}

/// An act by somebody else than the applicant, in the manner in which the applicant sent the answers.
#[must_use]
pub fn act_for(act: &crate::casework::Act, case: &Case) -> Act {
    Act {
        commit: act.commit,
        // An act on a wait counts one observation at the most: the submission.
        observations: [act.observation, act.observation],
        now: act.now,
        today: act.today,
        actor: Actor::Staff(act.staff),
        channel: case.channel,
        language: case.language.clone(),
        device: DeviceClass::Other,
        no_room: act.no_room,
    }
}

/// The case in another phase.
fn in_phase(case: &Case, phase: Phase, act: &Act) -> Case {
    Case {
        phase,
        revision: case.revision + 1,
        last_commit: act.commit,
        ..case.clone()
    }
}

fn event(case: CaseId, kind: &'static str, definition: &Definition, details: serde_json::Value, act: &Act) -> NewEvent {
    NewEvent {
        case,
        kind,
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: None,
        definition: definition.digest,
        details,
    }
}

/// An outcome of an act.
fn outcome(act: &Act) -> Outcome {
    Outcome::new(act.commit, act.now)
}

/// The moment after which a last day is over: the end of that day in the service's time zone.
#[must_use]
pub fn over_after(day: Date, zone: &jiff::tz::TimeZone) -> Option<Timestamp> {
    let next = day.tomorrow().ok()?;
    Some(next.to_zoned(zone.clone()).ok()?.timestamp())
}
