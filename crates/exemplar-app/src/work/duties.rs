//! What is done by the clock: erasing drafts that nobody goes on with, signing checkpoints, keeping house.
//!
//! A duty is a job that one commit makes for one stretch of time, by a claim that only one instance gets.

use std::sync::Arc;

use exemplar_core::definition::{Definition, Keeping};
use exemplar_core::expression::add_period;
use exemplar_core::id::{CaseId, JobId};
use exemplar_core::record::{ClaimChange, ClaimKind, NewJob, Outcome};
use exemplar_store::{Fault, LeasedJob};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::Undone;
use crate::apply::zone;
use crate::{App, chance};

/// The job that erases drafts past their time.
pub const ERASE_DRAFTS: &str = "erase_drafts";
/// The job that signs a checkpoint of the record.
pub const CHECKPOINT: &str = "checkpoint";
/// The job that prepares tables and forgets what has run out.
pub const KEEP_HOUSE: &str = "keep_house";

/// So many drafts are read at once.
const PAGE: usize = 200;
/// A claim on a duty is kept so long, well beyond its stretch of time.
const CLAIM_KEPT: SignedDuration = SignedDuration::from_hours(72);

/// Makes the jobs of this hour and this day, where no instance has.
///
/// # Errors
/// When the store fails.
pub async fn make(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    let written = now.to_zoned(jiff::tz::TimeZone::UTC);
    let (day, hour) = (
        written.strftime("%Y-%m-%d").to_string(),
        written.strftime("%Y-%m-%dT%H").to_string(),
    );
    for (kind, stretch) in [(ERASE_DRAFTS, &day), (KEEP_HOUSE, &day), (CHECKPOINT, &hour)] {
        let mut outcome = Outcome::new(chance::commit_id(), now);
        outcome.claims.push(ClaimChange::Take {
            kind: ClaimKind::Idempotency,
            value: format!("{kind} {stretch}"),
            owner: CaseId(Uuid::nil()),
            until: now.checked_add(CLAIM_KEPT).ok(),
        });
        outcome.jobs.push(NewJob {
            id: JobId(Uuid::now_v7()),
            kind,
            case: None,
            due: now,
            task: serde_json::Value::Null,
        });
        // Taken: another instance was faster, or this one made it before.
        app.store.commit(outcome).await?;
    }
    Ok(())
}

/// Does a duty.
pub(super) async fn do_it(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let now = app.clock.now();
    match job.kind.as_str() {
        ERASE_DRAFTS => {
            for definition in app.services.all() {
                erase_drafts(app, &definition, now).await?;
            }
        }
        CHECKPOINT => {
            app.store.checkpoint(now).await?;
        }
        _ => {
            app.store.prepare_months(now).await?;
            app.store.forget_guesses(now).await?;
            app.store.forget_kept(now).await?;
        }
    }
    Ok(())
}

/// Erases the drafts of a service on which nobody worked for as long as the definition keeps them.
/// A legal hold stops it: the store does not name such drafts.
async fn erase_drafts(app: &App, definition: &Arc<Definition>, now: Timestamp) -> Result<(), Fault> {
    let Some(Keeping::For(kept)) = definition.keep.0.get("draft").copied() else {
        return Ok(());
    };
    let today = now.to_zoned(zone(definition)).date();
    let Some(before) = add_period(today, kept, false, &definition.holidays) else {
        return Ok(());
    };
    let mut last = None;
    let mut erased = 0_u64;
    loop {
        let page = app.store.drafts_idle_since(&definition.id, before, last, PAGE).await?;
        for (_, case) in &page {
            if app
                .store
                .erase_idle_draft(*case, before, "not sent in time", now)
                .await?
            {
                erased += 1;
            }
        }
        let Some(end) = page.last() else { break };
        last = Some(*end);
    }
    if erased > 0 {
        app.store.forget_on_disk().await?;
        tracing::info!(service = %definition.id, drafts = erased, "drafts were erased");
    }
    Ok(())
}
