//! The beginning of a renewal: a draft of its own that knows what it renews, linked with the case before.

use super::{Renewal, known};
use crate::apply::{Act, NewCase, begin_draft};
use crate::definition::Definition;
use crate::id::{CaseId, Name};
use crate::journey::{Setting, Walk};
use crate::record::{Actor, Change, ClaimChange, ClaimKind, Link, LoadedCase, NewEvent, Outcome};

/// The kind of link from a renewal to the case before.
pub const RENEWS: &str = "renews";
/// What the record of the case before says when a renewal begins.
pub const RENEWAL_BEGUN: &str = "renewal_begun";
/// What the record of the case before says when a renewal was decided.
pub const RENEWED: &str = "entry_renewed";

/// What a renewal begins with.
#[derive(Debug, Clone)]
pub struct Begin {
    /// The new case.
    pub new: NewCase,
    /// What it renews.
    pub renewal: Renewal,
    /// The renewal before this one that came to nothing; none for the first.
    pub after: Option<CaseId>,
}

/// Begins a renewal of what `former` was issued. One at a time: a claim sees to it, that goes with the new case.
/// `older` is the version that the case before follows, `definition` the one that is live.
#[must_use]
pub fn begin(former: LoadedCase, (older, definition): (&Definition, &Definition), begin: &Begin, act: &Act) -> Outcome {
    let Begin { new, renewal, after } = begin;
    let mut answers = crate::answer::Answers::default();
    let (name, given) = renewal.given(act.actor.clone(), act.now, act.channel);
    answers.0.insert(name, given);
    let before = former.parts.iter().find(|part| part.participant == 0);
    if let Some(part) = before {
        answers.0.extend(known((older, definition), &part.answers, act.today).0);
    }
    let setting = Setting {
        today: act.today,
        language: act.language.clone(),
        channel: act.channel,
    };
    let first = Walk::new(definition, &answers, setting).pages().next();
    let mut outcome = begin_draft(*new, definition, first.map(|page| page.name.clone()), act);
    for change in &mut outcome.changes {
        if let Change::Part(_, part) = change {
            part.answers = std::mem::take(&mut answers);
        }
    }
    outcome.changes.push(Change::Link(Link {
        from: new.id,
        to: former.case.id,
        kind: RENEWS.to_owned(),
    }));
    let after = after.map_or_else(|| "-".to_owned(), |case| case.to_string());
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::Idempotency,
        value: format!("renews {} {after}", former.case.id),
        owner: new.id,
        until: None,
    });
    outcome.events.push(NewEvent {
        case: former.case.id,
        kind: RENEWAL_BEGUN,
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: (act.actor != APPLICANT).then_some(APPLICANT),
        definition: former.case.definition,
        details: serde_json::json!({ "issue": renewal.issue, "number": renewal.number, "case": new.id }),
    });
    outcome.read.push(former);
    outcome
}

const APPLICANT: Actor = Actor::Participant(0);

/// What the record of the case before says once what it was issued has a new term.
#[must_use]
pub fn renewed_event(former: &LoadedCase, decided: &NewEvent, (issue, number): (&Name, &str)) -> NewEvent {
    NewEvent {
        case: former.case.id,
        kind: RENEWED,
        definition: former.case.definition,
        details: serde_json::json!({ "issue": issue, "number": number, "case": decided.case }),
        ..decided.clone()
    }
}
