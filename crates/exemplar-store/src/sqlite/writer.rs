//! The one thread that writes. It takes what waits, writes it in one transaction with a savepoint for each, and answers
//! after the commit: a reply that says "saved" is never ahead of the disk.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::connection::{self, rows, run};
use super::group::{Failed, cut_log, in_savepoint, lost, observe, write};
use crate::Fault;
use crate::observations::Waiting;
use crate::value::{Row, Step, Value, Written};

/// The most that may wait. Beyond it the answer is 503, at once.
const QUEUE_LIMIT: usize = 2_000;
/// The longest that a commit may have to wait by the present pace.
const WAIT_LIMIT: Duration = Duration::from_secs(2);
/// The most that goes into one transaction.
const BATCH_LIMIT: usize = 500;
/// The pause before a database that failed is opened anew.
const REOPEN_PAUSE: Duration = Duration::from_millis(500);

/// What the thread is asked to do.
enum Task {
    Write(Vec<Step>, oneshot::Sender<Result<Written, Fault>>),
    Rows(
        &'static str,
        String,
        Vec<Value>,
        oneshot::Sender<Result<Vec<Row>, Fault>>,
    ),
    CutLog(oneshot::Sender<Result<(), Fault>>),
    Nudge,
    Stop,
}

/// An answer that waits for the commit.
enum Reply {
    Write(Written, oneshot::Sender<Result<Written, Fault>>),
    Rows(Vec<Row>, oneshot::Sender<Result<Vec<Row>, Fault>>),
}

/// How the thread stands, for those who ask it.
#[derive(Default)]
struct Pace {
    waiting: AtomicUsize,
    micros_each: AtomicU64,
    failed: AtomicBool,
}

/// The writer as the rest of the store sees it.
pub(super) struct Writer {
    tasks: SyncSender<Task>,
    pace: Arc<Pace>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    pub fn start(path: &Path, waiting: Arc<Waiting>) -> Result<Self, Fault> {
        let connection =
            connection::writer(path).map_err(|error| Fault::database("open the database to write", error))?;
        let (tasks, taken) = sync_channel(QUEUE_LIMIT);
        let pace = Arc::new(Pace::default());
        let thread = Thread {
            path: path.to_owned(),
            tasks: taken,
            pace: Arc::clone(&pace),
            waiting,
            connection: Some(connection),
        };
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || thread.work())
            .map_err(|error| Fault::database("start the writer", error))?;
        Ok(Self {
            tasks,
            pace,
            thread: Mutex::new(Some(thread)),
        })
    }

    pub async fn write(&self, steps: Vec<Step>) -> Result<Written, Fault> {
        self.ask(|reply| Task::Write(steps, reply)).await
    }

    pub async fn write_rows(&self, doing: &'static str, sql: String, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        self.ask(|reply| Task::Rows(doing, sql, values, reply)).await
    }

    pub async fn cut_log(&self) -> Result<(), Fault> {
        self.ask(Task::CutLog).await
    }

    pub fn nudge(&self) {
        // Where the queue is full the thread is awake already.
        let _ = self.send(Task::Nudge);
    }

    pub fn waiting(&self) -> u64 {
        self.pace.waiting.load(Ordering::Relaxed) as u64
    }

    pub fn ready(&self) -> bool {
        !self.pace.failed.load(Ordering::Relaxed)
    }

    /// Waits until all that was accepted is written.
    pub async fn stop(&self) {
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(thread) = thread else { return };
        let tasks = self.tasks.clone();
        let ended = tokio::task::spawn_blocking(move || {
            // A thread that is gone has nothing left to write.
            let _ = tasks.send(Task::Stop);
            let _ = thread.join();
        });
        let _ = ended.await;
    }

    async fn ask<T>(&self, task: impl FnOnce(oneshot::Sender<Result<T, Fault>>) -> Task) -> Result<T, Fault> {
        let waiting = self.pace.waiting.load(Ordering::Relaxed) as u64;
        let wait = waiting * self.pace.micros_each.load(Ordering::Relaxed);
        if !self.ready() || wait > WAIT_LIMIT.as_micros() as u64 {
            return Err(Fault::Busy);
        }
        let (reply, answer) = oneshot::channel();
        self.send(task(reply))?;
        // No answer: the group failed before this one's turn, and the thread has logged why.
        answer.await.map_err(|_| Fault::Busy)?
    }

    fn send(&self, task: Task) -> Result<(), Fault> {
        self.pace.waiting.fetch_add(1, Ordering::Relaxed);
        self.tasks.try_send(task).map_err(|error| {
            self.pace.waiting.fetch_sub(1, Ordering::Relaxed);
            match error {
                TrySendError::Full(_) => Fault::Busy,
                TrySendError::Disconnected(_) => Fault::database("write", "the writer has ended"),
            }
        })
    }
}

/// The thread's own side.
struct Thread {
    path: PathBuf,
    tasks: Receiver<Task>,
    pace: Arc<Pace>,
    waiting: Arc<Waiting>,
    /// None after a failure, until the database was opened anew.
    connection: Option<Connection>,
}

impl Thread {
    fn work(mut self) {
        while let Some(batch) = self.next_batch() {
            let began = Instant::now();
            let count = batch.len();
            let mut go_on = self.write_batch(batch);
            self.keep_pace(count, began.elapsed());
            if self.connection.is_none() {
                go_on &= self.reopen();
            }
            if !go_on {
                while self.connection.is_some() && !self.waiting.is_empty() {
                    self.write_batch(Vec::new());
                }
                return;
            }
        }
    }

