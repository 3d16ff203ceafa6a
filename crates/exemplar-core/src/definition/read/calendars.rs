//! Calendars of times that can be booked, from the lists that they name.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::{Date, Weekday};

use super::values::clock_time;
use super::{NamedWhat, Reader, Role, Spot, Where};
use crate::definition::holidays::DAY;
use crate::definition::source::{Node, Style, What};
use crate::definition::{Calendar, Cases, ClosedDay, List, OneForEach, PLACES_AT_MOST, SlotCalendar, WeeklyTime};
use crate::expression::{Options, Type, Wanted};
use crate::id::Name;

/// A time lasts at most a day.
const MINUTES_AT_MOST: u32 = 24 * 60;

/// The columns of a list of times that say nothing of an entry.
const OWN_COLUMNS: &[&str] = &["id", "name", "weekday", "start"];

/// All calendars, by name.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>, holidays: &Calendar) -> IndexMap<Name, Arc<SlotCalendar>> {
    reader.stand(Where::Before);
    let spot = root.get("calendars");
    let mut calendars = IndexMap::new();
    for (key, spot) in spot.iter().flat_map(Spot::entries) {
        reader.findings_of_name(key);
        let name = Name::from(key.text.as_str());
        if let Some(calendar) = calendar(reader, &spot, name.clone(), holidays) {
            calendars.insert(name, Arc::new(calendar));
        }
    }
    calendars
}

fn calendar<'a>(reader: &Reader<'a>, spot: &Spot<'a>, name: Name, holidays: &Calendar) -> Option<SlotCalendar> {
    for needed in ["times", "minutes", "places"] {
        if spot.node.get(needed).is_none() {
            let message = format!("The calendar has no {needed}.");
            reader.error(spot.node.place, "missing", message, "Write it.");
        }
    }
    let times_list = list(reader, spot, "times");
    let each = list(reader, spot, "one_for_each");
    let one_for_each = match (&each, &times_list) {
        (Some((node, list_name, each)), Some((_, _, times))) => {
            Some(one_for_each(reader, node, (list_name, each), times)?)
        }
        _ => None,
    };
    let minutes = count(reader, spot, "minutes", MINUTES_AT_MOST);
    let places = count(reader, spot, "places", PLACES_AT_MOST);
    let column = one_for_each.as_ref().map(|each| each.question.clone());
    let entries = each.as_ref().map(|(_, _, list)| &**list);
    let closed = list(reader, spot, "closed");
    let closed = closed.map_or_else(Vec::new, |(node, name, list)| {
        closed_days(reader, node, (&name, &list), column.as_ref())
    });
    let book = spot.get("book");
    let day = |key: &str, usual: &str| book_day(reader, book.as_ref(), key, (usual, spot.node));
    let (from, to) = (day("from", "today"), day("to", "today + 28 days"));
    let (node, list_name, list) = times_list?;
    let times = weekly(reader, node, (&list_name, &list), (column.as_ref(), entries));
    Some(SlotCalendar {
        name,
        one_for_each,
        times,
        minutes: minutes?,
        places: places?,
        closed,
        from: from?,
        to: to?,
        holidays: holidays.clone(),
    })
}

/// The list that a key names.
fn list<'a>(reader: &Reader<'a>, spot: &Spot<'a>, key: &str) -> Option<(&'a Node, Name, Arc<List>)> {
    let node = spot.node.get(key)?;
    let name = node.text()?.trim();
    match reader.lists().get(name) {
        Some(list) => Some((node, Name::from(name), Arc::clone(list))),
        None => {
            let message = format!("There is no list \"{name}\".");
            let advice = format!("Put it into lists/{name}.csv, or under lists.");
            reader.error(node.place, "unknown_list", message, advice);
            None
        }
    }
}

fn count<'a>(reader: &Reader<'a>, spot: &Spot<'a>, key: &str, at_most: u32) -> Option<u32> {
    let node = spot.node.get(key)?;
    let count = node.text().and_then(|typed| typed.trim().parse().ok());
    let count = count.filter(|count| (1..=at_most).contains(count));
    if count.is_none() {
        let advice = format!("Write a whole number from 1 to {at_most}.");
        reader.error(node.place, "count", "This number cannot stand here.", advice);
    }
    count
}

