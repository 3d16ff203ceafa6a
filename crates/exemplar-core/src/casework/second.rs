//! A second officer: the first one's decision is a proposal, which another confirms or sends back with a note. Until
//! then nothing is decided and nobody is written to. The proposal stands among the case's decisions, as recommended.

use super::decide::{Made, Occasion, next_number, settle, why};
use super::{Act, NOTE_AT_MOST, Refusal, Ruling, State, check_open, event, next};
use crate::definition::Definition;
use crate::id::StaffId;
use crate::journey::Walk;
use crate::record::{Actor, Case, Change, Decision, DecisionStep, LoadedCase, Outcome, Revision};

/// A decision that waits for a second officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is proposed, and why.
    pub ruling: Ruling,
    /// By whom.
    pub by: StaffId,
    /// How often the answers had been written when it was proposed.
    answers: Revision,
}

impl Proposal {
    /// The proposal that a case waits with; none where it does not.
    #[must_use]
    pub fn of(case: &Case, decisions: &[Decision]) -> Option<Self> {
        if !State::read(&case.state).is_proposed {
            return None;
        }
        let last = decisions.iter().max_by_key(|decision| decision.n)?;
        let Actor::Staff(by) = last.by else { return None };
        (last.step == DecisionStep::Recommended).then(|| Self {
            ruling: Ruling::of(last),
            by,
            answers: last.reasons["answers"].as_i64().unwrap_or_default(),
        })
    }

    /// Whether the answers are other than those on which it was proposed.
    #[must_use]
    pub fn is_outdated(&self, loaded: &LoadedCase) -> bool {
        self.answers != written(loaded)
    }
}

/// Whether a decision needs a second officer.
#[must_use]
pub fn needs_second_officer(walk: &Walk<'_>) -> bool {
    let second = walk.definition().casework.second_officer.as_ref();
    second.is_some_and(|when| walk.holds(when))
}

/// How often the answers of a case were written.
fn written(loaded: &LoadedCase) -> Revision {
    loaded.parts.iter().map(|part| part.revision).sum()
}

/// Proposes a decision.
///
/// # Errors
/// What [`Ruling::rule`] says; [`Refusal::Changed`], [`Refusal::NotOpen`] and [`Refusal::Proposed`] of the case.
pub fn propose(
    loaded: LoadedCase,
    definition: &Definition,
    decisions: &[Decision],
    ruling: &Ruling,
    act: &Act,
) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let state = State::read(&loaded.case.state);
    if state.is_proposed {
        return Err(Refusal::Proposed);
    }
    if state.asked.is_some() {
        return Err(Refusal::Asked);
    }
    ruling.rule(definition)?;
    let mut reasons = why(definition, ruling, false, act.today);
    reasons["answers"] = serde_json::json!(written(&loaded));
    let details = serde_json::json!({ "outcome": ruling.outcome, "why": reasons });
    let decision = Decision {
        n: next_number(decisions),
        step: DecisionStep::Recommended,
        outcome: ruling.outcome.clone(),
        by: Actor::Staff(act.staff),
        approved_by: None,
        takes_effect: act.today,
        reasons,
    };
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, "proposed", details, definition.digest, act));
    outcome.changes.push(Change::Decision(loaded.case.id, decision));
    outcome
        .changes
        .push(Change::Case(Box::new(marked(&next(&loaded.case, act), true))));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// The case with the mark of a proposal, or without it.
pub(super) fn marked(case: &Case, is_proposed: bool) -> Case {
    let state = State {
        is_proposed,
        ..State::read(&case.state)
    };
    Case {
        state: state.line(),
        ..case.clone()
    }
}

/// Confirms what another officer proposed: it is decided by that.
///
/// # Errors
/// [`Refusal::NotTheirs`] for who proposed it, [`Refusal::Outdated`] where the answers changed since;
/// [`Refusal::NotProposed`], [`Refusal::Changed`] and [`Refusal::NotOpen`] of the case.
pub fn confirm(
    loaded: LoadedCase,
    definition: &Definition,
    decisions: &[Decision],
    act: &Act,
) -> Result<Outcome, Refusal> {
    let proposal = of_another(&loaded, decisions, act)?;
    if proposal.is_outdated(&loaded) {
        return Err(Refusal::Outdated);
    }
    proposal.ruling.rule(definition)?;
    let made = Made {
        n: next_number(decisions),
        by: Actor::Staff(proposal.by),
        approved_by: Some(act.staff),
        is_automatic: false,
    };
    let mut outcome = Outcome::new(act.commit, act.now);
    let case = next(&loaded.case, act);
    let what = (definition, &proposal.ruling);
    let case = settle(&mut outcome, &case, what, &made, &Occasion::of(act));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Sends a proposal back to who made it, with a note that says why.
///
/// # Errors
/// [`Refusal::NothingSaid`] and [`Refusal::TooLong`] of the note; else as [`confirm`].
pub fn send_back(loaded: LoadedCase, decisions: &[Decision], note: &str, act: &Act) -> Result<Outcome, Refusal> {
    let proposal = of_another(&loaded, decisions, act)?;
    let note = note.trim();
    if note.is_empty() {
        return Err(Refusal::NothingSaid);
    }
    if note.chars().count() > NOTE_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let details = serde_json::json!({ "note": note, "proposed_by": proposal.by });
    Ok(without_proposal(loaded, "sent_back", details, act))
}

/// Takes one's own proposal back.
///
/// # Errors
/// [`Refusal::NotTheirs`] for anybody else; [`Refusal::NotProposed`], [`Refusal::Changed`] and [`Refusal::NotOpen`] of
/// the case.
pub fn take_proposal_back(loaded: LoadedCase, decisions: &[Decision], act: &Act) -> Result<Outcome, Refusal> {
    let proposal = pending(&loaded, decisions, act)?;
    if proposal.by != act.staff {
        return Err(Refusal::NotTheirs);
    }
    let nothing = serde_json::Value::Null;
    Ok(without_proposal(loaded, "proposal_taken_back", nothing, act))
}

fn pending(loaded: &LoadedCase, decisions: &[Decision], act: &Act) -> Result<Proposal, Refusal> {
    check_open(&loaded.case, act)?;
    Proposal::of(&loaded.case, decisions).ok_or(Refusal::NotProposed)
}

fn of_another(loaded: &LoadedCase, decisions: &[Decision], act: &Act) -> Result<Proposal, Refusal> {
    let proposal = pending(loaded, decisions, act)?;
    if proposal.by == act.staff {
        return Err(Refusal::NotTheirs);
    }
    Ok(proposal)
}

fn without_proposal(loaded: LoadedCase, kind: &'static str, details: serde_json::Value, act: &Act) -> Outcome {
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, kind, details, loaded.case.definition, act));
    outcome
        .changes
        .push(Change::Case(Box::new(marked(&next(&loaded.case, act), false))));
    outcome.read.push(loaded);
    outcome
}
