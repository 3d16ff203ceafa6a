//! How a case comes to be decided: in which time and by which stages, checks, what the computer decides.

use indexmap::IndexMap;

use super::{NamedWhat, Reader, Role, Spot, listed, outcome};
use crate::casework::RECEIVED;
use crate::definition::limits::{CHECKS, STAGES};
use crate::definition::shape;
use crate::definition::source::{Key, Node, What};
use crate::definition::{Automatic, Cases, CheckRule, Duration, OutcomeRule, Stage};
use crate::expression::{Type, Value, Wanted, closest};
use crate::id::{Name, OfficeId};

/// Kinds of answer whose content leaves in no check: files and what is drawn.
const NOT_SENT: &[&str] = &["file", "evidence", "signature"];

/// How long a decision takes: a length of time, or cases, of which the last may stand alone.
pub(super) fn within<'a>(reader: &Reader<'a>, casework: &Spot<'a>) -> (Option<Duration>, Option<Cases>) {
    let Some(spot) = casework.get("decide_within") else {
        return (None, None);
    };
    if !matches!(spot.node.what, What::List(_)) {
        return (reader.duration(casework, "decide_within"), None);
    }
    let cases = reader.cases(spot.node, &Wanted::a(Type::Period), Role::Later, "decide_within");
    let cases = cases.map(|(cases, _, _)| cases);
    // What nobody's answers change is what texts say before there are any.
    let last = cases.as_ref().and_then(|cases| cases.0.last());
    let usual = match last {
        Some((value, None)) => value.constant(),
        _ => None,
    };
    let usual = usual.and_then(|value| match value {
        Value::Period(period) => Some(period),
        _ => None,
    });
    if cases.is_some() && usual.is_none() {
        let advice = "End with a length of time without when.";
        reader.error(
            spot.node.place,
            "no_last_case",
            "Some cases would have no time.",
            advice,
        );
    }
    (usual, cases)
}

/// The stages, in order.
pub(super) fn stages<'a>(reader: &Reader<'a>, casework: &Spot<'a>) -> IndexMap<Name, Stage> {
    let mut stages = IndexMap::new();
    for (key, spot) in casework.get("stages").iter().flat_map(Spot::entries) {
        if stages.len() == STAGES {
            let message = format!("A service has at most {STAGES} stages.");
            reader.error(key.place, "too_many_stages", message, "Put some together.");
            break;
        }
        shape::name(key, &[&[RECEIVED]], &mut reader.findings());
        let when = reader.condition(&spot, "when", Role::Later, &format!("stages.{}", key.text));
        let Some(title) = reader.text(&spot, "title") else {
            reader.error(key.place, "missing", "This stage has no title.", "Write it.");
            continue;
        };
        let stage = Stage {
            title,
            team: spot.node.get("team").and_then(Node::text).map(OfficeId::from),
            within: reader.duration(&spot, "within"),
            when,
        };
        stages.insert(Name::from(key.text.as_str()), stage);
    }
    stages
}

/// The checks, in order.
pub(super) fn checks<'a>(reader: &Reader<'a>, casework: &Spot<'a>) -> IndexMap<Name, CheckRule> {
    let mut checks = IndexMap::new();
    for (key, spot) in casework.get("checks").iter().flat_map(Spot::entries) {
        if checks.len() == CHECKS {
            let message = format!("A service has at most {CHECKS} checks.");
            reader.error(key.place, "too_many_checks", message, "Ask several things in one.");
            break;
        }
        if let Some(check) = check(reader, key, &spot) {
            checks.insert(Name::from(key.text.as_str()), check);
        }
    }
    checks
}

