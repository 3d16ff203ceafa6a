//! What follows from a decision and from a submission, whoever or whatever brings them about: what is booked and issued,
//! messages, and jobs that ask other systems.

use exemplar_core::casework::{ASK_CHECK, Refusal, Ruling, given_to_check};
use exemplar_core::id::{JobId, Name};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::publishing::is_preview;
use exemplar_core::record::{
    Case, Change, ClaimKind, Committed, Decision, DecisionStep, MoneyLine, NewJob, Outcome, Phase,
};
use exemplar_core::waiting::{add_refund, ask_to_pay, pays_back};
use exemplar_store::Fault;
use uuid::Uuid;

use crate::App;
use crate::apply::{CONFLICT_TRIES, zone};
use crate::casework::NotActed;
use crate::issuing::NUMBER_TRIES;
use crate::messages::{Moment, SUBMITTED};
use crate::slots::Free;

/// Messages of a decision that was made again are numbered after those of the first.
const AFTER_FIRST_DECISION: i32 = 500;

/// Why what follows from a decision was not added.
#[derive(Debug)]
pub(crate) enum NotFollowed {
    /// The decision cannot stand: none of the times that it books has room.
    Refused(Refusal),
    /// The machine failed.
    Failed(Fault),
}

/// A decision that takes effect.
struct Effect<'a> {
    /// The case as it is with it.
    case: &'a Case,
    ruling: &'a Ruling,
    /// It was decided before.
    is_again: bool,
    /// It is the same as before.
    is_upheld: bool,
}

/// The money of a case as it was read.
fn money_of(outcome: &Outcome, case: &Case) -> Result<Vec<MoneyLine>, Fault> {
    let read = outcome.read.iter().find(|read| read.case.id == case.id);
    let money = read.and_then(|read| read.money.clone());
    money.ok_or_else(|| Fault::Defect("a case is decided without its money".to_owned()))
}

/// How often an act was done again, by what came between.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    conflicts: usize,
    taken: usize,
}

impl Tries {
    /// Whether it may be done once more.
    pub(crate) fn are_left(&self) -> bool {
        self.conflicts < CONFLICT_TRIES && self.taken < NUMBER_TRIES
    }

    /// Counts what came of a commit that did not succeed. Where somebody has the number or the place, another is drawn,
    /// or the next that is free is looked for: each time somebody else has got one.
    pub(crate) fn count(&mut self, came_to: &Committed) {
        match came_to {
            Committed::Taken {
                kind: ClaimKind::RegisterNumber | ClaimKind::Seat,
                ..
            } => self.taken += 1,
            _ => self.conflicts += 1,
        }
    }
}

impl From<Fault> for NotFollowed {
    fn from(fault: Fault) -> Self {
        Self::Failed(fault)
    }
}

impl From<NotFollowed> for NotActed {
    fn from(not: NotFollowed) -> Self {
        match not {
            NotFollowed::Refused(refusal) => Self::Refused(refusal),
            NotFollowed::Failed(fault) => fault.into(),
        }
    }
}

impl App {
    /// Adds what follows once a case is handed in: the messages, those of a decision that was made at once with them, and
    /// what other systems are asked.
    ///
    /// # Errors
    /// As [`App::follow_decision`].
    pub(crate) fn follow_submission(
        &self,
        outcome: &mut Outcome,
        case: &Case,
        walk: Walk<'_>,
        free: &Free,
    ) -> Result<(), NotFollowed> {
        let at = outcome.at;
        self.add_messages(outcome, &SUBMITTED, case, &walk, at)?;
        if case.phase == Phase::Decided {
            self.follow_decision(outcome, walk, free)?;
        } else if !walk.definition().casework.checks.is_empty() {
            self.ask_checks(outcome, case, &walk);
        }
        Ok(())
    }

    /// Adds what the decision in an outcome books and issues, and its messages. Nothing where there is none, as in a
    /// proposal. Where a place or a number is taken the commit says so: decide again, and others are drawn.
    ///
    /// # Errors
    /// Where none of the times that it books has room, and where the machine gives no random bytes for a number.
    pub(crate) fn follow_decision(
        &self,
        outcome: &mut Outcome,
        walk: Walk<'_>,
        free: &Free,
    ) -> Result<(), NotFollowed> {
        let mut changes = outcome.changes.iter();
        let ruling = changes.find_map(|change| match change {
            Change::Decision(_, decision) if decision.step != DecisionStep::Recommended => {
                Some((Ruling::of(decision), decision.step == DecisionStep::Reconsidered))
            }
            _ => None,
        });
        let (Some((ruling, is_again)), Some(case)) = (ruling, outcome.changed_case().cloned()) else {
            return Ok(());
        };
        if walk.definition().payment.after_decision && self.waits_for_fee(outcome, &case, &walk)? {
            return Ok(());
        }
        // What is upheld was booked and issued when it was decided first.
        let is_upheld = is_again && outcome.read.iter().any(|read| read.case.state == case.state);
        let effect = Effect {
            case: &case,
            ruling: &ruling,
            is_again,
            is_upheld,
        };
        self.take_effect(outcome, &effect, walk, free)
    }

