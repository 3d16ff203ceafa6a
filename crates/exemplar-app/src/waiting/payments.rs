//! Fees as staff note them: what is to be paid, paid, waived, and to be paid back. No answer of a case is shown here.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::id::CaseId;
use exemplar_core::permission::Scope;
use exemplar_core::record::{Committed, LoadedCase, Look, Outcome};
use exemplar_core::waiting::{Paid, Refusal, act_for, paid_back, pay, waive};
use exemplar_core::{apply::Act, casework};
use exemplar_store::{Fault, RefundDue, UnpaidCase};

use super::{NotDone, Standing};
use crate::apply::{Failure, zone};
use crate::casework::Tries;
use crate::staff::SignedIn;
use crate::{App, chance};

/// The lists of somebody who notes payments.
#[derive(Debug)]
pub struct Payments {
    /// Cases that wait for their fee.
    pub unpaid: Vec<UnpaidCase>,
    /// Payments that hold no more, to be paid back.
    pub refunds: Vec<RefundDue>,
}

/// A case whose fee is noted.
#[derive(Debug)]
pub struct OpenPayment {
    /// As it was read.
    pub loaded: LoadedCase,
    /// The version whose rules it follows.
    pub definition: Arc<Definition>,
    /// What hangs on it.
    pub standing: Standing,
}

fn scope(who: &SignedIn) -> Scope {
    Scope::of_payments(&who.staff, who.now)
}

impl App {
    /// The lists. The look is on record when this returns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn payments(&self, who: &SignedIn) -> Result<Payments, Fault> {
        let scope = scope(who);
        let unpaid = self.store.unpaid_cases(&scope).await?;
        let refunds = self.store.refunds_due(&scope).await?;
        self.look_at_payments(who, None).await?;
        Ok(Payments { unpaid, refunds })
    }

    /// One case; none where there is no such case for this person. The look is on record when this returns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open_payment(&self, who: &SignedIn, id: CaseId) -> Result<Option<OpenPayment>, Fault> {
        let open = self.payment_in_scope(who, id).await?;
        if open.is_some() {
            self.look_at_payments(who, Some(id)).await?;
        }
        Ok(open)
    }

    async fn payment_in_scope(&self, who: &SignedIn, id: CaseId) -> Result<Option<OpenPayment>, Fault> {
        let scope = scope(who);
        if !self.store.has_payments_in_scope(&scope, id).await? {
            return Ok(None);
        }
        let Some(loaded) = self.store.load(id).await?.filter(|loaded| scope.holds_payments(loaded)) else {
            return Ok(None);
        };
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let loaded = self.to_decide(&definition, loaded).await?;
        let standing = self.standing(id).await?;
        Ok(Some(OpenPayment {
            loaded,
            definition,
            standing,
        }))
    }

    async fn look_at_payments(&self, who: &SignedIn, case: Option<CaseId>) -> Result<(), Fault> {
        let look = Look {
            writer: self.writer,
            organisation: who.staff.organisation.clone(),
            staff: who.staff.id,
            case,
            list: case.is_none().then(|| "payments".to_owned()),
            reason: "payment".to_owned(),
            at: self.clock.now(),
        };
        self.store.look(&look).await
    }

    /// Notes a payment. The case is handed in, with its messages, where nothing is left to pay.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn note_payment(&self, who: &SignedIn, id: CaseId, paid: &Paid) -> Result<(), NotDone> {
        self.act_on_payment(who, id, |open, act| {
            let OpenPayment {
                loaded,
                definition,
                standing,
            } = open;
            pay(loaded.clone(), definition, &standing.on_record(), paid, act)
        })
        .await
    }

    /// Waives what is left to pay, and hands the case in.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn waive_fee(&self, who: &SignedIn, id: CaseId, reason: &str, seen: usize) -> Result<(), NotDone> {
        self.act_on_payment(who, id, |open, act| {
            let OpenPayment {
                loaded,
                definition,
                standing,
            } = open;
            waive(loaded.clone(), definition, &standing.on_record(), reason, seen, act)
        })
        .await
    }

    /// Notes that a payment was paid back.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn note_refund(&self, who: &SignedIn, id: CaseId, n: i32) -> Result<(), NotDone> {
        self.act_on_payment(who, id, |open, act| {
            paid_back(open.loaded.clone(), &open.definition, &open.standing.money, n, act)
        })
        .await
    }

    async fn act_on_payment(
        &self,
        who: &SignedIn,
        id: CaseId,
        decide: impl Fn(&OpenPayment, &Act) -> Result<Outcome, Refusal>,
    ) -> Result<(), NotDone> {
        let (commit, observation) = (chance::commit_id(), chance::observation_id());
        let mut tries = Tries::default();
        while tries.are_left() {
            let open = self.payment_in_scope(who, id).await?.ok_or(NotDone::NotFound)?;
            let now = self.clock.now();
            let today = now.to_zoned(zone(&open.definition)).date();
            let free = self.free(&open.loaded, &open.definition).await?;
            let act = casework::Act {
                commit,
                observation,
                now,
                today,
                submitted_on: today,
                staff: who.staff.id,
                seen: open.loaded.case.revision,
                no_room: free.no_room(&open.definition),
            };
            let act = act_for(&act, &open.loaded.case);
            let mut outcome = decide(&open, &act).map_err(NotDone::Refused)?;
            self.tell_of_phase(&mut outcome, &open.loaded, &open.definition, (&open.standing, &free))?;
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
        Err(NotDone::Failed(Failure::Conflict))
    }
}
