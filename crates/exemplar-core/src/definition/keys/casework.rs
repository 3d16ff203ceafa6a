//! The keys of casework and of messages, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// What happens after submission.
pub(super) static CASEWORK: Heading = Heading {
    name: "casework",
    kind: false,
    keys: &[
        NOTE,
        key("team", Shape::Cases, "The office to which a case goes."),
        key("decide_within", Shape::Cases, "How long a decision takes."),
        key("show_first", Shape::Names, "The questions that staff see first."),
        key(
            "search",
            Shape::Names,
            "The questions by whose answers staff find a case, at most eight: names, e-mail addresses, telephone \
             numbers, postcodes, addresses, national identifiers, and a date of birth beside a name.",
        ),
        key(
            "outcomes",
            Shape::Each(&Shape::Under(&OUTCOME)),
            "What can come of a case.",
        ),
        key(
            "second_officer",
            Shape::Condition,
            "When a second officer decides with the first.",
        ),
        key("urgent", Shape::Condition, "When a case goes first."),
        key(
            "stages",
            Shape::Each(&Shape::Under(&super::deciding::STAGE)),
            "The stations of a case on its way to the decision.",
        ),
        key(
            "checks",
            Shape::Each(&Shape::Under(&super::deciding::CHECK)),
            "What other systems are asked, or staff look up there: names for conditions.",
        ),
        key(
            "automatic",
            Shape::Under(&super::deciding::AUTOMATIC),
            "When no officer is needed.",
        ),
        key(
            "asks_for",
            Shape::Each(&Shape::Under(&super::asks::ASK)),
            "What the office can ask the applicant for; the clock stops while it waits.",
        ),
    ],
};

static OUTCOME: Heading = Heading {
    name: "an outcome",
    kind: false,
    keys: &[
        key("title", Shape::Words, "What the applicant and staff read."),
        key("appeal", Shape::Under(&APPEAL), "To whom one can appeal."),
        key("law", Shape::Plain, "Under which act."),
        key(
            "refund",
            Shape::Cases,
            "What of the fee is paid back: no, yes for all that was paid, an amount, or cases. Usual: no.",
        ),
        key("reasons", Shape::Each(&Shape::WordsOr(&REASON)), "To choose from."),
        NOTE,
        key(
            "books",
            Shape::Plain,
            "The time that is booked: first_free(QUESTION), the first choice that is free.",
        ),
    ],
};

static APPEAL: Heading = Heading {
    name: "appeal",
    kind: false,
    keys: &[
        key("to", Shape::Words, "To whom."),
        key("within", Shape::Duration, "For how long."),
        key(
            "review_first",
            Shape::Yes,
            "The office looks again before one can appeal.",
        ),
        NOTE,
    ],
};

static REASON: Heading = Heading {
    name: "a reason",
    kind: false,
    keys: &[
        key("say", Shape::Words, "What the applicant reads."),
        key("law", Shape::Plain, "Under which act."),
        NOTE,
    ],
};

/// What differs from the usual for a message.
pub(super) static MESSAGE: Heading = Heading {
    name: "a message",
    kind: false,
    keys: &[
        key(
            "at",
            Shape::Name,
            "When it goes: submitted, paid, withdrawn, an outcome, a question or fact that is a date, or ISSUE expires.",
        ),
        NOTE,
        key("before", Shape::Duration, "How long before, such as 1 day."),
        key("after", Shape::Duration, "How long after, such as 7 days."),
        key("when", Shape::Condition, "Only where this holds when it is to go."),
        key(
            "to",
            Shape::Name,
            "To whom: applicant, the question that says where, or each ROWS.",
        ),
        key("by", Shape::Names, "By which means: email, text, post, or several."),
        key("attach", Shape::Name, "The certificate that goes with it, by its name."),
    ],
};