    /// Lets a decision wait for the fee, and asks the applicant for it, where it issues something and is not paid for.
    fn waits_for_fee(&self, outcome: &mut Outcome, case: &Case, walk: &Walk<'_>) -> Result<bool, Fault> {
        let money = money_of(outcome, case)?;
        let Some(to_pay) = ask_to_pay(outcome, case, &money, walk, JobId(Uuid::now_v7())) else {
            return Ok(false);
        };
        let case = outcome.changed_case().cloned().unwrap_or_else(|| case.clone());
        // The fee is that of the day on which it was sent.
        let sent = case.submitted.unwrap_or(outcome.at).to_zoned(zone(walk.definition()));
        let setting = Setting {
            today: sent.date(),
            language: case.language.clone(),
            channel: case.channel,
        };
        let walk = Walk::new(walk.definition(), walk.answers(), setting);
        self.tell_to_pay(outcome, &case, &walk, &to_pay)?;
        Ok(true)
    }

    /// Adds what a decision that waited for its fee brings about, now that it is paid.
    pub(crate) fn follow_payment(
        &self,
        outcome: &mut Outcome,
        case: &Case,
        decision: &Decision,
        walk: Walk<'_>,
    ) -> Result<(), NotFollowed> {
        let effect = Effect {
            case,
            ruling: &Ruling::of(decision),
            is_again: decision.step == DecisionStep::Reconsidered,
            is_upheld: false,
        };
        // What is paid for after the decision books nothing: the check of definitions sees to it.
        self.take_effect(outcome, &effect, walk, &Free::default())
    }

    /// Adds what a decision pays back, books and issues, and its messages.
    fn take_effect(
        &self,
        outcome: &mut Outcome,
        effect: &Effect<'_>,
        walk: Walk<'_>,
        free: &Free,
    ) -> Result<(), NotFollowed> {
        let Effect {
            case,
            ruling,
            is_again,
            is_upheld,
        } = *effect;
        let today = walk.today();
        if pays_back(walk.definition()) {
            let money = money_of(outcome, case)?;
            add_refund(outcome, (case.id, &ruling.outcome), &money, &walk);
        }
        let booked = match is_upheld || walk.definition().calendars.is_empty() {
            true => None,
            false => free.settle(outcome, &ruling.outcome).map_err(NotFollowed::Refused)?,
        };
        let walk = match &booked {
            Some(part) => walk.with_answers(&part.answers),
            None => walk,
        };
        let walk = if is_upheld {
            walk
        } else {
            let issued = self.add_issues(outcome, (case, &ruling.outcome), &walk, today)?;
            walk.with_issued(issued)
        };
        let moment = Moment {
            name: ruling.outcome.as_str(),
            ruling: Some(ruling),
        };
        let (at, before) = (outcome.at, outcome.changes.len());
        self.add_messages(outcome, &moment, case, &walk, at)?;
        for change in outcome.changes.iter_mut().skip(before).filter(|_| is_again) {
            if let Change::Message(_, message) = change {
                message.n += AFTER_FIRST_DECISION;
            }
        }
        Ok(())
    }

    /// Adds a job for each check that has no answer and that a connector can be asked. What has none is for caseworkers.
    fn ask_checks(&self, outcome: &mut Outcome, case: &Case, walk: &Walk<'_>) {
        for (name, check) in &walk.definition().casework.checks {
            if self.can_ask(case, &check.from) && given_to_check(walk.answers(), name).is_none() {
                outcome.jobs.push(NewJob {
                    id: JobId(Uuid::now_v7()),
                    kind: ASK_CHECK,
                    case: Some(case.id),
                    due: outcome.at,
                    task: serde_json::json!({ "check": name }),
                });
            }
        }
    }

    /// Whether a connector is asked about a case. Nothing leaves a preview.
    pub(crate) fn can_ask(&self, case: &Case, connector: &Name) -> bool {
        self.connectors.has(connector.as_str()) && !is_preview(&case.service)
    }
}
