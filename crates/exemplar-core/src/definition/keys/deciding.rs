//! The keys of how a case comes to be decided, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// Something that is looked up elsewhere.
pub(super) static CHECK: Heading = Heading {
    name: "a check",
    kind: false,
    keys: &[
        key(
            "called",
            Shape::Words,
            "What staff read. Usual: its name in plain words.",
        ),
        key(
            "from",
            Shape::Name,
            "The connector that is asked, as the operator's settings name it.",
        ),
        key(
            "send",
            Shape::Names,
            "The questions and facts whose answers it gets; nothing else is sent.",
        ),
        key("gives", Shape::OneOf(&["yes_no"]), "What it answers: yes or no."),
        key(
            "at",
            Shape::Name,
            "It is asked once this question is answered. Usual: after sending.",
        ),
        NOTE,
    ],
};

/// When no officer is needed.
pub(super) static AUTOMATIC: Heading = Heading {
    name: "automatic",
    kind: false,
    keys: &[
        key("outcome", Shape::Name, "What the computer decides."),
        key(
            "reason",
            Shape::Name,
            "Which of the outcome's reasons it gives, where it has some.",
        ),
        key(
            "when",
            Shape::Condition,
            "It decides when this holds and no second officer is needed.",
        ),
        key("law", Shape::Plain, "Under which act a computer may decide that."),
        NOTE,
    ],
};

/// A station of a case.
pub(super) static STAGE: Heading = Heading {
    name: "a stage",
    kind: false,
    keys: &[
        key("title", Shape::Words, "What the applicant and staff read."),
        key(
            "team",
            Shape::Name,
            "The office that has the case in it. Usual: the one that has it.",
        ),
        key("within", Shape::Duration, "How long it takes."),
        key(
            "when",
            Shape::Condition,
            "Cases come to it when this holds. Usual: always.",
        ),
        NOTE,
    ],
};
