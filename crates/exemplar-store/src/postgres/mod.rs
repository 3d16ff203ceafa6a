//! PostgreSQL: a commit is one statement and one round trip. How its statement is put together is in [`statement`];
//! [`together`] writes those that come at the same time in one transaction, [`lane`] is a connection that many share.

mod lane;
mod statement;
mod together;
pub(crate) mod whole;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, RecyclingMethod, Runtime};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Config, NoTls};

use crate::Fault;
use crate::migrations::{self, Standing};
use crate::value::{Row, Step, Value, Written};
use lane::Lane;
use together::{Outcome, Together};

/// Connections of one instance, beside those that are shared.
const CONNECTIONS: usize = 16;
/// Connections that quick look-ups share.
const LOOK_UPS: usize = 2;
/// The longest wait for one of them before the answer is 503.
const CONNECTION_WAIT: Duration = Duration::from_secs(2);
/// How often, and how far apart, a lost database is tried again before a commit's outcome is given up as unknown.
const RECONNECT_TRIES: u32 = 5;
const RECONNECT_PAUSE: Duration = Duration::from_millis(200);
/// Prepared statements of one connection; beyond this they are prepared anew.
const STATEMENTS_KEPT: usize = 200;

/// Our statements find rows by their keys, whatever the values: planning them anew each time is a tenth of their cost.
/// Nothing depends on it, so that a pooler in between may lose it.
///
/// Every list is read by an index. A plan is made once and kept: made while a table happened to be empty, it would read
/// all of it ever after, so reading all of a table is held to be dear. For the same reason no plan is compiled, nor
/// shared among processes: both pay off for long reading alone, and a guess that is out of date makes a look-up seem long.
const SET_UP: &str = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off; \
    SET max_parallel_workers_per_gather = 0";

/// The engine beyond one machine.
pub(crate) struct Postgres {
    pool: Pool,
    together: Together,
    look_ups: [Lane; LOOK_UPS],
    turn: AtomicUsize,
}

/// Why a statement failed.
enum Failure {
    /// The connection was lost: whether it was written is unknown.
    Lost(tokio_postgres::Error),
    Fault(Fault),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Postgres {
    pub async fn open(url: &str) -> Result<Self, Fault> {
        let config: Config = url
            .parse()
            .map_err(|error| Fault::database("read the database's address", error))?;
        let recycling_method = RecyclingMethod::Fast;
        let manager = Manager::from_config(config.clone(), NoTls, ManagerConfig { recycling_method });
        let pool = Pool::builder(manager)
            .max_size(CONNECTIONS)
            .wait_timeout(Some(CONNECTION_WAIT))
            .create_timeout(Some(CONNECTION_WAIT))
            .post_create(Hook::async_fn(|client, _| {
                Box::pin(async { client.batch_execute(SET_UP).await.map_err(HookError::Backend) })
            }))
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|error| Fault::database("set up connections", error))?;
        Ok(Self {
            pool,
            together: Together::start(config.clone()),
            look_ups: std::array::from_fn(|_| Lane::new(config.clone())),
            turn: AtomicUsize::new(0),
        })
    }

    /// Refuses a schema that this release does not work on.
    pub async fn check_schema(&self) -> Result<(), Fault> {
        if whole::is_unfinished(&*self.client().await?).await? {
            return Err(Fault::Schema(
                "A restore or a move into this database did not come to its end. Make an empty database and begin again."
                    .into(),
            ));
        }
        match self.standing().await? {
            Standing::Present => Ok(()),
            Standing::Newer(sentence) => Err(Fault::Schema(sentence)),
            Standing::Empty | Standing::Older(_) => Err(Fault::Schema(
                "The database is not ready for this release. Run `exemplar migrate` first.".into(),
            )),
        }
    }

    pub async fn migrate(&self) -> Result<(), Fault> {
        if let Standing::Newer(sentence) = self.standing().await? {
            return Err(Fault::Schema(sentence));
        }
        self.migrate_to(refinery::Target::Latest).await
    }

    /// Brings the database to one of our schemas.
    pub async fn migrate_to(&self, target: refinery::Target) -> Result<(), Fault> {
        let mut client = self.client().await?;
        migrations::postgres_runner()
            .set_target(target)
            .run_async(&mut **client)
            .await
            .map_err(|error| Fault::database("migrate the database", error))?;
        Ok(())
    }

    pub async fn standing(&self) -> Result<Standing, Fault> {
        let client = self.client().await?;
        let sql = "SELECT max(version)::bigint FROM refinery_schema_history";
        let version = match client.query_one(sql, &[]).await {
            Ok(row) => row.get(0),
            Err(error) if error.code() == Some(&SqlState::UNDEFINED_TABLE) => None,
            Err(error) => return Err(Fault::database("read the schema's version", error)),
        };
        Ok(migrations::standing(version))
    }

    /// Runs statements that need no values, such as those that make partitions.
    pub async fn run(&self, doing: &'static str, sql: &str) -> Result<(), Fault> {
        let client = self.client().await?;
        let done = client.batch_execute(sql).await;
        done.map_err(|error| Fault::database(doing, error))
    }

    /// Runs statements in one transaction that reads the rows of one moment.
    pub async fn run_together(&self, doing: &'static str, sql: &str) -> Result<(), Fault> {
        let client = self.client().await?;
        let whole = format!("BEGIN ISOLATION LEVEL REPEATABLE READ; {sql}; COMMIT");
        if let Err(error) = client.batch_execute(&whole).await {
            // The connection goes back to the others, and must not stay inside what failed.
            if client.batch_execute("ROLLBACK").await.is_err() {
                drop(Object::take(client));
            }
            return Err(Fault::database(doing, error));
        }
        Ok(())
    }

