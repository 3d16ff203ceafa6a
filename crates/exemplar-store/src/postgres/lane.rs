//! One connection that many tasks share: what they send goes out one after the other without waiting for replies, so
//! that many small questions cost few wake-ups on either side. For statements that are quick and stand alone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use tokio_postgres::{Client, Config, NoTls, Statement};

use super::{Failure, SET_UP, sort};
use crate::Fault;

/// The longest wait for a new connection before the answer is 503.
const CONNECT_WAIT: Duration = Duration::from_secs(2);
/// Prepared statements of one connection; beyond this they are prepared anew.
const STATEMENTS_KEPT: usize = 200;
/// What goes over it finds rows by their keys: to gather a bitmap of places first would only cost more.
const BY_KEY: &str = "SET enable_bitmapscan = off";

/// A connection that is opened when it is first wanted, and anew when it was lost.
pub(super) struct Lane {
    config: Config,
    shared: RwLock<Option<Arc<Shared>>>,
    opening: tokio::sync::Mutex<()>,
}

/// The open connection and what is prepared on it.
pub(super) struct Shared {
    pub client: Client,
    statements: Mutex<HashMap<String, Statement>>,
}

impl Lane {
    pub fn new(config: Config) -> Self {
        Self {
            config,
            shared: RwLock::default(),
            opening: tokio::sync::Mutex::default(),
        }
    }

    /// The connection, opened if need be.
    pub async fn shared(&self) -> Result<Arc<Shared>, Fault> {
        if let Some(shared) = self.open_now() {
            return Ok(shared);
        }
        let _one = self.opening.lock().await;
        if let Some(shared) = self.open_now() {
            return Ok(shared);
        }
        let opened = tokio::time::timeout(CONNECT_WAIT, open(&self.config)).await;
        let shared = Arc::new(opened.map_err(|_| Fault::Busy)??);
        *self.shared.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&shared));
        Ok(shared)
    }

    fn open_now(&self) -> Option<Arc<Shared>> {
        let shared = self.shared.read().unwrap_or_else(PoisonError::into_inner);
        shared.as_ref().filter(|shared| !shared.client.is_closed()).cloned()
    }

    /// Lets the connection go.
    pub fn close(&self) {
        *self.shared.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

async fn open(config: &Config) -> Result<Shared, Fault> {
    let fault = |error| Fault::database("reach the database", error);
    let (client, connection) = config.connect(NoTls).await.map_err(fault)?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::warn!(%error, "a connection to the database was lost");
        }
    });
    client.batch_execute(SET_UP).await.map_err(fault)?;
    client.batch_execute(BY_KEY).await.map_err(fault)?;
    Ok(Shared {
        client,
        statements: Mutex::default(),
    })
}

impl Shared {
    /// The prepared statement for `text`, which `sql` writes out the first time.
    pub async fn prepared(
        &self,
        doing: &'static str,
        text: &str,
        sql: impl FnOnce() -> String,
    ) -> Result<Statement, Failure> {
        let known = || self.statements.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(statement) = known().get(text) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(&sql()).await;
        let statement = statement.map_err(|error| sort(doing, error))?;
        let mut known = known();
        if known.len() >= STATEMENTS_KEPT {
            known.clear();
        }
        known.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }
}