fn check<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<CheckRule> {
    let called = reader.text(spot, "called");
    let sent = spot.node.get("send").map(listed).unwrap_or_default();
    if sent.is_empty() {
        let advice = "Write send: and the questions whose answers the other system needs.";
        reader.error(key.place, "missing", "This check sends nothing.", advice);
    }
    for node in &sent {
        sendable(reader, node);
    }
    let at = spot.node.get("at").and_then(|node| {
        let name = node.text()?;
        if matches!(reader.register.what(name), Some(NamedWhat::Question { .. })) {
            return Some(Name::from(name));
        }
        let message = format!("There is no question \"{name}\".");
        reader.missing_name(node.place, name, message, "Name a question outside of rows.");
        None
    });
    let Some(from) = spot.node.get("from") else {
        let advice = "Write from: and the name that the operator's settings give the other system.";
        reader.error(key.place, "missing", "Nobody can tell who answers this check.", advice);
        return None;
    };
    Some(CheckRule {
        called,
        from: connector(reader, from),
        send: sent
            .into_iter()
            .filter_map(|node| node.text())
            .map(Name::from)
            .collect(),
        at,
    })
}

/// The name of a connector, as the operator's settings can have it.
pub(super) fn connector(reader: &Reader<'_>, node: &Node) -> Name {
    let name = node.text().unwrap_or_default();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if name.is_empty() || name.len() > 60 || !name.chars().all(plain) {
        let advice = "Write it in lower case, with digits and hyphens.";
        reader.error(node.place, "name", "This cannot be the name of a connector.", advice);
    }
    Name::from(name)
}

/// What leaves must be an answer or a fact of the service, and in words or numbers.
fn sendable(reader: &Reader<'_>, node: &Node) {
    let name = node.text().unwrap_or_default();
    let (code, message) = match reader.register.what(name) {
        Some(NamedWhat::Question { kind, .. }) if kind.is_some_and(|kind| NOT_SENT.contains(&kind)) => {
            ("wrong_kind", format!("\"{name}\" cannot be sent with a check."))
        }
        Some(NamedWhat::Question { .. } | NamedWhat::Fact) => return,
        Some(NamedWhat::Equality) => {
            reader.names_equality(node.place, name);
            return;
        }
        _ => ("unknown_name", format!("There is no question or fact \"{name}\".")),
    };
    let like = closest(name, reader.register.names.keys().map(Name::as_str));
    let advice = like
        .filter(|like| like != name)
        .map_or("Name questions or facts of this service.".to_owned(), |like| {
            format!("Did you mean \"{like}\"?")
        });
    if code == "unknown_name" {
        reader.missing_name(node.place, name, message, advice);
    } else {
        reader.error(node.place, code, message, advice);
    }
}

/// What the computer decides, where it does.
pub(super) fn automatic<'a>(
    reader: &Reader<'a>,
    casework: &Spot<'a>,
    outcomes: &IndexMap<Name, OutcomeRule>,
) -> Option<Automatic> {
    let spot = casework.get("automatic")?;
    for needed in ["outcome", "when"] {
        if spot.node.get(needed).is_none() {
            let message = format!("What is decided automatically has no {needed}.");
            let advice = "Write outcome: and when: what must hold for it.";
            reader.error(spot.node.place, "missing", message, advice);
        }
    }
    let when = reader.condition(&spot, "when", Role::Later, "automatic");
    let law = reader.plain(&spot, "law");
    let node = spot.node.get("outcome")?;
    let decided = outcome::named(reader, (node, spot.node.get("reason")), outcomes)?;
    let (name, rule) = (decided.name.as_str(), decided.rule);
    // Whoever gets less than they asked for must be told under which law a computer may do that, and be able to appeal.
    if is_adverse(name, rule) && (law.is_none() || rule.appeal.is_none()) {
        let advice = "Write law: under automatic, and appeal: under the outcome; or let an officer decide it.";
        let message = format!("\"{name}\" is against the applicant, and a computer would decide it.");
        reader.error(node.place, "adverse_automatic", message, advice);
    }
    Some(Automatic {
        outcome: decided.name,
        reason: decided.reason,
        when: when?,
        law,
    })
}

/// Whether an outcome is against the applicant: it is called so, says why, or can be appealed.
fn is_adverse(name: &str, rule: &OutcomeRule) -> bool {
    let called = ["refused", "rejected", "declined"]
        .iter()
        .any(|word| name.contains(word));
    called || rule.appeal.is_some() || !rule.reasons.is_empty()
}
