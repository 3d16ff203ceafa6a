//! What an example must cost.

use crate::definition::read::Reader;
use crate::definition::read::values::amount;
use crate::definition::source::Node;
use crate::journey::{End, Walk, in_currency};

/// Notes a fee that is not what the example says.
pub(super) fn check(walk: &Walk<'_>, then: &Node, reader: &Reader<'_>) {
    let Some(node) = then.get("fee") else { return };
    let wrong = |message: String, advice: &str| reader.error(node.place, "example", message, advice);
    let written = node.text().unwrap_or_default();
    let currency = reader.currency();
    let expected = match written {
        "none" => Some(rust_decimal::Decimal::ZERO),
        typed => amount(typed, currency),
    };
    let Some(expected) = expected else {
        let advice = format!("Write, for example, 154 {currency}, or none.");
        return wrong("This is no amount of money.".into(), &advice);
    };
    // Who does not come to the end pays nothing.
    let due = walk.fee().filter(|_| matches!(walk.end(), End::CheckAnswers));
    let found = in_currency(due.map_or(0, |due| due.total()), currency);
    if found != expected {
        let message = format!("It costs {} {currency}.", found.normalize());
        wrong(message, "Change the example, or the fee.");
    }
}