/// The question that chooses from the list of which there is one calendar each: the list of times has a column of its
/// name.
fn one_for_each(
    reader: &Reader<'_>,
    node: &Node,
    (list_name, list): (&Name, &List),
    times: &List,
) -> Option<OneForEach> {
    let ids: Vec<Name> = list.rows.keys().cloned().collect();
    let is_plain = |id: &Name| id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if let Some(id) = ids.iter().find(|id| !is_plain(id)) {
        let message = format!("The entry \"{id}\" cannot have a calendar: its id stands in addresses.");
        reader.error(
            node.place,
            "bad_name",
            message,
            "Write ids with letters, digits, - and _ alone.",
        );
        return None;
    }
    let chooses = |column: &&Name| {
        let what = reader.register.what(column.as_str());
        matches!(what, Some(NamedWhat::Question { kind: Some("one_of"), options: Options::Of(of), .. }) if **of == *ids)
    };
    let mut columns = times.columns.iter();
    match columns.find(|column| !OWN_COLUMNS.contains(&column.as_str()) && chooses(column)) {
        Some(question) => Some(OneForEach {
            list: list_name.clone(),
            question: question.clone(),
        }),
        None => {
            let message =
                format!("The list of times has no column named like a question that chooses from {list_name}.");
            let advice =
                format!("Ask with one_of: {list_name}, and give the list of times a column of the question's name.");
            reader.error(node.place, "no_column", message, advice);
            None
        }
    }
}

/// The times of each week.
fn weekly(
    reader: &Reader<'_>,
    node: &Node,
    (name, list): (&Name, &List),
    (column, entries): (Option<&Name>, Option<&List>),
) -> Vec<WeeklyTime> {
    let mut times: Vec<WeeklyTime> = Vec::with_capacity(list.rows.len());
    let place_of = |wanted: &str| list.columns.iter().position(|column| column.as_str() == wanted);
    let (Some(weekday), Some(start)) = (place_of("weekday"), place_of("start")) else {
        let message = format!("The list \"{name}\" needs the columns weekday and start.");
        reader.error(
            node.place,
            "no_column",
            message,
            "Write Saturday and 14:00, for example.",
        );
        return times;
    };
    let of = column.and_then(|column| place_of(column.as_str()));
    for (id, cells) in &list.rows {
        let cell = |place: usize| cells.get(place).map_or("", |cell| &**cell).trim();
        let entry = of.map(|place| Name::from(cell(place)));
        let is_known = entry
            .as_ref()
            .is_none_or(|entry| entries.is_some_and(|entries| entries.rows.contains_key(entry)));
        let time = day_of_the_week(cell(weekday)).zip(clock_time(cell(start)));
        let time = time.map(|(weekday, start)| WeeklyTime {
            of: entry,
            weekday,
            start,
        });
        match time {
            Some(time) if is_known && !times.contains(&time) => times.push(time),
            _ => {
                let message = format!("The row \"{id}\" of the list \"{name}\" is no time, or stands there twice.");
                let advice = "Write the weekday in English, the start as 14:00, and an entry that there is.";
                reader.error(node.place, "time", message, advice);
            }
        }
    }
    if times.is_empty() {
        reader.error(
            node.place,
            "missing",
            "The calendar has no times.",
            "Write some into its list.",
        );
    }
    times
}

/// `Saturday`.
fn day_of_the_week(typed: &str) -> Option<Weekday> {
    Some(match typed.to_ascii_lowercase().as_str() {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

fn closed_days(
    reader: &Reader<'_>,
    node: &Node,
    (name, list): (&Name, &List),
    column: Option<&Name>,
) -> Vec<ClosedDay> {
    let place_of = |wanted: &str| list.columns.iter().position(|column| column.as_str() == wanted);
    let day = place_of(DAY).or_else(|| place_of("id")).unwrap_or_default();
    let of = column.and_then(|column| place_of(column.as_str()));
    let mut days = Vec::with_capacity(list.rows.len());
    for (id, cells) in &list.rows {
        let cell = |place: usize| cells.get(place).map_or("", |cell| &**cell).trim();
        match cell(day).parse::<Date>() {
            Ok(day) => days.push(ClosedDay {
                day,
                of: of.map(cell).filter(|of| !of.is_empty()).map(Name::from),
            }),
            Err(_) => {
                let message = format!("The row \"{id}\" of the list \"{name}\" has no day.");
                reader.error(node.place, "no_days", message, "Write it as 2026-12-25.");
            }
        }
    }
    days
}

/// A day of `book`. It depends on the day alone: staff look at a calendar without anybody's answers.
fn book_day<'a>(
    reader: &Reader<'a>,
    book: Option<&Spot<'a>>,
    key: &str,
    (usual, calendar): (&str, &Node),
) -> Option<Cases> {
    let written = book.and_then(|book| book.node.get(key));
    let usual = Node {
        place: calendar.place,
        what: What::Text(usual.to_owned(), Style::Plain),
    };
    let node = written.unwrap_or(&usual);
    let (cases, _, _) = reader.cases(node, &Wanted::a(Type::Date), Role::Later, "calendars")?;
    let both = cases
        .0
        .iter()
        .flat_map(|(value, when)| std::iter::once(value).chain(when));
    if both.flat_map(|expression| &expression.mentions).next().is_some() {
        let message = "The days of a calendar depend on the day alone, and on no answer.";
        reader.error(
            node.place,
            "depends_on_answers",
            message,
            "Write, for example, today + 3 days.",
        );
        return None;
    }
    Some(cases)
}
