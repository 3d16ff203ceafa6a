//! The keys of calendars, in canonical order.

use super::places::{NOTE, key};
use super::{Heading, Shape};

/// A calendar of times that can be booked.
pub(super) static CALENDAR: Heading = Heading {
    name: "a calendar",
    kind: false,
    keys: &[
        key(
            "one_for_each",
            Shape::Name,
            "A list: each of its entries has a calendar of its own. The list of times has a column named like the \
             question that chooses from it.",
        ),
        key(
            "times",
            Shape::Name,
            "The list of times, with the columns weekday and start.",
        ),
        key("minutes", Shape::Count, "How long each time lasts."),
        key("places", Shape::Count, "How many places each time has."),
        key(
            "closed",
            Shape::Name,
            "A list of days without times: its ids are the days, or it has a column day.",
        ),
        key("book", Shape::Under(&BOOK), "From when until when one can book."),
        NOTE,
    ],
};

static BOOK: Heading = Heading {
    name: "book",
    kind: false,
    keys: &[
        key(
            "from",
            Shape::Cases,
            "The first day, such as today + 3 days. Usual: today.",
        ),
        key(
            "to",
            Shape::Cases,
            "The last day, such as today + 28 days. Usual: today + 28 days.",
        ),
        NOTE,
    ],
};
