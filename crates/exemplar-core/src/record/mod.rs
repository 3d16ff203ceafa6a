//! What is stored: plain values, without a word on how. The store seals what `docs/` says must be sealed.
//!
//! [`case`] is the heart, [`work`] what hangs on a case, [`outcome`] what one commit writes.

mod case;
mod outcome;
mod work;

pub use case::{
    Case, Channel, Head, LoadedCase, Part, Participant, ParticipantPrivate, Phase, Renewed, Revision, Role,
};
pub use outcome::{
    AccessChange, CHANGES_LIMIT, Change, ClaimChange, ClaimKind, Committed, FIRST, NewJob, Outcome, SearchTerm,
};
pub use work::{
    Actor, Decision, DecisionStep, DeviceClass, Event, File, Link, Look, Means, Message, MessageState, MoneyKind,
    MoneyLine, NewEvent, Observation, ObservationKind, RegisterEntry, ScanState,
};
