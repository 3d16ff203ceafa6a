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
        key(
            "renewing",
            Shape::Under(&RENEWING),
            "What is renewed, where something is.",
        ),
        key(
            "checks",
            Shape::Each(&Shape::OneOf(&["yes", "no"])),
            "What other systems answer.",
        ),
        key("calendar", Shape::Under(&CALENDAR), "Which times are full."),
    ],
};

static CALENDAR: Heading = Heading {
    name: "calendar",
    kind: false,
    keys: &[
        key("full", Shape::Names, "These times have no room when it is decided."),
        NOTE,
    ],
};

static RENEWING: Heading = Heading {
    name: "renewing",
    kind: false,
    keys: &[
        key("expires", Shape::Plain, "The last day of what is renewed."),
        key("from", Shape::Name, "The example whose answers are known from before."),
        NOTE,
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
        key(
            "second_officer",
            Shape::OneOf(&["yes", "no"]),
            "Whether a second officer decides with the first.",
        ),
        key("decide_by", Shape::Plain, "The day by which it is decided."),
        key("outcome", Shape::Name, "What is decided."),
        key(
            "fee",
            Shape::Amount,
            "What it costs, such as 154 GBP; none where it costs nothing.",
        ),
        key("issues", Shape::Names, "What is issued; none where nothing is."),
        key("messages", Shape::Names, "Which messages go out."),
        NOTE,
        key(
            "booked",
            Shape::Plain,
            "Which time is booked: \"2026-11-15 14:00\", or none.",
        ),
    ],
};
