//! Made-up cases, to see a service at work before anybody uses it. They go the road of real ones, with the clock set
//! to when each thing would have happened; their people come from the definition's examples. A store that has one is
//! marked for good, and every page says so.
//!
//! [`person`] makes up who applies, [`fate`] what becomes of the case. No message of theirs is ever sent.

mod fate;
mod person;
mod volumes;

use std::sync::Arc;

use exemplar_core::definition::{self, Definition, Example};
use exemplar_core::id::CaseId;
use exemplar_core::record::{ClaimChange, ClaimKind, Committed, Outcome};
use exemplar_store::{Fault, Store};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::staff::SignedIn;
use crate::{App, chance, figures, work};

/// At most so many cases are made at once.
pub const CASES_AT_MOST: u64 = 1_000_000;
/// The value of the claim that marks a store.
const MARK: &str = "cases";
/// So many apps make cases beside one another, each with a clock of its own.
const BESIDE: u64 = 32;

/// What is to be made.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many cases.
    pub cases: u64,
    /// Over how many days before now.
    pub days: u32,
    /// Only cases that were submitted and wait, as a test of load needs them.
    pub only_submitted: bool,
    /// Of this service alone.
    pub service: Option<String>,
    /// Chance begins here: the same seed makes the same people and fates.
    pub seed: u64,
}

/// How many cases came to which end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Made {
    /// Begun and not sent.
    pub drafts: u64,
    /// Submitted, and nobody has them.
    pub waiting: u64,
    /// Somebody works on them.
    pub taken: u64,
    /// Decided.
    pub decided: u64,
}

/// Why nothing was made.
#[derive(Debug, thiserror::Error)]
pub enum NotSimulated {
    /// Real cases are in the store.
    #[error("the store holds real cases or staff: simulate into an empty data folder or database")]
    InUse,
    /// No example of any live service can be sent.
    #[error("no live service has an example that can be sent: publish one first")]
    NoExamples,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// A service with those of its examples that end in an application.
struct Cast {
    definition: Arc<Definition>,
    examples: Vec<Example>,
}

/// Whether a store holds made-up cases.
///
/// # Errors
/// When the store fails.
pub async fn is_simulated(store: &Store) -> Result<bool, Fault> {
    Ok(store.find_claim(ClaimKind::Simulated, MARK).await?.is_some())
}

/// Makes up cases. `app` gives an app over the same store, with a clock that can be set.
///
/// # Errors
/// As [`NotSimulated`] says.
pub async fn simulate(store: &Store, app: impl Fn() -> App, plan: &Plan) -> Result<Made, NotSimulated> {
    mark(store).await?;
    let first = app();
    first.services.follow(store).await?;
    let casts = Arc::new(casts(&first, plan).await?);
    let now = Timestamp::now();
    let staff = Arc::new(fate::staff(&first, &casts, now, plan.days).await?);
    if !plan.only_submitted {
        fate::keep_account(&first, &casts, now).await?;
    }
    prepare_months(store, now, plan.days).await?;
    let mut tasks = tokio::task::JoinSet::new();
    for place in 0..BESIDE.min(plan.cases) {
        let share = plan.cases / BESIDE + u64::from(place < plan.cases % BESIDE);
        let (mut app, casts, staff, plan) = (app(), Arc::clone(&casts), Arc::clone(&staff), plan.clone());
        app.services.follow(store).await?;
        tasks.spawn(async move {
            let mut chance = fastrand::Rng::with_seed(plan.seed.wrapping_add(place));
            let mut made = Made::default();
            for _ in 0..share {
                one(&mut app, (&casts, &staff), &plan, now, &mut chance, &mut made).await?;
            }
            Ok::<_, Fault>(made)
        });
    }
    let mut made = Made::default();
    while let Some(done) = tasks.join_next().await {
        let done = done.map_err(|error| Fault::Defect(format!("a simulation stopped: {error}")))??;
        made.drafts += done.drafts;
        made.waiting += done.waiting;
        made.taken += done.taken;
        made.decided += done.decided;
    }
    if !plan.only_submitted {
        volumes::enter(&first, &casts, &staff, now, plan.seed).await?;
    }
    work::settle_simulated(&first).await?;
    // What the worker would have done meanwhile, so that no server has to make up for it.
    while figures::count(&first).await? {}
    store.checkpoint(now).await?;
    Ok(made)
}

/// Marks the store, unless something real is in it.
async fn mark(store: &Store) -> Result<(), NotSimulated> {
    if is_simulated(store).await? {
        return Ok(());
    }
    if store.has_cases().await? || !store.all_staff().await?.is_empty() {
        return Err(NotSimulated::InUse);
    }
    let mut outcome = Outcome::new(chance::commit_id(), Timestamp::now());
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::Simulated,
        value: MARK.to_owned(),
        owner: CaseId(Uuid::nil()),
        until: None,
    });
    match store.commit(outcome).await? {
        Committed::Committed => Ok(()),
        _ => Err(NotSimulated::InUse),
    }
}

async fn casts(app: &App, plan: &Plan) -> Result<Vec<Cast>, NotSimulated> {
    let mut casts = Vec::new();
    for definition in app.services.all() {
        let other = |service: &String| *service != *definition.id.as_str();
        if plan.service.as_ref().is_some_and(other) {
            continue;
        }
        let Some(folder) = app.store.definition(definition.digest).await? else {
            continue;
        };
        let mut examples = definition::read(&folder).examples;
        examples.retain(|example| person::is_sent(&definition, example));
        if !examples.is_empty() {
            casts.push(Cast { definition, examples });
        }
    }
    if casts.is_empty() {
        return Err(NotSimulated::NoExamples);
    }
    Ok(casts)
}

/// Tables of months gone by, so that old rows stand where they belong.
async fn prepare_months(store: &Store, now: Timestamp, days: u32) -> Result<(), Fault> {
    for back in (0..=i64::from(days)).step_by(28) {
        store.prepare_months(before(now, back * 24 * 60)).await?;
    }
    Ok(())
}

/// One case, from its first answer to what became of it.
async fn one(
    app: &mut App,
    (casts, staff): (&[Cast], &[SignedIn]),
    plan: &Plan,
    now: Timestamp,
    chance: &mut fastrand::Rng,
    made: &mut Made,
) -> Result<(), Fault> {
    let Some(cast) = chance.choice(casts) else {
        return Ok(());
    };
    // More of them lately: a service that is new grows.
    let share = chance.f64().powf(1.4);
    let started = before(now, (share * f64::from(plan.days) * 24.0 * 60.0) as i64 + 90);
    let applicant = person::apply(app, cast, started, plan.only_submitted, chance).await?;
    let Some(applicant) = applicant else {
        made.drafts += 1;
        return Ok(());
    };
    if plan.only_submitted {
        made.waiting += 1;
        return Ok(());
    }
    match fate::meet(app, cast, staff, &applicant, now, chance).await? {
        fate::Met::Waits => made.waiting += 1,
        fate::Met::Taken => made.taken += 1,
        fate::Met::Decided => made.decided += 1,
    }
    Ok(())
}

/// So many minutes before a moment.
fn before(now: Timestamp, minutes: i64) -> Timestamp {
    now.saturating_sub(SignedDuration::from_mins(minutes))
        .unwrap_or(Timestamp::UNIX_EPOCH)
}
