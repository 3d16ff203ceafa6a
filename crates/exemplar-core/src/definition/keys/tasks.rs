//! The keys of a task, in canonical order.

use super::places::{NOTE, PAGE, key};
use super::{Heading, Shape};

/// An entry of the task list. What it does not say in service.yaml may stand in tasks/NAME.yaml.
pub static TASK: Heading = Heading {
    name: "a task",
    kind: false,
    keys: &[
        NOTE,
        key("title", Shape::Words, "What the task list calls it."),
        key("when", Shape::Condition, "It is on the list when this holds."),
        key("needs", Shape::Name, "The task above that must be complete first."),
        key(
            "why",
            Shape::Words,
            "Why its questions are asked that do not say so themselves.",
        ),
        key(
            "law",
            Shape::Plain,
            "Under which act its questions are asked that do not say so themselves.",
        ),
        key("questions", Shape::Each(&Shape::Under(&PAGE)), "Its pages, in order."),
    ],
};
