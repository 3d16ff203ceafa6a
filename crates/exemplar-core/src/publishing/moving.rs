//! Moving a draft to another version of its service. Whether that is safe is told by [`crate::journey::movable`].

use crate::apply::{Act, WHOLE};
use crate::definition::Definition;
use crate::journey::carried;
use crate::record::{Case, Change, LoadedCase, NewEvent, Outcome, Part};

/// Moves a draft to a newer version: it follows that from now on, and its answers stand under the names that their
/// questions have there. Nothing is asked again, and no day counts from it: nobody worked on the draft.
#[must_use]
pub fn move_draft(loaded: LoadedCase, newer: &Definition, act: &Act) -> Outcome {
    let mut outcome = Outcome::new(act.commit, act.now);
    let parts = loaded.parts.iter().filter(|part| part.section.as_str() == WHOLE);
    for part in parts {
        let answers = carried(newer, &part.answers);
        if answers != part.answers {
            outcome.changes.push(Change::Part(
                loaded.case.id,
                Part {
                    answers,
                    revision: part.revision + 1,
                    last_commit: act.commit,
                    ..part.clone()
                },
            ));
        }
    }
    // What waited once has a record, in which every change stands.
    if loaded.case.head.is_some() {
        outcome.events.push(NewEvent {
            case: loaded.case.id,
            kind: "moved",
            at: act.now,
            actor: act.actor.clone(),
            on_behalf_of: None,
            definition: newer.digest,
            details: serde_json::json!({ "before": loaded.case.definition.to_string() }),
        });
    }
    outcome.changes.push(Change::Case(Box::new(Case {
        definition: newer.digest,
        revision: loaded.case.revision + 1,
        last_commit: act.commit,
        ..loaded.case.clone()
    })));
    outcome.read.push(loaded);
    outcome
}
