//! The keys of a question of rows and of a fact, in canonical order.

use super::places::{NOTE, PAGE, key};
use super::{Heading, Shape};

/// What stands under `rows`.
pub(super) static ROWS: Heading = Heading {
    name: "rows",
    kind: false,
    keys: &[
        key("each", Shape::Words, "What one row is, as in \"Add another job\"."),
        key(
            "many",
            Shape::Words,
            "What several are, as after a number: \"You have added 2 jobs\".",
        ),
        key(
            "at_least",
            Shape::Cases,
            "So many at least. Usual: 1, or none where it is optional.",
        ),
        key(
            "at_most",
            Shape::Cases,
            "So many at most. Usual: 50, never more than 100; 20 in the rows of another question.",
        ),
        key(
            "exactly",
            Shape::Cases,
            "So many: a number, or an answer that was given before.",
        ),
        key(
            "unique",
            Shape::Names,
            "Questions whose answers, taken together, no two rows have in common.",
        ),
        key(
            "title",
            Shape::Words,
            "How a row is called. Usual: the answer to its first question.",
        ),
        key("together", Shape::Plain, "Why the questions of a row share one page."),
        key(
            "questions",
            Shape::Each(&Shape::Under(&PAGE)),
            "The questions of a row, in order.",
        ),
        key(
            "facts",
            Shape::Each(&Shape::CasesOr(&FACT)),
            "What is worked out in each row.",
        ),
        NOTE,
    ],
};

/// What is worked out, once or in each row.
pub(super) static FACT: Heading = Heading {
    name: "a fact",
    kind: false,
    keys: &[
        key("is", Shape::Cases, "What it comes to."),
        key(
            "called",
            Shape::Words,
            "Under these words check answers and staff show it.",
        ),
        key(
            "one_of",
            Shape::Each(&Shape::Words),
            "The options of which it is one, each with its label.",
        ),
        NOTE,
    ],
};