    /// What waits, or what comes next; none when nobody can send any more. Where only observations are left over, a
    /// batch of them alone.
    fn next_batch(&self) -> Option<Vec<Task>> {
        let mut batch = Vec::new();
        if self.waiting.is_empty() {
            batch.push(self.tasks.recv().ok()?);
        }
        while batch.len() < BATCH_LIMIT
            && let Ok(next) = self.tasks.try_recv()
        {
            batch.push(next);
        }
        Some(batch)
    }

    fn keep_pace(&self, count: usize, took: Duration) {
        if count == 0 {
            return;
        }
        self.pace.waiting.fetch_sub(count, Ordering::Relaxed);
        let each = took.as_micros() as u64 / count as u64;
        let before = self.pace.micros_each.load(Ordering::Relaxed);
        self.pace.micros_each.store((before * 7 + each) / 8, Ordering::Relaxed);
    }

    /// Answers whether to go on.
    fn write_batch(&mut self, batch: Vec<Task>) -> bool {
        let Some(connection) = &self.connection else {
            return true;
        };
        let mut go_on = true;
        let mut cuts = Vec::new();
        let mut replies = Vec::with_capacity(batch.len());
        // Told before any reply of the group is let go: who hears that a write failed finds the store not ready.
        let told = |failure: Option<rusqlite::Error>| {
            if failure.is_some() {
                self.pace.failed.store(true, Ordering::Relaxed);
            }
            failure
        };
        let mut failure = told(run(connection, "BEGIN IMMEDIATE", &[]).err());
        for task in batch {
            match task {
                Task::Write(steps, reply) if failure.is_none() => match write(connection, &steps) {
                    Ok(written) => replies.push(Reply::Write(written, reply)),
                    Err(Failed { error, half_written }) => {
                        failure = told(lost(connection, &error, half_written));
                        let _ = reply.send(Err(Fault::database("write a commit", error)));
                    }
                },
                Task::Rows(doing, sql, values, reply) if failure.is_none() => {
                    match in_savepoint(connection, || rows(connection, &sql, &values)) {
                        Ok(rows) => replies.push(Reply::Rows(rows, reply)),
                        Err(error) => {
                            failure = told(lost(connection, &error, false));
                            let _ = reply.send(Err(Fault::database(doing, error)));
                        }
                    }
                }
                Task::CutLog(reply) => cuts.push(reply),
                Task::Stop => go_on = false,
                // Dropped replies tell those who wait that the batch failed.
                Task::Nudge | Task::Write(..) | Task::Rows(..) => {}
            }
        }
        let seen = self.waiting.take();
        if failure.is_none() {
            let observe = || seen.iter().try_for_each(|seen| observe(connection, seen));
            if let Err(error) = in_savepoint(connection, observe) {
                failure = told(lost(connection, &error, false));
                tracing::error!(error = %error, "observations could not be written");
            }
        }
        let failure = failure.or_else(|| told(run(connection, "COMMIT", &[]).err()));
        match failure {
            None => replies.into_iter().for_each(Reply::send),
            Some(error) => {
                tracing::error!(error = %error, "a group of commits failed; the database is opened anew");
                self.connection = None;
                replies.into_iter().for_each(Reply::fail);
            }
        }
        for reply in cuts {
            let _ = reply.send(self.connection.as_ref().map_or(Err(Fault::Busy), cut_log));
        }
        go_on
    }

    /// Opens the database anew and writes to it, as often as it takes, before anybody is served again. Answers false
    /// if the store is to be closed meanwhile.
    fn reopen(&mut self) -> bool {
        loop {
            let opened = connection::writer(&self.path).and_then(|connection| {
                let sql = "INSERT INTO probe (n, at) VALUES (1, 1) ON CONFLICT (n) DO UPDATE SET at = probe.at + 1";
                run(&connection, sql, &[])?;
                rows(&connection, "SELECT count(*) FROM sqlite_schema", &[])?;
                Ok(connection)
            });
            // What came meanwhile is answered at once: its senders hear that the writer dropped it.
            loop {
                match self.tasks.try_recv() {
                    Ok(Task::Stop) | Err(TryRecvError::Disconnected) => return false,
                    Ok(_) => self.pace.waiting.fetch_sub(1, Ordering::Relaxed),
                    Err(TryRecvError::Empty) => break,
                };
            }
            match opened {
                Ok(connection) => {
                    tracing::info!("the database is open again");
                    self.connection = Some(connection);
                    self.pace.failed.store(false, Ordering::Relaxed);
                    return true;
                }
                Err(error) => {
                    tracing::error!(error = %error, "the database cannot be opened anew");
                    std::thread::sleep(REOPEN_PAUSE);
                }
            }
        }
    }
}

impl Reply {
    fn send(self) {
        // Who no longer waits needs no answer.
        match self {
            Self::Write(written, reply) => drop(reply.send(Ok(written))),
            Self::Rows(rows, reply) => drop(reply.send(Ok(rows))),
        }
    }

    fn fail(self) {
        match self {
            Self::Write(_, reply) => drop(reply.send(Err(Fault::Busy))),
            Self::Rows(_, reply) => drop(reply.send(Err(Fault::Busy))),
        }
    }
}
