//! What hangs on a case: decisions, money, messages, files, links. They are written in [`crate::plan`].

use std::collections::BTreeMap;

use exemplar_core::id::{CaseId, MessageId, OrganisationId, ServiceId, StaffId};
use exemplar_core::record::{Decision, File, Link, Message, MoneyLine};

use crate::Fault;
use crate::jobs::{Listed, MessageJob};
use crate::keys::CaseKey;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Row, text, values};
use crate::words::{Word, actor_from_text};

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

/// A message that is to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The organisation that its case belongs to.
    pub organisation: OrganisationId,
    /// The service that its case is of.
    pub service: ServiceId,
    /// The message.
    pub message: Message,
}

const MESSAGES: &str = "SELECT n, id, event, means, language, state, tries, at, sealed FROM message WHERE case_id = ?1";

impl Store {
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
        let files = rows("SELECT n, size, media_type, scan, sealed FROM file WHERE case_id = ?1 ORDER BY n");
        let files = files.await?.into_iter();
        let links = rows("SELECT to_case, kind FROM link WHERE from_case = ?1 ORDER BY to_case, kind");
        let links = links.await?.into_iter();
        let mut messages = messages.map(|row| message(&key, row)).collect::<Result<Vec<_>, _>>()?;
        messages.sort_by_key(|message| (message.n, message.id));
        Ok(Work {
            decisions: decisions
                .map(|row| decision(&key, case, row))
                .collect::<Result<_, _>>()?,
            money: money.map(money_line).collect::<Result<_, _>>()?,
            messages,
            files: files.map(|row| file(&key, case, row)).collect::<Result<_, _>>()?,
            links: links.map(|row| link(case, row)).collect::<Result<_, _>>()?,
        })
    }

    /// The cases that are linked to another in this way, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn linked_to(&self, case: CaseId, kind: &str) -> Result<Vec<CaseId>, Fault> {
        let sql = "SELECT from_case FROM link WHERE to_case = ?1 AND kind = ?2 ORDER BY from_case";
        let values = values![case.0, text(kind)];
        let rows = self.query("list the cases linked to another", sql, values).await?;
        rows.into_iter().map(|mut row| Ok(CaseId(row.uuid(0)?))).collect()
    }

    /// The case to which another is linked in this way.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn linked_from(&self, case: CaseId, kind: &str) -> Result<Option<CaseId>, Fault> {
        let sql = "SELECT to_case FROM link WHERE from_case = ?1 AND kind = ?2 ORDER BY to_case LIMIT 1";
        let values = values![case.0, text(kind)];
        let rows = self
            .query("find the case that another is linked to", sql, values)
            .await?;
        let row = rows.into_iter().next().map(|mut row| Ok(CaseId(row.uuid(0)?)));
        row.transpose()
    }

    /// One message of a case.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn message(&self, case: CaseId, id: MessageId) -> Result<Option<Message>, Fault> {
        let sql = "SELECT m.n, m.id, m.event, m.means, m.language, m.state, m.tries, m.at, m.sealed, \
            k.organisation, k.key_id, k.wrapped FROM message m JOIN case_key k ON k.case_id = m.case_id \
            WHERE m.case_id = ?1 AND m.id = ?2";
        let rows = self
            .inner
            .engine
            .look_up("read a message", sql, values![case.0, id.0])
            .await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let key = self.key_in(case, &mut row, 9)?;
        message(&key, row).map(Some)
    }

    /// Those of these messages that are still there, each with the organisation that its case belongs to, or why it
    /// cannot be opened: one that cannot is no reason to keep the others.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn messages(&self, these: &[MessageJob]) -> Result<BTreeMap<MessageId, Result<Waiting, Fault>>, Fault> {
        if these.is_empty() {
            return Ok(BTreeMap::new());
        }
        let mut list = Listed::new(values![]);
        let sql = format!(
            "SELECT m.n, m.id, m.event, m.means, m.language, m.state, m.tries, m.at, m.sealed, \
             k.organisation, k.key_id, k.wrapped, m.id, m.case_id, k.organisation, c.service FROM message m \
             JOIN case_key k ON k.case_id = m.case_id JOIN cases c ON c.id = m.case_id \
             WHERE m.case_id IN ({}) AND m.id IN ({})",
            list.marks(these.iter().map(|one| one.case.0)),
            list.marks(these.iter().map(|one| one.message.0)),
        );
        let rows = self.inner.engine.look_up("read messages", &sql, list.0).await?;
        rows.into_iter()
            .map(|mut row| {
                let id = MessageId(row.uuid(12)?);
                Ok((id, self.waiting(row)))
            })
            .collect()
    }

    fn waiting(&self, mut row: Row) -> Result<Waiting, Fault> {
        let case = CaseId(row.uuid(13)?);
        let organisation = row.text(14)?.into();
        let service = row.text(15)?.into();
        let key = self.key_in(case, &mut row, 9)?;
        let message = message(&key, row)?;
        Ok(Waiting {
            organisation,
            service,
            message,
        })
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

pub(crate) fn file(key: &CaseKey, case: CaseId, mut row: Row) -> Result<File, Fault> {
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
