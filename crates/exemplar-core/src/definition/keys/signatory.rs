//! The keys of a second signatory, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// A second person who signs before sending.
pub(super) static SIGNATORY: Heading = Heading {
    name: "signatory",
    kind: false,
    keys: &[
        key(
            "when",
            Shape::Condition,
            "They must sign when this holds. Usual: always.",
        ),
        key("name", Shape::Name, "The question whose answer is their name."),
        key(
            "email",
            Shape::Name,
            "The question whose answer is their e-mail address.",
        ),
        key(
            "say",
            Shape::Words,
            "What they are asked, above the answers that they see.",
        ),
        key(
            "shows",
            Shape::Names,
            "The questions whose answers they see. Usual: none.",
        ),
        key("declaration", Shape::Words, "What they declare by signing."),
        key("within", Shape::Duration, "How long they can sign. Usual: 14 days."),
        NOTE,
    ],
};
