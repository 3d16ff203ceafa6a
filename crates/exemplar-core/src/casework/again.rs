//! Looking at a decision again, where its appeal asks for that first: once, by somebody who did not make it. It is upheld,
//! or another outcome takes its place.

use super::decide::{next_number, why};
use super::{Act, Refusal, Ruling, event, next};
use crate::definition::Definition;
use crate::record::{Actor, Case, Change, Decision, DecisionStep, LoadedCase, Outcome, Phase};

/// The event that notes it.
pub const RECONSIDERED: &str = "reconsidered";

/// The decision of a case that can be looked at again; none where it cannot, or was.
#[must_use]
pub fn can_look_again<'d>(case: &Case, definition: &Definition, decisions: &'d [Decision]) -> Option<&'d Decision> {
    let last = decisions.iter().max_by_key(|decision| decision.n)?;
    let rule = definition.casework.outcomes.get(&last.outcome)?;
    let is_first = case.phase == Phase::Decided && last.step == DecisionStep::Decided;
    (is_first && rule.review_first).then_some(last)
}

/// Decides again.
///
/// # Errors
/// What [`Ruling::rule`] says; [`Refusal::NotTheirs`] for who decided it, [`Refusal::NotOpen`] where it cannot be looked
/// at again, [`Refusal::Changed`].
pub fn look_again(
    loaded: LoadedCase,
    definition: &Definition,
    decisions: &[Decision],
    ruling: &Ruling,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let before = can_look_again(&loaded.case, definition, decisions).ok_or(Refusal::NotOpen)?;
    if loaded.case.revision != act.seen {
        return Err(Refusal::Changed);
    }
    if before.by == Actor::Staff(act.staff) || before.approved_by == Some(act.staff) {
        return Err(Refusal::NotTheirs);
    }
    ruling.rule(definition)?;
    let reasons = why(definition, ruling, false, act.today);
    let details = serde_json::json!({
        "outcome": ruling.outcome,
        "upheld": ruling.outcome == before.outcome,
        "why": reasons,
    });
    let decision = Decision {
        n: next_number(decisions),
        step: DecisionStep::Reconsidered,
        outcome: ruling.outcome.clone(),
        by: Actor::Staff(act.staff),
        approved_by: None,
        takes_effect: act.today,
        reasons,
    };
    let case = Case {
        state: ruling.outcome.to_string(),
        decided: Some(act.now),
        active_on: act.today,
        ..next(&loaded.case, act)
    };
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, RECONSIDERED, details, definition.digest, act));
    outcome.changes.push(Change::Decision(case.id, decision));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}
