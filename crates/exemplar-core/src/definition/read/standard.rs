//! Evidence and targets for a standard.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::values::{amount, plain_number};
use super::{Reader, Spot, listed};
use crate::definition::source::{Key, Node, Place};
use crate::definition::{Evidence, Measure, Standard, Target};
use crate::expression::closest;
use crate::id::Name;

/// The indicators that can have a target; the cost alone is money.
const INDICATORS: &[&str] = &["digital_take_up", "completion", "satisfaction", "cost"];

/// Reads all of it.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Option<Standard> {
    let spot = root.get("standard")?;
    let name = |key: &str| spot.node.get(key).and_then(Node::text).map(Name::from);
    let mut standard = Standard {
        follows: name("follows"),
        phase: name("phase"),
        people: IndexMap::new(),
        evidence: IndexMap::new(),
        targets: IndexMap::new(),
        exceptions: IndexMap::new(),
    };
    for (key, node) in under(&spot, "people") {
        let person = node.text().unwrap_or_default();
        standard.people.insert(named(reader, key), Arc::from(person));
    }
    for (key, node) in under(&spot, "evidence") {
        let evidence = listed(node).into_iter().filter_map(|node| evidence(reader, node));
        let evidence = evidence.collect();
        standard.evidence.insert(named(reader, key), evidence);
    }
    for (key, node) in under(&spot, "targets") {
        if let Some(target) = target(reader, key, node) {
            standard.targets.insert(named(reader, key), target);
        }
    }
    for (key, node) in under(&spot, "exceptions") {
        match node.get("why").and_then(Node::text) {
            Some(why) => {
                standard
                    .exceptions
                    .insert(named(reader, key), Arc::from(why.trim_end()));
            }
            None => missing(reader, key.place, "An exception needs why."),
        }
    }
    Some(standard)
}

fn under<'a>(spot: &Spot<'a>, key: &str) -> &'a [(Key, Node)] {
    spot.node.get(key).map(Node::entries).unwrap_or_default()
}

fn named(reader: &Reader<'_>, key: &Key) -> Name {
    reader.findings_of_name(key);
    Name::from(key.text.as_str())
}

fn missing(reader: &Reader<'_>, place: Place, message: &str) {
    reader.error(place, "missing", message, "Write it.");
}

fn evidence(reader: &Reader<'_>, node: &Node) -> Option<Evidence> {
    let text = |key: &str| node.get(key).and_then(Node::text);
    let (Some(at), Some(what)) = (text("at"), text("what")) else {
        missing(reader, node.place, "Evidence needs at and what.");
        return None;
    };
    let Ok(at) = at.parse::<Date>() else {
        let place = node.get("at").map_or(node.place, |node| node.place);
        reader.error(place, "date", "This is no day.", "Write it as 2026-03-12.");
        return None;
    };
    let access_needs = text("access_needs").map(str::parse);
    if let (Some(Err(_)), Some(node)) = (&access_needs, node.get("access_needs")) {
        reader.error(node.place, "count", "This is no whole number.", "Write digits alone.");
    }
    let link = text("link");
    if let (Some(link), Some(node)) = (link, node.get("link"))
        && !is_link(link)
    {
        let advice = "Begin it with https://, or with / for a page of this site.";
        reader.error(node.place, "link", "This is no address.", advice);
    }
    Some(Evidence {
        at,
        what: Arc::from(what.trim_end()),
        access_needs: access_needs.and_then(Result::ok),
        link: link.map(Arc::from),
    })
}

fn is_link(link: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    let here = link.starts_with('/') && !link.starts_with("//");
    (here || link.starts_with("https://")) && link.chars().all(plain)
}

fn target(reader: &Reader<'_>, key: &Key, node: &Node) -> Option<Target> {
    let name = key.text.as_str();
    if !INDICATORS.contains(&name) {
        let advice = closest(name, INDICATORS.iter().copied()).map_or_else(
            || format!("Indicators are {}.", INDICATORS.join(", ")),
            |like| format!("Did you mean \"{like}\"?"),
        );
        let message = format!("There is no indicator \"{name}\".");
        reader.error(key.place, "unknown_name", message, advice);
        return None;
    }
    let Some(target) = node.get("target") else {
        missing(reader, key.place, "This has no target.");
        return None;
    };
    let now = node.get("now");
    Some(Target {
        now: now.and_then(|now| measure(reader, name, now)),
        target: measure(reader, name, target)?,
    })
}

/// `69%`, or an amount for the cost.
fn measure(reader: &Reader<'_>, indicator: &str, node: &Node) -> Option<Measure> {
    let typed = node.text().unwrap_or_default().trim();
    let (read, advice) = if indicator == "cost" {
        let read = amount(typed, reader.currency()).filter(|amount| *amount >= Decimal::ZERO);
        (
            read.map(Measure::Money),
            format!("Write, for example, 2.50 {}.", reader.currency()),
        )
    } else {
        let number = typed.strip_suffix('%').map(str::trim_end).and_then(plain_number);
        let read = number.filter(|number| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(number));
        (read.map(Measure::Percent), "Write, for example, 85%.".to_owned())
    };
    if read.is_none() {
        reader.error(
            node.place,
            "measure",
            "This is not how the indicator is counted.",
            advice,
        );
    }
    read
}
