//! The keys of what the office can ask for, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// Something that the office can ask an applicant for.
pub(super) static ASK: Heading = Heading {
    name: "what is asked for",
    kind: true,
    keys: &[
        NOTE,
        key("title", Shape::Words, "What is asked for, as a heading."),
        key("say", Shape::Words, "Above the answer."),
        // The kind of answer stands here.
        key("within", Shape::Duration, "How long the applicant has to answer."),
        key(
            "otherwise",
            Shape::Name,
            "The outcome that is decided where nothing came by then. Usual: the case comes back to its caseworker.",
        ),
        key(
            "reason",
            Shape::Name,
            "Which of that outcome's reasons it gives, where it has some.",
        ),
    ],
};
