//! What service.yaml says besides questions and casework.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::values::{amount, moment};
use super::{NamedWhat, Reader, Role, Spot, Where, listed};
use crate::definition::source::{Document, Node, What};
use crate::definition::{AlreadyDone, ChannelCost, Deadline, DeadlineCounts, Done, List, Send, Start};
use crate::expression::{Expression, Wanted};
use crate::id::{Language, Name};
use crate::record::Channel;
use crate::text::Text;

/// The start page.
pub(super) fn start<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Start {
    reader.stand(Where::Before);
    let Some(start) = root.get("start") else {
        return Start::default();
    };
    Start {
        say: reader.text(&start, "say"),
        who_can: reader.text(&start, "who_can"),
        takes: reader.plain(&start, "takes").map(|takes| Text::only(&takes)),
        have_ready: reader.text(&start, "have_ready"),
        button: reader.text(&start, "button"),
    }
}

/// Texts to be put anywhere.
pub(super) fn phrases<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> IndexMap<Name, Text> {
    reader.stand(Where::After);
    let phrases = root.get("phrases");
    let phrases = phrases.iter().flat_map(Spot::entries);
    phrases
        .filter_map(|(key, spot)| Some((Name::from(key.text.as_str()), reader.words(&spot)?)))
        .collect()
}

/// Check answers.
pub(super) fn send<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Send {
    reader.stand(Where::After);
    root.get("send").map_or_else(Send::default, |send| Send {
        button: reader.text(&send, "button"),
        say: reader.text(&send, "say"),
    })
}

/// The confirmation page.
pub(super) fn done<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Done {
    reader.stand(Where::After);
    root.get("done").map_or_else(Done::default, |done| Done {
        say: reader.text(&done, "say"),
    })
}

/// The time zone; that of London where nothing is said.
pub(super) fn time_zone<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> String {
    let zone = root.node.get("time_zone");
    let name = zone.and_then(Node::text).unwrap_or("Europe/London");
    if let (Some(node), Err(_)) = (zone, TimeZone::get(name)) {
        let message = format!("There is no time zone \"{name}\".");
        reader.error(node.place, "time_zone", message, "Write one such as Europe/London.");
    }
    name.to_owned()
}

/// The question that is the second fact for coming back.
pub(super) fn confirm_with<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Option<Name> {
    let node = root.node.get("confirm_with")?;
    let name = node.text()?;
    if !matches!(reader.register.what(name), Some(NamedWhat::Question { .. })) {
        let message = format!("There is no question \"{name}\".");
        reader.missing_name(node.place, name, message, "Name a question of this service.");
    }
    Some(Name::from(name))
}

/// The last day.
pub(super) fn deadline<'a>(reader: &Reader<'a>, root: &Spot<'a>, time_zone: &str) -> Option<Deadline> {
    reader.stand(Where::Before);
    let spot = root.get("deadline")?;
    for needed in ["name", "last_day", "counts"] {
        if spot.node.get(needed).is_none() {
            let message = format!("The deadline has no {needed}.");
            reader.error(spot.node.place, "missing", message, "Write it.");
        }
    }
    let extended = end(reader, &spot, "extended_to", time_zone);
    let law = reader.plain(&spot, "extension_law");
    if let (Some(node), None) = (spot.node.get("extended_to"), &law) {
        let advice = "Write extension_law: the law that gives more time.";
        reader.error(node.place, "missing", "Nobody can see why there is more time.", advice);
    }
    let counts = match spot.node.get("counts").and_then(Node::text) {
        Some("first_answer") => DeadlineCounts::FirstAnswer,
        Some("place_in_queue") => DeadlineCounts::PlaceInQueue,
        _ => DeadlineCounts::Submission,
    };
    Some(Deadline {
        name: reader.text(&spot, "name")?,
        last_moment: end(reader, &spot, "last_day", time_zone)?,
        counts,
        extended: extended.zip(law),
        before: reader.text(&spot, "before"),
        after: reader.text(&spot, "after"),
    })
}

fn end<'a>(reader: &Reader<'a>, spot: &Spot<'a>, key: &str, time_zone: &str) -> Option<Timestamp> {
    let node = spot.node.get(key)?;
    let read = node.text().and_then(moment).and_then(|moment| {
        let zone = TimeZone::get(time_zone).ok()?;
        Some(moment.to_zoned(zone).ok()?.timestamp())
    });
    if read.is_none() {
        let advice = "Write it in quotes: \"2026-06-07 23:59\".";
        reader.error(node.place, "moment", "This is no day with a time.", advice);
    }
    read
}

