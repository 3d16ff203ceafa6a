//! The way into the store: opening it, closing it, and what it is made of.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use exemplar_core::id::WriterId;
use exemplar_core::publishing::is_preview;
use exemplar_core::record::Observation;
use jiff::Timestamp;
use jiff::civil::Date;
use tokio::sync::Notify;

use crate::Fault;
use crate::engine::{Database, Engine};
use crate::keys::Keys;
use crate::observations::Waiting;
use crate::postgres::{self, Postgres};
use crate::pulse::Commits;
use crate::record::LookHead;
use crate::{plan, sqlite};

/// On PostgreSQL: how long observations that nobody awaits are gathered.
const OBSERVATION_PAUSE: Duration = Duration::from_millis(200);
/// On PostgreSQL: observations of one statement. One length, so that the statement stays prepared.
const OBSERVATIONS_AT_ONCE: usize = 32;

/// How to open a store.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where records are kept.
    pub database: Database,
    /// The keys that open them.
    pub keys: Arc<Keys>,
    /// A file apart from the data, to which each erasure is added, so that a restored backup forgets again what was
    /// to be forgotten.
    pub erasure_list: Option<PathBuf>,
}

impl Settings {
    /// A store without an erasure list.
    #[must_use]
    pub fn new(database: Database, keys: Arc<Keys>) -> Self {
        Self {
            database,
            keys,
            erasure_list: None,
        }
    }
}

/// All that is kept. Cheap to clone; clones are the same store.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub engine: Engine,
    pub keys: Arc<Keys>,
    pub erasure_list: Option<PathBuf>,
    pub look_heads: tokio::sync::Mutex<HashMap<WriterId, LookHead>>,
    pub commits: Commits,
    waiting: Arc<Waiting>,
    /// Wakes the task that writes observations to PostgreSQL.
    seen: Notify,
}

impl Store {
    /// Opens a store.
    ///
    /// An SQLite file is made, or brought to the present schema after a copy. PostgreSQL is refused until
    /// [`Store::migrate`] has run.
    ///
    /// # Errors
    /// If the database cannot be reached, or has a schema that this release does not work on.
    pub async fn open(settings: Settings) -> Result<Self, Fault> {
        let waiting = Arc::new(Waiting::default());
        let engine = Engine::open(&settings.database, &waiting).await?;
        Ok(Self::over(engine, waiting, settings.keys, settings.erasure_list))
    }

    /// Opens a PostgreSQL database into which a restore or a move is not finished.
    pub(crate) async fn open_unfinished(url: &str, keys: Arc<Keys>) -> Result<Self, Fault> {
        let engine = Engine::Postgres(Postgres::open(url).await?);
        Ok(Self::over(engine, Arc::default(), keys, None))
    }

    fn over(engine: Engine, waiting: Arc<Waiting>, keys: Arc<Keys>, erasure_list: Option<PathBuf>) -> Self {
        let inner = Arc::new(Inner {
            engine,
            keys,
            erasure_list,
            look_heads: tokio::sync::Mutex::default(),
            commits: Commits::default(),
            waiting,
            seen: Notify::new(),
        });
        if matches!(inner.engine, Engine::Postgres(_)) {
            tokio::spawn(write_observations(Arc::downgrade(&inner)));
        }
        Self { inner }
    }

    /// Brings a database to the present schema.
    ///
    /// # Errors
    /// If it cannot be reached or is of a later release.
    pub async fn migrate(database: &Database) -> Result<(), Fault> {
        match database {
            Database::Sqlite(path) => sqlite::migrate(path),
            Database::Postgres(url) => {
                let postgres = Postgres::open(url).await?;
                postgres.migrate().await?;
                postgres.close();
                Ok(())
            }
        }
    }

    /// On PostgreSQL: makes the partitions of this month and the next two. Run it each day.
    ///
    /// # Errors
    /// If the database fails, or the user may not make tables.
    pub async fn prepare_months(&self, now: Timestamp) -> Result<(), Fault> {
        let Engine::Postgres(postgres) = &self.inner.engine else {
            return Ok(());
        };
        let doing = "prepare the months";
        let first = now.to_zoned(jiff::tz::TimeZone::UTC).date().first_of_month();
        for ahead in 0..3 {
            let from = add_months(first, ahead)?;
            let until = add_months(first, ahead + 1)?;
            match postgres.run(doing, &partitions(from, until)?).await {
                Err(fault) if postgres::whole::stands_elsewhere(&fault) => {
                    tracing::warn!(month = %from, "rows of this month came before its table and stay with the rest");
                }
                done => done?,
            }
        }
        Ok(())
    }

