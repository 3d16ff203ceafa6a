//! "Have I done this already?": what somebody asks is answered by a message to the address in the application, or by
//! nothing. Whoever asks is told the same either way, and no sooner or later: asking only leaves a job behind.

use std::sync::Arc;

use exemplar_core::answer::Answers;
use exemplar_core::definition::Definition;
use exemplar_core::id::JobId;
use exemplar_core::record::{NewJob, Outcome};
use exemplar_core::search::Wondered;
use uuid::Uuid;

use super::come_back::hour;
use super::{Failure, Manner, zone};
use crate::work::TELL_EARLIER;
use crate::{App, chance};

/// So often may one caller ask in an hour.
const ASKED_BY_CALLER: i64 = 10;

/// Why a question was not taken.
#[derive(Debug)]
pub enum NotAsked {
    /// Too many: again after this many minutes.
    TooMany(i64),
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotAsked {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl App {
    /// Takes the question whether there is an application with these answers.
    ///
    /// # Errors
    /// As [`NotAsked`] says; never whether there is one.
    pub async fn ask_already(
        &self,
        live: &Arc<Definition>,
        manner: &Manner,
        answers: &Answers,
        caller: Option<&str>,
    ) -> Result<(), NotAsked> {
        let now = self.clock.now();
        if let Some(caller) = caller {
            let hashed = self.store.keys().hash("asks already", "", caller);
            if self.store.count_guess("already", hashed, now, hour()).await? > ASKED_BY_CALLER {
                return Err(NotAsked::TooMany(super::TRIES_MINUTES));
            }
        }
        let wondered = Wondered {
            definition: live,
            answers,
            today: now.to_zoned(zone(live)).date(),
        };
        let Some(term) = wondered.term() else { return Ok(()) };
        let hash = self.store.term_hash(&live.organisation, &term);
        let mut outcome = Outcome::new(chance::commit_id(), now);
        outcome.jobs.push(NewJob {
            id: JobId(Uuid::now_v7()),
            kind: TELL_EARLIER,
            case: None,
            due: now,
            task: serde_json::json!({
                "organisation": live.organisation,
                "term": data_encoding::HEXLOWER.encode(&hash),
                "language": manner.language,
            }),
        });
        self.store.commit(outcome).await?;
        self.wake.notify_one();
        Ok(())
    }
}
