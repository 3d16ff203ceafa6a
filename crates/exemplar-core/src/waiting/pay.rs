//! Paying, waiving and paying back: said by staff. The payment that completes the fee hands the case in.

use super::after_decision::{take_effect, waits_after_decision};
use super::money::{MoneyState, in_state, next_number, outstanding, settled};
use super::record::Wait;
use super::{OnRecord, Refusal, event, frozen_walk, outcome, wait};
use crate::apply::{Act, Sending, hand_in, seen_all};
use crate::definition::Definition;
use crate::id::CaseId;
use crate::record::{Change, LoadedCase, MoneyKind, MoneyLine, Outcome, Phase};

/// How a fee can be paid at an office.
pub const MEANS: [&str; 4] = ["card", "cash", "transfer", "cheque"];

/// Characters of what the provider calls a payment.
pub const PROVIDER_REFERENCE_AT_MOST: usize = 100;

/// Characters of the reason of a waiver.
pub const REASON_AT_MOST: usize = 1_000;

/// At most so many payments are noted of one case: all its money lines are written in one commit.
const PAYMENTS_AT_MOST: usize = 20;

/// A payment as staff note it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// In the smallest coins of the currency.
    pub minor_units: i64,
    /// One of [`MEANS`].
    pub means: String,
    /// The number of the receipt, or what the bank or the provider calls it.
    pub provider_reference: String,
    /// So many money lines the form showed.
    pub seen: usize,
}

impl Paid {
    /// Whether it can be noted as it stands.
    ///
    /// # Errors
    /// As [`Refusal`] says.
    pub fn check(&self, on_record: &OnRecord<'_>) -> Result<(), Refusal> {
        let payments = on_record.money.iter().filter(|line| line.kind == MoneyKind::Payment);
        if self.seen != on_record.money.len() {
            return Err(Refusal::Changed);
        }
        let left = outstanding(on_record.money);
        if !(1..=left).contains(&self.minor_units) || payments.count() >= PAYMENTS_AT_MOST {
            return Err(Refusal::WrongAmount);
        }
        if !MEANS.contains(&self.means.as_str()) {
            return Err(Refusal::NoMeans);
        }
        match self.provider_reference.trim().chars().count() {
            0 => Err(Refusal::NothingSaid),
            count if count > PROVIDER_REFERENCE_AT_MOST => Err(Refusal::TooLong),
            _ => Ok(()),
        }
    }
}

/// Notes a payment. Where nothing is left to pay the case is handed in, or what was decided takes effect.
///
/// # Errors
/// As [`Refusal`] says.
pub fn pay(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    paid: &Paid,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let wait = wait_for_payment(&loaded, on_record)?;
    let left = outstanding(on_record.money);
    paid.check(on_record)?;
    let reference = paid.provider_reference.trim();
    let line = MoneyLine {
        n: next_number(on_record.money),
        kind: MoneyKind::Payment,
        minor_units: paid.minor_units,
        currency: definition.currency.clone(),
        means: paid.means.clone(),
        provider_reference: Some(reference.to_owned()),
        state: MoneyState::Received.as_str().to_owned(),
    };
    let details = serde_json::json!({
        "money_line": line.n, "minor_units": line.minor_units, "currency": line.currency, "means": line.means,
        "provider_reference": line.provider_reference,
    });
    let mut outcome = outcome(act);
    outcome
        .events
        .push(event(loaded.case.id, "paid", definition, details, act));
    add(
        &mut outcome,
        &loaded,
        definition,
        on_record,
        line,
        left - paid.minor_units,
        wait.as_ref(),
        act,
    )?;
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Takes all that is left to pay off one person, for a reason, as if it was paid.
///
/// # Errors
/// As [`Refusal`] says.
pub fn waive(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    reason: &str,
    seen: usize,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let wait = wait_for_payment(&loaded, on_record)?;
    if seen != on_record.money.len() {
        return Err(Refusal::Changed);
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NothingSaid);
    }
    if reason.chars().count() > REASON_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let line = MoneyLine {
        n: next_number(on_record.money),
        kind: MoneyKind::Waiver,
        minor_units: outstanding(on_record.money),
        currency: definition.currency.clone(),
        means: "fee".to_owned(),
        provider_reference: None,
        state: MoneyState::Settled.as_str().to_owned(),
    };
    let details = serde_json::json!({
        "money_line": line.n, "minor_units": line.minor_units, "currency": line.currency, "reason": reason,
    });
    let mut outcome = outcome(act);
    outcome
        .events
        .push(event(loaded.case.id, "waived", definition, details, act));
    add(
        &mut outcome,
        &loaded,
        definition,
        on_record,
        line,
        0,
        wait.as_ref(),
        act,
    )?;
    outcome.read.push(loaded);
    Ok(outcome)
}

