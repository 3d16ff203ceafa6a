//! The money lines of a fee: made when the answers are accepted, settled when the case is handed in, void when it
//! becomes a draft again.

use crate::id::CaseId;
use crate::journey::FeeDue;
use crate::record::{Change, MoneyKind, MoneyLine};

/// Where a money line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyState {
    /// To be paid, or taken off what is.
    Due,
    /// Worked out, and to be paid only once something is granted.
    Later,
    /// Paid, by whom it was due.
    Received,
    /// All of the fee was paid, taken off or waived.
    Settled,
    /// It holds no more: an answer was changed.
    Void,
    /// Paid for what holds no more, and to be paid back.
    ToRefund,
    /// Paid back.
    Refunded,
}

impl MoneyState {
    /// The word that is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Later => "later",
            Self::Received => "received",
            Self::Settled => "settled",
            Self::Void => "void",
            Self::ToRefund => "to_refund",
            Self::Refunded => "refunded",
        }
    }

    /// Whether a line is there.
    #[must_use]
    pub fn is(self, line: &MoneyLine) -> bool {
        line.state == self.as_str()
    }
}

/// The means of a line that was worked out and not paid.
const WORKED_OUT: &str = "fee";

/// The lines of a fee, numbered after those that the case has.
pub(super) fn lines(fee: &FeeDue<'_>, before: &[MoneyLine], state: MoneyState) -> Vec<MoneyLine> {
    let first = next_number(before);
    let numbered = (first..).zip(&fee.lines);
    numbered
        .map(|(n, due)| MoneyLine {
            n,
            kind: if due.minor_units < 0 {
                MoneyKind::Concession
            } else {
                MoneyKind::Charge
            },
            minor_units: due.minor_units.abs(),
            currency: fee.currency.to_owned(),
            means: WORKED_OUT.to_owned(),
            provider_reference: None,
            state: state.as_str().to_owned(),
        })
        .collect()
}

/// The number of the next money line.
pub(super) fn next_number(before: &[MoneyLine]) -> i32 {
    before.iter().map(|line| line.n).max().unwrap_or_default() + 1
}

/// Whether a line counts towards the present fee.
fn counts(line: &MoneyLine) -> bool {
    use MoneyState::{Due, Received, Settled};
    [Due, Received, Settled].iter().any(|state| state.is(line))
}

/// What is still to be paid, in the smallest coins of the currency.
#[must_use]
pub fn outstanding(money: &[MoneyLine]) -> i64 {
    let sum: i64 = money
        .iter()
        .filter(|line| counts(line))
        .map(|line| match line.kind {
            MoneyKind::Charge | MoneyKind::Refund => line.minor_units,
            MoneyKind::Concession | MoneyKind::Waiver | MoneyKind::Payment => -line.minor_units,
        })
        .sum();
    sum.max(0)
}

/// The lines as they are once all is paid.
pub(super) fn settled(case: CaseId, money: &[MoneyLine]) -> impl Iterator<Item = Change> {
    let due = money.iter().filter(|line| MoneyState::Due.is(line)).cloned();
    due.map(move |line| Change::MoneyLine(case, in_state(line, MoneyState::Settled)))
}

/// The lines as they are once the fee holds no more: what was paid is to be paid back.
pub(super) fn voided(case: CaseId, money: &[MoneyLine]) -> impl Iterator<Item = Change> {
    let is_open = |line: &&MoneyLine| counts(line) || MoneyState::Later.is(line);
    let open = money.iter().filter(is_open).cloned();
    open.map(move |line| {
        let state = if line.kind == MoneyKind::Payment {
            MoneyState::ToRefund
        } else {
            MoneyState::Void
        };
        Change::MoneyLine(case, in_state(line, state))
    })
}

pub(super) fn in_state(line: MoneyLine, state: MoneyState) -> MoneyLine {
    MoneyLine {
        state: state.as_str().to_owned(),
        ..line
    }
}
