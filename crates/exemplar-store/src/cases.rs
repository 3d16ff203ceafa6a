//! Cases: read as a whole, written in one commit; and what hangs on them.

use exemplar_core::id::{CaseId, MessageId, StaffId};
use exemplar_core::record::{
    ClaimKind, Committed, Decision, Event, File, Link, LoadedCase, Message, MoneyLine, Outcome,
};
use jiff::Timestamp;

use crate::Fault;
use crate::keys::{CaseKey, WrappedKey};
use crate::plan;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::stored;
use crate::value::{Row, Value, Written, text, values};
use crate::words::{Word, actor_from_text};

/// Who has a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Whose it is.
    pub owner: CaseId,
    /// Until when, for a hold or a link.
    pub until: Option<Timestamp>,
}

/// What hangs on a case, opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// By number.
    pub decisions: Vec<Decision>,
    /// By number.
    pub money: Vec<MoneyLine>,
    /// By number.
    pub messages: Vec<Message>,
    /// By number.
    pub files: Vec<File>,
    /// From this case to others.
    pub links: Vec<Link>,
}

const MESSAGES: &str = "SELECT n, id, event, means, language, state, tries, at, sealed FROM message WHERE case_id = ?1";

impl Store {
    /// Reads a case with its people and answers, of one moment, and opens them.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn load(&self, id: CaseId) -> Result<Option<LoadedCase>, Fault> {
        let rows = self
            .query("load a case", stored::LOAD, values![id.0])
            .await?;
        stored::assemble(self.keys(), id, rows)
    }

    /// Writes an outcome durably: all of it, or nothing.
    ///
    /// # Errors
    /// If the database fails, too much waits, or the outcome breaks a rule of the store. Nothing was written then,
    /// unless the connection to PostgreSQL was lost and could not be had again.
    pub async fn commit(&self, outcome: Outcome) -> Result<Committed, Fault> {
        let plan = plan::plan(self.keys(), &outcome)?;
        let written = self
            .inner
            .engine
            .write(plan.steps, plan.trace.as_ref())
            .await?;
        match written {
            Written::Done => Ok(Committed::Committed),
            Written::Conflict => Ok(Committed::Conflict),
            Written::Claimed => self.taken(plan.takes, outcome.at).await,
        }
    }

    /// Which of the claims is somebody's. If none is any more, to decide again is right.
    async fn taken(
        &self,
        takes: Vec<(ClaimKind, String)>,
        at: Timestamp,
    ) -> Result<Committed, Fault> {
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
        let rows = self.query("find a claim", sql, values).await?;
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
        let rows = self
            .query("read the events of a case", sql, values![case.0])
            .await?;
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

    /// What hangs on a case; nothing where it was erased.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn work(&self, case: CaseId) -> Result<Work, Fault> {
        let Some(key) = self.key_of(case).await? else {
            return Ok(Work::default());
        };
        let doing = "read what hangs on a case";
        let rows = |sql: &'static str| self.query(doing, sql, values![case.0]);
        let decisions = rows(
            "SELECT n, step, outcome, decided_by, approved_by, takes_effect, sealed FROM decision \
             WHERE case_id = ?1 ORDER BY n",
        );
        let decisions = decisions.await?.into_iter();
        let money = rows(
            "SELECT n, kind, minor_units, currency, means, provider_reference, state FROM money_line \
             WHERE case_id = ?1 ORDER BY n",
        );
        let money = money.await?.into_iter();
        let messages = rows(MESSAGES).await?.into_iter();
        let files = rows(
            "SELECT n, size, media_type, scan, sealed FROM file WHERE case_id = ?1 ORDER BY n",
        );
        let files = files.await?.into_iter();
        let links =
            rows("SELECT to_case, kind FROM link WHERE from_case = ?1 ORDER BY to_case, kind");
        let links = links.await?.into_iter();
        let mut messages = messages
            .map(|row| message(&key, row))
            .collect::<Result<Vec<_>, _>>()?;
        messages.sort_by_key(|message| (message.n, message.id));
        Ok(Work {
            decisions: decisions
                .map(|row| decision(&key, case, row))
                .collect::<Result<_, _>>()?,
            money: money.map(money_line).collect::<Result<_, _>>()?,
            messages,
            files: files
                .map(|row| file(&key, case, row))
                .collect::<Result<_, _>>()?,
            links: links.map(|row| link(case, row)).collect::<Result<_, _>>()?,
        })
    }

    /// One message of a case.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn message(&self, case: CaseId, id: MessageId) -> Result<Option<Message>, Fault> {
        let Some(key) = self.key_of(case).await? else {
            return Ok(None);
        };
        let sql = format!("{MESSAGES} AND id = ?2");
        let rows = self
            .query("read a message", &sql, values![case.0, id.0])
            .await?;
        rows.into_iter()
            .next()
            .map(|row| message(&key, row))
            .transpose()
    }

    /// The opened key of a case; none where there is no such case, or no longer.
    pub(crate) async fn key_of(&self, case: CaseId) -> Result<Option<CaseKey>, Fault> {
        let sql = "SELECT organisation, key_id, wrapped FROM case_key WHERE case_id = ?1";
        let rows = self
            .query("read the key of a case", sql, values![case.0])
            .await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let organisation = row.text(0)?.into();
        let stored = WrappedKey {
            key_id: row.text(1)?,
            wrapped: row.bytes(2)?,
        };
        CaseKey::unwrap(self.keys(), case, &organisation, &stored).map(Some)
    }

    pub(crate) async fn query(
        &self,
        doing: &'static str,
        sql: &str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, Fault> {
        self.inner.engine.query(doing, sql, values).await
    }
}

