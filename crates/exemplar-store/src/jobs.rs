//! Jobs: leased, run at least once, finished, tried again or given up. What they do is known to the worker.

use std::collections::BTreeMap;

use exemplar_core::casework::WRITE_MESSAGE;
use exemplar_core::id::{CaseId, JobId, MessageId};
use exemplar_core::record::MessageState;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::Fault;
use crate::keys::CaseKey;
use crate::plan::step;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Expect, Row, Step, Value, text, values};
use crate::words::Word;

/// A job that a worker has for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct LeasedJob {
    /// Its key, and the idempotency key outside.
    pub id: JobId,
    /// Which code does it.
    pub kind: String,
    /// The case that it is about.
    pub case: Option<CaseId>,
    /// Since when it could be done.
    pub due: Timestamp,
    /// How often it was leased, this time included.
    pub tries: i32,
    /// What to do.
    pub task: serde_json::Value,
}

/// A job that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadJob {
    /// Its key.
    pub id: JobId,
    /// Which code does it.
    pub kind: String,
    /// The case that it is about.
    pub case: Option<CaseId>,
    /// How often it was tried.
    pub tries: i32,
    /// Why it was given up.
    pub why: String,
    /// When.
    pub died: Timestamp,
}

/// A message and the job that sends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MessageJob {
    /// The job.
    pub job: JobId,
    /// The case that the message belongs to.
    pub case: CaseId,
    /// The message.
    pub message: MessageId,
}

/// The most that one worker leases at once.
const LEASE_LIMIT: usize = 100;

impl Store {
    /// Takes up to `n` jobs of these kinds that are due. Of the jobs of one case and kind the oldest comes first, and
    /// the next only when it is finished or given up; but messages that were planned each wait for their own day. A lease
    /// that runs out is anybody's.
    ///
    /// # Errors
    /// If the database fails or a task does not open.
    pub async fn lease_jobs(
        &self,
        worker: Uuid,
        kinds: &[&str],
        now: Timestamp,
        lease: SignedDuration,
        n: usize,
    ) -> Result<Vec<LeasedJob>, Fault> {
        if kinds.is_empty() || n == 0 {
            return Ok(Vec::new());
        }
        let until = now.saturating_add(lease).unwrap_or(Timestamp::MAX);
        let mut values = values![worker, until, now, n.min(LEASE_LIMIT) as i64];
        values.extend(kinds.iter().map(|kind| text(kind)));
        let marks: Vec<_> = (0..kinds.len()).map(|i| format!("?{}", i + 5)).collect();
        let sql = format!(
            // The jobs are picked once, and each is asked whether it is its case's oldest by the index alone: a plan
            // that joins the list with itself would take a time that grows with its square.
            "WITH picked AS MATERIALIZED (SELECT j.id FROM job j WHERE j.state = 'waiting' AND j.due <= ?3 \
             AND (j.lease_until IS NULL OR j.lease_until <= ?3) AND j.kind IN ({}) \
             AND (j.case_id IS NULL OR j.kind = '{WRITE_MESSAGE}' OR j.id = (SELECT e.id FROM job e WHERE e.case_id = j.case_id \
             AND e.kind = j.kind AND e.state = 'waiting' ORDER BY e.id LIMIT 1)) \
             ORDER BY j.due, j.id LIMIT ?4{}) \
             UPDATE job SET leased_by = ?1, lease_until = ?2, tries = tries + 1 \
             WHERE id IN (SELECT id FROM picked) \
             AND state = 'waiting' AND (lease_until IS NULL OR lease_until <= ?3) \
             RETURNING id, kind, case_id, due, tries, key_id, sealed",
            marks.join(", "),
            self.inner.engine.skip_locked()
        );
        let rows = self.inner.engine.write_rows("lease jobs", sql, values).await?;
        let keys = self.keys_of_jobs(&rows).await?;
        let jobs = rows.into_iter().map(|row| self.open_job(row, &keys));
        let mut jobs = jobs.collect::<Result<Vec<_>, Fault>>()?;
        jobs.sort_by_key(|job| (job.due, job.id));
        Ok(jobs)
    }

