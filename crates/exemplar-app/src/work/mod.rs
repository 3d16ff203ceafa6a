//! The worker: takes jobs, does them, and tries again what failed, with growing pauses, to a stated end.
//!
//! [`already`] tells people of applications that they asked about; [`duties`] makes the jobs that the clock brings. A job runs at least once and is safe to run twice: its id is the idempotency key outside.

mod already;
mod duties;

use std::sync::Arc;
use std::time::{Duration, Instant};

use exemplar_core::apply::SEND_EMAIL;
use exemplar_core::id::{CaseId, CommitId, MessageId};
use exemplar_core::record::{Change, MessageState, Outcome};
use exemplar_outbound::{Letter, NotSent};
use exemplar_store::{Fault, LeasedJob};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{App, chance};

pub use already::TELL_EARLIER;

/// The kinds of jobs that this release knows; others are left to workers that do.
const KINDS: [&str; 5] = [
    SEND_EMAIL,
    TELL_EARLIER,
    duties::ERASE_DRAFTS,
    duties::CHECKPOINT,
    duties::KEEP_HOUSE,
];
/// So often the clock's duties are looked at.
const MAKE_DUTIES_EVERY: Duration = Duration::from_secs(60);
/// So many jobs are taken at once.
const BATCH: usize = 32;
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
    while !*stopped.borrow() {
        if duties_made.is_none_or(|at| at.elapsed() >= MAKE_DUTIES_EVERY) {
            duties_made = Some(Instant::now());
            if let Err(fault) = duties::make(&app).await {
                tracing::error!(%fault, "the duties of the day could not be written");
            }
        }
        match round(&app, worker).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(fault) => tracing::error!(%fault, "the jobs could not be read"),
        }
        tokio::select! {
            _ = stopped.changed() => return,
            () = app.wake.notified() => {}
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
    for job in jobs {
        let done = match job.kind.as_str() {
            SEND_EMAIL => send_email(app, &job).await,
            TELL_EARLIER => already::tell(app, &job).await,
            _ => duties::do_it(app, &job).await,
        };
        match done {
            Ok(()) => {
                app.store.finish_job(job.id, worker).await?;
            }
            Err(Undone::Retry(why)) if job.tries < TRIES => {
                app.store
                    .retry_job(job.id, worker, next_try(now, job.tries), why)
                    .await?;
            }
            Err(Undone::Retry(why) | Undone::GiveUp(why)) => {
                tracing::error!(job.id = %job.id, why, "a job was given up");
                app.store.give_up_job(job.id, worker, now, why).await?;
            }
            Err(Undone::Fault(fault)) => {
                // One job's fault is no reason to leave the others of its batch.
                tracing::error!(job.id = %job.id, job.kind = %job.kind, %fault, "a job failed");
                let due = next_try(now, job.tries);
                app.store.retry_job(job.id, worker, due, "a fault of the store").await?;
            }
        }
    }
    Ok(count)
}

/// Why a job was not done.
enum Undone {
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

async fn send_email(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let Some(case) = job.case else {
        return Err(Undone::GiveUp("the job names no case"));
    };
    let message = job.task["message"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .map(MessageId);
    let Some(id) = message else {
        return Err(Undone::GiveUp("the job names no message"));
    };
    let Some(mut message) = app.store.message(case, id).await? else {
        return Err(Undone::GiveUp("the message is no longer there"));
    };
    if message.state == MessageState::Sent {
        return Ok(());
    }
    let letter = Letter {
        job: job.id,
        to: &message.address,
        subject: &message.subject,
        text: &message.text,
    };
    let sent = app.mail.send(&letter).await;
    message.tries += 1;
    message.state = match sent {
        Ok(()) => MessageState::Sent,
        Err(NotSent::Retry) => return Err(Undone::Retry("the mail server could not be reached")),
        Err(NotSent::GiveUp(_)) => MessageState::Failed,
    };
    save_state(app, case, message).await?;
    match sent {
        Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
        _ => Ok(()),
    }
}

/// Writes what became of a message. It guards nothing: messages do not stand in the way of other acts.
async fn save_state(app: &App, case: CaseId, message: exemplar_core::record::Message) -> Result<(), Fault> {
    let commit: CommitId = chance::commit_id();
    let Some(loaded) = app.store.load(case).await? else {
        return Ok(());
    };
    let mut outcome = Outcome::new(commit, app.clock.now());
    outcome.changes.push(Change::Message(case, message));
    outcome.read.push(loaded);
    app.store.commit(outcome).await.map(|_| ())
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
