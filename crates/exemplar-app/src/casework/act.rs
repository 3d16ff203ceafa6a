//! Acts of staff on a case: take, hand back, note, decide. Read, decide by the rules of core, one durable commit.

use std::sync::Arc;

use exemplar_core::casework::{self, Act, Refusal, Ruling};
use exemplar_core::definition::Definition;
use exemplar_core::id::CaseId;
use exemplar_core::record::{Committed, LoadedCase, Outcome, Revision};
use jiff::civil::Date;

use super::NotActed;
use super::case::walk;
use crate::apply::{CONFLICT_TRIES, Failure, zone};
use crate::messages::Moment;
use crate::staff::SignedIn;
use crate::{App, chance};

impl App {
    /// Takes a case, or with `back` hands it back. `seen` is the revision that the form showed.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn take_case(&self, who: &SignedIn, id: CaseId, back: bool, seen: Revision) -> Result<(), NotActed> {
        self.act_on(who, id, seen, |loaded, _, act| casework::take(loaded, back, act))
            .await
    }

    /// Notes something.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn note_case(&self, who: &SignedIn, id: CaseId, said: &str) -> Result<(), NotActed> {
        self.act_on(who, id, 0, |loaded, _, act| casework::note(loaded, said, act))
            .await
    }

    /// Decides a case, and writes to the applicant.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn decide_case(
        &self,
        who: &SignedIn,
        id: CaseId,
        ruling: &Ruling,
        seen: Revision,
    ) -> Result<(), NotActed> {
        self.act_on(who, id, seen, |loaded, definition, act| {
            let mut outcome = casework::decide(loaded.clone(), definition, ruling, act)?;
            let walk = walk(&loaded, definition, act.today);
            if let Some(case) = outcome.changed_case().cloned() {
                let moment = Moment {
                    name: ruling.outcome.as_str(),
                    ruling: Some(ruling),
                };
                self.add_messages(&mut outcome, &moment, &case, &walk, act.now);
            }
            Ok(outcome)
        })
        .await
    }

    /// One act. After a conflict it is read and decided again: what bears on the act, the rules refuse then.
    pub(super) async fn act_on(
        &self,
        who: &SignedIn,
        id: CaseId,
        seen: Revision,
        decide: impl Fn(LoadedCase, &Definition, &Act) -> Result<Outcome, Refusal>,
    ) -> Result<(), NotActed> {
        let (commit, observation) = (chance::commit_id(), chance::observation_id());
        for _ in 0..CONFLICT_TRIES {
            let loaded = self.case_in_scope(who, id).await?.ok_or(NotActed::NotFound)?;
            let definition: Arc<Definition> = self.services.version(&self.store, loaded.case.definition).await?;
            let now = self.clock.now();
            let day = |at: jiff::Timestamp| -> Date { at.to_zoned(zone(&definition)).date() };
            let act = Act {
                commit,
                observation,
                now,
                today: day(now),
                submitted_on: day(loaded.case.submitted.unwrap_or(now)),
                staff: who.staff.id,
                seen,
            };
            let outcome = decide(loaded, &definition, &act).map_err(NotActed::Refused)?;
            let has_jobs = !outcome.jobs.is_empty();
            if self.store.commit(outcome).await? == Committed::Committed {
                if has_jobs {
                    self.wake.notify_one();
                }
                return Ok(());
            }
        }
        Err(NotActed::Failed(Failure::Conflict))
    }
}
