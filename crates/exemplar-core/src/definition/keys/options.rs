//! What may stand beneath an option of a choice, and beneath a document of a list of evidence.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// One option of a choice.
pub static OPTION: Heading = Heading {
    name: "an option",
    kind: false,
    keys: &[
        key("label", Shape::Words, "What the person reads."),
        key("hint", Shape::Words, "One short sentence."),
        key("when", Shape::Condition, "It is offered when this holds."),
        key("alone", Shape::Yes, "It cannot be ticked beside others."),
        NOTE,
    ],
};

/// One document of a list of evidence.
pub static DOCUMENT: Heading = Heading {
    name: "a document",
    kind: false,
    keys: &[
        key("label", Shape::Words, "What the person reads."),
        key("hint", Shape::Words, "One short sentence."),
        key("when", Shape::Condition, "It is asked for when this holds."),
        key(
            "ways",
            Shape::Names,
            "How it can be sent: now, later, sent_already, someone_else, do_not_have; [now, later] where it is not \
             written.",
        ),
        key(
            "within",
            Shape::Duration,
            "By when it must come that does not come now, counted from the day of applying.",
        ),
        NOTE,
    ],
};
