//! Where a case is on its way to the decision: its stages, how long they and the decision take, and whether it goes first.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Act, Refusal, State, check_open, event, next};
use crate::definition::{Definition, Duration, Stage};
use crate::expression::Value;
use crate::id::Name;
use crate::journey::Walk;
use crate::record::{Case, Change, Event, LoadedCase, Outcome};

/// The event that notes a move.
pub const STAGE_MOVED: &str = "stage_moved";

/// How long a decision takes for somebody with these answers.
#[must_use]
pub fn decide_within(walk: &Walk<'_>) -> Duration {
    let casework = &walk.definition().casework;
    let by_case = casework
        .decide_within_cases
        .as_ref()
        .and_then(|cases| walk.cases(cases));
    match by_case {
        Some(Value::Period(period)) => period,
        _ => casework.decide_within,
    }
}

/// Whether a case with these answers goes first.
#[must_use]
pub fn is_urgent(walk: &Walk<'_>) -> bool {
    let urgent = walk.definition().casework.urgent.as_ref();
    urgent.is_some_and(|when| walk.holds(when))
}

/// The stages to which a case with these answers comes, in order.
pub fn stages_of<'a>(walk: &Walk<'a>) -> impl Iterator<Item = (&'a Name, &'a Stage)> {
    let stages = walk.definition().casework.stages.iter();
    stages.filter(|(_, stage)| stage.when.as_ref().is_none_or(|when| walk.holds(when)))
}

/// The stage that a case is in; none where the service has none, or it is before the first.
#[must_use]
pub fn stage_of<'d>(case: &Case, definition: &'d Definition) -> Option<&'d Stage> {
    definition.casework.stages.get(State::read(&case.state).at)
}

/// The last day of the stage that a case is in, as its record has it. `day` is the day of a moment there.
#[must_use]
pub fn stage_ends(
    case: &Case,
    definition: &Definition,
    events: &[Event],
    day: impl Fn(Timestamp) -> Date,
) -> Option<Date> {
    let within = stage_of(case, definition)?.within?;
    let moved = events.iter().rfind(|event| event.kind == STAGE_MOVED);
    let since = moved.map(|event| event.at).or(case.submitted)?;
    let waited = super::asks::days_asked(events, since, &day);
    let end = within.after(day(since), &definition.holidays);
    end.checked_add(jiff::Span::new().days(waited)).ok()
}

/// Moves a case on to a stage, and to its office where it has one of its own.
///
/// # Errors
/// [`Refusal::NoStage`] for one to which it does not come, or in which it is; [`Refusal::Changed`] and
/// [`Refusal::NotOpen`] of the case.
pub fn move_on(loaded: LoadedCase, walk: &Walk<'_>, to: &Name, act: &Act) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let state = State::read(&loaded.case.state);
    let found = stages_of(walk).find(|(name, _)| *name == to && name.as_str() != state.at);
    let (name, stage) = found.ok_or(Refusal::NoStage)?;
    let moved = State {
        at: name.as_str(),
        ..state
    };
    let case = Case {
        state: moved.line(),
        office: stage.team.clone().or_else(|| loaded.case.office.clone()),
        ..next(&loaded.case, act)
    };
    let details = serde_json::json!({ "from": state.at, "to": name });
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, STAGE_MOVED, details, loaded.case.definition, act));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}
