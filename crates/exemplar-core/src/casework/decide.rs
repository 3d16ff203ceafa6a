//! Deciding a case: one of the definition's outcomes, with a reason where it has reasons.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Act, NOTE_AT_MOST, Refusal, State, check_open, next};
use crate::definition::{Definition, OutcomeRule};
use crate::id::{Name, ObservationId, StaffId};
use crate::record::{
    Actor, Case, Change, Decision, DecisionStep, DeviceClass, LoadedCase, NewEvent, Observation, ObservationKind,
    Outcome, Phase,
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
    /// What a decision on record says.
    #[must_use]
    pub fn of(decision: &Decision) -> Self {
        let text = |name: &str| decision.reasons[name].as_str();
        Self {
            outcome: decision.outcome.clone(),
            reason: text("reason").map(Name::from),
            said: text("said").unwrap_or_default().to_owned(),
        }
    }

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

/// When and by whom something is done that decides a case: staff, a job, or the act that hands it in.
pub(super) struct Occasion {
    pub(super) observation: ObservationId,
    pub(super) now: Timestamp,
    pub(super) today: Date,
    pub(super) submitted_on: Date,
    pub(super) actor: Actor,
}

impl Occasion {
    pub(super) fn of(act: &Act) -> Self {
        Self {
            observation: act.observation,
            now: act.now,
            today: act.today,
            submitted_on: act.submitted_on,
            actor: Actor::Staff(act.staff),
        }
    }
}

/// How a decision came about.
pub(super) struct Made {
    /// Its place among the case's decisions.
    pub(super) n: i32,
    /// Who decided.
    pub(super) by: Actor,
    /// The second officer.
    pub(super) approved_by: Option<StaffId>,
    /// Whether that was the computer.
    pub(super) is_automatic: bool,
}

/// Decides a case. `decisions` are those that it has: proposals that came to nothing.
///
/// # Errors
/// What [`Ruling::rule`] says; [`Refusal::Changed`], [`Refusal::NotOpen`] and [`Refusal::Proposed`] of the case.
pub fn decide(
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
    let made = Made {
        n: next_number(decisions),
        by: Actor::Staff(act.staff),
        approved_by: None,
        is_automatic: false,
    };
    let mut outcome = Outcome::new(act.commit, act.now);
    let case = next(&loaded.case, act);
    let case = settle(&mut outcome, &case, (definition, ruling), &made, &Occasion::of(act));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// The number of the next decision.
pub(super) fn next_number(decisions: &[Decision]) -> i32 {
    decisions.iter().map(|decision| decision.n).max().unwrap_or(0) + 1
}

/// Why a ruling is as it is, as the record keeps it.
pub(super) fn why(definition: &Definition, ruling: &Ruling, is_automatic: bool, today: Date) -> serde_json::Value {
    let casework = &definition.casework;
    let Some(rule) = casework.outcomes.get(&ruling.outcome) else {
        return serde_json::Value::Null;
    };
    let appeal = rule.appeal.as_ref();
    let appeal_by = appeal.map(|(_, within)| within.after(today, &definition.holidays));
    let law = ruling.reason.as_ref().and_then(|reason| rule.reason_laws.get(reason));
    let mut why = serde_json::json!({
        "reason": ruling.reason,
        "said": ruling.said.trim(),
        "law": law.or(rule.law.as_ref()),
        "appeal_by": appeal_by,
    });
    if let Some(automatic) = casework.automatic.as_ref().filter(|_| is_automatic) {
        why["automatic_law"] = serde_json::json!(automatic.law);
    }
    why
}

/// Adds a decision to an outcome. Gives the case, which is written besides, as it is then.
pub(super) fn settle(
    outcome: &mut Outcome,
    case: &Case,
    (definition, ruling): (&Definition, &Ruling),
    made: &Made,
    on: &Occasion,
) -> Case {
    let reasons = why(definition, ruling, made.is_automatic, on.today);
    let mut details = serde_json::json!({ "outcome": ruling.outcome, "why": reasons });
    if let (Actor::Staff(first), Some(_)) = (&made.by, made.approved_by) {
        details["proposed_by"] = serde_json::json!(first);
    }
    outcome.events.push(NewEvent {
        case: case.id,
        kind: "decided",
        at: on.now,
        actor: on.actor.clone(),
        on_behalf_of: None,
        definition: definition.digest,
        details,
    });
    outcome.observations.push(decided(case, definition, ruling, on));
    let decision = Decision {
        n: made.n,
        step: DecisionStep::Decided,
        outcome: ruling.outcome.clone(),
        by: made.by.clone(),
        approved_by: made.approved_by,
        takes_effect: on.today,
        reasons,
    };
    outcome.changes.push(Change::Decision(case.id, decision));
    Case {
        phase: Phase::Decided,
        state: ruling.outcome.to_string(),
        decided: Some(on.now),
        active_on: on.today,
        ..case.clone()
    }
}

fn decided(case: &Case, definition: &Definition, ruling: &Ruling, on: &Occasion) -> Observation {
    Observation {
        id: on.observation,
        organisation: definition.organisation.clone(),
        service: definition.id.clone(),
        day: on.today,
        kind: ObservationKind::Decided,
        question: None,
        detail: Some(ruling.outcome.to_string()),
        amount: Some(days_between(on.submitted_on, on.today)),
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
