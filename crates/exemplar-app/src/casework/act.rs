//! Acts of staff on a case: take, hand back, note, decide. Read, decide by the rules of core, one durable commit.

use std::sync::Arc;

use exemplar_core::casework::{self, Act, Ruling};
use exemplar_core::definition::Definition;
use exemplar_core::id::CaseId;
use exemplar_core::record::{Committed, Decision, LoadedCase, Outcome, Revision};
use exemplar_store::Fault;
use jiff::civil::Date;

use super::case::walk;
use super::{NotActed, Tries};
use crate::apply::{Failure, zone};
use crate::slots::Free;
use crate::staff::SignedIn;
use crate::{App, chance};

/// A case as it was read, with the decisions that it has.
pub(super) struct Known {
    pub(super) loaded: LoadedCase,
    pub(super) decisions: Vec<Decision>,
    /// What it can book.
    pub(super) free: Free,
}

impl App {
    /// Takes a case, or with `back` hands it back. `seen` is the revision that the form showed.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn take_case(&self, who: &SignedIn, id: CaseId, back: bool, seen: Revision) -> Result<(), NotActed> {
        self.act_on(who, id, seen, |loaded, _, act| {
            casework::take(loaded, back, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Notes something.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn note_case(&self, who: &SignedIn, id: CaseId, said: &str) -> Result<(), NotActed> {
        self.act_on(who, id, 0, |loaded, _, act| {
            casework::note(loaded, said, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Decides a case, and writes to the applicant; or proposes that, where a second officer is needed.
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
        self.act_knowing(who, id, seen, |known, definition, act| {
            let Known {
                loaded,
                decisions,
                free,
            } = known;
            // What is true today stands still at submission.
            if casework::needs_second_officer(&walk(&loaded, definition, act.submitted_on)) {
                return casework::propose(loaded, definition, &decisions, ruling, act).map_err(NotActed::Refused);
            }
            let outcome = casework::decide(loaded.clone(), definition, &decisions, ruling, act);
            let mut outcome = outcome.map_err(NotActed::Refused)?;
            self.follow_decision(&mut outcome, walk(&loaded, definition, act.today), &free)?;
            Ok(outcome)
        })
        .await
    }

    /// One act. After a conflict it is read and decided again: what bears on the act, the rules refuse then.
    pub(crate) async fn act_on(
        &self,
        who: &SignedIn,
        id: CaseId,
        seen: Revision,
        decide: impl Fn(LoadedCase, &Definition, &Act) -> Result<Outcome, NotActed>,
    ) -> Result<(), NotActed> {
        self.act_as(who, id, (seen, false), |known, definition, act| {
            decide(known.loaded, definition, act)
        })
        .await
    }

    /// One act that depends on the decisions that the case has.
    pub(super) async fn act_knowing(
        &self,
        who: &SignedIn,
        id: CaseId,
        seen: Revision,
        decide: impl Fn(Known, &Definition, &Act) -> Result<Outcome, NotActed>,
    ) -> Result<(), NotActed> {
        self.act_as(who, id, (seen, true), decide).await
    }

    /// The decisions of a case: they are read only where a second officer may be needed, or a
    /// decision be made or looked at again.
    pub(crate) async fn decisions(&self, definition: &Definition, id: CaseId) -> Result<Vec<Decision>, Fault> {
        let mut outcomes = definition.casework.outcomes.values();
        if definition.casework.second_officer.is_none()
            && !definition.payment.after_decision
            && !outcomes.any(|rule| rule.review_first)
        {
            return Ok(Vec::new());
        }
        Ok(self.store.work(id).await?.decisions)
    }

    async fn act_as(
        &self,
        who: &SignedIn,
        id: CaseId,
        (seen, with_decisions): (Revision, bool),
        decide: impl Fn(Known, &Definition, &Act) -> Result<Outcome, NotActed>,
    ) -> Result<(), NotActed> {
        let (commit, observation) = (chance::commit_id(), chance::observation_id());
        let mut tries = Tries::default();
        while tries.are_left() {
            let loaded = self.case_in_scope(who, id).await?.ok_or(NotActed::NotFound)?;
            let definition: Arc<Definition> = self.services.version(&self.store, loaded.case.definition).await?;
            let now = self.clock.now();
            let day = |at: jiff::Timestamp| -> Date { at.to_zoned(zone(&definition)).date() };
            let free = match with_decisions {
                true => self.free(&loaded, &definition).await?,
                false => Free::default(),
            };
            let act = Act {
                commit,
                observation,
                now,
                today: day(now),
                submitted_on: day(loaded.case.submitted.unwrap_or(now)),
                staff: who.staff.id,
                seen,
                no_room: free.no_room(&definition),
            };
            let loaded = self.to_decide(&definition, loaded).await?;
            let decisions = if with_decisions {
                self.decisions(&definition, id).await?
            } else {
                Vec::new()
            };
            let known = Known {
                loaded,
                decisions,
                free,
            };
            let outcome = decide(known, &definition, &act)?;
            let has_jobs = !outcome.jobs.is_empty();
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    if has_jobs {
                        self.wake.notify_one();
                    }
                    return Ok(());
                }
                other => tries.count(&other),
            }
        }
        Err(NotActed::Failed(Failure::Conflict))
    }
}
