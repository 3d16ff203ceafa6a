//! Submitting a draft: once, however often it is asked for.

use std::sync::Arc;

use exemplar_core::apply::{InTime, Refusal, Seen, Submission, in_time, submit};
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, JobId, Name, Reference};
use exemplar_core::journey::Walk;
use exemplar_core::record::{ClaimKind, Committed, Outcome, Phase};
use exemplar_core::renewing::NotRenewed;
use exemplar_store::Fault;
use uuid::Uuid;

use super::{Access, Draft, Failure, Manner, Opened, REFERENCE_TRIES};
use crate::casework::{NotFollowed, Tries};
use crate::slots::{Free, chosen_on_path};
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
    /// What it renews cannot be renewed any more.
    NotRenewed(NotRenewed),
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

/// What a refusal by the rules means for whoever sends: it was sent before, or it cannot be.
fn refused(refusal: Refusal) -> Result<Submitted, NotSubmitted> {
    match refusal {
        Refusal::AlreadySubmitted { case, reference } => Ok(Submitted { case, reference }),
        Refusal::Incomplete { page } | Refusal::NotEligible { page } => Err(NotSubmitted::GoTo(page)),
        Refusal::Changed => Err(NotSubmitted::Changed),
        Refusal::Gone | Refusal::NotTaken(_) => Err(NotSubmitted::Gone),
    }
}

/// A submission of what check answers showed, with a reference that nobody has yet.
fn submission(seen: &Seen) -> Result<Submission, NotSubmitted> {
    Ok(Submission {
        reference: chance::reference()?,
        seen: seen.clone(),
        in_time: None,
        money: Vec::new(),
        ask_to_sign: None,
        end_job: JobId(Uuid::now_v7()),
    })
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
        let mut submission = submission(seen)?;
        let (mut again, mut tries) = (0, Tries::default());
        while again < REFERENCE_TRIES && tries.are_left() {
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
            let loaded = self.to_decide(&draft.definition, loaded).await?;
            Self::may_send_renewal(&draft.definition, &loaded, draft.today).map_err(NotSubmitted::NotRenewed)?;
            // The last day is what is true today: it is extended for drafts of older versions too.
            let deadline = live.deadline.as_ref();
            submission.in_time = deadline.map(|deadline| in_time(deadline, &loaded.case, act.now));
            if let Some(page) = self.full_on_path(live, &draft, manner).await? {
                return Err(NotSubmitted::GoTo(page));
            }
            let free = self.free(&loaded, &draft.definition).await?;
            act.no_room = free.no_room(&draft.definition);
            let told_before = self.add_what_may_be_waited_for(&mut submission, &draft, manner).await?;
            let mut outcome = match submit(loaded, &draft.definition, &submission, &act) {
                Ok(outcome) => outcome,
                Err(refusal) => return refused(refusal),
            };
            if !self.follow(&mut outcome, draft.walk(manner), &free, told_before)? {
                break;
            }
            let has_jobs = !outcome.jobs.is_empty();
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    if has_jobs {
                        self.wake.notify_one();
                    }
                    let reference = Some(submission.reference);
                    return Ok(Submitted {
                        case: access.case,
                        reference,
                    });
                }
                Committed::Conflict => again += 1,
                Committed::Taken {
                    kind: ClaimKind::Reference,
                    ..
                } => {
                    again += 1;
                    submission.reference = chance::reference()?;
                }
                // It was decided at once: what it issues gets another number, and what it books another place.
                taken @ Committed::Taken {
                    kind: ClaimKind::RegisterNumber | ClaimKind::Seat,
                    ..
                } => tries.count(&taken),
                Committed::Taken { .. } => return Err(NotSubmitted::Failed(Failure::Conflict)),
            }
        }
        Err(NotSubmitted::Failed(Failure::Conflict))
    }

    /// Adds what follows a case that is sent, or that waits before it is; no where what follows has no room left.
    fn follow(
        &self,
        outcome: &mut Outcome,
        walk: Walk<'_>,
        free: &Free,
        told_before: usize,
    ) -> Result<bool, NotSubmitted> {
        let Some(case) = outcome.changed_case().cloned() else {
            return Ok(true);
        };
        if !matches!(case.phase, Phase::Submitted | Phase::Decided) {
            self.tell_of_wait(outcome, &case, &walk, told_before);
            return Ok(true);
        }
        match self.follow_submission(outcome, &case, walk, free) {
            Ok(()) => Ok(true),
            Err(NotFollowed::Failed(fault)) => Err(fault.into()),
            Err(NotFollowed::Refused(_)) => Ok(false),
        }
    }

    /// The page of times of which none has room any more; where one has, that is booked. Nothing is asked where the service
    /// has no calendar.
    async fn full_on_path(&self, live: &Definition, draft: &Draft, manner: &Manner) -> Result<Option<Name>, Fault> {
        if draft.definition.calendars.is_empty() {
            return Ok(None);
        }
        let chosen = chosen_on_path(&draft.walk(manner), live);
        for (page, wanted) in chosen {
            if self.without_room(&live.id, &wanted).await?.len() == wanted.times.len() {
                return Ok(Some(page));
            }
        }
        Ok(None)
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
