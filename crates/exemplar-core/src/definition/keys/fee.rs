//! The keys of fees and payment, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// One line of a fee.
pub(super) static FEE_LINE: Heading = Heading {
    name: "a line of the fee",
    kind: false,
    keys: &[
        key("for", Shape::Words, "What is paid for, or why less is paid."),
        key("when", Shape::Condition, "It counts when this holds."),
        key("amount", Shape::Cases, "What is added to the fee."),
        key("less", Shape::Cases, "What is taken off the fee."),
        key("law", Shape::Plain, "Under which act."),
        NOTE,
    ],
};

/// When a fee is paid.
pub(super) static PAYMENT: Heading = Heading {
    name: "payment",
    kind: false,
    keys: &[
        key(
            "when",
            Shape::OneOf(&["before_sending", "after_decision"]),
            "When it is paid. Usual: before_sending.",
        ),
        key("within", Shape::Duration, "How long one can pay. Usual: 14 days."),
        key("say", Shape::Words, "How and where it is paid."),
        key("refund", Shape::Words, "What is paid back, and when."),
        NOTE,
    ],
};
