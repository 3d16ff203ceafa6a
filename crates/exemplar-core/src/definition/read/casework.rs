//! What happens after submission, and how long what is kept.

use indexmap::IndexMap;

use super::values::keeping;
use super::{NamedWhat, Reader, Role, Spot, Where, listed};
use crate::definition::source::{Key, What};
use crate::definition::{Casework, Duration, DurationUnit, Keep, OutcomeRule};
use crate::expression::{Options, Type, Wanted, closest};
use crate::id::Name;
use crate::text::Text;

/// Reads it, with what is usual where nothing is said.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Casework {
    reader.stand(Where::After);
    let spot = root.get("casework");
    let spot = spot.as_ref();
    let team = spot.and_then(|spot| spot.node.get("team")).and_then(|node| {
        let wanted = Wanted {
            type_is: Some(Type::One),
            options: Options::Any,
        };
        reader.cases(node, &wanted, Role::Later, "team")
    });
    let decide_within = spot.and_then(|spot| reader.duration(spot, "decide_within"));
    Casework {
        team: team.map(|(cases, _, _)| cases),
        decide_within: decide_within.unwrap_or(Duration {
            count: 20,
            unit: DurationUnit::WorkingDays,
        }),
        show_first: spot.map(|spot| show_first(reader, spot)).unwrap_or_default(),
        search: spot.map(|spot| super::search::read(reader, spot)).unwrap_or_default(),
        outcomes: outcomes(reader, root, spot.and_then(|spot| spot.get("outcomes")).as_ref()),
    }
}

fn show_first<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Vec<Name> {
    let nodes = spot.node.get("show_first").map(listed).unwrap_or_default();
    for node in &nodes {
        let name = node.text().unwrap_or_default();
        if !matches!(
            reader.register.what(name),
            Some(NamedWhat::Question { .. } | NamedWhat::Fact)
        ) {
            let like = closest(name, reader.register.names.keys().map(Name::as_str));
            let advice = like.map_or_else(
                || "Name questions of this service.".to_owned(),
                |like| format!("Did you mean \"{like}\"?"),
            );
            reader.error(
                node.place,
                "unknown_name",
                format!("Nothing is called \"{name}\"."),
                advice,
            );
        }
    }
    nodes
        .into_iter()
        .filter_map(|node| node.text())
        .map(Name::from)
        .collect()
}

fn outcomes<'a>(reader: &Reader<'a>, root: &Spot<'a>, spot: Option<&Spot<'a>>) -> IndexMap<Name, OutcomeRule> {
    let Some(spot) = spot else {
        if reader
            .languages()
            .iter()
            .any(|language| !language.as_str().starts_with("en"))
        {
            reader.error(
                root.node.place,
                "outcomes_missing",
                "The usual outcomes have words in English only.",
                "Write outcomes under casework, with a title each.",
            );
        }
        return usual_outcomes();
    };
    let mut outcomes = IndexMap::new();
    for (key, spot) in spot.entries() {
        if ["draft", "withdrawn", "submitted", "received"].contains(&key.text.as_str()) {
            let message = format!("\"{}\" is a moment of every case.", key.text);
            reader.error(key.place, "reserved_name", message, "Give the outcome another name.");
        }
        if let Some(outcome) = outcome(reader, key, &spot) {
            outcomes.insert(Name::from(key.text.as_str()), outcome);
        }
    }
    outcomes
}

fn usual_outcomes() -> IndexMap<Name, OutcomeRule> {
    let outcome = |name: &str, title: &str| {
        let rule = OutcomeRule {
            title: Text::only(title),
            reasons: IndexMap::new(),
            reason_laws: IndexMap::new(),
            law: None,
            appeal: None,
        };
        (Name::from(name), rule)
    };
    IndexMap::from([outcome("approved", "Approved"), outcome("refused", "Refused")])
}

fn outcome<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<OutcomeRule> {
    let mut rule = OutcomeRule {
        title: Text::default(),
        reasons: IndexMap::new(),
        reason_laws: IndexMap::new(),
        law: reader.plain(spot, "law"),
        appeal: None,
    };
    for (key, spot) in spot.get("reasons").iter().flat_map(Spot::entries) {
        let name = Name::from(key.text.as_str());
        let say = match spot.node.what {
            What::Map(_) => reader.text(&spot, "say"),
            _ => reader.words(&spot),
        };
        if let Some(law) = reader.plain(&spot, "law") {
            rule.reason_laws.insert(name.clone(), law);
        }
        match say {
            Some(say) => {
                rule.reasons.insert(name, say);
            }
            None => reader.error(key.place, "missing", "This reason has no words.", "Write say."),
        }
    }
    if let Some(appeal) = spot.get("appeal") {
        match (reader.text(&appeal, "to"), reader.duration(&appeal, "within")) {
            (Some(to), Some(within)) => rule.appeal = Some((to, within)),
            _ => reader.error(
                appeal.node.place,
                "missing",
                "An appeal needs to and within.",
                "Write both.",
            ),
        }
    }
    match reader.text(spot, "title") {
        Some(title) => rule.title = title,
        None => {
            reader.error(key.place, "missing", "This outcome has no title.", "Write it.");
            return None;
        }
    }
    Some(rule)
}

/// How long what is kept.
pub(super) fn keep<'a>(reader: &Reader<'a>, root: &Spot<'a>, casework: &Casework) -> Keep {
    let spot = root.get("keep");
    let mut keep = Keep::default();
    let known = |name: &str| ["draft", "withdrawn"].contains(&name) || casework.outcomes.contains_key(name);
    for (key, spot) in spot.iter().flat_map(Spot::entries) {
        if !known(&key.text) {
            let outcomes = casework.outcomes.keys().map(Name::as_str);
            let advice = closest(&key.text, outcomes.chain(["draft", "withdrawn"])).map_or_else(
                || "Name an outcome, draft or withdrawn.".to_owned(),
                |like| format!("Did you mean \"{like}\"?"),
            );
            let message = format!("\"{}\" is no outcome.", key.text);
            reader.error(key.place, "unknown_name", message, advice);
        }
        match spot.node.text().and_then(keeping) {
            Some(keeping) => {
                keep.0.insert(Name::from(key.text.as_str()), keeping);
            }
            None => reader.error(
                spot.node.place,
                "duration",
                "This is no length of time.",
                "Write, for example, 13 months, or forever.",
            ),
        }
    }
    let needed = casework.outcomes.keys().map(Name::as_str).chain(["draft", "withdrawn"]);
    let missing: Vec<&str> = needed.filter(|name| !keep.0.contains_key(*name)).collect();
    if !missing.is_empty() {
        let place = spot.map_or(root.node.place, |spot| spot.node.place);
        let message = format!("Nothing says how long these are kept: {}.", missing.join(", "));
        reader.warning(place, "keep_missing", message, "Write each under keep.");
    }
    keep
}