    /// The opened keys of the cases that these jobs are about, read at once.
    async fn keys_of_jobs(&self, rows: &[Row]) -> Result<BTreeMap<CaseId, CaseKey>, Fault> {
        let cases = rows.iter().filter_map(|row| match row.0.get(2) {
            Some(Value::Uuid(case)) => Some(*case),
            Some(Value::Bytes(case)) => Uuid::from_slice(case).ok(),
            _ => None,
        });
        let mut list = Listed::new(Vec::new());
        let marks = list.marks(cases);
        if marks.is_empty() {
            return Ok(BTreeMap::new());
        }
        let sql = format!("SELECT case_id, organisation, key_id, wrapped FROM case_key WHERE case_id IN ({marks})");
        let rows = self.inner.engine.look_up("read the keys of jobs", &sql, list.0).await?;
        rows.into_iter()
            .map(|mut row| {
                let case = CaseId(row.uuid(0)?);
                Ok((case, self.key_in(case, &mut row, 1)?))
            })
            .collect()
    }

    fn open_job(&self, mut row: Row, keys: &BTreeMap<CaseId, CaseKey>) -> Result<LeasedJob, Fault> {
        let id = JobId(row.uuid(0)?);
        let case = row.maybe(2, Row::uuid)?.map(CaseId);
        let key_id = row.maybe(5, Row::text)?;
        let sealed = row.bytes(6)?;
        let bound_to = BoundTo::id("job", id.0);
        let task = match (key_id, case) {
            (Some(key_id), _) => {
                let key = self.keys().by_id(&key_id, "jobs", "")?;
                key.open_record(&bound_to, &sealed)?
            }
            (None, Some(case)) => {
                let key = keys.get(&case);
                let key = key.ok_or_else(|| Fault::broken("a job is left of an erased case"))?;
                key.seal.open_record(&bound_to, &sealed)?
            }
            (None, None) => return Err(Fault::broken("a job has neither key nor case")),
        };
        Ok(LeasedJob {
            id,
            kind: row.text(1)?,
            case,
            due: row.time(3)?,
            tries: row.small(4)?,
            task,
        })
    }

