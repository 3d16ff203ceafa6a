//! The worker: takes jobs, does them, and tries again what failed, with growing pauses, to a stated end.
//!
//! [`already`] tells people of applications that they asked about, [`duties`] makes the jobs that the clock brings, [`mail`] sends e-mail and texts, [`staff`] does those that follow from changes of accounts. A job runs at least once and is safe to run twice: its id is the idempotency key outside.

mod already;
mod duties;
mod mail;
mod staff;

use std::sync::Arc;
use std::time::{Duration, Instant};

use exemplar_core::apply::{FORGET_FILES, SCAN_FILE, SEND_EMAIL, SEND_TEXT};
use exemplar_core::casework::{ASK_CHECK, END_ASK, WRITE_MESSAGE};
use exemplar_core::publishing::MOVE_DRAFTS;
use exemplar_core::waiting::END_WAIT;
pub use exemplar_store::DeadJob;
use exemplar_store::{Fault, LeasedJob};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use uuid::Uuid;

use crate::App;
use crate::files::work as files;
use crate::staff::{HAND_BACK_CASES, WRITE_TO_STAFF};

pub use already::TELL_EARLIER;
pub(crate) use mail::settle_simulated;

/// The kinds of jobs that this release knows; others are left to workers that do.
pub const KINDS: [&str; 17] = [
    ASK_CHECK,
    END_ASK,
    END_WAIT,
    SEND_EMAIL,
    SEND_TEXT,
    WRITE_MESSAGE,
    TELL_EARLIER,
    HAND_BACK_CASES,
    WRITE_TO_STAFF,
    MOVE_DRAFTS,
    duties::ERASE_DRAFTS,
    duties::REMIND_OF_DRAFTS,
    duties::CHECKPOINT,
    duties::KEEP_HOUSE,
    duties::SWEEP_UPLOADS,
    FORGET_FILES,
    SCAN_FILE,
];
/// So often what was observed is counted at the most, however many jobs there are: it writes beside those who wait.
const COUNT_EVERY: Duration = Duration::from_secs(1);
/// So often the clock's duties are looked at.
const MAKE_DUTIES_EVERY: Duration = Duration::from_secs(60);
/// So many jobs are taken at once.
const BATCH: usize = 64;
/// Who is woken waits so long for more: jobs that are taken together cost far less.
const GATHER: Duration = Duration::from_millis(100);
/// A job that is not done after so long is another worker's.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// A worker looks so often, besides being woken.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// After so many tries a job is given up: with the pauses below, after about a day.
const TRIES: i32 = 20;
/// The first pause; each one is twice the one before, up to [`LONGEST_PAUSE_SECONDS`].
const FIRST_PAUSE_SECONDS: i64 = 5;
/// The longest pause: what was down is noticed within a minute of its return.
const LONGEST_PAUSE_SECONDS: i64 = 45;

