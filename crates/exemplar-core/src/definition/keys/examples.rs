//! The keys of an example, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// An example.
pub static EXAMPLE: Heading = Heading {
    name: "an example",
    kind: false,
    keys: &[
        key("who", Shape::Plain, "Who the person is."),
        NOTE,
        key("today", Shape::Plain, "The day on which it happens."),
        key("language", Shape::Name, "The language that the person reads."),
        key("channel", Shape::Name, "How the person deals with the service."),
        key("answers", Shape::Each(&Shape::Answer), "What is answered."),
        key("staff", Shape::Answer, "What staff do."),
        key("then", Shape::Under(&THEN), "What must come of it."),
        key("renewing", Shape::Later, "Whether it is a renewal."),
        key("checks", Shape::Later, "What other systems answer."),
        key("calendar", Shape::Later, "Which times are free."),
    ],
};

static THEN: Heading = Heading {
    name: "then",
    kind: false,
    keys: &[
        key("path", Shape::Names, "Exactly these pages are shown."),
        key("asks", Shape::Names, "These questions are asked."),
        key("skips", Shape::Names, "These are not."),
        key("facts", Shape::Each(&Shape::Answer), "What facts come to."),
        key(
            "refused_at",
            Shape::Each(&Shape::Name),
            "The answer to this question breaks this rule.",
        ),
        key("exit", Shape::Name, "The journey ends here."),
        key("team", Shape::Name, "The office to which it goes."),
        key("decide_by", Shape::Plain, "The day by which it is decided."),
        key("outcome", Shape::Name, "What is decided."),
        key(
            "fee",
            Shape::Amount,
            "What it costs, such as 154 GBP; none where it costs nothing.",
        ),
        key("messages", Shape::Names, "Which messages go out."),
        NOTE,
        key("second_officer", Shape::Later, "Whether a second officer decides."),
        key("booked", Shape::Later, "Which time is booked."),
        key("issues", Shape::Later, "What is issued."),
    ],
};