    pub async fn client(&self) -> Result<Object, Fault> {
        let client = self.pool.get().await.map_err(|error| match error {
            PoolError::Timeout(_) => Fault::Busy,
            error => Fault::database("reach the database", error),
        })?;
        if client.statement_cache.size() > STATEMENTS_KEPT {
            client.statement_cache.clear();
        }
        Ok(client)
    }

    /// Reads; once more on another connection if the first was lost.
    pub async fn query(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let sql = statement::numbered(sql, 0);
        match self.rows(doing, &sql, values).await {
            Err(Failure::Lost(_)) => self.rows(doing, &sql, values).await,
            first => first,
        }
        .map_err(|failure| failure.into_fault(doing))
    }

    /// Reads a few rows by their key, on a connection that others use at the same time.
    pub async fn look_up(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        match self.look_up_once(doing, sql, values).await {
            Err(Failure::Lost(_)) => self.look_up_once(doing, sql, values).await,
            first => first,
        }
        .map_err(|failure| failure.into_fault(doing))
    }

    async fn look_up_once(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Failure> {
        let lane = &self.look_ups[self.turn.fetch_add(1, Ordering::Relaxed) % LOOK_UPS];
        let shared = lane.shared().await?;
        let statement = shared.prepared(doing, sql, || statement::numbered(sql, 0)).await?;
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let rows = shared.client.query(&statement, &values).await;
        let rows = rows.map_err(|error| sort(doing, error))?;
        Ok(rows.iter().map(statement::row).collect::<Result<_, _>>()?)
    }

    /// One statement that writes and answers rows. It is not repeated when the connection is lost.
    pub async fn write_rows(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let sql = statement::numbered(sql, 0);
        let rows = self.rows(doing, &sql, values).await;
        rows.map_err(|failure| failure.into_fault(doing))
    }

    async fn rows(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Failure> {
        let client = self.client().await?;
        let statement = client.prepare_cached(sql).await;
        let statement = statement.map_err(|error| sort(doing, error))?;
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let rows = client.query(&statement, &values).await;
        let rows = rows.map_err(|error| sort(doing, error))?;
        Ok(rows.iter().map(statement::row).collect::<Result<_, _>>()?)
    }

    /// Writes all steps durably, or none. When the reply is lost, `trace` is asked whether they were written.
    pub async fn write(&self, steps: Vec<Step>, trace: Option<&Step>) -> Result<Written, Fault> {
        let steps = Arc::new(steps);
        match self.together.write(&steps).await? {
            Outcome::Written(written) => return Ok(written),
            Outcome::Lost => {}
            Outcome::Alone => match self.write_once(&steps).await {
                Ok(written) => return Ok(written),
                Err(Failure::Fault(fault)) => return Err(fault),
                Err(Failure::Lost(_)) => {}
            },
        }
        tracing::warn!("the connection was lost in a commit; looking for what it wrote");
        if self.find(trace).await? {
            return Ok(Written::Done);
        }
        let again = self.write_once(&steps).await;
        let again = again.map_err(|failure| failure.into_fault("commit again"))?;
        // The first try may have come through after we looked: then the second met its rows.
        if again != Written::Done && self.find(trace).await? {
            return Ok(Written::Done);
        }
        Ok(again)
    }

    async fn write_once(&self, steps: &[Step]) -> Result<Written, Failure> {
        let doing = "commit";
        let client = self.client().await?;
        let (sql, values) = statement::compose(steps);
        let statement = client.prepare_cached(&sql).await;
        let statement = statement.map_err(|error| sort(doing, error))?;
        match client.execute(&statement, &values).await {
            Ok(count) => Ok(statement::outcome(steps, count)),
            Err(error) => match statement::written(&error) {
                Some(written) => Ok(written),
                None => Err(sort(doing, error)),
            },
        }
    }

    /// Looks for a commit's id in the rows that it wrote, on a connection that works.
    async fn find(&self, trace: Option<&Step>) -> Result<bool, Fault> {
        let doing = "look for a commit whose reply was lost";
        let (sql, values) = match trace {
            Some(trace) => (trace.sql.as_ref(), trace.values.as_slice()),
            None => ("SELECT 1 WHERE false", &[] as &[Value]),
        };
        let mut last = None;
        for _ in 0..RECONNECT_TRIES {
            match self.query(doing, sql, values).await {
                Ok(rows) => return Ok(!rows.is_empty()),
                Err(fault) => last = Some(fault),
            }
            tokio::time::sleep(RECONNECT_PAUSE).await;
        }
        Err(last.unwrap_or(Fault::Busy))
    }

    /// How many wait for a connection.
    pub fn waiting(&self) -> u64 {
        self.pool.status().waiting as u64
    }

    pub fn close(&self) {
        self.pool.close();
        self.together.close();
        self.look_ups.iter().for_each(Lane::close);
    }
}

impl Failure {
    fn into_fault(self, doing: &'static str) -> Fault {
        match self {
            Self::Lost(error) => Fault::database(doing, error),
            Self::Fault(fault) => fault,
        }
    }
}

/// Tells a lost connection from a statement that the database refused.
fn sort(doing: &'static str, error: tokio_postgres::Error) -> Failure {
    let lost = match error.code() {
        Some(code) => [
            SqlState::ADMIN_SHUTDOWN,
            SqlState::CRASH_SHUTDOWN,
            SqlState::CANNOT_CONNECT_NOW,
        ]
        .contains(code),
        None => {
            error.is_closed() || std::error::Error::source(&error).is_some_and(|source| source.is::<std::io::Error>())
        }
    };
    if lost {
        Failure::Lost(error)
    } else {
        Failure::Fault(Fault::database(doing, error))
    }
}