    /// The installation's keys.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.inner.keys
    }

    /// Whether commits can be written at the moment.
    #[must_use]
    pub fn ready(&self) -> bool {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.ready(),
            Engine::Postgres(_) => true,
        }
    }

    /// Writes observations with the next commit, or soon after. Not awaited: where too many wait, the oldest are
    /// dropped and counted.
    pub fn observe(&self, mut observations: Vec<Observation>) {
        // Nothing of a preview counts.
        observations.retain(|seen| !is_preview(&seen.service));
        if !self.inner.waiting.add(observations) {
            return;
        }
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.nudge(),
            Engine::Postgres(_) => self.inner.seen.notify_one(),
        }
    }

    /// How many observations were dropped since the store was opened.
    #[must_use]
    pub fn observations_dropped(&self) -> u64 {
        self.inner.waiting.dropped()
    }

    /// Copies an SQLite database while it is in use. PostgreSQL has means of its own.
    ///
    /// # Errors
    /// If the copy cannot be written, or the store is on PostgreSQL.
    pub async fn back_up(&self, to: &Path) -> Result<(), Fault> {
        let Engine::Sqlite(sqlite) = &self.inner.engine else {
            return Err(Fault::Defect("PostgreSQL is backed up by its own means".into()));
        };
        let (from, to) = (sqlite.path().to_owned(), to.to_owned());
        tokio::task::spawn_blocking(move || sqlite::back_up(&from, &to))
            .await
            .map_err(|error| Fault::database("copy the database", error))?
    }

    /// Writes what waits, then ends.
    pub async fn close(&self) {
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => sqlite.close().await,
            Engine::Postgres(postgres) => {
                self.inner.flush().await;
                postgres.close();
            }
        }
    }
}

impl Inner {
    async fn flush(&self) {
        loop {
            let seen = self.waiting.take();
            if seen.is_empty() {
                return;
            }
            let (chunks, rest) = seen.as_chunks::<OBSERVATIONS_AT_ONCE>();
            let groups = chunks.iter().map(<[_; OBSERVATIONS_AT_ONCE]>::as_slice);
            for group in groups.chain(rest.chunks(1)) {
                let steps = group.iter().map(plan::observation).collect();
                if let Err(fault) = self.engine.write(steps, None).await {
                    tracing::error!(error = %fault, "observations could not be written");
                }
            }
        }
    }
}

/// Writes to PostgreSQL what was observed, until the store is gone.
async fn write_observations(store: std::sync::Weak<Inner>) {
    loop {
        tokio::time::sleep(OBSERVATION_PAUSE).await;
        let Some(inner) = store.upgrade() else { return };
        // A store that nobody uses is looked at seldom, so that its end is noticed.
        let _ = tokio::time::timeout(Duration::from_secs(5), inner.seen.notified()).await;
        inner.flush().await;
    }
}

pub(crate) fn add_months(date: Date, months: i32) -> Result<Date, Fault> {
    date.checked_add(jiff::Span::new().months(months))
        .map_err(|error| Fault::Defect(format!("no month comes after {date}: {error}")))
}

/// The statements that make the partitions of one month.
pub(crate) fn partitions(from: Date, until: Date) -> Result<String, Fault> {
    let micros = |date: Date| {
        date.to_zoned(jiff::tz::TimeZone::UTC)
            .map(|zoned| zoned.timestamp().as_microsecond())
            .map_err(|error| Fault::Defect(format!("{date} has no beginning: {error}")))
    };
    let (start, end) = (micros(from)?, micros(until)?);
    let month = from.strftime("%Y_%m");
    Ok(format!(
        "CREATE TABLE IF NOT EXISTS event_{month} PARTITION OF event FOR VALUES FROM ({start}) TO ({end}); \
         CREATE TABLE IF NOT EXISTS look_{month} PARTITION OF look FOR VALUES FROM ({start}) TO ({end}); \
         CREATE TABLE IF NOT EXISTS observation_{month} PARTITION OF observation \
         FOR VALUES FROM ('{from}') TO ('{until}')"
    ))
}
