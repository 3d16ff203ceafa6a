//! Submitting a draft: once, however often it is asked for.

use std::sync::Arc;

use exemplar_core::apply::{InTime, Refusal, Seen, Submission, in_time, submit};
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, JobId, Name, Reference};
use exemplar_core::record::{ClaimKind, Committed, Phase};
use exemplar_store::Fault;
use uuid::Uuid;

use super::{Access, Draft, Failure, Manner, Opened, REFERENCE_TRIES};
use crate::messages::SUBMITTED;
use crate::{App, chance};

/// A case that was handed in, by this click or one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: Option<Reference>,
}

/// Why it was not submitted.
#[derive(Debug)]
pub enum NotSubmitted {
    /// A page on the path must be answered first, or leads out.
    GoTo(Name),
    /// Answers were changed since check-answers was shown.
    Changed,
    /// The browser may no longer reach the case, or nothing was answered yet.
    Gone,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotSubmitted {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl App {
    /// Hands a draft in, durably.
    ///
    /// # Errors
    /// As [`NotSubmitted`] says.
    pub async fn submit(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        seen: &Seen,
    ) -> Result<Submitted, NotSubmitted> {
        let mut act = self.act(live, manner);
        let mut submission = Submission {
            reference: chance::reference()?,
            seen: seen.clone(),
            in_time: None,
            money: Vec::new(),
            ask_to_sign: None,
            end_job: JobId(Uuid::now_v7()),
        };
        for _ in 0..REFERENCE_TRIES {
            let draft = match self.open(live, access).await? {
                Opened::Draft(draft) => draft,
                Opened::Submitted(draft) => {
                    let reference = draft.loaded.and_then(|loaded| loaded.case.reference);
                    return Ok(Submitted {
                        case: access.case,
                        reference,
                    });
                }
                Opened::Gone => return Err(NotSubmitted::Gone),
            };
            let Some(loaded) = draft.loaded.clone() else {
                return Err(NotSubmitted::Gone);
            };
            act.today = draft.today;
            // The last day is what is true today: it is extended for drafts of older versions too.
            let deadline = live.deadline.as_ref();
            submission.in_time = deadline.map(|deadline| in_time(deadline, &loaded.case, act.now));
            let messages = self.add_what_may_be_waited_for(&mut submission, &draft, manner).await?;
            let mut outcome = match submit(loaded, &draft.definition, &submission, &act) {
                Ok(outcome) => outcome,
                Err(Refusal::AlreadySubmitted { case, reference }) => return Ok(Submitted { case, reference }),
                Err(Refusal::Incomplete { page } | Refusal::NotEligible { page }) => {
                    return Err(NotSubmitted::GoTo(page));
                }
                Err(Refusal::Changed) => return Err(NotSubmitted::Changed),
                Err(Refusal::Gone | Refusal::NotTaken(_)) => return Err(NotSubmitted::Gone),
            };
            if let Some(case) = outcome.changed_case().cloned() {
                let walk = draft.walk(manner);
                if case.phase == Phase::Submitted {
                    self.add_messages(&mut outcome, &SUBMITTED, &case, &walk, act.now);
                } else {
                    self.tell_of_wait(&mut outcome, &case, &walk, messages);
                }
            }
            let has_jobs = !outcome.jobs.is_empty();
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    if has_jobs {
                        self.wake.notify_one();
                    }
                    return Ok(Submitted {
                        case: access.case,
                        reference: Some(submission.reference),
                    });
                }
                Committed::Conflict => {}
                Committed::Taken {
                    kind: ClaimKind::Reference,
                    ..
                } => submission.reference = chance::reference()?,
                Committed::Taken { .. } => return Err(NotSubmitted::Failed(Failure::Conflict)),
            }
        }
        Err(NotSubmitted::Failed(Failure::Conflict))
    }

    /// Adds what a wait takes: the money lines of before, and the link of a second person. Gives how many messages the
    /// case has. Nothing is read where the service has neither fee nor signatory.
    async fn add_what_may_be_waited_for(
        &self,
        submission: &mut Submission,
        draft: &Draft,
        manner: &Manner,
    ) -> Result<usize, Fault> {
        if draft.definition.fee.is_none() && draft.definition.signatory.is_none() {
            return Ok(0);
        }
        let work = self.store.work(draft.case).await?;
        submission.ask_to_sign = self.sign_link(&self.draw_link()?, &draft.walk(manner), work.messages.len());
        submission.money = work.money;
        Ok(work.messages.len())
    }

    /// Whether a submitted case was in time, as it was noted then. None where the service had no last day.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn in_time(&self, live: &Definition, case: CaseId) -> Result<Option<InTime>, Fault> {
        if live.deadline.is_none() {
            return Ok(None);
        }
        let events = self.store.events(case).await?;
        let submitted = events.iter().find(|event| event.kind == "submitted");
        Ok(submitted.and_then(|event| InTime::of_details(event.details.as_ref()?)))
    }
}
