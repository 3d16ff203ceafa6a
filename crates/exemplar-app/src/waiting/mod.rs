//! Waiting between check answers and submission: what the people in a case and staff see of it and do to it.
//!
//! [`links`] asks a second person and opens what their link leads to; [`applicant`] is what the applicant does,
//! [`payments`] what staff do, [`clock`] what happens when nobody does anything; [`statement`] says what a case costs, [`tell`] writes to people.
//! Each act is decided by the rules of core and is one durable commit: the act that ends a wait hands the case in.

mod applicant;
mod clock;
mod links;
mod payments;
mod statement;
mod tell;

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::id::CaseId;
use exemplar_core::journey::Walk;
use exemplar_core::record::{Case, Decision, Event, LoadedCase, MoneyLine, Outcome, Phase};
use exemplar_core::waiting::{
    CHECKED, Ended, OnRecord, Refusal, ToPay, Wait, frozen_walk, outstanding, waits_after_decision,
};
use exemplar_store::Fault;

pub(crate) use clock::end_wait;
pub use links::{OpenLink, SignLink, SignPlace};
pub use payments::{OpenPayment, Payments};
pub use statement::{StatementLine, fee_lines, statement};

use crate::App;
use crate::apply::{Failure, zone};
use crate::casework::{self, NotFollowed};
use crate::messages::PAID;
use crate::slots::Free;

/// What hangs on a case that waits, or waited.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Its events, oldest first.
    pub events: Vec<Event>,
    /// Its money lines, by number.
    pub money: Vec<MoneyLine>,
    /// Its decisions, by number.
    pub decisions: Vec<Decision>,
    /// How many messages it has.
    pub messages: usize,
}

impl Standing {
    /// As the rules read it.
    #[must_use]
    pub fn on_record(&self) -> OnRecord<'_> {
        OnRecord {
            events: &self.events,
            money: &self.money,
        }
    }

    /// The wait that the case is in, or was in until it was handed in.
    #[must_use]
    pub fn wait(&self) -> Option<Wait> {
        Wait::of(&self.events)
    }

    /// What was asked for last after a decision.
    #[must_use]
    pub fn to_pay(&self) -> Option<ToPay> {
        ToPay::of(&self.events)
    }

    /// How the last wait of a draft ended.
    #[must_use]
    pub fn ended(&self) -> Option<Ended> {
        Ended::of(&self.events)
    }

    /// What is still to be paid, in the smallest coins of the currency.
    #[must_use]
    pub fn outstanding(&self) -> i64 {
        outstanding(&self.money)
    }
}

/// Why an act on a waiting case was not done.
#[derive(Debug)]
pub enum NotDone {
    /// There is no such case for this person, or it cannot be reached any more.
    NotFound,
    /// The rules say no.
    Refused(Refusal),
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotDone {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl App {
    /// What hangs on a case. It is read after the case: what comes between makes the commit a conflict.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn standing(&self, case: CaseId) -> Result<Standing, Fault> {
        let events = self.store.events(case).await?;
        let work = self.store.work(case).await?;
        Ok(Standing {
            events,
            money: work.money,
            decisions: work.decisions,
            messages: work.messages.len(),
        })
    }

    /// Adds what the applicant is told of the wait that their own sending began; `before` counts their messages.
    pub(crate) fn tell_of_wait(&self, outcome: &mut Outcome, case: &Case, walk: &Walk<'_>, before: usize) {
        if let Some(about) = tell::about(case.phase, CHECKED) {
            self.tell(outcome, about, case, walk, next(before));
        }
    }

    /// Adds what people are told of the phase to which an act brings a case. `before` is the case as it was read.
    fn tell_of_phase(
        &self,
        outcome: &mut Outcome,
        before: &LoadedCase,
        definition: &Arc<Definition>,
        (standing, free): (&Standing, &Free),
    ) -> Result<(), Failure> {
        if waits_after_decision(&before.case) {
            return self.tell_of_late_payment(outcome, before, definition, standing);
        }
        let walk = standing.wait().and_then(|wait| frozen_walk(before, definition, &wait));
        let (Some(after), Some(walk)) = (outcome.changed_case().cloned(), walk) else {
            return Ok(());
        };
        if matches!(after.phase, Phase::Submitted | Phase::Decided) {
            // What goes at the payment goes with the one that settled the fee.
            if outcome.events.iter().any(|event| event.kind == PAID.name) {
                let at = outcome.at;
                self.add_messages(outcome, &PAID, &after, &walk, at)?;
            }
            return match self.follow_submission(outcome, &after, walk, free) {
                Ok(()) => Ok(()),
                Err(NotFollowed::Failed(fault)) => Err(fault.into()),
                Err(NotFollowed::Refused(_)) => Err(Failure::Conflict),
            };
        }
        let kind = outcome.events.first().map_or("", |event| event.kind);
        if let Some(about) = tell::about(after.phase, kind) {
            self.tell(outcome, about, &after, &walk, next(standing.messages));
        }
        Ok(())
    }
}

impl App {
    /// Adds what an act on a decision that waits for its fee brings about, where the fee is paid or waived by it.
    fn tell_of_late_payment(
        &self,
        outcome: &mut Outcome,
        before: &LoadedCase,
        definition: &Arc<Definition>,
        standing: &Standing,
    ) -> Result<(), Failure> {
        let after = outcome.changed_case().filter(|case| case.phase == Phase::Decided);
        let (Some(after), Some(decision)) = (after.cloned(), standing.decisions.iter().max_by_key(|one| one.n)) else {
            return Ok(());
        };
        let at = outcome.at;
        let walk = casework::walk(before, definition, at.to_zoned(zone(definition)).date());
        self.add_messages(outcome, &PAID, &after, &walk, at)?;
        match self.follow_payment(outcome, &after, decision, walk) {
            Ok(()) => Ok(()),
            Err(NotFollowed::Failed(fault)) => Err(fault.into()),
            Err(NotFollowed::Refused(_)) => Err(Failure::Conflict),
        }
    }
}

/// The place of the next message.
fn next(before: usize) -> i32 {
    i32::try_from(before + 1).unwrap_or(i32::MAX)
}
