//! Which time an example books: the first that was chosen and is not full.

use crate::casework::booking::wanted_of;
use crate::definition::read::{Reader, listed_texts};
use crate::definition::source::Node;
use crate::definition::{read_time, write_time};
use crate::id::Name;
use crate::journey::Walk;

/// What an outcome books in an example.
enum Books {
    /// Nothing is to be booked.
    Nothing,
    /// All that was chosen is full.
    NoneFree,
    /// This time, as it is written.
    Time(String),
}

fn books(walk: &Walk<'_>, example: &Node, outcome: &Name) -> Books {
    let definition = walk.definition();
    let rule = definition.casework.outcomes.get(outcome);
    let question = rule.and_then(|rule| rule.books.as_ref());
    let Some(wanted) = question.and_then(|question| wanted_of(walk, definition, question)) else {
        return Books::Nothing;
    };
    let full = full(example).map(listed_texts).unwrap_or_default();
    let mut times = wanted.times.into_iter().map(write_time);
    let free = times.find(|time| !full.contains(&time.as_str()));
    free.map_or(Books::NoneFree, Books::Time)
}

fn full(example: &Node) -> Option<&Node> {
    example.get("calendar")?.get("full")
}

/// Whether the computer cannot book any of the times that the example asks for, and so does not decide.
pub(super) fn no_room(walk: &Walk<'_>, example: &Node) -> bool {
    let automatic = walk.definition().casework.automatic.as_ref();
    automatic.is_some_and(|automatic| matches!(books(walk, example, &automatic.outcome), Books::NoneFree))
}

/// Notes where another time is booked than the example says. `outcome` is what was decided.
pub(super) fn check(walk: &Walk<'_>, (example, then): (&Node, &Node), outcome: Option<&Name>, reader: &Reader<'_>) {
    if let Some(node) = full(example)
        && let Some(wrong) = listed_texts(node).iter().find(|time| read_time(time).is_none())
    {
        let message = format!("\"{wrong}\" is no time.");
        let advice = "Write it in quotes: \"2026-11-14 14:00\".";
        reader.error(node.place, "example", message, advice);
    }
    let books = outcome.map_or(Books::Nothing, |outcome| books(walk, example, outcome));
    let found = match &books {
        Books::Time(time) => time,
        Books::Nothing | Books::NoneFree => "none",
    };
    let expected = then.get("booked");
    if let Some(node) = expected
        && node.text().map(str::trim) != Some(found)
    {
        let message = format!("What is booked is {found}.");
        let advice = "Change the example, or the calendar; say under staff which outcome is decided.";
        reader.error(node.place, "example", message, advice);
    }
    if expected.is_none() && matches!(books, Books::NoneFree) {
        let message = "The outcome books a time, and none of those chosen is free.";
        let advice = "Decide another outcome, or take a time out of full.";
        reader.error(then.place, "example", message, advice);
    }
}
