//! The keys of what a decision issues, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// A licence, a registration, an award.
pub(super) static ISSUE: Heading = Heading {
    name: "what is issued",
    kind: false,
    keys: &[
        key("title", Shape::Words, "What it is called, such as Registration."),
        key("at", Shape::Name, "The outcome that issues it."),
        key(
            "number",
            Shape::Cases,
            "How its number looks: # is a digit that is drawn, anything else stands for itself. A pattern, or cases.",
        ),
        key("lasts", Shape::Cases, "For how long: 3 years, forever, or cases."),
        key("pays", Shape::Under(&PAYS), "What is paid, and how often."),
        key(
            "public",
            Shape::Names,
            "What the public register shows: questions, facts, number, issued and expires.",
        ),
        key(
            "search_by",
            Shape::Names,
            "By what the public register is searched: some of what it shows, or postcode.",
        ),
        key(
            "can_be",
            Shape::Names,
            "What staff can do to it: suspended, revoked, ended.",
        ),
        key(
            "document",
            Shape::Name,
            "The certificate, from documents/NAME.LANGUAGE.md.",
        ),
        key("renew", Shape::Under(&RENEW), "When it can be renewed."),
        NOTE,
    ],
};

static PAYS: Heading = Heading {
    name: "pays",
    kind: false,
    keys: &[
        key("amount", Shape::Cases, "How much."),
        key("every", Shape::Duration, "How often, such as 1 week."),
        key("from", Shape::Cases, "From which day. Usual: the day of the decision."),
        NOTE,
    ],
};

static RENEW: Heading = Heading {
    name: "renew",
    kind: false,
    keys: &[
        key("from", Shape::Duration, "From so long before its last day."),
        key(
            "until",
            Shape::Duration,
            "Until so long after its last day: 0 days for until then.",
        ),
        NOTE,
    ],
};