/// "Have I done this already?"
pub(super) fn already<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Option<AlreadyDone> {
    reader.stand(Where::Before);
    let spot = root.get("already")?;
    let nodes = spot.node.get("same").map(listed).unwrap_or_default();
    let written = nodes.len();
    let same: Vec<_> = nodes
        .into_iter()
        .filter_map(|node| reader.expression(node, &Wanted::default(), Role::Later, "already"))
        .collect();
    let title = reader.text(&spot, "title");
    if spot.node.get("same").is_none() || title.is_none() {
        reader.error(
            spot.node.place,
            "missing",
            "already needs same and title.",
            "Write both.",
        );
    }
    check_same(reader, &same, written, &spot);
    Some(AlreadyDone {
        same,
        title: title?,
        say: reader.text(&spot, "say"),
        found: reader.text(&spot, "found"),
        not_found: reader.text(&spot, "not_found"),
    })
}

/// What is the same must be answers that the page can ask for, and more than one: one alone belongs to many people.
fn check_same<'a>(reader: &Reader<'a>, same: &[Expression], written: usize, spot: &Spot<'a>) {
    if written == 1 {
        let advice = "Name what tells people apart together: [full_name, date_of_birth].";
        reader.error(
            spot.node.place,
            "too_little",
            "One answer alone belongs to many people.",
            advice,
        );
    }
    for mention in same.iter().flat_map(|expression| &expression.mentions) {
        if !matches!(reader.register.what(&mention.name), Some(NamedWhat::Question { .. })) {
            let message = format!("\"{}\" is no question: it cannot be asked for here.", mention.name);
            reader.error(
                spot.node.place,
                "no_question",
                message,
                "Name questions alone in `same`.",
            );
        }
    }
}

/// The channels as definitions call them.
const CHANNELS: &[(&str, Channel)] = &[
    ("web", Channel::Web),
    ("phone", Channel::Telephone),
    ("counter", Channel::Counter),
    ("paper", Channel::Paper),
    ("helper", Channel::Intermediary),
    ("api", Channel::Api),
];

/// The channel that definitions call so.
#[must_use]
pub fn channel(name: &str) -> Option<Channel> {
    let mut known = CHANNELS.iter();
    known.find(|(known, _)| *known == name).map(|(_, channel)| *channel)
}

/// Ways to deal with the service.
pub(super) fn channels<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> IndexMap<Name, ChannelCost> {
    reader.stand(Where::Before);
    let mut channels = IndexMap::new();
    for (key, spot) in root.get("channels").iter().flat_map(Spot::entries) {
        let Some(channel) = channel(&key.text) else {
            let names: Vec<&str> = CHANNELS.iter().map(|(name, _)| *name).collect();
            let message = format!("There is no channel \"{}\".", key.text);
            reader.error(
                key.place,
                "unknown_name",
                message,
                format!("Known are {}.", names.join(", ")),
            );
            continue;
        };
        let cost = spot.node.get("cost").and_then(|node| {
            let cost = node.text().and_then(|typed| amount(typed, reader.currency()));
            if cost.is_none() {
                let advice = format!("Write, for example, 1.12 {}.", reader.currency());
                reader.error(node.place, "amount", "This is no amount of money.", advice);
            }
            cost
        });
        let cases_before = spot.node.get("cases_before").and_then(|node| {
            let count = node.text().and_then(|typed| typed.parse().ok());
            if count.is_none() {
                reader.error(node.place, "count", "This is no whole number.", "Write digits alone.");
            }
            count
        });
        channels.insert(
            Name::from(key.text.as_str()),
            ChannelCost {
                channel,
                cost,
                cases_before,
                call: reader.plain(&spot, "call").map(|call| Text::only(&call)),
                hours: reader.text(&spot, "hours"),
                write_to: reader.text(&spot, "write_to"),
                visit: reader.text(&spot, "visit"),
            },
        );
    }
    channels
}

/// A list under `lists`: names with labels, or with cells by column.
pub(super) fn inline_list(node: &Node, document: &Document, list: &str, languages: &[Language]) -> List {
    let mut columns = vec![Name::from("id"), Name::from("name")];
    for (_, row) in node.entries() {
        for (column, _) in row.entries() {
            let column = Name::from(column.text.as_str());
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
    }
    let mut out = List {
        columns,
        ..List::default()
    };
    for (key, row) in node.entries() {
        let id = Name::from(key.text.as_str());
        let name = match row.what {
            What::Map(_) => row.get("name").and_then(Node::text),
            _ => row.text(),
        };
        let cell = |column: &Name| match column.as_str() {
            "id" => Arc::from(key.text.as_str()),
            "name" => Arc::from(name.unwrap_or_default()),
            column => Arc::from(row.get(column).and_then(Node::text).unwrap_or_default()),
        };
        let cells = out.columns.iter().map(cell).collect();
        if let Some(name) = name {
            let others = languages.iter().skip(1).map(|language| {
                let words = document.words.get(&*language.0)?;
                let words = words.get("lists")?.get(list)?.get(&key.text)?;
                words.text().or_else(|| words.get("name")?.text()).map(Arc::from)
            });
            let words = std::iter::once(Some(Arc::from(name))).chain(others);
            out.names.insert(id.clone(), Text::new(words.collect()));
        }
        out.rows.insert(id, cells);
    }
    out
}
