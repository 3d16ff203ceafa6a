//! A second person who signs before sending.

use indexmap::IndexMap;

use super::{NamedWhat, Reader, Role, Spot, Where, listed};
use crate::definition::source::Node;
use crate::definition::{Duration, DurationUnit, Page, QuestionPlace, Signatory};
use crate::expression::Expression;
use crate::id::Name;

/// For how long one can sign where nothing is said.
const WITHIN: Duration = Duration {
    count: 14,
    unit: DurationUnit::Days,
};

/// The second person; none where nobody else signs.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    root: &Spot<'a>,
    (pages, places): (&[Page], &IndexMap<Name, QuestionPlace>),
) -> Option<Signatory> {
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
        let place = places.get(name);
        let is_asked = || place.is_some_and(|place| is_asked_then(&pages[place.page], place, signatory.when.as_ref()));
        if let (true, false, false, Some(node)) = (lacks, tested, is_asked(), spot.node.get(key)) {
            let message = format!("\"{name}\" may be unanswered, and then nobody can be asked to sign.");
            let Signatory { name, email, .. } = &signatory;
            let advice = format!("Ask it of everybody, or write when: answered({name}) and answered({email}).");
            reader.error(node.place, "maybe_unanswered", message, advice);
        }
    }
    Some(signatory)
}

/// Whether a question is asked, and must be answered, wherever this holds: it is asked under the same condition.
fn is_asked_then(page: &Page, place: &QuestionPlace, when: Option<&Expression>) -> bool {
    let question = &page.questions()[place.on_page];
    let conditions = [page.when.as_ref(), question.when.as_ref()].into_iter().flatten();
    let same = |own: &Expression| {
        let words = |expression: &Expression| {
            expression
                .typed
                .split_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        when.is_some_and(|when| words(when) == words(own))
    };
    !question.optional && question.or_tick.is_none() && conditions.into_iter().all(same)
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
            reader.missing_name(node.place, name, message, "Name a question of this service.");
            None
        }
    }
}
