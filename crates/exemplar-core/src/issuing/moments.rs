//! Moments of what was issued, by their names in definitions: `registration expires`, `award ends`.
//! What is done at them, and what is kept how long after them, is not here.

use jiff::civil::Date;

use super::{EntryPrivate, EntryState, Issued};
use crate::definition::Definition;
use crate::record::RegisterEntry;

/// All moments of what a service issues.
#[must_use]
pub fn moments(definition: &Definition) -> Vec<String> {
    let issues = definition.issues.iter();
    issues
        .flat_map(|issue| [format!("{} expires", issue.name), format!("{} ends", issue.name)])
        .collect()
}

/// The day of a moment, as the entries of a case stand; none where it has not come and nothing says when it will.
///
/// `ISSUE expires` is the last day on which it is good, unless staff took it away.
/// `ISSUE ends` is the day on which staff ended or revoked it, and otherwise the last day.
#[must_use]
pub fn instant(moment: &str, entries: &[RegisterEntry]) -> Option<Date> {
    let (issue, what) = moment.rsplit_once(' ')?;
    let entry = entries.iter().find(|entry| {
        entry
            .register
            .as_str()
            .rsplit_once('/')
            .is_some_and(|(_, own)| own == issue)
    })?;
    let is_over = matches!(
        EntryState::named(&entry.state),
        Some(EntryState::Revoked | EntryState::Ended)
    );
    match (what, is_over) {
        ("expires", false) | ("ends", false) => entry.until,
        ("ends", true) => {
            let changes = EntryPrivate::of(entry).changes;
            changes.last().map(|change| change.on).or(entry.until)
        }
        _ => None,
    }
}

/// The day on which an entry came or comes to its end, whoever or whatever ends it: staff who end or revoke it, or its
/// last day. None where it is good forever.
#[must_use]
pub fn ended_on(entry: &RegisterEntry) -> Option<Date> {
    let is_over = matches!(
        EntryState::named(&entry.state),
        Some(EntryState::Revoked | EntryState::Ended)
    );
    let taken = EntryPrivate::of(entry).changes.last().map(|change| change.on);
    match taken.filter(|_| is_over) {
        Some(taken) => Some(entry.until.map_or(taken, |until| until.min(taken))),
        None => entry.until,
    }
}

/// The day of a moment of what is being issued now, as far as it is known then.
#[must_use]
pub fn instant_as_issued(moment: &str, issued: &[Issued]) -> Option<Date> {
    let (issue, what) = moment.rsplit_once(' ')?;
    let issued = issued.iter().find(|issued| issued.issue.as_str() == issue)?;
    matches!(what, "expires" | "ends").then_some(issued.until)?
}
