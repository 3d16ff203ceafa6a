//! The days on which nobody works: nations whose holidays are known, and lists of the service with a column of days.

use super::{Reader, Spot, listed};
use crate::definition::holidays::{Calendar, DAY, NATIONS, bank_holidays};
use crate::id::Name;

/// Reads them; only weekends where nothing is said.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Calendar {
    let mut calendar = Calendar::default();
    let nodes = root.node.get("holidays").map(listed).unwrap_or_default();
    let lists = reader.lists();
    for node in nodes {
        let Some(name) = node.text() else { continue };
        if NATIONS.contains(&name) {
            calendar.add(&bank_holidays(name));
            continue;
        }
        let Some(list) = lists.get(name) else {
            let message = format!("\"{name}\" is neither a nation whose holidays are known nor a list.");
            let advice = format!("Write {}, or the name of a list.", NATIONS.join(", "));
            reader.error(node.place, "unknown_name", message, advice);
            continue;
        };
        let Some(column) = list.columns.iter().position(|column| *column == Name::from(DAY)) else {
            let message = format!("The list \"{name}\" has no column \"{DAY}\".");
            reader.error(
                node.place,
                "no_days",
                message,
                "Add the column, with days such as 2027-12-27.",
            );
            continue;
        };
        let mut days = Vec::with_capacity(list.rows.len());
        for (id, cells) in &list.rows {
            match cells.get(column).and_then(|cell| cell.parse().ok()) {
                Some(day) => days.push(day),
                None => {
                    let message = format!("The row \"{id}\" of the list \"{name}\" has no day.");
                    reader.error(node.place, "no_days", message, "Write it as 2027-12-27.");
                }
            }
        }
        calendar.add(&days);
    }
    calendar
}
