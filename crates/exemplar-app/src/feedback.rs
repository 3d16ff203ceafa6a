//! Feedback: anybody gives it, owners of the service read it.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::feedback::Feedback;
use exemplar_core::id::FeedbackId;
use exemplar_core::permission::owned;
use exemplar_core::publishing::is_preview;
use exemplar_core::record::{Observation, ObservationKind};
use exemplar_store::Fault;
pub use exemplar_store::KeptFeedback;
use jiff::SignedDuration;
use jiff::civil::Date;
use uuid::Uuid;

use crate::apply::{Manner, TRIES_MINUTES, zone};
use crate::staff::SignedIn;
use crate::{App, chance};

/// So often may one caller give feedback in an hour. A library shares one address, and one person could bend the figures.
pub const GIVEN_BY_CALLER: i64 = 20;

/// Why feedback was not taken.
#[derive(Debug)]
pub enum NotGiven {
    /// Too much from one caller: again after this many minutes.
    TooMany(i64),
    /// A defect or an outage.
    Fault(Fault),
}

impl From<Fault> for NotGiven {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A place in the list of feedback.
pub type FeedbackPlace = (Date, FeedbackId);

impl App {
    /// Takes what somebody says of a service. It needs no case, and nothing tells who it was. What is said of a preview is
    /// not kept.
    ///
    /// # Errors
    /// As [`NotGiven`] says.
    pub async fn give_feedback(
        &self,
        live: &Arc<Definition>,
        manner: &Manner,
        said: &Feedback,
        caller: Option<&str>,
    ) -> Result<(), NotGiven> {
        if is_preview(&live.id) {
            return Ok(());
        }
        let now = self.clock.now();
        if let Some(caller) = caller {
            let hashed = self.store.keys().hash("gives feedback", "", caller);
            let window = SignedDuration::from_mins(TRIES_MINUTES);
            if self.store.count_guess("feedback", hashed, now, window).await? > GIVEN_BY_CALLER {
                return Err(NotGiven::TooMany(TRIES_MINUTES));
            }
        }
        let seen = Observation {
            id: chance::observation_id(),
            organisation: live.organisation.clone(),
            service: live.id.clone(),
            day: now.to_zoned(zone(live)).date(),
            kind: ObservationKind::Satisfaction,
            question: None,
            detail: None,
            amount: Some(said.level),
            channel: manner.channel,
            language: manner.language.clone(),
            device: manner.device,
            definition: live.digest,
            attempt: 0,
        };
        self.store
            .take_feedback(FeedbackId(Uuid::now_v7()), &seen, said)
            .await?;
        Ok(())
    }

    /// A page of what was written of the services that somebody owns, the latest first, and where the next page begins.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn feedback(
        &self,
        who: &SignedIn,
        before: Option<FeedbackPlace>,
    ) -> Result<(Vec<KeptFeedback>, Option<FeedbackPlace>), Fault> {
        let mut list = self.store.feedback(&owned(&who.staff, who.now), before).await?;
        let has_more = list.len() > exemplar_store::PAGE;
        list.truncate(exemplar_store::PAGE);
        let next = list.last().filter(|_| has_more).map(|last| (last.day, last.id));
        Ok((list, next))
    }
}
