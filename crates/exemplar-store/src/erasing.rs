//! Forgetting: which drafts nobody worked on, and erasing a case so that nothing of it can be read again.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use exemplar_core::id::{CaseId, ServiceId};
use exemplar_core::record::{Head, Phase};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Fault;
use crate::engine::Engine;
use crate::plan::step;
use crate::store::Store;
use crate::value::{Expect, Row, Step, Written, text, values};
use crate::words::Word;

/// The most that one page of a list holds.
const PAGE_LIMIT: usize = 1_000;
/// How often erasing is tried where others write to the case.
const TRIES: usize = 5;
/// How often the log is cut off anew, where readers are in the way.
const CUT_TRIES: usize = 100;

/// What is deleted of an erased case. Events keep their skeletons, money its lines.
const DELETED: [&str; 12] = [
    "DELETE FROM case_access WHERE case_id = ?1",
    "DELETE FROM case_key WHERE case_id = ?1",
    "DELETE FROM part WHERE case_id = ?1",
    "DELETE FROM participant WHERE case_id = ?1",
    "DELETE FROM search_term WHERE case_id = ?1",
    "DELETE FROM file WHERE case_id = ?1",
    "DELETE FROM message WHERE case_id = ?1",
    "DELETE FROM job WHERE case_id = ?1",
    "DELETE FROM decision WHERE case_id = ?1",
    "DELETE FROM link WHERE from_case = ?1",
    "DELETE FROM claim WHERE owner = ?1",
    "UPDATE event SET sealed = NULL WHERE case_id = ?1",
];

impl Store {
    /// Drafts of a service on which nobody worked since before `date`, without those under a hold; by day and id, in
    /// pages: give the last of a page to get the next.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drafts_idle_since(
        &self,
        service: &ServiceId,
        date: Date,
        after: Option<(Date, CaseId)>,
        n: usize,
    ) -> Result<Vec<(Date, CaseId)>, Fault> {
        let (day, id) = after.unwrap_or((Date::MIN, CaseId(uuid::Uuid::nil())));
        let sql = "SELECT active_on, id FROM cases WHERE phase = 'draft' AND service = ?1 AND active_on < ?2 \
            AND (active_on, id) > (?3, ?4) AND hold IS NULL ORDER BY active_on, id LIMIT ?5";
        let n = n.min(PAGE_LIMIT) as i64;
        let day = if after.is_some() {
            day.to_string()
        } else {
            String::new()
        };
        let values = values![text(service.as_str()), date, day, id.0, n];
        let rows = self.query("list drafts that are idle", sql, values).await?;
        rows.into_iter()
            .map(|mut row| Ok((row.date(0)?, CaseId(row.uuid(1)?))))
            .collect()
    }

    /// Erases a case: destroys its key, deletes its answers, people, search terms, files, messages, decisions, jobs and
    /// claims. The skeletons of its events and a tombstone stay. Answers false where there is none, or a hold keeps it.
    ///
    /// # Errors
    /// If the database or the erasure list cannot be written.
    pub async fn erase(&self, case: CaseId, reason: &str, at: Timestamp) -> Result<bool, Fault> {
        self.erase_if(case, None, reason, at).await
    }

    /// [`Store::erase`] for a draft on which nobody worked since before `date`. Answers false if somebody did.
    ///
    /// # Errors
    /// If the database or the erasure list cannot be written.
    pub async fn erase_idle_draft(&self, case: CaseId, date: Date, reason: &str, at: Timestamp) -> Result<bool, Fault> {
        self.erase_if(case, Some(date), reason, at).await
    }

    async fn erase_if(
        &self,
        case: CaseId,
        idle_since: Option<Date>,
        reason: &str,
        at: Timestamp,
    ) -> Result<bool, Fault> {
        for _ in 0..TRIES {
            let Some(steps) = self.erasure(case, idle_since, reason, at).await? else {
                return Ok(false);
            };
            if let Some(list) = &self.inner.erasure_list {
                note(list, case, reason, at)?;
            }
            if self.inner.engine.write(steps, None).await? == Written::Done {
                return Ok(true);
            }
        }
        Err(Fault::Busy)
    }

    /// Makes sure that nothing of what was erased is left in the files of an SQLite database. Call it once after a
    /// run of erasures.
    ///
    /// # Errors
    /// If the database fails, or readers are in the way for too long.
    pub async fn forget_on_disk(&self) -> Result<(), Fault> {
        let Engine::Sqlite(sqlite) = &self.inner.engine else {
            return Ok(());
        };
        for _ in 0..CUT_TRIES {
            match sqlite.cut_log().await {
                Err(Fault::Busy) => tokio::time::sleep(Duration::from_millis(20)).await,
                done => return done,
            }
        }
        Err(Fault::Busy)
    }

    async fn erasure(
        &self,
        case: CaseId,
        idle_since: Option<Date>,
        reason: &str,
        at: Timestamp,
    ) -> Result<Option<Vec<Step>>, Fault> {
        let sql = "SELECT organisation, service, phase, last_commit, head_count, head_hash, hold, active_on \
            FROM cases WHERE id = ?1";
        let rows = self.query("read a case to erase it", sql, values![case.0]).await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        if !row.is_null(6) {
            return Ok(None);
        }
        let organisation = row.text(0)?;
        let service = row.text(1)?;
        let phase = Phase::from_word(&row.text(2)?)?;
        let active_on = row.date(7)?;
        if idle_since.is_some_and(|date| phase != Phase::Draft || active_on >= date) {
            return Ok(None);
        }
        let last_commit = row.uuid(3)?;
        let head = match row.maybe(4, Row::int)? {
            Some(count) => Some(Head {
                count,
                hash: row.digest(5)?,
            }),
            None => None,
        };
        let mut steps = vec![step(
            "INSERT INTO tombstone (case_id, organisation, service, phase, reason, erased_at, head_count, head_hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
            Expect::Guard,
            values![
                case.0,
                organisation,
                service,
                phase.word(),
                text(reason),
                at,
                head.map(|head| head.count),
                head.map(|head| head.hash)
            ],
        )];
        steps.extend(DELETED.map(|sql| step(sql, Expect::Any, values![case.0])));
        steps.push(step(
            "DELETE FROM cases WHERE id = ?1 AND last_commit = ?2",
            Expect::Guard,
            values![case.0, last_commit],
        ));
        Ok(Some(steps))
    }
}

/// Adds a line to the list that stands apart from the data. It is on the disk before the case is gone.
fn note(list: &Path, case: CaseId, reason: &str, at: Timestamp) -> Result<(), Fault> {
    let line = serde_json::json!({"case": case, "reason": reason, "at": at}).to_string() + "\n";
    let write = || {
        let mut file = OpenOptions::new().create(true).append(true).open(list)?;
        file.write_all(line.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error: std::io::Error| Fault::database("write the erasure list", error))
}
