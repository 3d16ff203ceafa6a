//! Publishing: how a version of a service comes to be live. A version is brought in, looked at, asked for, agreed to
//! where the organisation wants a second person, and goes live at once or at its time. What is live is changed by nothing
//! else. How a definition is checked and compared is in `definition`; what is stored of it is not here.

mod moving;
mod preview;

pub use moving::move_draft;
pub(crate) use preview::is_preview_name;
pub use preview::{PREVIEW_DAYS, is_preview, preview_folder, preview_of, previewed};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::definition::Definition;
use crate::id::{Digest, ServiceId};
use crate::permission::{Staff, owned};
use crate::record::Actor;

/// The job that moves drafts to the version that went live. It is written with that.
pub const MOVE_DRAFTS: &str = "move_drafts";
/// The most characters of a note that says why a version is published.
pub const NOTE_CHARACTERS: usize = 1_000;
/// A version can be set to go live at most so many days ahead.
pub const DAYS_AHEAD: i64 = 366;

/// Where a version is on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProposalState {
    /// It was brought in and can be looked at.
    Draft,
    /// Somebody asked for it, and a second person has to agree.
    Asked,
    /// It goes live at its time.
    Scheduled,
    /// It went live. Whether it still is, the service's live version tells.
    Published,
    /// It was taken back, or what is live changed before its time came.
    Withdrawn,
}

/// Whom a version affects, as it was told before it was published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Foretold {
    /// Drafts that go on under the new version.
    pub moved: u64,
    /// Drafts that finish under the version that they began with.
    pub finish: u64,
    /// Cases that were sent and are not decided: they keep their rules and follow the new words.
    pub cases: u64,
}

/// Who did something to a proposal, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// A version on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Of which service.
    pub service: ServiceId,
    /// Its number among those of the service, from 1.
    pub n: i64,
    /// The version.
    pub digest: Digest,
    /// What was live when it was asked for: that is what it was compared with.
    pub before: Option<Digest>,
    /// Where it is.
    pub state: ProposalState,
    /// Why it is published, in the words of who asked.
    pub note: String,
    /// So many warnings its check gave. One with errors is never brought in.
    pub warnings: i64,
    /// Whom it affects, as was shown to who asked.
    pub foretold: Option<Foretold>,
    /// When it is to go live; none for at once.
    pub takes_effect: Option<Timestamp>,
    /// Who brought it in.
    pub brought: Done,
    /// Who asked for it.
    pub asked: Option<Done>,
    /// Who agreed to it or took it back; for one that nobody had to agree to, who asked.
    pub ended: Option<Done>,
}

/// What somebody asks for when they publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// Who asks.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// When it is to go live; none for at once.
    pub takes_effect: Option<Timestamp>,
    /// Why.
    pub note: String,
    /// What was live on the page that they saw.
    pub seen_live: Option<Digest>,
    /// Whom it affects, as that page told.
    pub foretold: Foretold,
}

/// Why something cannot be done to a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotPublished {
    /// It is not where it would have to be: somebody was faster.
    #[error("this version has moved on since the page was shown")]
    MovedOn,
    /// What is live is not what was shown.
    #[error("another version has gone live since this one was compared with what was live")]
    LiveChanged,
    /// The version is live already.
    #[error("this version is live already")]
    Live,
    /// Nothing says why.
    #[error("a note has to say why")]
    NoteMissing,
    /// The note is too long.
    #[error("the note has more than {NOTE_CHARACTERS} characters")]
    NoteTooLong,
    /// The time is over, or too far ahead.
    #[error("the time must be ahead, and at most {DAYS_AHEAD} days")]
    WrongTime,
    /// Who asked cannot be the second person.
    #[error("somebody else than who asked has to agree")]
    SamePerson,
}

/// Whether somebody brings in and publishes versions of a service: its owner.
#[must_use]
pub fn may_publish(staff: &Staff, definition: &Definition, now: Timestamp) -> bool {
    owned(staff, now).iter().any(|owned| {
        owned.organisation == definition.organisation
            && owned.service.as_ref().is_none_or(|service| *service == definition.id)
    })
}

impl Proposal {
    /// Asks for a version to be published. Where the organisation wants a second person it waits for one; else it is
    /// agreed to by that.
    ///
    /// # Errors
    /// As [`NotPublished`] says.
    pub fn ask(mut self, asking: Asking, live: Option<Digest>, by_two: bool) -> Result<Self, NotPublished> {
        if self.state != ProposalState::Draft {
            return Err(NotPublished::MovedOn);
        }
        if asking.seen_live != live {
            return Err(NotPublished::LiveChanged);
        }
        if live == Some(self.digest) {
            return Err(NotPublished::Live);
        }
        let note = asking.note.trim();
        if note.is_empty() {
            return Err(NotPublished::NoteMissing);
        }
        if note.chars().count() > NOTE_CHARACTERS {
            return Err(NotPublished::NoteTooLong);
        }
        if asking.takes_effect.is_some_and(|at| !is_ahead(at, asking.at)) {
            return Err(NotPublished::WrongTime);
        }
        let done = Done {
            by: asking.by,
            at: asking.at,
        };
        self.note = note.to_owned();
        self.before = live;
        self.foretold = Some(asking.foretold);
        self.takes_effect = asking.takes_effect;
        self.ended = (!by_two).then(|| done.clone());
        self.asked = Some(done);
        self.state = if by_two {
            ProposalState::Asked
        } else {
            ProposalState::Scheduled
        };
        Ok(self)
    }

    /// Agrees to a version as the second person. A time that has gone by meanwhile means at once.
    ///
    /// # Errors
    /// As [`NotPublished`] says.
    pub fn agree(mut self, by: Actor, at: Timestamp, live: Option<Digest>) -> Result<Self, NotPublished> {
        if self.state != ProposalState::Asked {
            return Err(NotPublished::MovedOn);
        }
        if self.asked.as_ref().is_some_and(|asked| asked.by == by) {
            return Err(NotPublished::SamePerson);
        }
        if self.before != live {
            return Err(NotPublished::LiveChanged);
        }
        self.state = ProposalState::Scheduled;
        self.ended = Some(Done { by, at });
        Ok(self)
    }

    /// Takes a version back that is not live yet.
    ///
    /// # Errors
    /// [`NotPublished::MovedOn`] when it has gone live or was taken back.
    pub fn withdraw(mut self, by: Actor, at: Timestamp) -> Result<Self, NotPublished> {
        if matches!(self.state, ProposalState::Published | ProposalState::Withdrawn) {
            return Err(NotPublished::MovedOn);
        }
        self.state = ProposalState::Withdrawn;
        self.ended = Some(Done { by, at });
        Ok(self)
    }

    /// Whether its time has come.
    #[must_use]
    pub fn is_due(&self, now: Timestamp) -> bool {
        self.state == ProposalState::Scheduled && self.takes_effect.is_none_or(|at| at <= now)
    }
}

fn is_ahead(at: Timestamp, now: Timestamp) -> bool {
    let latest = now.checked_add(jiff::SignedDuration::from_hours(DAYS_AHEAD * 24));
    at > now && latest.is_ok_and(|latest| at <= latest)
}

#[cfg(test)]
mod tests;
