//! Messages that go days before or after a moment: planned as a job with the act, written when the job is due. What
//! the case has become since is looked at then.

use exemplar_core::casework::{Asked, HOUR_OF_LATER_MESSAGES, Ruling, WRITE_MESSAGE};
use exemplar_core::definition::{Definition, Moment, Sending};
use exemplar_core::id::{CaseId, JobId, Name};
use exemplar_core::issuing::{EntryState, Issued};
use exemplar_core::journey::Walk;
use exemplar_core::record::{
    Case, ClaimChange, ClaimKind, Committed, LoadedCase, NewJob, Outcome, Phase, RegisterEntry,
};
use exemplar_store::{Fault, LeasedJob, Work};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{About, Below, FIRST_OF_LATER, write};
use crate::apply::{CONFLICT_TRIES, zone};
use crate::casework::walk;
use crate::renewing::names_link;
use crate::work::Undone;
use crate::{App, chance, simulate};

/// The claim on a message is kept so long: a job that was done comes again within minutes, or never.
const CLAIM_KEPT: SignedDuration = SignedDuration::from_hours(72);

/// What such a job is to do.
#[derive(Serialize, Deserialize)]
struct Task {
    /// The message's name.
    message: Name,
    /// The day on which it goes, as it was planned.
    day: Date,
    /// When the act was that planned it, in seconds.
    since: i64,
}

/// Plans a message for the day on which it goes; nothing where there is no such day, or it is over.
pub(crate) fn plan(
    outcome: &mut Outcome,
    (name, sending): (&Name, &Sending),
    case: &Case,
    walk: &Walk<'_>,
    acted: Timestamp,
) {
    let definition = walk.definition();
    let acted_on = day_in(acted, definition);
    let day = sending.day(acted_on, walk).filter(|day| *day >= acted_on);
    let Some((day, due)) = day.and_then(|day| Some((day, due(day, definition)?))) else {
        return;
    };
    outcome.jobs.push(job(case, name, day, acted.as_second(), due));
}

fn job(case: &Case, name: &Name, day: Date, since: i64, due: Timestamp) -> NewJob {
    NewJob {
        id: JobId(Uuid::now_v7()),
        kind: WRITE_MESSAGE,
        case: Some(case.id),
        due,
        task: serde_json::json!({ "message": name, "day": day, "since": since }),
    }
}

/// When messages of a day go.
fn due(day: Date, definition: &Definition) -> Option<Timestamp> {
    let at = day.at(HOUR_OF_LATER_MESSAGES, 0, 0, 0).to_zoned(zone(definition));
    at.ok().map(|at| at.timestamp())
}

fn day_in(at: Timestamp, definition: &Definition) -> Date {
    at.to_zoned(zone(definition)).date()
}

/// Writes a message that was planned, unless the case went another way. Safe to run twice: a claim of the day lets one
/// commit write it.
pub(crate) async fn write_later(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let task = serde_json::from_value::<Task>(job.task.clone());
    let (Ok(task), Some(id)) = (task, job.case) else {
        return Err(Undone::GiveUp("the job names no message of a case"));
    };
    // Made-up people have no address of their own.
    if simulate::is_simulated(&app.store).await? {
        return Ok(());
    }
    for _ in 0..CONFLICT_TRIES {
        let Some(loaded) = app.store.load(id).await? else {
            return Ok(());
        };
        let definition = app.services.version(&app.store, loaded.case.definition).await?;
        let Some(sending) = definition.sendings.get(&task.message) else {
            return Ok(());
        };
        // Who has sent a renewal is not asked for one.
        if names_link(&definition, &task.message) && is_renewal_sent(app, id).await? {
            return Ok(());
        }
        let work = app.store.work(id).await?;
        let issued = match definition.issues.is_empty() {
            true => Vec::new(),
            false => still_issued(&app.store.entries_of_case(id).await?),
        };
        let found = Found {
            loaded: &loaded,
            definition: &definition,
            work: &work,
            issued,
        };
        let Some(outcome) = written(app, found, sending, &task)? else {
            return Ok(());
        };
        match app.store.commit(outcome).await? {
            Committed::Committed => {
                app.wake.notify_one();
                return Ok(());
            }
            // Another worker was faster.
            Committed::Taken { .. } => return Ok(()),
            Committed::Conflict => {}
        }
    }
    // Others write to the case: the job is tried again.
    Err(Undone::Fault(Fault::Busy))
}

