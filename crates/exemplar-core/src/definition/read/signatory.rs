//! A second person who signs before sending.

use super::{NamedWhat, Reader, Role, Spot, Where, listed};
use crate::definition::source::Node;
use crate::definition::{Duration, DurationUnit, Signatory};
use crate::id::Name;

/// For how long one can sign where nothing is said.
const WITHIN: Duration = Duration {
    count: 14,
    unit: DurationUnit::Days,
};

/// The second person; none where nobody else signs.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Option<Signatory> {
    reader.stand(Where::After);
    let spot = root.get("signatory")?;
    for needed in ["name", "email", "declaration"] {
        if spot.node.get(needed).is_none() {
            let message = format!("The signatory has no {needed}.");
            let advice = "Name the questions for name and email, and say what is declared.";
            reader.error(spot.node.place, "missing", message, advice);
        }
    }
    let when = reader.condition(&spot, "when", Role::Later, "signatory");
    let shows = spot.node.get("shows").map(listed).unwrap_or_default();
    let signatory = Signatory {
        name: question(reader, spot.node.get("name")?, &["name", "text"])?,
        email: question(reader, spot.node.get("email")?, &["email"])?,
        say: reader.text(&spot, "say"),
        shows: shows
            .into_iter()
            .filter_map(|node| question(reader, node, &[]))
            .collect(),
        declaration: reader.text(&spot, "declaration")?,
        within: reader.duration(&spot, "within").unwrap_or(WITHIN),
        when,
    };
    for (key, name) in [("name", &signatory.name), ("email", &signatory.email)] {
        let tested = signatory.when.as_ref().is_some_and(|when| {
            let mut mentions = when.mentions.iter();
            mentions.any(|mention| mention.name == *name)
        });
        let lacks = matches!(
            reader.register.what(name.as_str()),
            Some(NamedWhat::Question { may_lack: true, .. })
        );
        if let (true, false, Some(node)) = (lacks, tested, spot.node.get(key)) {
            let message = format!("\"{name}\" may be unanswered, and then nobody can be asked to sign.");
            let advice = format!("Ask it of everybody, or write when: answered({name}).");
            reader.error(node.place, "maybe_unanswered", message, advice);
        }
    }
    Some(signatory)
}

/// A question of the service, of one of some kinds where any are named.
fn question(reader: &Reader<'_>, node: &Node, kinds: &[&str]) -> Option<Name> {
    let name = node.text()?;
    match reader.register.what(name) {
        Some(NamedWhat::Question { kind, .. })
            if kinds.is_empty() || kind.is_some_and(|kind| kinds.contains(&kind)) =>
        {
            Some(Name::from(name))
        }
        Some(NamedWhat::Question { .. }) => {
            let message = format!("\"{name}\" is answered in another way.");
            let advice = format!("Name a question of the kind {}.", kinds.join(" or "));
            reader.error(node.place, "wrong_kind", message, advice);
            None
        }
        _ => {
            let message = format!("There is no question \"{name}\".");
            reader.error(node.place, "unknown_name", message, "Name a question of this service.");
            None
        }
    }
}