/// The wait for the fee before a case is handed in; none where it was, and a decision waits for the fee.
fn wait_for_payment(loaded: &LoadedCase, on_record: &OnRecord<'_>) -> Result<Option<Wait>, Refusal> {
    if waits_after_decision(&loaded.case) {
        return Ok(None);
    }
    wait(&loaded.case, Phase::WaitingForPayment, on_record).map(Some)
}

/// Adds a line, and ends the wait where nothing is left to pay.
#[expect(clippy::too_many_arguments, reason = "all of them are one act")]
fn add(
    outcome: &mut Outcome,
    loaded: &LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    line: MoneyLine,
    left: i64,
    wait: Option<&Wait>,
    act: &Act,
) -> Result<(), Refusal> {
    outcome.changes.push(Change::MoneyLine(loaded.case.id, line));
    if left > 0 {
        return Ok(());
    }
    outcome.changes.extend(settled(loaded.case.id, on_record.money));
    let Some(wait) = wait else {
        take_effect(outcome, loaded, act);
        return Ok(());
    };
    end_by_event(outcome, loaded, definition, wait, act)
}

/// Hands a case in whose wait is over, with the answers as they were accepted.
pub(super) fn end_by_event(
    outcome: &mut Outcome,
    loaded: &LoadedCase,
    definition: &Definition,
    wait: &Wait,
    act: &Act,
) -> Result<(), Refusal> {
    let walk = frozen_walk(loaded, definition, wait).ok_or(Refusal::NotWaiting)?;
    let reference = loaded.case.reference.as_ref().ok_or(Refusal::NotWaiting)?;
    // The phase keeps answers from being changed; the digest would show it if anything did.
    let questions = walk.questions().map(|question| &question.name);
    if seen_all(walk.answers(), questions).0 != wait.frozen.digest {
        return Err(Refusal::Changed);
    }
    let act = Act {
        language: wait.frozen.language.clone(),
        device: wait.frozen.device,
        ..act.clone()
    };
    let sending = Sending {
        loaded,
        walk: &walk,
        reference,
        in_time: wait.frozen.in_time,
        act: &act,
    };
    hand_in(outcome, &sending);
    Ok(())
}

/// Notes that a payment which holds no more was paid back.
///
/// # Errors
/// [`Refusal::NotWaiting`] where there is no such payment, or it was paid back before.
pub fn paid_back(
    loaded: LoadedCase,
    definition: &Definition,
    money: &[MoneyLine],
    n: i32,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let payment = money.iter().find(|line| line.n == n && MoneyState::ToRefund.is(line));
    let payment = payment.ok_or(Refusal::NotWaiting)?;
    let case: CaseId = loaded.case.id;
    if payment.kind == MoneyKind::Refund {
        return Ok(decided_refund(loaded, definition, payment, act));
    }
    let refund = MoneyLine {
        n: next_number(money),
        kind: MoneyKind::Refund,
        state: MoneyState::Refunded.as_str().to_owned(),
        ..payment.clone()
    };
    let details = serde_json::json!({
        "money_line": refund.n, "of": payment.n, "minor_units": refund.minor_units, "currency": refund.currency,
    });
    let mut outcome = outcome(act);
    outcome.events.push(event(case, "paid_back", definition, details, act));
    let before = in_state(payment.clone(), MoneyState::Refunded);
    outcome.changes.push(Change::MoneyLine(case, before));
    outcome.changes.push(Change::MoneyLine(case, refund));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Notes that what a decision pays back was paid back.
fn decided_refund(loaded: LoadedCase, definition: &Definition, refund: &MoneyLine, act: &Act) -> Outcome {
    let case: CaseId = loaded.case.id;
    let details = serde_json::json!({
        "money_line": refund.n, "minor_units": refund.minor_units, "currency": refund.currency,
    });
    let mut outcome = outcome(act);
    outcome.events.push(event(case, "paid_back", definition, details, act));
    let done = in_state(refund.clone(), MoneyState::Refunded);
    outcome.changes.push(Change::MoneyLine(case, done));
    outcome.read.push(loaded);
    outcome
}
