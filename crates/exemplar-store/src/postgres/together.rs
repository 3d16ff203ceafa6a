//! Commits that come at the same time go into one transaction: one wait for the disk and one round trip for all of
//! them. Each is still one statement that holds or fails; where one fails, nothing of the group was written, and each
//! is tried again alone.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::future::{join_all, join3};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::{Config, Statement};

use super::lane::{Lane, Shared};
use super::{Failure, sort, statement};
use crate::Fault;
use crate::value::{Step, Written};

/// The most that may wait. Beyond it the answer is 503, at once.
const QUEUE_LIMIT: usize = 2_000;
/// The longest that a commit waits for its turn before the answer is 503.
const WAIT_LIMIT: Duration = Duration::from_secs(2);
/// The most that goes into one transaction: more would hold its rows for too long.
const GROUP_LIMIT: usize = 30;

/// The way into the groups.
pub(super) struct Together {
    commits: mpsc::Sender<Waiting>,
    lane: Arc<Lane>,
}

/// What came of a commit in its group.
pub(super) enum Outcome {
    /// The group was written, or this commit was met by a guard.
    Written(Written),
    /// Nothing was written. The commit is to be tried alone.
    Alone,
    /// The connection was lost: whether it was written is unknown.
    Lost,
}

struct Waiting {
    steps: Arc<Vec<Step>>,
    /// Set by whoever is first: the group that takes the commit, or the caller who has waited too long.
    settled: Arc<AtomicBool>,
    reply: oneshot::Sender<Outcome>,
}

impl Together {
    /// Starts the task that writes the groups. It ends when this is dropped and all is written.
    pub fn start(config: Config) -> Self {
        let (commits, taken) = mpsc::channel(QUEUE_LIMIT);
        let lane = Arc::new(Lane::new(config));
        tokio::spawn(work(Arc::clone(&lane), taken));
        Self { commits, lane }
    }

    /// Lets the connection go.
    pub fn close(&self) {
        self.lane.close();
    }

    /// Writes a commit with those that come at the same time.
    pub async fn write(&self, steps: &Arc<Vec<Step>>) -> Result<Outcome, Fault> {
        let (reply, mut answer) = oneshot::channel();
        let settled = Arc::new(AtomicBool::new(false));
        let waiting = Waiting {
            steps: Arc::clone(steps),
            settled: Arc::clone(&settled),
            reply,
        };
        self.commits.try_send(waiting).map_err(|error| match error {
            TrySendError::Full(_) => Fault::Busy,
            TrySendError::Closed(_) => Fault::database("commit", "the store is closed"),
        })?;
        let answer = match tokio::time::timeout(WAIT_LIMIT, &mut answer).await {
            Ok(answer) => answer,
            Err(_) if !settled.swap(true, Ordering::AcqRel) => return Err(Fault::Busy),
            Err(_) => answer.await,
        };
        // No answer: the task ended in the middle of the group.
        Ok(answer.unwrap_or(Outcome::Lost))
    }
}

async fn work(lane: Arc<Lane>, mut commits: mpsc::Receiver<Waiting>) {
    let mut group = Vec::with_capacity(GROUP_LIMIT);
    while commits.recv_many(&mut group, GROUP_LIMIT).await > 0 {
        // Tasks that are about to commit go first and come along: a larger group waits for the disk once.
        tokio::task::yield_now().await;
        while group.len() < GROUP_LIMIT
            && let Ok(another) = commits.try_recv()
        {
            group.push(another);
        }
        group.retain(|waiting| !waiting.settled.swap(true, Ordering::AcqRel));
        let outcomes = write(&lane, &group).await;
        for (waiting, outcome) in group.drain(..).zip(outcomes) {
            // Who no longer waits needs no answer.
            let _ = waiting.reply.send(outcome);
        }
    }
}

/// Writes a group; the outcomes are in its order.
async fn write(lane: &Lane, group: &[Waiting]) -> Vec<Outcome> {
    let all = |outcome: fn() -> Outcome| group.iter().map(|_| outcome()).collect();
    let Ok(shared) = lane.shared().await else {
        return all(|| Outcome::Alone);
    };
    let mut composed = Vec::with_capacity(group.len());
    for waiting in group {
        let (sql, values) = statement::compose(&waiting.steps);
        match shared.prepared("commit", &sql, || sql.clone()).await {
            Ok(prepared) => composed.push((prepared, values)),
            Err(_) => return all(|| Outcome::Alone),
        }
    }
    let written = match &composed[..] {
        [] => Ok(Vec::new()),
        [(prepared, values)] => run(&shared, prepared, values, &group[0].steps)
            .await
            .map(|one| vec![one]),
        _ => transaction(&shared, &composed, group).await,
    };
    match written {
        Ok(written) => written.into_iter().map(Outcome::Written).collect(),
        Err(Failure::Lost(_)) => all(|| Outcome::Lost),
        Err(Failure::Fault(_)) => all(|| Outcome::Alone),
    }
}

type Values<'a> = Vec<&'a (dyn tokio_postgres::types::ToSql + Sync)>;

/// All of a group in one transaction. Everything is sent before the first reply is awaited; after an error the
/// database answers each later statement with an error, and the COMMIT with a rollback.
async fn transaction(
    shared: &Shared,
    composed: &[(Statement, Values<'_>)],
    group: &[Waiting],
) -> Result<Vec<Written>, Failure> {
    let client = &shared.client;
    let each = composed.iter().zip(group);
    let each = each.map(|((prepared, values), waiting)| run(shared, prepared, values, &waiting.steps));
    let (begun, written, committed) = join3(
        client.batch_execute("BEGIN"),
        join_all(each),
        client.batch_execute("COMMIT"),
    )
    .await;
    begun.map_err(|error| sort("begin a group of commits", error))?;
    let written: Vec<_> = written.into_iter().collect::<Result<_, _>>()?;
    committed.map_err(|error| sort("commit a group", error))?;
    Ok(written)
}

/// One statement. A guard that raised an error is a fault here too: it took the whole group with it.
async fn run(
    shared: &Shared,
    prepared: &Statement,
    values: &[&(dyn tokio_postgres::types::ToSql + Sync)],
    steps: &[Step],
) -> Result<Written, Failure> {
    let count = shared.client.execute(prepared, values).await;
    let count = count.map_err(|error| sort("commit", error))?;
    Ok(statement::outcome(steps, count))
}
