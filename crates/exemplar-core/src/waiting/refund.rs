//! What is paid back of a fee by a decision: money lines that cashiers settle as they do those of what holds no more.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::money::{MoneyState, in_state, next_number};
use crate::definition::{Definition, RefundRule};
use crate::expression::Value;
use crate::id::{CaseId, Name};
use crate::journey::Walk;
use crate::language::coins;
use crate::record::{Change, MoneyKind, MoneyLine, NewEvent, Outcome};

/// What the record says where something is to be paid back.
pub const REFUND_DUE: &str = "refund_due";

/// Whether any outcome of a service pays something back.
#[must_use]
pub fn pays_back(definition: &Definition) -> bool {
    let mut outcomes = definition.casework.outcomes.values();
    outcomes.any(|outcome| outcome.refund.is_some())
}

/// Adds to a decision what is paid back by it. `money` are the lines as they were read; those of the same outcome come
/// over them. Never more than was paid, and not again what was paid back; what is open of a decision before holds no more.
pub fn add_refund(outcome: &mut Outcome, (case, decided): (CaseId, &Name), money: &[MoneyLine], walk: &Walk<'_>) {
    let money = with_changes(money, case, outcome);
    let received: Vec<&MoneyLine> = money
        .iter()
        .filter(|line| line.kind == MoneyKind::Payment && MoneyState::Received.is(line))
        .collect();
    let sum = |kind, state: MoneyState| -> i64 {
        let lines = money.iter().filter(|line| line.kind == kind && state.is(line));
        lines.map(|line| line.minor_units).sum()
    };
    let paid: i64 = received.iter().map(|line| line.minor_units).sum();
    // Each payment that did not hold and was paid back has a refund of its own.
    let done = sum(MoneyKind::Refund, MoneyState::Refunded) - sum(MoneyKind::Payment, MoneyState::Refunded);
    let open = money
        .iter()
        .filter(|line| line.kind == MoneyKind::Refund && MoneyState::ToRefund.is(line));
    let voided = open.map(|line| Change::MoneyLine(case, in_state(line.clone(), MoneyState::Void)));
    outcome.changes.extend(voided);
    let mut left = (due(decided, paid, walk) - done).max(0);
    if left == 0 {
        return;
    }
    let event = outcome.events.last().map(|decided| NewEvent {
        kind: REFUND_DUE,
        details: serde_json::json!({ "minor_units": left, "currency": walk.definition().currency }),
        ..decided.clone()
    });
    outcome.events.extend(event);
    for (n, payment) in (next_number(&money)..).zip(received.iter().rev()) {
        let part = left.min(payment.minor_units);
        if part == 0 {
            break;
        }
        left -= part;
        let line = MoneyLine {
            n,
            kind: MoneyKind::Refund,
            minor_units: part,
            state: MoneyState::ToRefund.as_str().to_owned(),
            ..(*payment).clone()
        };
        outcome.changes.push(Change::MoneyLine(case, line));
    }
}

/// What an outcome pays back of what was paid, in the smallest coins.
fn due(decided: &Name, paid: i64, walk: &Walk<'_>) -> i64 {
    let definition = walk.definition();
    let rule = definition.casework.outcomes.get(decided);
    let amount = match rule.and_then(|rule| rule.refund.as_ref()) {
        None => return 0,
        Some(RefundRule::All) => return paid,
        Some(RefundRule::Amount(cases)) => walk.cases(cases),
    };
    let Some(Value::Money(amount) | Value::Number(amount)) = amount else {
        return 0;
    };
    let coin = coins(&definition.currency);
    let in_coins = amount.round_dp(coin) * Decimal::from(10_u32.pow(coin));
    in_coins.to_i64().unwrap_or_default().clamp(0, paid)
}

/// The lines as they will be with what the outcome changes already.
pub(super) fn with_changes(money: &[MoneyLine], case: CaseId, outcome: &Outcome) -> Vec<MoneyLine> {
    let mut lines = money.to_vec();
    for change in &outcome.changes {
        if let Change::MoneyLine(of, line) = change
            && *of == case
        {
            lines.retain(|known| known.n != line.n);
            lines.push(line.clone());
        }
    }
    lines.sort_by_key(|line| line.n);
    lines
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::answer::Answers;
    use crate::definition::{Folder, read};
    use crate::id::CommitId;
    use crate::journey::Setting;
    use crate::record::Channel;

    const SERVICE: &str = "language: 1\nname: Pay\norganisation: council\nwhy: To test.\nlaw: A law\nfee: 30 GBP\n\
        questions:\n  email: { ask: What is your email?, email: }\ncasework:\n  outcomes:\n    \
        approved: { title: Approved, refund: no }\n    refused: { title: Refused, refund: yes }\n    \
        partly: { title: In part, refund: 12.50 GBP }\n\
        keep: { draft: 1 day, approved: 1 day, refused: 1 day, partly: 1 day, withdrawn: 1 day }\n";

    fn line(n: i32, kind: MoneyKind, minor_units: i64, state: MoneyState) -> MoneyLine {
        MoneyLine {
            n,
            kind,
            minor_units,
            currency: "GBP".to_owned(),
            means: "card".to_owned(),
            provider_reference: None,
            state: state.as_str().to_owned(),
        }
    }

    /// What becomes of the lines: by number, the amount and the state.
    #[track_caller]
    fn check(outcome: &str, money: &[MoneyLine], expected: &[(i32, i64, &str)]) {
        let mut folder = Folder {
            name: "pay".to_owned(),
            ..Folder::default()
        };
        folder
            .files
            .insert("service.yaml".to_owned(), SERVICE.as_bytes().to_vec());
        let checked = read(&folder);
        let definition = checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings));
        let answers = Answers::default();
        let setting = Setting {
            today: date(2026, 5, 1),
            language: "en".into(),
            channel: Channel::Web,
        };
        let walk = Walk::new(&definition, &answers, setting);
        let mut made = Outcome::new(CommitId(Uuid::nil()), Timestamp::UNIX_EPOCH);
        add_refund(&mut made, (CaseId(Uuid::nil()), &outcome.into()), money, &walk);
        let found: Vec<(i32, i64, String)> = made
            .changes
            .into_iter()
            .map(|change| match change {
                Change::MoneyLine(_, line) => (line.n, line.minor_units, line.state),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(n, units, state)| (*n, *units, (*state).to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_outcome_pays_back_what_it_says_and_never_more_than_was_paid() {
        use MoneyKind::{Charge, Payment, Refund};
        use MoneyState::{Received, Refunded, Settled, ToRefund};
        let paid = [
            line(1, Charge, 3000, Settled),
            line(2, Payment, 2000, Received),
            line(3, Payment, 1000, Received),
        ];
        check("approved", &paid, &[]);
        check("refused", &paid, &[(4, 1000, "to_refund"), (5, 2000, "to_refund")]);
        check("partly", &paid, &[(4, 1000, "to_refund"), (5, 250, "to_refund")]);
        check("partly", &paid[..1], &[]);
        let mut again = paid.to_vec();
        again.extend([line(4, Refund, 1000, Refunded), line(5, Refund, 250, ToRefund)]);
        check(
            "refused",
            &again,
            &[(5, 250, "void"), (6, 1000, "to_refund"), (7, 1000, "to_refund")],
        );
        check("approved", &again, &[(5, 250, "void")]);
    }
}
