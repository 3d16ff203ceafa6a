//! What becomes of an entry: staff suspend, revoke, end and restore it, with a reason; time lets it expire.

use jiff::Timestamp;
use jiff::civil::Date;

use super::entry::{EntryChange, EntryPrivate};
use crate::definition::Issue;
use crate::id::StaffId;
use crate::record::RegisterEntry;

/// What staff made of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryState {
    /// Nothing: it is good until its last day.
    Live,
    /// Not good for now.
    Suspended,
    /// Taken away.
    Revoked,
    /// Over, without fault.
    Ended,
}

/// How an entry stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As staff left it.
    Is(EntryState),
    /// Its last day is over. Nobody has to do anything for that.
    Expired,
}

/// Why an entry was not changed. Data; the pages turn it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotChanged {
    /// It is not in a state from which it can come to that, or the service does not allow it.
    NotAllowed,
    /// A reason is needed.
    ReasonNeeded,
    /// The reason is too long.
    TooLong,
}

/// A reason has at most so many characters.
const REASON_AT_MOST: usize = 500;

/// What staff want to make of an entry.
#[derive(Debug, Clone, Copy)]
pub struct Changing<'a> {
    /// The state that it is to have.
    pub to: EntryState,
    /// Why.
    pub reason: &'a str,
    /// Who does it.
    pub by: StaffId,
    /// The day in the service's time zone.
    pub today: Date,
    /// When.
    pub now: Timestamp,
}

impl EntryState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Live, Self::Suspended, Self::Revoked, Self::Ended];

    /// The word that is stored and written in definitions.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Suspended => "suspended",
            Self::Revoked => "revoked",
            Self::Ended => "ended",
        }
    }

    /// The state with that word.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The event that a change to this state is.
    #[must_use]
    pub fn event(self) -> &'static str {
        match self {
            Self::Live => "entry_restored",
            Self::Suspended => "entry_suspended",
            Self::Revoked => "entry_revoked",
            Self::Ended => "entry_ended",
        }
    }
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Is(state) => state.as_str(),
            Self::Expired => "expired",
        }
    }
}

/// How an entry stands on that day. What staff took away did not expire besides.
#[must_use]
pub fn standing(state: &str, until: Option<Date>, today: Date) -> Standing {
    match EntryState::named(state).unwrap_or(EntryState::Ended) {
        EntryState::Live | EntryState::Suspended if until.is_some_and(|until| until < today) => Standing::Expired,
        state => Standing::Is(state),
    }
}

/// Whether staff can bring an entry from one state to another: what the service allows from the live one, and back.
#[must_use]
pub fn is_allowed(issue: &Issue, from: EntryState, to: EntryState) -> bool {
    match (from, to) {
        (EntryState::Live, EntryState::Live) => false,
        (_, EntryState::Live) => true,
        (EntryState::Live | EntryState::Suspended, to) => from != to && issue.can_be.contains(&to),
        _ => false,
    }
}

/// The entry as it is written next: in that state, with why and by whom.
///
/// # Errors
/// As [`NotChanged`] says.
pub fn change(entry: &RegisterEntry, issue: &Issue, changing: &Changing<'_>) -> Result<RegisterEntry, NotChanged> {
    let to = changing.to;
    let from = EntryState::named(&entry.state).ok_or(NotChanged::NotAllowed)?;
    if !is_allowed(issue, from, to) {
        return Err(NotChanged::NotAllowed);
    }
    let reason = changing.reason.trim();
    match reason.chars().count() {
        0 => return Err(NotChanged::ReasonNeeded),
        count if count > REASON_AT_MOST => return Err(NotChanged::TooLong),
        _ => {}
    }
    let mut private = EntryPrivate::of(entry);
    private.changes.push(EntryChange {
        to: to.as_str().to_owned(),
        on: changing.today,
        reason: reason.to_owned(),
        by: changing.by.0.to_string(),
    });
    Ok(RegisterEntry {
        state: to.as_str().to_owned(),
        private: private.to_value(),
        updated: changing.now,
        revision: entry.revision + 1,
        ..entry.clone()
    })
}
