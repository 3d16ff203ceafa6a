//! The keys of evidence and targets for a standard, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// What a service shows to whoever holds it against a standard.
pub(super) static STANDARD: Heading = Heading {
    name: "standard",
    kind: false,
    keys: &[
        key("follows", Shape::Name, "The standard, such as uk-service-standard."),
        key(
            "phase",
            Shape::OneOf(&["discovery", "alpha", "beta", "live"]),
            "How far the service is.",
        ),
        key("people", Shape::Each(&Shape::Plain), "Who answers for what."),
        key(
            "evidence",
            Shape::Each(&Shape::ListOf(&EVIDENCE)),
            "What shows that it keeps to the standard.",
        ),
        key(
            "targets",
            Shape::Each(&Shape::Under(&TARGET)),
            "Where an indicator is, and where it should be.",
        ),
        key(
            "exceptions",
            Shape::Each(&Shape::Under(&EXCEPTION)),
            "Checks that it does not keep to, and why.",
        ),
        NOTE,
    ],
};

static EVIDENCE: Heading = Heading {
    name: "evidence",
    kind: false,
    keys: &[
        key("at", Shape::Plain, "The day: 2026-03-12."),
        key("what", Shape::Plain, "What was done, in one sentence."),
        key("access_needs", Shape::Count, "How many of the people had access needs."),
        key("link", Shape::Plain, "Where it can be read."),
        NOTE,
    ],
};

static TARGET: Heading = Heading {
    name: "a target",
    kind: false,
    keys: &[
        key("now", Shape::Plain, "Where it is: 69%, or 3.90 GBP."),
        key("target", Shape::Plain, "Where it should be."),
        NOTE,
    ],
};

static EXCEPTION: Heading = Heading {
    name: "an exception",
    kind: false,
    keys: &[key("why", Shape::Plain, "Why."), NOTE],
};
