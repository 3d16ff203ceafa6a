//! A term under `keep`: a length of time, forever, or so long after what was issued comes to an end or what was booked
//! begins.

use super::Reader;
use super::values::{duration, keeping};
use crate::definition::source::Node;
use crate::definition::{Casework, Issue, IssueEnds, Keeping};
use crate::expression::closest;
use crate::id::Name;

/// `13 months`, `forever`, `14 months after award ends`, or `6 months after times`.
pub(super) fn term(
    reader: &Reader<'_>,
    node: &Node,
    of: &str,
    (casework, issues): (&Casework, &[Issue]),
) -> Option<Keeping> {
    let typed = node.text().unwrap_or_default().trim();
    let Some((time, moment)) = typed.split_once(" after ") else {
        return keeping(typed).or_else(|| no_time(reader, node));
    };
    let Some(time) = duration(time) else {
        return no_time(reader, node);
    };
    let moment = moment.trim();
    if super::sending::is_times(reader, moment) {
        let rule = casework.outcomes.get(of);
        if rule.is_none_or(|rule| rule.books.as_deref() != Some(moment)) {
            let message = format!("\"{of}\" books no time of \"{moment}\".");
            let advice = format!("Write a length of time alone, or books: first_free({moment}) at that outcome.");
            reader.error(node.place, "not_booked", message, advice);
        }
        return Some(Keeping::AfterBooked(time, Name::from(moment)));
    }
    let named = moment
        .rsplit_once(' ')
        .filter(|(_, what)| ["ends", "expires"].contains(what));
    let issue = named.and_then(|(name, _)| issues.iter().find(|issue| issue.name.as_str() == name));
    let Some(issue) = issue else {
        let message = format!("Nothing is kept after \"{moment}\".");
        let ends = issues
            .iter()
            .flat_map(|issue| [format!("{} ends", issue.name), format!("{} expires", issue.name)]);
        let ends: Vec<String> = ends.collect();
        let advice = match closest(moment, ends.iter().map(String::as_str)) {
            Some(like) => format!("Did you mean \"{like}\"?"),
            None if ends.is_empty() => "The service issues nothing: write a length of time alone.".to_owned(),
            None => format!("Write {}.", ends.join(", or ")),
        };
        reader.error(node.place, "unknown_moment", message, advice);
        return None;
    };
    if issue.at.as_str() != of {
        let message = format!("\"{of}\" issues no {}, so its end never comes.", issue.name);
        let advice = format!(
            "Write a length of time alone; {} is issued at {}.",
            issue.name, issue.at
        );
        reader.error(node.place, "not_issued", message, advice);
    }
    let ends = IssueEnds {
        issue: issue.name.clone(),
        moment: moment.into(),
    };
    Some(Keeping::After(time, ends))
}

fn no_time(reader: &Reader<'_>, node: &Node) -> Option<Keeping> {
    reader.error(
        node.place,
        "duration",
        "This is no length of time.",
        "Write, for example, 13 months, forever, or 14 months after award ends.",
    );
    None
}
