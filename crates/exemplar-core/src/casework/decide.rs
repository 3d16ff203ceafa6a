//! Deciding a case: one of the definition's outcomes, with a reason where it has reasons.

use jiff::civil::Date;

use super::{Act, NOTE_AT_MOST, Refusal, check_open, event, next};
use crate::definition::{Definition, OutcomeRule};
use crate::id::Name;
use crate::record::{
    Actor, Case, Change, Decision, DecisionStep, DeviceClass, LoadedCase, Observation, ObservationKind, Outcome, Phase,
};

/// What somebody decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// The outcome's name in the definition.
    pub outcome: Name,
    /// The reason's name; needed where the outcome has reasons.
    pub reason: Option<Name>,
    /// What the caseworker adds for the file.
    pub said: String,
}

impl Ruling {
    /// The outcome that it names, where it holds together.
    ///
    /// # Errors
    /// [`Refusal::NoOutcome`], [`Refusal::ReasonNeeded`] or [`Refusal::TooLong`].
    pub fn rule<'d>(&self, definition: &'d Definition) -> Result<&'d OutcomeRule, Refusal> {
        let rule = definition
            .casework
            .outcomes
            .get(&self.outcome)
            .ok_or(Refusal::NoOutcome)?;
        let is_known = self
            .reason
            .as_ref()
            .is_some_and(|reason| rule.reasons.contains_key(reason));
        if !is_known && (!rule.reasons.is_empty() || self.reason.is_some()) {
            return Err(Refusal::ReasonNeeded);
        }
        if self.said.chars().count() > NOTE_AT_MOST {
            Err(Refusal::TooLong)
        } else {
            Ok(rule)
        }
    }
}

/// Decides a case.
///
/// # Errors
/// What [`Ruling::rule`] says; [`Refusal::Changed`] and [`Refusal::NotOpen`] of the case.
pub fn decide(loaded: LoadedCase, definition: &Definition, ruling: &Ruling, act: &Act) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let rule = ruling.rule(definition)?;
    let appeal_by = rule
        .appeal
        .as_ref()
        .map(|(_, within)| within.after(act.today, &definition.holidays));
    let reasons = serde_json::json!({
        "reason": ruling.reason,
        "said": ruling.said.trim(),
        "law": ruling.reason.as_ref().and_then(|reason| rule.reason_laws.get(reason)).or(rule.law.as_ref()),
        "appeal_by": appeal_by,
    });
    let decision = Decision {
        n: 1,
        step: DecisionStep::Decided,
        outcome: ruling.outcome.clone(),
        by: Actor::Staff(act.staff),
        approved_by: None,
        takes_effect: act.today,
        reasons: reasons.clone(),
    };
    let case = Case {
        phase: Phase::Decided,
        state: ruling.outcome.to_string(),
        decided: Some(act.now),
        active_on: act.today,
        ..next(&loaded.case, act)
    };
    let details = serde_json::json!({ "outcome": ruling.outcome, "why": reasons });
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, "decided", details, definition.digest, act));
    outcome
        .observations
        .push(decided(&loaded.case, definition, ruling, act));
    outcome.changes.push(Change::Decision(case.id, decision));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

fn decided(case: &Case, definition: &Definition, ruling: &Ruling, act: &Act) -> Observation {
    Observation {
        id: act.observation,
        organisation: definition.organisation.clone(),
        service: definition.id.clone(),
        day: act.today,
        kind: ObservationKind::Decided,
        question: None,
        detail: Some(ruling.outcome.to_string()),
        amount: Some(days_between(act.submitted_on, act.today)),
        channel: case.channel,
        language: case.language.clone(),
        device: DeviceClass::Other,
        definition: definition.digest,
        attempt: case.attempt,
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}