/// Works until it is stopped; a job that was begun is finished.
pub async fn work(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    let worker = Uuid::now_v7();
    let mut duties_made: Option<Instant> = None;
    let mut counted: Option<Instant> = None;
    while !*stopped.borrow() {
        if duties_made.is_none_or(|at| at.elapsed() >= MAKE_DUTIES_EVERY) {
            duties_made = Some(Instant::now());
            if let Err(fault) = duties::make(&app).await {
                tracing::error!(%fault, "the duties of the day could not be written");
            }
        }
        if counted.is_none_or(|at| at.elapsed() >= COUNT_EVERY) {
            if let Err(fault) = app.publish_what_is_due().await {
                tracing::error!(%fault, "versions that are due could not be published");
            }
            if let Err(fault) = crate::figures::count(&app).await {
                tracing::error!(%fault, "what was observed could not be counted");
            }
            counted = Some(Instant::now());
        }
        match round(&app, worker).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(fault) => tracing::error!(%fault, "the jobs could not be read"),
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = app.wake.notified() => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// Takes a batch of jobs and does them. Gives how many there were.
///
/// # Errors
/// When the store fails.
pub async fn round(app: &App, worker: Uuid) -> Result<usize, Fault> {
    let now = app.clock.now();
    let jobs = app.store.lease_jobs(worker, &KINDS, now, LEASE, BATCH).await?;
    let count = jobs.len();
    let (mails, others): (Vec<_>, Vec<_>) = jobs
        .into_iter()
        .partition(|job| job.kind == SEND_EMAIL || job.kind == SEND_TEXT);
    mail::send_all(app, worker, mails).await?;
    for job in others {
        let done = match job.kind.as_str() {
            TELL_EARLIER => already::tell(app, &job).await,
            HAND_BACK_CASES => staff::hand_back(app, &job).await,
            WRITE_TO_STAFF => staff::write(app, &job).await,
            MOVE_DRAFTS => move_drafts(app, &job).await,
            SCAN_FILE => files::scan(app, &job).await,
            FORGET_FILES => files::forget(app, &job).await,
            ASK_CHECK => app.ask_check(&job).await,
            END_ASK => app.end_ask(&job).await,
            WRITE_MESSAGE => crate::messages::write_later(app, &job).await,
            END_WAIT => crate::waiting::end_wait(app, &job).await.map_err(Undone::Fault),
            _ => duties::do_it(app, &job).await,
        };
        match done {
            Ok(()) => {
                app.store.finish_job(job.id, worker).await?;
            }
            Err(undone) => leave(app, worker, &job, undone).await?,
        }
    }
    Ok(count)
}

/// Moves the drafts of a service to the version that went live.
async fn move_drafts(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let service = job.task["service"].as_str();
    let service = service.ok_or(Undone::GiveUp("the job names no service"))?;
    let moved = app.move_drafts(&service.into()).await?;
    tracing::info!(service, drafts = moved, "drafts were moved to the live version");
    Ok(())
}

/// Puts a job back that was not done, or gives it up.
async fn leave(app: &App, worker: Uuid, job: &LeasedJob, undone: Undone) -> Result<(), Fault> {
    let now = app.clock.now();
    match undone {
        Undone::Wait(due) => {
            let why = "an address that nobody confirmed gets few messages an hour";
            app.store.retry_job(job.id, worker, due, why).await?;
        }
        Undone::Retry(why) if job.tries < TRIES => {
            app.store
                .retry_job(job.id, worker, next_try(now, job.tries), why)
                .await?;
        }
        Undone::Retry(why) | Undone::GiveUp(why) => {
            tracing::error!(job.id = %job.id, why, "a job was given up");
            app.store.give_up_job(job.id, worker, now, why).await?;
        }
        Undone::Fault(fault) => {
            // One job's fault is no reason to leave the others of its batch.
            tracing::error!(job.id = %job.id, job.kind = %job.kind, %fault, "a job failed");
            let due = next_try(now, job.tries);
            app.store.retry_job(job.id, worker, due, "a fault of the store").await?;
        }
    }
    Ok(())
}

/// Why a job was not done.
pub(crate) enum Undone {
    /// Not yet: it is no failure, and never given up for it.
    Wait(Timestamp),
    Retry(&'static str),
    GiveUp(&'static str),
    Fault(Fault),
}

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

fn next_try(now: Timestamp, tries: i32) -> Timestamp {
    let doubled = FIRST_PAUSE_SECONDS << tries.clamp(0, 10);
    let pause = SignedDuration::from_secs(doubled.min(LONGEST_PAUSE_SECONDS));
    now.checked_add(pause).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_below_a_minute() {
        let now = Timestamp::UNIX_EPOCH;
        let seconds = |tries| next_try(now, tries).as_second();
        assert_eq!([seconds(0), seconds(1), seconds(2), seconds(9)], [5, 10, 20, 45]);
    }
}
