//! The keys of a record of another system, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// What stands under `record`.
pub(super) static RECORD: Heading = Heading {
    name: "a record",
    kind: false,
    keys: &[
        key(
            "in",
            Shape::Name,
            "The connector that is asked, as the operator's settings name it.",
        ),
        key(
            "send",
            Shape::Names,
            "The questions whose answers it gets, asked before and always answered here; nothing else is sent.",
        ),
        key(
            "show",
            Shape::Each(&Shape::WordsOr(&FIELD)),
            "What is shown and kept of its answer, by the names that the other system gives: a label, or a label and a kind.",
        ),
        NOTE,
    ],
};

/// A field of a record.
static FIELD: Heading = Heading {
    name: "a field of a record",
    kind: true,
    keys: &[
        key("label", Shape::Words, "As the person reads it."),
        key("optional", Shape::Yes, "The other system may leave it out."),
        // The kind of answer stands here.
        NOTE,
    ],
};
