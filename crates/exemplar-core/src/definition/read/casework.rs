//! What happens after submission, and how long what is kept.

use indexmap::IndexMap;

use super::{NamedWhat, Reader, Role, Spot, Where, asks, deciding, listed};
use crate::casework::PROPOSED;
use crate::definition::source::{Key, What};
use crate::definition::{Casework, Duration, DurationUnit, Issue, Keep, OutcomeRule, RefundRule};
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
    let (decide_within, decide_within_cases) = spot.map(|spot| deciding::within(reader, spot)).unwrap_or_default();
    let outcomes = outcomes(reader, root, spot.and_then(|spot| spot.get("outcomes")).as_ref());
    Casework {
        team: team.map(|(cases, _, _)| cases),
        decide_within: decide_within.unwrap_or(Duration {
            count: 20,
            unit: DurationUnit::WorkingDays,
        }),
        decide_within_cases,
        urgent: spot.and_then(|spot| reader.condition(spot, "urgent", Role::Later, "urgent")),
        stages: spot.map(|spot| deciding::stages(reader, spot)).unwrap_or_default(),
        show_first: spot.map(|spot| show_first(reader, spot)).unwrap_or_default(),
        search: spot.map(|spot| super::search::read(reader, spot)).unwrap_or_default(),
        second_officer: spot.and_then(|spot| reader.condition(spot, "second_officer", Role::Later, "second_officer")),
        checks: spot.map(|spot| deciding::checks(reader, spot)).unwrap_or_default(),
        asks_for: spot.map(|spot| asks::read(reader, spot, &outcomes)).unwrap_or_default(),
        automatic: spot.and_then(|spot| deciding::automatic(reader, spot, &outcomes)),
        outcomes,
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
            let message = format!("Nothing is called \"{name}\".");
            reader.missing_name(node.place, name, message, advice);
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
        if ["draft", "withdrawn", "submitted", "received", PROPOSED].contains(&key.text.as_str()) {
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
            review_first: false,
            books: None,
            refund: None,
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
        review_first: false,
        books: super::books::read(reader, spot),
        refund: refund(reader, spot, &key.text),
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
        rule.review_first = appeal.node.get("review_first").is_some();
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

/// What of the fee is paid back.
fn refund<'a>(reader: &Reader<'a>, spot: &Spot<'a>, of: &str) -> Option<RefundRule> {
    let node = spot.node.get("refund")?;
    if !reader.register.has_fee {
        let advice = "Leave refund out, or write what the service costs under fee.";
        reader.error(
            node.place,
            "no_fee",
            "The service costs nothing that could be paid back.",
            advice,
        );
    }
    match node.text().map(str::trim) {
        Some("no") => None,
        Some("yes") => Some(RefundRule::All),
        _ => {
            let cases = reader.cases(node, &Wanted::a(Type::Money), Role::Later, of);
            cases.map(|(cases, _, _)| RefundRule::Amount(cases))
        }
    }
}

/// How long what is kept.
pub(super) fn keep<'a>(reader: &Reader<'a>, root: &Spot<'a>, casework: &Casework, issues: &[Issue]) -> Keep {
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
            reader.missing_name(key.place, &key.text, message, advice);
        }
        if let Some(keeping) = super::kept_after::term(reader, spot.node, &key.text, (casework, issues)) {
            keep.0.insert(Name::from(key.text.as_str()), keeping);
        }
    }
    let needed = casework.outcomes.keys().map(Name::as_str).chain(["draft", "withdrawn"]);
    let missing: Vec<&str> = needed.filter(|name| !keep.0.contains_key(*name)).collect();
    // A name that is mistyped here is told already.
    let are_known = || spot.iter().flat_map(Spot::entries).all(|(key, _)| known(&key.text));
    if !missing.is_empty() && are_known() {
        let place = spot.map_or(root.node.place, |spot| spot.node.place);
        let message = format!("Nothing says how long these are kept: {}.", missing.join(", "));
        reader.warning(place, "keep_missing", message, "Write each under keep.");
    }
    keep
}