    /// Takes a job that was done off the list. Answers whether the worker still had it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn finish_job(&self, id: JobId, worker: Uuid) -> Result<bool, Fault> {
        let sql = "DELETE FROM job WHERE id = ?1 AND leased_by = ?2 RETURNING tries";
        self.change_job("finish a job", sql, values![id.0, worker]).await
    }

    /// Notes messages as sent and takes their jobs off the list, all in one write. A job that this worker no longer has
    /// stays with the one that has it.
    ///
    /// What becomes of a message bears on no act, so it stands outside the record of its case and guards nothing.
    ///
    /// # Errors
    /// If the database fails; nothing was noted then.
    pub async fn messages_sent(&self, worker: Uuid, sent: &[MessageJob]) -> Result<(), Fault> {
        if sent.is_empty() {
            return Ok(());
        }
        let mut state = Listed::new(values![MessageState::Sent.word()]);
        let sql = format!(
            "UPDATE message SET state = ?1, tries = tries + 1 WHERE case_id IN ({}) AND id IN ({})",
            state.marks(sent.iter().map(|one| one.case.0)),
            state.marks(sent.iter().map(|one| one.message.0)),
        );
        let mut done = Listed::new(values![worker]);
        let list = done.marks(sent.iter().map(|one| one.job.0));
        let delete = format!("DELETE FROM job WHERE leased_by = ?1 AND id IN ({list})");
        let steps = [(sql, state), (delete, done)].map(|(sql, list)| Step {
            sql: sql.into(),
            values: list.0,
            expect: Expect::Any,
        });
        self.inner.engine.write(steps.into(), None).await.map(|_| ())
    }

    /// Notes that a message cannot be sent.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn message_failed(&self, case: CaseId, message: MessageId) -> Result<(), Fault> {
        let sql = "UPDATE message SET state = ?3, tries = tries + 1 WHERE case_id = ?1 AND id = ?2";
        let values = values![case.0, message.0, MessageState::Failed.word()];
        let steps = vec![step(sql, Expect::Any, values)];
        self.inner.engine.write(steps, None).await.map(|_| ())
    }

    /// Puts a job back that failed, to be done later. Answers whether the worker still had it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn retry_job(&self, id: JobId, worker: Uuid, due: Timestamp, why: &str) -> Result<bool, Fault> {
        let sql = "UPDATE job SET due = ?3, why = ?4, leased_by = NULL, lease_until = NULL \
            WHERE id = ?1 AND leased_by = ?2 RETURNING tries";
        let values = values![id.0, worker, due, text(why)];
        self.change_job("put a job back", sql, values).await
    }

    /// Puts a job on the list of those that were given up. Answers whether the worker still had it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn give_up_job(&self, id: JobId, worker: Uuid, at: Timestamp, why: &str) -> Result<bool, Fault> {
        let sql = "UPDATE job SET state = 'dead', died = ?3, why = ?4, leased_by = NULL, lease_until = NULL \
            WHERE id = ?1 AND leased_by = ?2 RETURNING tries";
        let values = values![id.0, worker, at, text(why)];
        self.change_job("give a job up", sql, values).await
    }

    /// Jobs that were given up, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn dead_jobs(&self, n: usize) -> Result<Vec<DeadJob>, Fault> {
        let sql = "SELECT id, kind, case_id, tries, why, died FROM job WHERE state = 'dead' ORDER BY died, id LIMIT ?1";
        let values = values![n.min(LEASE_LIMIT) as i64];
        let rows = self.query("list jobs that were given up", sql, values).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(DeadJob {
                    id: JobId(row.uuid(0)?),
                    kind: row.text(1)?,
                    case: row.maybe(2, Row::uuid)?.map(CaseId),
                    tries: row.small(3)?,
                    why: row.maybe(4, Row::text)?.unwrap_or_default(),
                    died: row.time(5)?,
                })
            })
            .collect()
    }

    /// Puts a job that was given up back among those that wait. Answers whether it was there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn revive_job(&self, id: JobId, due: Timestamp) -> Result<bool, Fault> {
        let sql = "UPDATE job SET state = 'waiting', died = NULL, tries = 0, due = ?2 \
            WHERE id = ?1 AND state = 'dead' RETURNING tries";
        self.change_job("revive a job", sql, values![id.0, due]).await
    }

    async fn change_job(&self, doing: &'static str, sql: &'static str, values: Vec<Value>) -> Result<bool, Fault> {
        let rows = self.inner.engine.write_rows(doing, sql.into(), values).await?;
        Ok(!rows.is_empty())
    }
}

/// Values of a statement with lists in it.
pub(crate) struct Listed(pub Vec<Value>);

impl Listed {
    pub fn new(values: Vec<Value>) -> Self {
        Self(values)
    }

    /// Adds the values of a list, and writes their marks. The last one is repeated up to a power of two, so that
    /// lists have few lengths and their statements are prepared few times.
    pub fn marks(&mut self, ids: impl Iterator<Item = Uuid>) -> String {
        let mut ids: Vec<_> = ids.collect();
        if let Some(last) = ids.last().copied() {
            ids.resize(ids.len().next_power_of_two(), last);
        }
        let first = self.0.len() + 1;
        self.0.extend(ids.iter().map(|id| Value::from(*id)));
        let marks: Vec<_> = (first..=self.0.len()).map(|n| format!("?{n}")).collect();
        marks.join(", ")
    }
}
