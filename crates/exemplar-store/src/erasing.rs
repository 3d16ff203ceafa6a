//! Forgetting: which drafts nobody worked on, and erasing a case so that nothing of it can be read again.

use std::time::Duration;

use exemplar_core::id::{CaseId, Digest, Name, ServiceId};
use exemplar_core::record::{Head, Phase};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Fault;
use crate::engine::Engine;
use crate::plan::step;
use crate::store::Store;
use crate::value::{Expect, Row, Step, Written, text, values};
use crate::whole::{self, Erased};
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
    // A number of a register is never given twice.
    "DELETE FROM claim WHERE owner = ?1 AND kind <> 'register_number'",
    "UPDATE event SET sealed = NULL WHERE case_id = ?1",
];

/// A kind of cases that came to an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedKind {
    /// The version of the definition that they follow.
    pub definition: Digest,
    /// The service's word for where they are: the outcome's name.
    pub state: String,
    /// The service.
    pub service: ServiceId,
    /// How many of them are under a hold.
    pub held: i64,
}

/// What must be so for a case to be erased.
#[derive(Debug, PartialEq, Eq)]
enum Condition {
    /// No hold keeps it.
    NotHeld,
    /// No hold keeps it, it is a draft, and nobody worked on it since before this day.
    IdleSince(Date),
    /// None.
    Always,
}

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

    /// The kinds of cases that came to an end: by the version that they follow and the service's word for where they are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn kinds_of_ended(&self) -> Result<Vec<EndedKind>, Fault> {
        let sql = "SELECT definition, state, min(service), count(hold) FROM cases \
            WHERE phase IN ('decided', 'closed') GROUP BY definition, state ORDER BY definition, state";
        let rows = self.query("list the kinds of ended cases", sql, values![]).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(EndedKind {
                    definition: row.digest(0)?,
                    state: row.text(1)?,
                    service: row.text(2)?.into(),
                    held: row.int(3)?,
                })
            })
            .collect()
    }

    /// Cases of a kind that were decided before `moment`, or ended undecided before `date`, without those under a hold;
    /// by id, in pages: give the last of a page to get the next. With a register, without those of which it has an entry
    /// that is still good on `date`, or is good forever.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn ended_before(
        &self,
        kind: &EndedKind,
        (moment, date): (Timestamp, Date),
        register: Option<&Name>,
        after: Option<CaseId>,
        n: usize,
    ) -> Result<Vec<CaseId>, Fault> {
        let sql = "SELECT id FROM cases WHERE definition = ?1 AND state = ?2 AND phase IN ('decided', 'closed') \
            AND (decided < ?3 OR (decided IS NULL AND active_on < ?4)) AND hold IS NULL AND id > ?5 \
            AND NOT EXISTS (SELECT 1 FROM register_entry e WHERE e.case_id = cases.id AND e.register = ?7 \
            AND e.state IN ('live', 'suspended') AND (e.valid_until IS NULL OR e.valid_until >= ?4)) \
            ORDER BY id LIMIT ?6";
        let after = after.map_or(uuid::Uuid::nil(), |case| case.0);
        let n = n.min(PAGE_LIMIT) as i64;
        let register = text(register.map_or("", Name::as_str));
        let values = values![kind.definition, text(&kind.state), moment, date, after, n, register];
        let rows = self.query("list cases past their term", sql, values).await?;
        rows.into_iter().map(|mut row| Ok(CaseId(row.uuid(0)?))).collect()
    }

    /// Erases a case: destroys its key, deletes its answers, people, search terms, files, messages, decisions, jobs and
    /// claims. The skeletons of its events and a tombstone stay. Answers false where there is none, or a hold keeps it.
    ///
    /// # Errors
    /// If the database or the erasure list cannot be written.
    pub async fn erase(&self, case: CaseId, reason: &str, at: Timestamp) -> Result<bool, Fault> {
        self.erase_if(case, &Condition::NotHeld, reason, at).await
    }

    /// Erases in a restored backup what was erased since it was made, also what was under a hold then.
    pub(crate) async fn erase_again(&self, line: &Erased, at: Timestamp) -> Result<bool, Fault> {
        self.erase_if(line.case, &Condition::Always, &line.reason, at).await
    }

    /// [`Store::erase`] for a draft on which nobody worked since before `date`. Answers false if somebody did.
    ///
    /// # Errors
    /// If the database or the erasure list cannot be written.
    pub async fn erase_idle_draft(&self, case: CaseId, date: Date, reason: &str, at: Timestamp) -> Result<bool, Fault> {
        self.erase_if(case, &Condition::IdleSince(date), reason, at).await
    }

    async fn erase_if(&self, case: CaseId, condition: &Condition, reason: &str, at: Timestamp) -> Result<bool, Fault> {
        let mut noted = false;
        for _ in 0..TRIES {
            let Some(steps) = self.erasure(case, condition, reason, at).await? else {
                if noted {
                    self.note(case, reason, at, true)?;
                }
                return Ok(false);
            };
            // Noted first: what is gone is on the list, whenever the power fails.
            if !noted {
                self.note(case, reason, at, false)?;
                noted = true;
            }
            if self.inner.engine.write(steps, None).await? == Written::Done {
                return Ok(true);
            }
        }
        self.note(case, reason, at, true)?;
        Err(Fault::Busy)
    }

    fn note(&self, case: CaseId, reason: &str, at: Timestamp, kept: bool) -> Result<(), Fault> {
        let Some(list) = &self.inner.erasure_list else {
            return Ok(());
        };
        let reason = reason.to_owned();
        whole::note(list, &Erased { case, reason, at, kept })
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
        condition: &Condition,
        reason: &str,
        at: Timestamp,
    ) -> Result<Option<Vec<Step>>, Fault> {
        let sql = "SELECT organisation, service, phase, last_commit, head_count, head_hash, hold, active_on \
            FROM cases WHERE id = ?1";
        let rows = self.query("read a case to erase it", sql, values![case.0]).await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        if !row.is_null(6) && *condition != Condition::Always {
            return Ok(None);
        }
        let organisation = row.text(0)?;
        let service = row.text(1)?;
        let phase = Phase::from_word(&row.text(2)?)?;
        let active_on = row.date(7)?;
        if let Condition::IdleSince(date) = condition
            && (phase != Phase::Draft || active_on >= *date)
        {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::{TABLES, Until};

    #[test]
    fn what_is_kept_until_the_case_is_erased_goes_with_it() {
        let goes = |table| match table {
            "cases" => true,
            table => DELETED
                .iter()
                .any(|sql| sql.starts_with(&format!("DELETE FROM {table} WHERE"))),
        };
        let stay: Vec<_> = TABLES
            .iter()
            .filter(|kept| kept.until == Until::CaseErased && !goes(kept.table))
            .map(|kept| kept.table)
            .collect();
        assert_eq!(stay, [""; 0]);
    }
}
