//! Asking the applicant for something: by a caseworker, taken back by one, answered by the applicant, or ended by the
//! clock.

use std::sync::Arc;

use exemplar_core::apply::{Refusal, Seen};
use exemplar_core::casework::{self, Asked, TimeOver};
use exemplar_core::definition::{Definition, Page};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::record::{Committed, LoadedCase, Revision};
use exemplar_store::LeasedJob;

use super::case::walk;
use super::{NotActed, NotFollowed, Tries};
use crate::apply::{Access, CONFLICT_TRIES, Draft, Failure, Manner, Opened, zone};
use crate::slots::Free;
use crate::staff::SignedIn;
use crate::work::Undone;
use crate::{App, chance};

/// Why an answer was not sent.
#[derive(Debug)]
pub enum NotSent {
    /// There is no answer yet, or it holds no more.
    Incomplete,
    /// The page showed another.
    Changed,
    /// It is not asked for, or no more.
    NotAsked,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotSent {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl Draft {
    /// The page on which the applicant of a submitted case can answer what the office asks for; none where nothing is
    /// asked for, or the last day is over.
    #[must_use]
    pub fn asked_page(&self) -> Option<&Page> {
        let case = &self.loaded.as_ref()?.case;
        let page = &self.definition.casework.asks_for.get(Asked::of(case)?.name)?.page;
        casework::can_answer(case, &self.definition, &page.name, self.today).then_some(page)
    }

    /// Whether this is the page of what the office asks for.
    #[must_use]
    pub fn is_asked(&self, page: &Name) -> bool {
        self.asked_page().is_some_and(|asked| asked.name == *page)
    }
}

impl App {
    /// Asks the applicant for something, and writes to them.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn ask_for(
        &self,
        who: &SignedIn,
        id: CaseId,
        (name, note): (&Name, &str),
        seen: Revision,
    ) -> Result<(), NotActed> {
        let end = chance::job_id();
        self.act_on(who, id, seen, |loaded, definition, act| {
            let asked = casework::ask_for(loaded.clone(), definition, (name, note), end, act);
            let mut outcome = asked.map_err(NotActed::Refused)?;
            self.tell_of_ask(&mut outcome, &loaded, &walk(&loaded, definition, act.today), note)?;
            Ok(outcome)
        })
        .await
    }

    /// Takes back what the applicant was asked for.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn take_ask_back(&self, who: &SignedIn, id: CaseId, seen: Revision) -> Result<(), NotActed> {
        let forget = chance::job_id();
        self.act_on(who, id, seen, |loaded, definition, act| {
            casework::take_ask_back(loaded, definition, forget, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Sends what the applicant was asked for.
    ///
    /// # Errors
    /// As [`NotSent`] says.
    pub async fn answer_ask(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        seen: &Seen,
    ) -> Result<(), NotSent> {
        let mut act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let Opened::Submitted(draft) = self.open(live, access).await? else {
                return Err(NotSent::NotAsked);
            };
            act.today = draft.today;
            let (Some(page), Some(loaded)) = (draft.asked_page(), draft.loaded.clone()) else {
                return Err(NotSent::NotAsked);
            };
            let outcome = match casework::answer_ask(loaded, &draft.walk(manner), page, seen, &act) {
                Ok(outcome) => outcome,
                Err(Refusal::Incomplete { .. }) => return Err(NotSent::Incomplete),
                Err(Refusal::Changed) => return Err(NotSent::Changed),
                Err(_) => return Err(NotSent::NotAsked),
            };
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(());
            }
        }
        Err(NotSent::Failed(Failure::Conflict))
    }

    /// Whether a case is asked for something: a link to it is not used up before that is over.
    pub(crate) fn is_asked(loaded: &LoadedCase) -> bool {
        Asked::of(&loaded.case).is_some()
    }

    /// Ends the time for an answer, for a job. Safe to run twice: of another asking, or none, it does nothing.
    pub(crate) async fn end_ask(&self, job: &LeasedJob) -> Result<(), Undone> {
        let (Some(id), Some(name), Some(since)) = (job.case, job.task["ask"].as_str(), job.task["since"].as_i64())
        else {
            return Err(Undone::GiveUp("the job names nothing that a case is asked for"));
        };
        let mut tries = Tries::default();
        while tries.are_left() {
            let Some(loaded) = self.store.load(id).await? else {
                return Ok(());
            };
            if !Self::is_asked(&loaded) {
                return Ok(());
            }
            let definition = self.services.version(&self.store, loaded.case.definition).await?;
            let now = self.clock.now();
            let day = |at: jiff::Timestamp| at.to_zoned(zone(&definition)).date();
            let on = TimeOver {
                commit: chance::commit_id(),
                observation: chance::observation_id(),
                forget: chance::job_id(),
                now,
                today: day(now),
                submitted_on: day(loaded.case.submitted.unwrap_or(now)),
            };
            let loaded = self.to_decide(&definition, loaded).await?;
            let decisions = self.store.work(id).await?.decisions;
            let ended = casework::end_ask(loaded.clone(), &definition, &decisions, (name, since), &on);
            let Some(mut outcome) = ended else { return Ok(()) };
            let walk = walk(&loaded, &definition, on.today);
            match self.follow_decision(&mut outcome, walk, &Free::default()) {
                Ok(()) => {}
                Err(NotFollowed::Failed(fault)) => return Err(fault.into()),
                // No outcome that books a time can be what follows: the check of definitions sees to it.
                Err(NotFollowed::Refused(_)) => return Err(Undone::GiveUp("the outcome books a time")),
            }
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    self.wake.notify_one();
                    return Ok(());
                }
                other => tries.count(&other),
            }
        }
        Err(Undone::Retry("the case was changed at the same time"))
    }
}
