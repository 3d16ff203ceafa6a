//! A fee that is paid after the decision: put off when the case is handed in, asked for where something is granted, and
//! what its payment or its absence then brings about. How payments are noted is in [`super::pay`].

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::back::end_job;
use super::money::{MoneyState, in_state, outstanding};
use super::refund::with_changes;
use super::{event, in_phase, outcome};
use crate::apply::{Act, due};
use crate::casework::{RECEIVED, State, is_urgent, stages_of};
use crate::definition::Definition;
use crate::id::{CaseId, JobId};
use crate::issuing::issued_by;
use crate::journey::Walk;
use crate::record::{Case, Change, Event, LoadedCase, MoneyKind, MoneyLine, NewEvent, Outcome, Phase};

/// What was granted waits for the fee.
pub const ASKED_TO_PAY: &str = "asked_to_pay";
/// The fee was not paid in time: somebody is to decide what becomes of that.
pub const NOT_PAID: &str = "not_paid";

/// Whether a case was decided, and what that issues waits for the fee.
#[must_use]
pub fn waits_after_decision(case: &Case) -> bool {
    case.phase == Phase::WaitingForPayment && case.submitted.is_some()
}

/// What is to be paid after a decision, as its record says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToPay {
    /// The last day.
    pub until: Date,
    /// The decision that waits, by number: a job of another one does nothing.
    pub decision: i32,
    /// What was left to pay then, in the smallest coins of the currency.
    pub minor_units: i64,
}

impl ToPay {
    /// What was asked for last; none where nothing was.
    #[must_use]
    pub fn of(events: &[Event]) -> Option<Self> {
        let asked = events.iter().rev().find(|event| event.kind == ASKED_TO_PAY)?;
        let details = asked.details.as_ref()?;
        Some(Self {
            until: details["until"].as_str()?.parse().ok()?,
            decision: i32::try_from(details["decision"].as_i64()?).ok()?,
            minor_units: details["minor_units"].as_i64()?,
        })
    }
}

/// In which state the lines of a fee are that is worked out now.
pub(super) fn state_of_lines(definition: &Definition, usual: MoneyState) -> MoneyState {
    if definition.payment.after_decision {
        MoneyState::Later
    } else {
        usual
    }
}

/// Lets a decision wait for the fee, where it issues something and the fee is not paid: the case is in its new phase
/// then, and what is to be paid is given. A decision that issues nothing needs no payment, and what was paid of the fee
/// is to be paid back. `money` are the lines as they were read; those of the same outcome come over them.
pub fn ask_to_pay(
    outcome: &mut Outcome,
    case: &Case,
    money: &[MoneyLine],
    walk: &Walk<'_>,
    job: JobId,
) -> Option<ToPay> {
    let definition = walk.definition();
    let money = with_changes(money, case.id, outcome);
    let decided = outcome.changes.iter().find_map(|change| match change {
        Change::Decision(of, decision) if *of == case.id => Some((decision.n, decision.outcome.clone())),
        _ => None,
    });
    let (decision, name) = decided?;
    if issued_by(&definition.issues, name.as_str()).next().is_none() {
        put_off(outcome, case.id, &money);
        return None;
    }
    let asked: Vec<MoneyLine> = money
        .into_iter()
        .map(|line| match MoneyState::Later.is(&line) {
            true => in_state(line, MoneyState::Due),
            false => line,
        })
        .collect();
    let minor_units = outstanding(&asked);
    let state = if minor_units == 0 {
        MoneyState::Settled
    } else {
        MoneyState::Due
    };
    for line in asked.into_iter().filter(|line| MoneyState::Due.is(line)) {
        put(outcome, case.id, in_state(line, state));
    }
    if minor_units == 0 {
        return None;
    }
    // `check` refuses a zone that does not exist.
    let zone = TimeZone::get(&definition.time_zone).unwrap_or(TimeZone::UTC);
    let today = outcome.at.to_zoned(zone).date();
    let until = definition.payment.within.after(today, &definition.holidays);
    let decided = outcome.events.last()?;
    let asked = NewEvent {
        kind: ASKED_TO_PAY,
        details: serde_json::json!({
            "outcome": name, "decision": decision, "until": until, "minor_units": minor_units,
            "currency": definition.currency,
        }),
        ..decided.clone()
    };
    outcome.events.push(asked);
    for change in &mut outcome.changes {
        if let Change::Case(changed) = change
            && changed.id == case.id
        {
            changed.phase = Phase::WaitingForPayment;
        }
    }
    let ends = end_job(job, case.id, until, decision.into(), definition);
    outcome.jobs.extend(ends);
    Some(ToPay {
        until,
        decision,
        minor_units,
    })
}

/// Puts a fee off that nobody need pay for a decision: what was paid of it is to be paid back. One that was paid in full
/// for a decision before stays as it is, and outcomes say what of it is paid back.
fn put_off(outcome: &mut Outcome, case: CaseId, money: &[MoneyLine]) {
    if outstanding(money) == 0 {
        return;
    }
    for line in money {
        let is_part = line.kind == MoneyKind::Payment && MoneyState::Received.is(line);
        let state = match MoneyState::Due.is(line) {
            true => MoneyState::Later,
            false if is_part => MoneyState::ToRefund,
            false => continue,
        };
        put(outcome, case, in_state(line.clone(), state));
    }
}

/// Puts a money line into an outcome, in place of the same line where it is there already: one line is written once.
fn put(outcome: &mut Outcome, case: CaseId, line: MoneyLine) {
    let mut changes = outcome.changes.iter_mut();
    let before = changes.find_map(|change| match change {
        Change::MoneyLine(of, before) if *of == case && before.n == line.n => Some(before),
        _ => None,
    });
    match before {
        Some(before) => *before = line,
        None => outcome.changes.push(Change::MoneyLine(case, line)),
    }
}

/// Lets a decision take effect whose fee is paid: from now on the case counts as decided.
pub(super) fn take_effect(outcome: &mut Outcome, loaded: &LoadedCase, act: &Act) {
    let mut case = in_phase(&loaded.case, Phase::Decided, act);
    case.decided = Some(act.now);
    case.active_on = act.today;
    outcome.changes.push(Change::Case(Box::new(case)));
}

/// Ends such a wait for which nobody paid in time: the case is open again, and staff decide what becomes of it. None
/// where it does not wait, the time is not over, or it is another wait by now. `walk` is that of the submission.
#[must_use]
pub fn end_unpaid(loaded: LoadedCase, walk: &Walk<'_>, events: &[Event], number: i64, act: &Act) -> Option<Outcome> {
    let to_pay = ToPay::of(events).filter(|_| waits_after_decision(&loaded.case))?;
    if i64::from(to_pay.decision) != number || to_pay.until >= act.today {
        return None;
    }
    let state = State {
        at: stages_of(walk).next().map_or(RECEIVED, |(name, _)| name.as_str()),
        is_urgent: is_urgent(walk),
        is_proposed: false,
        asked: None,
        is_unanswered: false,
    };
    let mut case = in_phase(&loaded.case, Phase::Submitted, act);
    case.state = state.line();
    case.decided = None;
    case.due = Some(due(walk, act.today));
    case.active_on = act.today;
    let details = serde_json::json!({ "decision": to_pay.decision });
    let mut outcome = outcome(act);
    let noted = event(case.id, NOT_PAID, walk.definition(), details, act);
    outcome.events.push(noted);
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Some(outcome)
}
