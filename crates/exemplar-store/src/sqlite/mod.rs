//! SQLite: one writer thread that groups commits into one sync, and readers on the calling task.

mod connection;
mod group;
pub(crate) mod whole;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::runtime::RuntimeFlavor;

use crate::Fault;
use crate::observations::Waiting;
use crate::value::{Row, Step, Value, Written};
use crate::whole::{InUse, share};
pub(crate) use connection::{back_up, migrate, standing};
use writer::Writer;

/// Readers that are kept open. A read takes tens of microseconds, so a few serve many tasks.
const READERS_KEPT: usize = 4;

/// The embedded engine.
pub(crate) struct Sqlite {
    path: PathBuf,
    writer: Writer,
    readers: Mutex<Vec<Connection>>,
    /// Given back when the store is closed.
    lock: Mutex<Option<InUse>>,
}

impl Sqlite {
    pub fn open(path: &Path, waiting: Arc<Waiting>) -> Result<Self, Fault> {
        let lock = share(path)?;
        migrate(path)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Writer::start(path, waiting)?,
            readers: Mutex::default(),
            lock: Mutex::new(Some(lock)),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads what may take long, such as a list. The calling thread hands its other tasks on first.
    pub fn query(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let many = tokio::runtime::Handle::try_current()
            .is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::MultiThread);
        if many {
            return tokio::task::block_in_place(|| self.look_up(doing, sql, values));
        }
        self.look_up(doing, sql, values)
    }

    /// Reads a few rows by their key on the calling task: handing them to another would take longer than the read.
    pub fn look_up(&self, doing: &'static str, sql: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        let reader = self.lock().pop();
        let reader = match reader {
            Some(reader) => reader,
            None => connection::reader(&self.path)?,
        };
        let rows = connection::rows(&reader, sql, values);
        let mut readers = self.lock();
        if readers.len() < READERS_KEPT {
            readers.push(reader);
        }
        rows.map_err(|error| Fault::database(doing, error))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes all steps durably, or none.
    pub async fn write(&self, steps: Vec<Step>) -> Result<Written, Fault> {
        self.writer.write(steps).await
    }

    /// One statement that writes and answers rows.
    pub async fn write_rows(&self, doing: &'static str, sql: String, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        self.writer.write_rows(doing, sql, values).await
    }

    /// Wakes the writer for what waits without anybody awaiting it.
    pub fn nudge(&self) {
        self.writer.nudge();
    }

    /// Brings the log into the database and cuts it off, so that what was erased is in neither.
    pub async fn cut_log(&self) -> Result<(), Fault> {
        self.writer.cut_log().await
    }

    /// How many tasks wait for the writer.
    pub fn waiting(&self) -> u64 {
        self.writer.waiting()
    }

    /// Whether commits can be written at the moment.
    pub fn ready(&self) -> bool {
        self.writer.ready()
    }

    pub async fn close(&self) {
        self.writer.stop().await;
        self.lock().clear();
        self.lock.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
