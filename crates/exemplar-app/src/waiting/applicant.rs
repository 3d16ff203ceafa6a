//! What the applicant does to a case that waits: go back to change an answer, and send the second person another link.

use std::sync::Arc;

use exemplar_core::apply::Act;
use exemplar_core::definition::Definition;
use exemplar_core::record::{Committed, LoadedCase, Outcome};
use exemplar_core::waiting::{Back, ask_again, frozen_walk, take_back};

use super::{NotDone, Standing};
use crate::App;
use crate::apply::{Access, CONFLICT_TRIES, Failure, Manner, Opened};

impl App {
    /// Makes a waiting case a draft again. What hung on the answers is void then.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn take_back(&self, live: &Arc<Definition>, access: Access, manner: &Manner) -> Result<(), NotDone> {
        self.act_on_wait(live, access, manner, |loaded, definition, standing, act| {
            let back = Back::to_change();
            take_back(loaded, definition, &standing.on_record(), back, act).map_err(NotDone::Refused)
        })
        .await
    }

    /// Sends the second person another link. The one before opens nothing any more.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn ask_again(&self, live: &Arc<Definition>, access: Access, manner: &Manner) -> Result<(), NotDone> {
        let link = self.draw_link()?;
        self.act_on_wait(live, access, manner, |loaded, definition, standing, act| {
            let wait = standing.wait().ok_or(NotDone::NotFound)?;
            let walk = frozen_walk(&loaded, definition, &wait).ok_or(NotDone::NotFound)?;
            let asks = self.sign_link(&link, &walk, standing.events.len());
            let asks = asks.ok_or(NotDone::NotFound)?;
            ask_again(loaded, definition, &standing.on_record(), &asks, act).map_err(NotDone::Refused)
        })
        .await
    }

    async fn act_on_wait(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        decide: impl Fn(LoadedCase, &Definition, &Standing, &Act) -> Result<Outcome, NotDone>,
    ) -> Result<(), NotDone> {
        let mut act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let (Opened::Draft(draft) | Opened::Submitted(draft)) = self.open(live, access).await? else {
                return Err(NotDone::NotFound);
            };
            let loaded = draft.loaded.ok_or(NotDone::NotFound)?;
            let standing = self.standing(access.case).await?;
            act.today = draft.today;
            let outcome = decide(loaded, &draft.definition, &standing, &act)?;
            let has_jobs = !outcome.jobs.is_empty();
            if self.store.commit(outcome).await? == Committed::Committed {
                if has_jobs {
                    self.wake.notify_one();
                }
                return Ok(());
            }
        }
        Err(NotDone::Failed(Failure::Conflict))
    }
}
