//! Taking an application back: by the applicant, and by a caseworker whom they asked. The message follows in the same
//! commit, and what was booked is free at once.

use std::sync::Arc;

use exemplar_core::casework::{self, Refusal, Withdrawable, Withdrawal};
use exemplar_core::definition::Definition;
use exemplar_core::id::CaseId;
use exemplar_core::journey::Walk;
use exemplar_core::record::{Actor, Committed, LoadedCase, Outcome, Revision};

use super::case::walk;
use super::{NotActed, OpenCase};
use crate::App;
use crate::apply::{Access, CONFLICT_TRIES, Draft, Failure, Manner, Opened};
use crate::messages::WITHDRAWN;
use crate::staff::SignedIn;

impl Draft {
    /// What its applicant can take back now.
    #[must_use]
    pub fn withdrawable(&self, manner: &Manner, app: &App) -> Option<Withdrawable> {
        let case = &self.loaded.as_ref()?.case;
        casework::withdrawable(case, &self.walk(manner), app.clock.now())
    }
}

impl OpenCase {
    /// What can be taken back for its applicant now.
    #[must_use]
    pub fn withdrawable(&self, app: &App) -> Option<Withdrawable> {
        casework::withdrawable(&self.loaded.case, &self.walk(), app.clock.now())
    }
}

impl App {
    /// Takes an application back for its applicant. Answers false where it cannot be taken back any more.
    ///
    /// # Errors
    /// As [`Failure`] says.
    pub async fn withdraw(&self, live: &Arc<Definition>, access: Access, manner: &Manner) -> Result<bool, Failure> {
        let act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let Opened::Submitted(draft) = self.open(live, access).await? else {
                return Ok(false);
            };
            let Some(loaded) = draft.loaded.clone() else {
                return Ok(false);
            };
            let withdrawal = Withdrawal {
                commit: act.commit,
                now: act.now,
                today: draft.today,
                by: act.actor.clone(),
                said: String::new(),
            };
            let Ok(outcome) = self.withdrawn(loaded, &draft.walk(manner), &withdrawal)? else {
                return Ok(false);
            };
            if self.store.commit(outcome).await? == Committed::Committed {
                self.wake.notify_one();
                return Ok(true);
            }
        }
        Err(Failure::Conflict)
    }

    /// Takes an application back for an applicant who asked a caseworker to, in the way that they say.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn withdraw_case(&self, who: &SignedIn, id: CaseId, said: &str, seen: Revision) -> Result<(), NotActed> {
        self.act_on(who, id, seen, |loaded, definition, act| {
            if loaded.case.revision != act.seen {
                return Err(NotActed::Refused(Refusal::Changed));
            }
            let withdrawal = Withdrawal {
                commit: act.commit,
                now: act.now,
                today: act.today,
                by: Actor::Staff(act.staff),
                said: said.to_owned(),
            };
            let walk = walk(&loaded, definition, act.today);
            self.withdrawn(loaded.clone(), &walk, &withdrawal)?
                .map_err(NotActed::Refused)
        })
        .await
    }

    /// The act, with its messages.
    fn withdrawn(
        &self,
        loaded: LoadedCase,
        walk: &Walk<'_>,
        withdrawal: &Withdrawal,
    ) -> Result<Result<Outcome, Refusal>, exemplar_store::Fault> {
        let mut outcome = match casework::withdraw(loaded, walk, withdrawal) {
            Ok(outcome) => outcome,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if let Some(case) = outcome.changed_case().cloned() {
            self.add_messages(&mut outcome, &WITHDRAWN, &case, walk, withdrawal.now)?;
        }
        Ok(Ok(outcome))
    }
}
