//! What a case costs and what was paid of it, line by line, in somebody's words: the same for the person and for staff.

use std::sync::LazyLock;

use exemplar_core::answer::Answers;
use exemplar_core::definition::Definition;
use exemplar_core::journey::{FeeDue, LineDue, Setting, Walk, in_currency};
use exemplar_core::record::{LoadedCase, MoneyKind, MoneyLine, Phase};
use exemplar_core::waiting::MoneyState;

use super::Standing;
use crate::apply::zone;
use crate::says::Says;
use crate::words::Value;

/// A line: what it is for, and how much.
pub type StatementLine = (String, String);

static NO_ANSWERS: LazyLock<Answers> = LazyLock::new(Answers::default);

/// The lines of a fee, and its sum last. Nothing where there are none and nothing is to be paid.
#[must_use]
pub fn fee_lines(says: Says<'_>, fee: &FeeDue<'_>, walk: &Walk<'_>) -> Vec<StatementLine> {
    let money = |minor_units| says.words.money(fee.in_currency(minor_units), fee.currency);
    let mut lines: Vec<StatementLine> = fee
        .lines
        .iter()
        .map(|due| (called(says, due, walk), money(due.minor_units)))
        .collect();
    let is_whole = matches!(fee.lines.as_slice(), [only] if only.line.called.is_none());
    if !is_whole {
        lines.push((says.words.get("fees-total").to_owned(), money(fee.total())));
    }
    lines
}

fn called(says: Says<'_>, due: &LineDue<'_>, walk: &Walk<'_>) -> String {
    let own = due.line.called.as_ref();
    own.map_or_else(
        || says.words.get("fees-fee").to_owned(),
        |own| says.filled(own, walk).into_owned(),
    )
}

/// What a case costs, by the day on which its answers were accepted, with what was paid, waived and is to be paid back.
/// Empty where the service has no fee.
#[must_use]
pub fn statement(
    says: Says<'_>,
    loaded: &LoadedCase,
    definition: &Definition,
    standing: &Standing,
) -> Vec<StatementLine> {
    if definition.fee.is_none() {
        return Vec::new();
    }
    let case = &loaded.case;
    let frozen = standing.wait().map(|wait| wait.frozen);
    let on = |at: jiff::Timestamp| at.to_zoned(zone(definition)).date();
    let setting = Setting {
        today: frozen
            .as_ref()
            .map_or_else(|| on(case.submitted.unwrap_or(case.started)), |frozen| frozen.today),
        language: frozen
            .as_ref()
            .map_or_else(|| case.language.clone(), |frozen| frozen.language.clone()),
        channel: frozen.map_or(case.channel, |frozen| frozen.channel),
    };
    let part = loaded.parts.iter().find(|part| part.participant == 0);
    let walk = Walk::new(definition, part.map_or(&*NO_ANSWERS, |part| &part.answers), setting);
    let mut lines = Vec::new();
    // A draft's fee is still to be worked out: it stands on check answers.
    if let Some(fee) = walk.fee().filter(|_| case.phase != Phase::Draft) {
        lines = fee_lines(says, &fee, &walk);
    }
    lines.extend(standing.money.iter().filter_map(|line| paid(says, line)));
    if case.phase == Phase::WaitingForPayment {
        let left = in_currency(standing.outstanding(), &definition.currency);
        let left = says.words.money(left, &definition.currency);
        lines.push((says.words.get("fees-left").to_owned(), left));
    }
    lines
}

/// What was paid, waived or paid back; none of what was worked out.
fn paid(says: Says<'_>, line: &MoneyLine) -> Option<StatementLine> {
    let words = says.words;
    let amount = words.money(in_currency(line.minor_units, &line.currency), &line.currency);
    let means = words.find(&format!("fees-means-{}", line.means));
    let reference = line.provider_reference.as_deref().unwrap_or_default();
    let with = [("means", Value::Text(means)), ("reference", Value::Text(reference))];
    let key = match line.kind {
        MoneyKind::Payment if MoneyState::ToRefund.is(line) => "fees-to-refund",
        MoneyKind::Payment => "fees-paid",
        MoneyKind::Waiver if MoneyState::Void.is(line) => "fees-waived-void",
        MoneyKind::Waiver => "fees-waived",
        MoneyKind::Refund if MoneyState::ToRefund.is(line) => "fees-to-refund",
        MoneyKind::Refund if MoneyState::Void.is(line) => return None,
        MoneyKind::Refund => "fees-refunded",
        MoneyKind::Charge | MoneyKind::Concession => return None,
    };
    Some((words.with(key, &with), amount))
}
