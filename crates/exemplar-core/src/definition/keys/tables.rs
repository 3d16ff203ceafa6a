//! The keys of a table and of a grid, in canonical order.

use super::places::{NOTE, PAGE, key};
use super::rows::FACT;
use super::{Heading, Shape};

/// What stands under `table`.
pub(super) static TABLE: Heading = Heading {
    name: "a table",
    kind: false,
    keys: &[
        key("rows", Shape::Each(&Shape::Words), "The rows, each with its label."),
        key(
            "columns",
            Shape::Each(&Shape::Under(&PAGE)),
            "What is asked in each row: questions of one control.",
        ),
        key(
            "facts",
            Shape::Each(&Shape::CasesOr(&FACT)),
            "What is worked out in each row.",
        ),
        NOTE,
    ],
};

/// What stands under `grid`.
pub(super) static GRID: Heading = Heading {
    name: "a grid",
    kind: false,
    keys: &[
        key("rows", Shape::Each(&Shape::Words), "The rows, each with its label."),
        key(
            "one_of",
            Shape::Options,
            "The options of which one is chosen in each row.",
        ),
        NOTE,
    ],
};
