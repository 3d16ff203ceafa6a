//! The keys of opening and closing, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// When a service can be used.
pub(super) static OPENING: Heading = Heading {
    name: "opening",
    kind: false,
    keys: &[
        key("from", Shape::Moment, "The first day or moment: \"2026-05-26\"."),
        key("to", Shape::Moment, "The last day or moment: \"2026-08-19 23:59\"."),
        key(
            "closed_says",
            Shape::Words,
            "What the start page says before and after.",
        ),
        NOTE,
    ],
};