/// What a planned message is written from.
struct Found<'a> {
    loaded: &'a LoadedCase,
    definition: &'a Definition,
    work: &'a Work,
    issued: Vec<Issued>,
}

/// Whether a renewal was sent that nobody has decided.
async fn is_renewal_sent(app: &App, case: CaseId) -> Result<bool, Fault> {
    let renewals = app.renewals_of(case).await?;
    Ok(renewals.iter().any(|renewal| {
        let phase = renewal.case.phase;
        matches!(
            phase,
            Phase::WaitingForOthers | Phase::WaitingForPayment | Phase::Submitted
        )
    }))
}

/// What a case was issued and nobody took away since.
fn still_issued(entries: &[RegisterEntry]) -> Vec<Issued> {
    let is_over = |entry: &&RegisterEntry| {
        let state = EntryState::named(&entry.state);
        matches!(state, Some(EntryState::Revoked | EntryState::Ended))
    };
    entries
        .iter()
        .filter(|entry| !is_over(entry))
        .map(Issued::of_entry)
        .collect()
}

/// What comes of a job; none where the message is not to go.
fn written(
    app: &App,
    Found {
        loaded,
        definition,
        work,
        issued,
    }: Found<'_>,
    sending: &Sending,
    task: &Task,
) -> Result<Option<Outcome>, Fault> {
    let case = &loaded.case;
    if sending.is_off(case) || is_of_another(case, sending, task) {
        return Ok(None);
    }
    let now = app.clock.now();
    let walk = walk(loaded, definition, day_in(now, definition)).with_issued(issued);
    let mut outcome = Outcome::new(chance::commit_id(), now);
    let acted = Timestamp::from_second(task.since).unwrap_or(now);
    let day = sending.day(day_in(acted, definition), &walk);
    let name = &task.message;
    let claimed = match day {
        // The date in the case moved, and with it the day of the message.
        Some(day) if day != task.day => {
            let Some(due) = due(day, definition).filter(|_| day >= walk.today()) else {
                return Ok(None);
            };
            outcome.jobs.push(job(case, name, day, task.since, due));
            format!("plan {} {name} {day}", case.id)
        }
        None => return Ok(None),
        Some(day) => {
            let ruling = ruling_of(work);
            let is_of_ask = matches!(&sending.at, Moment::Act(act) if definition.casework.asks_for.contains_key(act));
            let way = match is_of_ask {
                true => app.way_to_answer(&mut outcome, loaded, case, definition, "")?,
                false => None,
            };
            let about = About {
                case,
                walk: &walk,
                says: app.says_of(case, definition),
                ruling: ruling.as_ref().map(|(ruling, on)| (ruling, *on)),
                renew: app.draw_renew_link((name, sending), case, &walk)?,
                at: now,
                below: way.map(Below::Way),
            };
            let mut next = FIRST_OF_LATER.saturating_add(i32::try_from(work.messages.len()).unwrap_or(i32::MAX));
            write(&mut outcome, (name, sending), &about, &mut next);
            format!("message {} {name} {day}", case.id)
        }
    };
    if outcome.changes.is_empty() && outcome.events.is_empty() && outcome.jobs.is_empty() {
        return Ok(None);
    }
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::Idempotency,
        value: claimed,
        owner: case.id,
        until: now.checked_add(CLAIM_KEPT).ok(),
    });
    outcome.read.push(loaded.clone());
    Ok(Some(outcome))
}

/// Whether the decision that planned it is no longer the one that holds, or something else is asked for by now.
fn is_of_another(case: &Case, sending: &Sending, task: &Task) -> bool {
    if let (Some(asked), Moment::Act(act)) = (Asked::of(case), &sending.at) {
        return asked.name == act.as_str() && asked.since != task.since;
    }
    let decided = case.decided.map(Timestamp::as_second);
    matches!(&sending.at, Moment::Act(act) if act.as_str() == case.state) && decided != Some(task.since)
}

/// What was decided last, and on which day.
fn ruling_of(work: &Work) -> Option<(Ruling, Date)> {
    let decision = work.decisions.last()?;
    let ruling = Ruling {
        outcome: decision.outcome.clone(),
        reason: decision.reasons["reason"].as_str().map(Name::from),
        said: String::new(),
    };
    Some((ruling, decision.takes_effect))
}
