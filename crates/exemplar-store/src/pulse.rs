//! How the store is: what its commits came to, what waits, which jobs wait or were given up. For those who watch it.

use std::sync::atomic::{AtomicU64, Ordering};

use exemplar_core::record::Committed;

use crate::Fault;
use crate::engine::Engine;
use crate::store::Store;
use crate::value::values;

/// Counts of one instance since it was opened, and of the whole store now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Commits that are durable.
    pub committed: u64,
    /// Commits that met another one, or a claim of somebody else's.
    pub conflicts: u64,
    /// Commits that failed.
    pub failed: u64,
    /// What waits for the writer, or for a connection.
    pub waiting: u64,
    /// Jobs that wait, due or not.
    pub jobs_waiting: u64,
    /// Jobs that were given up.
    pub jobs_dead: u64,
}

/// What commits came to.
#[derive(Debug, Default)]
pub(crate) struct Commits {
    committed: AtomicU64,
    conflicts: AtomicU64,
    failed: AtomicU64,
}

impl Commits {
    pub fn count(&self, came_to: &Result<Committed, Fault>) {
        let counter = match came_to {
            Ok(Committed::Committed) => &self.committed,
            Ok(_) => &self.conflicts,
            Err(_) => &self.failed,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

impl Store {
    /// How the store is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pulse(&self) -> Result<Pulse, Fault> {
        let sql = "SELECT state, count(*) FROM job GROUP BY state";
        let rows = self.query("count the jobs", sql, values![]).await?;
        let commits = &self.inner.commits;
        let mut pulse = Pulse {
            committed: commits.committed.load(Ordering::Relaxed),
            conflicts: commits.conflicts.load(Ordering::Relaxed),
            failed: commits.failed.load(Ordering::Relaxed),
            waiting: match &self.inner.engine {
                Engine::Sqlite(sqlite) => sqlite.waiting(),
                Engine::Postgres(postgres) => postgres.waiting(),
            },
            ..Pulse::default()
        };
        for mut row in rows {
            let (state, count) = (row.text(0)?, row.int(1)?);
            let count = u64::try_from(count).unwrap_or_default();
            match state.as_str() {
                "dead" => pulse.jobs_dead = count,
                _ => pulse.jobs_waiting += count,
            }
        }
        Ok(pulse)
    }
}
