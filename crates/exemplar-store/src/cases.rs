//! Cases: read as a whole, written in one commit; their claims and their events.

use exemplar_core::id::CaseId;
use exemplar_core::record::{ClaimKind, Committed, Event, LoadedCase, Outcome};
use jiff::Timestamp;

use crate::Fault;
use crate::keys::{CaseKey, WrappedKey};
use crate::plan;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::stored;
use crate::value::{Row, Value, Written, text, values};
use crate::words::actor_from_text;

/// Who has a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Whose it is.
    pub owner: CaseId,
    /// Until when, for a hold or a link.
    pub until: Option<Timestamp>,
}

impl Store {
    /// Reads a case with its people and answers, of one moment, and opens them.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn load(&self, id: CaseId) -> Result<Option<LoadedCase>, Fault> {
        let rows = self
            .inner
            .engine
            .look_up("load a case", stored::LOAD, values![id.0])
            .await?;
        stored::assemble(self.keys(), id, rows)
    }

    /// Whether there is any case.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn has_cases(&self) -> Result<bool, Fault> {
        let rows = self
            .query("look for a case", "SELECT 1 FROM cases LIMIT 1", values![])
            .await?;
        Ok(!rows.is_empty())
    }

    /// Writes an outcome durably: all of it, or nothing.
    ///
    /// # Errors
    /// If the database fails, too much waits, or the outcome breaks a rule of the store. Nothing was written then,
    /// unless the connection to PostgreSQL was lost and could not be had again.
    pub async fn commit(&self, outcome: Outcome) -> Result<Committed, Fault> {
        let came_to = self.write_outcome(outcome).await;
        self.inner.commits.count(&came_to);
        came_to
    }

    async fn write_outcome(&self, outcome: Outcome) -> Result<Committed, Fault> {
        let plan = plan::plan(self.keys(), &outcome)?;
        let written = self.inner.engine.write(plan.steps, plan.trace.as_ref()).await?;
        match written {
            Written::Done => Ok(Committed::Committed),
            Written::Conflict => Ok(Committed::Conflict),
            Written::Claimed => self.taken(plan.takes, outcome.at).await,
        }
    }

    /// Which of the claims is somebody's. If none is any more, to decide again is right.
    async fn taken(&self, takes: Vec<(ClaimKind, String)>, at: Timestamp) -> Result<Committed, Fault> {
        for (kind, value) in takes {
            if let Some(claim) = self.find_claim(kind, &value).await?
                && claim.until.is_none_or(|until| until > at)
            {
                let owner = claim.owner;
                return Ok(Committed::Taken { kind, owner });
            }
        }
        Ok(Committed::Conflict)
    }

    /// Who has a claim, also one whose time is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn find_claim(&self, kind: ClaimKind, value: &str) -> Result<Option<Claim>, Fault> {
        let sql = "SELECT owner, until FROM claim WHERE kind = ?1 AND value = ?2";
        let values = values![kind.as_str(), text(value)];
        let rows = self.inner.engine.look_up("find a claim", sql, values).await?;
        rows.into_iter()
            .next()
            .map(|mut row| {
                Ok(Claim {
                    owner: CaseId(row.uuid(0)?),
                    until: row.maybe(1, Row::time)?,
                })
            })
            .transpose()
    }

    /// The record of a case, from its first event.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn events(&self, case: CaseId) -> Result<Vec<Event>, Fault> {
        let key = self.key_of(case).await?;
        let sql = "SELECT n, kind, at, actor, on_behalf_of, definition, sealed, hash FROM event \
            WHERE case_id = ?1 ORDER BY n";
        let rows = self.query("read the events of a case", sql, values![case.0]).await?;
        rows.into_iter()
            .map(|mut row| {
                let n = row.int(0)?;
                let sealed = row.maybe(6, Row::bytes)?;
                let details = match (&key, sealed) {
                    (Some(key), Some(sealed)) => {
                        let bound_to = BoundTo::n("event", case.0, n, 0);
                        Some(key.seal.open_record(&bound_to, &sealed)?)
                    }
                    _ => None,
                };
                let on_behalf_of = row.maybe(4, Row::text)?;
                Ok(Event {
                    n,
                    kind: row.text(1)?,
                    at: row.time(2)?,
                    actor: actor_from_text(&row.text(3)?)?,
                    on_behalf_of: on_behalf_of.as_deref().map(actor_from_text).transpose()?,
                    definition: row.digest(5)?,
                    details,
                    hash: row.digest(7)?,
                })
            })
            .collect()
    }

    /// The opened key of a case; none where there is no such case, or no longer.
    pub(crate) async fn key_of(&self, case: CaseId) -> Result<Option<CaseKey>, Fault> {
        let sql = "SELECT organisation, key_id, wrapped FROM case_key WHERE case_id = ?1";
        let rows = self
            .inner
            .engine
            .look_up("read the key of a case", sql, values![case.0])
            .await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        self.key_in(case, &mut row, 0).map(Some)
    }

    /// Opens the key of a case from a row that has its organisation, key id and wrapped key from column `first` on.
    pub(crate) fn key_in(&self, case: CaseId, row: &mut Row, first: usize) -> Result<CaseKey, Fault> {
        let organisation = row.text(first)?.into();
        let stored = WrappedKey {
            key_id: row.text(first + 1)?,
            wrapped: row.bytes(first + 2)?,
        };
        CaseKey::unwrap(self.keys(), case, &organisation, &stored)
    }

    pub(crate) async fn query(&self, doing: &'static str, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, Fault> {
        self.inner.engine.query(doing, sql, values).await
    }
}
