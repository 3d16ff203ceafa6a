//! Names of what is issued, in texts: `((registration.number))`.

use crate::definition::Definition;
use crate::definition::read::{Fill, Reader, Where};
use crate::expression::closest;

/// Whether a name is of something that is issued; what is wrong with it is said here.
pub(super) fn is_of_issue(definition: &Definition, reader: &Reader<'_>, fill: &Fill) -> bool {
    let Some((issue, what)) = fill.name.split_once('.') else {
        return false;
    };
    let Some(issue) = definition.issues.iter().find(|known| known.name.as_str() == issue) else {
        return false;
    };
    let has = |what: &str| match what {
        "number" => !issue.number.is_empty(),
        "issued" | "expires" => true,
        "pays" => issue.pays.is_some(),
        _ => false,
    };
    if !has(what) {
        let known = ["number", "issued", "expires", "pays"]
            .into_iter()
            .filter(|what| has(what));
        let advice = closest(what, known.clone()).map_or_else(
            || {
                format!(
                    "There are {}.",
                    known
                        .map(|what| format!("(({}.{what}))", issue.name))
                        .collect::<Vec<_>>()
                        .join(", ")
                )
            },
            |like| format!("Did you mean (({}.{like}))?", issue.name),
        );
        let message = format!("\"{}\" has no \"{what}\".", issue.name);
        reader.error(fill.place, "unknown_name", message, advice);
    } else if fill.at != Where::After {
        let message = format!("\"{}\" is issued by a decision, later than this stands.", issue.name);
        reader.error(
            fill.place,
            "asked_later",
            message,
            "Use it in messages and on the confirmation page.",
        );
    }
    true
}
