//! The two engines behind one face. What differs stands side by side here; what is the same is written once elsewhere.

use std::path::PathBuf;
use std::sync::Arc;

use crate::Fault;
use crate::observations::Waiting;
use crate::postgres::Postgres;
use crate::sqlite::Sqlite;
use crate::value::{Row, Step, Value, Written};

/// Where records are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    /// A file, for one machine.
    Sqlite(PathBuf),
    /// A server, by its address: `postgres://user@host/name`.
    Postgres(String),
}

/// One of two engines.
#[expect(clippy::large_enum_variant, reason = "a process has one or two of them")]
pub(crate) enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Engine {
    pub async fn open(database: &Database, waiting: &Arc<Waiting>) -> Result<Self, Fault> {
        match database {
            Database::Sqlite(path) => Ok(Self::Sqlite(Sqlite::open(path, Arc::clone(waiting))?)),
            Database::Postgres(url) => {
                let postgres = Postgres::open(url).await?;
                postgres.check_schema().await?;
                Ok(Self::Postgres(postgres))
            }
        }
    }

    /// Reads committed rows.
    pub async fn query(&self, doing: &'static str, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        match self {
            Self::Sqlite(sqlite) => sqlite.query(doing, sql, &values),
            Self::Postgres(postgres) => postgres.query(doing, sql, &values).await,
        }
    }

    /// Reads a few committed rows by their key: quick, and much asked for.
    pub async fn look_up(&self, doing: &'static str, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        match self {
            Self::Sqlite(sqlite) => sqlite.look_up(doing, sql, &values),
            Self::Postgres(postgres) => postgres.look_up(doing, sql, &values).await,
        }
    }

    /// Writes all steps durably, or none.
    pub async fn write(&self, steps: Vec<Step>, trace: Option<&Step>) -> Result<Written, Fault> {
        if steps.is_empty() {
            return Ok(Written::Done);
        }
        match self {
            Self::Sqlite(sqlite) => sqlite.write(steps).await,
            Self::Postgres(postgres) => postgres.write(steps, trace).await,
        }
    }

    /// One statement that writes and answers rows.
    pub async fn write_rows(&self, doing: &'static str, sql: String, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        match self {
            Self::Sqlite(sqlite) => sqlite.write_rows(doing, sql, values).await,
            Self::Postgres(postgres) => postgres.write_rows(doing, &sql, &values).await,
        }
    }

    /// What a query adds so that two workers do not wait for the same rows. SQLite has one writer.
    pub fn skip_locked(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "",
            Self::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }
}
