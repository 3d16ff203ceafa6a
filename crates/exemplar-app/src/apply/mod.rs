//! What an applicant does: open a draft, save answers, submit, leave it and come back.
//!
//! [`draft`] opens a case for its applicant; [`save`] and [`submit`] change it; [`come_back`] leaves it
//! and comes back. [`look_up`] has another system's record of a page. [`already`] is the question whether there is a case already.

mod already;
mod come_back;
mod draft;
mod look_up;
mod save;
mod submit;

use exemplar_core::apply::Act;
use exemplar_core::id::{CaseId, Language};
use exemplar_core::record::{Actor, Channel, DeviceClass};
use exemplar_store::Fault;
use jiff::tz::TimeZone;

pub use already::NotAsked;
pub(crate) use come_back::{CODE, LINK};
pub use come_back::{NotOpened, Said, Saved as SavedPlace, TRIES_MINUTES};
pub use draft::{Draft, Opened};
pub use look_up::LookedUp;
pub use save::{Next, NotSaved, SaveAnswers, Saved};
pub use submit::{NotSubmitted, Submitted};

use crate::{App, chance};
use exemplar_core::definition::Definition;

/// How often a use case reads and decides again after a conflict, before it says so.
pub const CONFLICT_TRIES: usize = 3;

/// How often another reference is drawn when one is taken.
pub const REFERENCE_TRIES: usize = 5;

/// How an applicant comes: what every act and every page needs to know of the request.
#[derive(Debug, Clone)]
pub struct Manner {
    /// The language of the address.
    pub language: Language,
    /// How the person deals with the service.
    pub channel: Channel,
    /// On what.
    pub device: DeviceClass,
}

/// Which case a browser may reach, as its session has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// The case, or the id that it will have.
    pub case: CaseId,
    /// The participant's epoch when it was opened.
    pub epoch: i32,
}

impl App {
    /// An act of the applicant, now. Its ids are drawn once, so that it can be decided again without harm.
    #[must_use]
    pub fn act(&self, definition: &Definition, manner: &Manner) -> Act {
        let now = self.clock.now();
        Act {
            commit: chance::commit_id(),
            observations: [chance::observation_id(), chance::observation_id()],
            now,
            today: now.to_zoned(zone(definition)).date(),
            actor: Actor::Participant(0),
            channel: manner.channel,
            language: manner.language.clone(),
            device: manner.device,
            no_room: false,
        }
    }
}

/// The time zone in which a service's days are counted.
#[must_use]
pub fn zone(definition: &Definition) -> TimeZone {
    // `check` refuses a zone that does not exist; UTC is what remains if the bundled zones ever lose one.
    TimeZone::get(&definition.time_zone).unwrap_or(TimeZone::UTC)
}

/// Something that the world did to a use case, as against what the rules said.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Somebody else wrote each time.
    #[error("the case was changed by others each time it was tried")]
    Conflict,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}
