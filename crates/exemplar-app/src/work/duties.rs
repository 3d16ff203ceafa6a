//! What is done by the clock: erasing what is past its term, reminding of what soon will be, signing checkpoints, keeping house.
//!
//! A duty is a job that one commit makes for one stretch of time, by a claim that only one instance gets.

use exemplar_core::id::{CaseId, JobId};
use exemplar_core::record::{ClaimChange, ClaimKind, NewJob, Outcome};
use exemplar_store::{Fault, LeasedJob};
use jiff::SignedDuration;
use uuid::Uuid;

use super::Undone;
use crate::{App, chance};

/// The job that erases drafts and ended cases past their term; its name is older than the second of these.
pub const ERASE_DRAFTS: &str = "erase_drafts";
/// The job that reminds people of drafts that are about to be erased.
pub const REMIND_OF_DRAFTS: &str = "remind_of_drafts";
/// The job that signs a checkpoint of the record.
pub const CHECKPOINT: &str = "checkpoint";
/// The job that prepares tables and forgets what has run out.
pub const KEEP_HOUSE: &str = "keep_house";

/// The job that sweeps away uploads that broke off.
pub const SWEEP_UPLOADS: &str = "sweep_uploads";

/// A claim on a duty is kept so long, well beyond its stretch of time.
const CLAIM_KEPT: SignedDuration = SignedDuration::from_hours(72);

/// Makes the jobs of this hour and this day, where no instance has.
///
/// # Errors
/// When the store fails.
pub async fn make(app: &App) -> Result<(), Fault> {
    let now = app.clock.now();
    let written = now.to_zoned(jiff::tz::TimeZone::UTC);
    // An upload that broke off is nothing an hour later, so it takes several looks an hour.
    let quarter = format!("{}/{}", written.strftime("%Y-%m-%dT%H"), written.minute() / 15);
    let (day, hour) = (
        written.strftime("%Y-%m-%d").to_string(),
        written.strftime("%Y-%m-%dT%H").to_string(),
    );
    for (kind, stretch) in [
        (ERASE_DRAFTS, &day),
        (REMIND_OF_DRAFTS, &day),
        (KEEP_HOUSE, &day),
        (CHECKPOINT, &hour),
        (SWEEP_UPLOADS, &quarter),
    ] {
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
            app.erase_what_is_over().await?;
        }
        REMIND_OF_DRAFTS => {
            app.remind_of_drafts().await?;
        }
        SWEEP_UPLOADS => crate::files::work::sweep(app, now).await?,
        CHECKPOINT => {
            if let Some(signed) = app.store.checkpoint(now).await? {
                // Outside the database as well, so that the last checkpoints cannot be cut off unseen.
                tracing::info!(
                    checkpoint.n = signed.n,
                    checkpoint.hash = signed.hash,
                    checkpoint.key = signed.key_id,
                    checkpoint.signature = signed.signature,
                    "a checkpoint was signed"
                );
            }
        }
        _ => {
            app.end_old_previews().await?;
            app.store.prepare_months(now).await?;
            let forgotten = app.store.forget_what_ran_out(now).await?;
            tracing::info!(
                sessions = forgotten.sessions,
                claims = forgotten.claims,
                guesses = forgotten.guesses,
                jobs = forgotten.jobs,
                feedback = forgotten.feedback,
                copies = forgotten.copies,
                "what has run out was forgotten"
            );
            app.store.forget_kept(now).await?;
        }
    }
    Ok(())
}
