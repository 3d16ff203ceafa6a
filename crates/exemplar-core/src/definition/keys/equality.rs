//! The keys of an equality question, in canonical order. It is always optional, and always one of some options.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// A question of the team's own, in place of the platform's.
pub(super) static EQUALITY: Heading = Heading {
    name: "an equality question",
    kind: false,
    keys: &[
        NOTE,
        key("ask", Shape::Words, "The question."),
        key("hint", Shape::Words, "One short sentence."),
        key(
            "one_of",
            Shape::Each(&Shape::Words),
            "Its options; \"Prefer not to say\" is always there.",
        ),
    ],
};
