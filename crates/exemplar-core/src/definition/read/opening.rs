//! Opening and closing.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use super::values::moment;
use super::{Reader, Spot, Where};
use crate::definition::Opening;
use crate::definition::source::Node;

/// The time in which one can begin.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>, time_zone: &str) -> Option<Opening> {
    reader.stand(Where::Before);
    let spot = root.get("opening")?;
    let from = end(reader, &spot, "from", time_zone, first_second);
    let to = end(reader, &spot, "to", time_zone, moment);
    if spot.node.get("from").is_none() && spot.node.get("to").is_none() {
        reader.error(
            spot.node.place,
            "missing",
            "The opening has neither from nor to.",
            "Write one of them, or take opening out.",
        );
    }
    if let (Some(from), Some(to), Some(node)) = (from, to, spot.node.get("to"))
        && to <= from
    {
        reader.error(
            node.place,
            "opening",
            "It closes before it opens.",
            "Write a later moment, or change from.",
        );
    }
    if spot.node.get("closed_says").is_none() {
        reader.error(
            spot.node.place,
            "missing",
            "Nothing is said to whoever comes while it is closed.",
            "Write closed_says: what they can do instead, or when to come back.",
        );
    }
    Some(Opening {
        from,
        to,
        closed_says: reader.text(&spot, "closed_says"),
    })
}

fn end<'a>(
    reader: &Reader<'a>,
    spot: &Spot<'a>,
    key: &str,
    time_zone: &str,
    read: impl Fn(&str) -> Option<civil::DateTime>,
) -> Option<Timestamp> {
    let node = spot.node.get(key)?;
    let zone = TimeZone::get(time_zone).ok()?;
    let read = node
        .text()
        .and_then(read)
        .and_then(|moment| Some(moment.to_zoned(zone).ok()?.timestamp()));
    if read.is_none() {
        no_moment(reader, node);
    }
    read
}

fn no_moment(reader: &Reader<'_>, node: &Node) {
    let advice = "Write it in quotes: \"2026-06-07\" or \"2026-06-07 23:59\".";
    reader.error(node.place, "moment", "This is no day, and no day with a time.", advice);
}

/// `2026-06-07 09:00`: the first second of that minute. A day alone begins at its first.
fn first_second(typed: &str) -> Option<civil::DateTime> {
    let typed = typed.trim();
    let moment = moment(typed)?;
    let midnight = Time::midnight();
    if typed.contains(' ') {
        moment.with().second(0).build().ok()
    } else {
        Some(moment.date().to_datetime(midnight))
    }
}