fn decision(key: &CaseKey, case: CaseId, mut row: Row) -> Result<Decision, Fault> {
    let n = row.small(0)?;
    let bound_to = BoundTo::n("decision", case.0, n.into(), 1);
    Ok(Decision {
        n,
        step: Word::from_word(&row.text(1)?)?,
        outcome: row.text(2)?.into(),
        by: actor_from_text(&row.text(3)?)?,
        approved_by: row.maybe(4, Row::uuid)?.map(StaffId),
        takes_effect: row.date(5)?,
        reasons: key.seal.open_record(&bound_to, &row.bytes(6)?)?,
    })
}

fn money_line(mut row: Row) -> Result<MoneyLine, Fault> {
    Ok(MoneyLine {
        n: row.small(0)?,
        kind: Word::from_word(&row.text(1)?)?,
        minor_units: row.int(2)?,
        currency: row.text(3)?,
        means: row.text(4)?,
        provider_reference: row.maybe(5, Row::text)?,
        state: row.text(6)?,
    })
}

fn message(key: &CaseKey, mut row: Row) -> Result<Message, Fault> {
    let n = row.small(0)?;
    let id = MessageId(row.uuid(1)?);
    let bound_to = BoundTo::n("message", id.0, n.into(), 0);
    let (address, subject, text) = key.seal.open_record(&bound_to, &row.bytes(8)?)?;
    Ok(Message {
        id,
        n,
        event: row.text(2)?.into(),
        means: Word::from_word(&row.text(3)?)?,
        language: row.text(4)?.into(),
        state: Word::from_word(&row.text(5)?)?,
        tries: row.small(6)?,
        at: row.time(7)?,
        address,
        subject,
        text,
    })
}

fn file(key: &CaseKey, case: CaseId, mut row: Row) -> Result<File, Fault> {
    let n = row.small(0)?;
    let bound_to = BoundTo::n("file", case.0, n.into(), 0);
    Ok(File {
        n,
        size: row.int(1)?,
        media_type: row.text(2)?,
        scan: Word::from_word(&row.text(3)?)?,
        name: key.seal.open_record(&bound_to, &row.bytes(4)?)?,
    })
}

fn link(from: CaseId, mut row: Row) -> Result<Link, Fault> {
    Ok(Link {
        from,
        to: CaseId(row.uuid(0)?),
        kind: row.text(1)?,
    })
}
