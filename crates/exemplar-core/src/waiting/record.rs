//! What the record says of a wait. Its events are the only place where that stands.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::apply::InTime;
use crate::id::{Language, Name};
use crate::record::{Channel, DeviceClass, Event};

/// The applicant accepted the answers, and the case began to wait.
pub const CHECKED: &str = "checked";
/// The second person signed.
pub const SIGNED: &str = "signed";
/// The second person did not want to sign.
pub const DECLINED: &str = "declined";
/// The applicant went back to change an answer.
pub const TAKEN_BACK: &str = "taken_back";
/// Nobody signed or paid in time.
pub const WAIT_ENDED: &str = "wait_ended";

/// What stands still while a case waits, as the event [`CHECKED`] holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frozen {
    /// Of the answers that were accepted.
    pub digest: String,
    /// The day of check answers, by which conditions and the fee were worked out.
    pub today: Date,
    /// The language in which they were accepted.
    pub language: Language,
    /// How.
    pub channel: Channel,
    /// On what.
    pub device: DeviceClass,
    /// Whether that was in time for the last day, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_time: Option<InTime>,
    /// The money lines of the fee, with the lines of the definition that they come from.
    #[serde(default)]
    pub lines: Vec<(i32, Name)>,
    /// The last day of the wait that began then.
    pub until: Date,
}

/// A signature of a second person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name as it was typed.
    pub name: String,
    /// When.
    pub at: Timestamp,
}

/// A wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    /// What stands still.
    pub frozen: Frozen,
    /// When the answers were accepted.
    pub since: Timestamp,
    /// The last day on which what is waited for can come.
    pub until: Date,
    /// The event with which the present wait began, by number: a job of another one does nothing.
    pub number: i64,
    /// The second person's signature, where it was given.
    pub signature: Option<Signature>,
}

/// How a wait ended without the case being handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// [`TAKEN_BACK`], [`DECLINED`] or [`WAIT_ENDED`].
    pub how: &'static str,
    /// When.
    pub at: Timestamp,
    /// Why, where the second person said so.
    pub reason: Option<String>,
    /// The signature that does not count any more.
    pub signature: Option<Signature>,
}

impl Wait {
    /// The wait that a case is in, or was in until it was handed in. None where it is a draft.
    #[must_use]
    pub fn of(events: &[Event]) -> Option<Self> {
        look_through(events).0
    }
}

impl Ended {
    /// How the last wait of a draft ended; none where it never waited, or waits.
    #[must_use]
    pub fn of(events: &[Event]) -> Option<Self> {
        look_through(events).1
    }
}

fn look_through(events: &[Event]) -> (Option<Wait>, Option<Ended>) {
    let (mut wait, mut ended) = (None, None);
    for event in events {
        let details = event.details.as_ref();
        match event.kind.as_str() {
            CHECKED => {
                ended = None;
                wait = details
                    .and_then(|details| serde_json::from_value::<Frozen>(details.get("frozen")?.clone()).ok())
                    .map(|frozen| Wait {
                        until: frozen.until,
                        frozen,
                        since: event.at,
                        number: event.n,
                        signature: None,
                    });
            }
            SIGNED => {
                if let (Some(wait), Some(details)) = (&mut wait, details) {
                    signed(wait, event, details);
                }
            }
            how @ (TAKEN_BACK | DECLINED | WAIT_ENDED) => {
                let how = [TAKEN_BACK, DECLINED, WAIT_ENDED]
                    .into_iter()
                    .find(|known| *known == how);
                let reason = details.and_then(|details| details["reason"].as_str());
                ended = Some(Ended {
                    how: how.unwrap_or(WAIT_ENDED),
                    at: event.at,
                    reason: reason.map(str::to_owned),
                    signature: wait.take().and_then(|wait: Wait| wait.signature),
                });
            }
            _ => {}
        }
    }
    (wait, ended)
}

fn signed(wait: &mut Wait, event: &Event, details: &serde_json::Value) {
    wait.signature = Some(Signature {
        name: details["name"].as_str().unwrap_or_default().to_owned(),
        at: event.at,
    });
    // Where the fee is still to be paid, another wait begins.
    if let Some(until) = details["until"].as_str().and_then(|day| day.parse().ok()) {
        wait.until = until;
        wait.number = event.n;
    }
}
