//! Proving the record: each chain of events is walked, and the rows of each case are held against its last event.

use std::collections::BTreeMap;

use exemplar_core::id::{CaseId, CommitId};
use exemplar_core::record::{Head, Phase};
use uuid::Uuid;

use crate::Fault;
use crate::plan::digest::{EventFacts, event, row_digest, sha256};
use crate::plan::rows_digest;
use crate::store::Store;
use crate::stored::{self, Attached, Stored};
use crate::value::{Row, values};
use crate::words::Word;

/// Where the record does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEntry {
    /// The case, if it is one's.
    pub case: Option<CaseId>,
    /// The first place in its chain that is wrong.
    pub n: Option<i64>,
    /// What is wrong, as a sentence.
    pub what: String,
}

/// Cases of one page.
pub(super) const PAGE: i64 = 500;

impl Store {
    /// Walks the whole record. An empty list means that it holds.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn verify(&self) -> Result<Vec<BadEntry>, Fault> {
        let mut bad = Vec::new();
        self.verify_cases(&mut bad).await?;
        self.verify_erased(&mut bad).await?;
        self.verify_orphans(&mut bad).await?;
        self.verify_looks(&mut bad).await?;
        self.verify_checkpoints(&mut bad).await?;
        Ok(bad)
    }

    async fn verify_cases(&self, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let sql = "SELECT id, phase, head_count, head_hash FROM cases WHERE id > ?1 ORDER BY id LIMIT ?2";
        let mut after = Uuid::nil();
        loop {
            let rows = self.query("walk the cases", sql, values![after, PAGE]).await?;
            let Some(last) = rows.len().checked_sub(1) else {
                return Ok(());
            };
            for (i, mut row) in rows.into_iter().enumerate() {
                let case = CaseId(row.uuid(0)?);
                if i == last {
                    after = case.0;
                }
                let phase = Phase::from_word(&row.text(1)?);
                match head(&mut row, 2)? {
                    Some(head) => self.verify_case(case, head, bad).await?,
                    None if matches!(
                        phase,
                        Ok(Phase::Draft | Phase::WaitingForOthers | Phase::WaitingForPayment)
                    ) => {}
                    None => bad.push(BadEntry {
                        case: Some(case),
                        n: None,
                        what: "A case that was submitted has no events.".into(),
                    }),
                }
            }
        }
    }

    async fn verify_case(&self, case: CaseId, head: Head, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let Some(rows_then) = self.verify_chain(case, head, false, bad).await? else {
            return Ok(());
        };
        let loaded = match self.load(case).await {
            Ok(Some(loaded)) => loaded,
            // It was erased since the page was read.
            Ok(None) => return Ok(()),
            Err(Fault::Broken { what }) => {
                bad.push(BadEntry {
                    case: Some(case),
                    n: Some(head.count),
                    what: format!("A row was changed: {what}."),
                });
                return Ok(());
            }
            Err(fault) => return Err(fault),
        };
        let stored = stored::of(&loaded)?;
        // Events came while the chain was walked: the next run sees them.
        if stored.case.head != Some(head) {
            return Ok(());
        }
        if rows_digest(stored, CommitId(Uuid::nil())) != rows_then
            || self.attached_now(stored).await? != stored.attached
        {
            bad.push(BadEntry {
                case: Some(case),
                n: Some(head.count),
                what: "The rows of the case are not what its last event says.".into(),
            });
        }
        Ok(())
    }

    /// Walks one chain. Answers what its last event says of the rows, or none if the chain is broken.
    async fn verify_chain(
        &self,
        case: CaseId,
        head: Head,
        erased: bool,
        bad: &mut Vec<BadEntry>,
    ) -> Result<Option<[u8; 32]>, Fault> {
        let sql = "SELECT n, kind, at, actor, on_behalf_of, definition, sealed, sealed_digest, rows_digest, before, hash \
            FROM event WHERE case_id = ?1 AND n <= ?2 ORDER BY n";
        let rows = self.query("walk a chain", sql, values![case.0, head.count]).await?;
        let mut before = [0; 32];
        let mut rows_then = None;
        let mut count = 0;
        let mut fail = |n: i64, what: &str| {
            bad.push(BadEntry {
                case: Some(case),
                n: Some(n),
                what: what.into(),
            });
            Ok(None)
        };
        for mut row in rows {
            count += 1;
            let entry = match Entry::read(case, &mut row) {
                Ok(entry) => entry,
                Err(_) => return fail(count, "An event cannot be read."),
            };
            if entry.n != count {
                return fail(count, "An event is missing, doubled or out of its place.");
            }
            if entry.sealed_changed(erased) {
                return fail(count, "The details of an event were changed.");
            }
            if entry.before != before || entry.hash != entry.work_out_hash() {
                return fail(count, "An event was changed.");
            }
            before = entry.hash;
            rows_then = Some(entry.rows_digest);
        }
        if count != head.count || before != head.hash.0 {
            return fail(count + 1, "The end of a chain is not where the case says.");
        }
        Ok(rows_then)
    }

    async fn verify_erased(&self, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let sql = "SELECT case_id, head_count, head_hash FROM tombstone WHERE case_id > ?1 ORDER BY case_id LIMIT ?2";
        let mut after = Uuid::nil();
        loop {
            let rows = self.query("walk what was erased", sql, values![after, PAGE]).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for mut row in rows {
                after = row.uuid(0)?;
                if let Some(head) = head(&mut row, 1)? {
                    self.verify_chain(CaseId(after), head, true, bad).await?;
                }
            }
        }
    }

    /// Events beyond the end of their chain, or of no case.
    async fn verify_orphans(&self, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let sql = "SELECT e.case_id, min(e.n) FROM event e LEFT JOIN cases c ON c.id = e.case_id \
            LEFT JOIN tombstone t ON t.case_id = e.case_id \
            WHERE e.n > coalesce(c.head_count, t.head_count, 0) GROUP BY e.case_id LIMIT ?1";
        for mut row in self.query("look for stray events", sql, values![PAGE]).await? {
            bad.push(BadEntry {
                case: Some(CaseId(row.uuid(0)?)),
                n: Some(row.int(1)?),
                what: "An event stands beyond the end of its chain.".into(),
            });
        }
        Ok(())
    }

    /// The digests of the rows that hang on a case, worked out anew.
    async fn attached_now(&self, stored: &Stored) -> Result<Attached, Fault> {
        let case = stored.case.id;
        let mut attached = BTreeMap::new();
        let doing = "read what hangs on a case";
        for (letter, table, columns, n) in NUMBERED {
            let sql = format!("SELECT {columns} FROM {table} WHERE case_id = ?1");
            for mut row in self.query(doing, &sql, values![case.0]).await? {
                let digest = row_digest(table, &row.0);
                attached.insert(Attached::key(letter, row.small(n)?), digest);
            }
        }
        let sql = "SELECT from_case, organisation, to_case, kind FROM link WHERE from_case = ?1";
        for mut row in self.query(doing, sql, values![case.0]).await? {
            let digest = row_digest("link", &row.0);
            let (to, kind) = (CaseId(row.uuid(2)?), row.text(3)?);
            attached.insert(Attached::link_key(to, &kind), digest);
        }
        Ok(Attached(attached))
    }
}

/// Tables whose rows hang on a case: their letter, their columns in the order in which they are written, and where
/// among these the number stands.
const NUMBERED: [(u8, &str, &str, usize); 3] = [
    (
        b'd',
        "decision",
        "case_id, organisation, n, step, outcome, decided_by, approved_by, takes_effect, sealed",
        2,
    ),
    (
        b'm',
        "money_line",
        "case_id, organisation, n, kind, minor_units, currency, means, provider_reference, state",
        2,
    ),
    (
        b'f',
        "file",
        "case_id, organisation, n, size, media_type, scan, sealed",
        2,
    ),
];

fn head(row: &mut Row, column: usize) -> Result<Option<Head>, Fault> {
    let Some(count) = row.maybe(column, Row::int)? else {
        return Ok(None);
    };
    let hash = row.digest(column + 1)?;
    Ok(Some(Head { count, hash }))
}

/// One event as it stands in the database.
struct Entry {
    case: CaseId,
    n: i64,
    kind: String,
    at: i64,
    actor: String,
    on_behalf_of: Option<String>,
    definition: [u8; 32],
    sealed: Option<Vec<u8>>,
    sealed_digest: [u8; 32],
    rows_digest: [u8; 32],
    before: [u8; 32],
    hash: [u8; 32],
}

impl Entry {
    fn read(case: CaseId, row: &mut Row) -> Result<Self, Fault> {
        Ok(Self {
            case,
            n: row.int(0)?,
            kind: row.text(1)?,
            at: row.int(2)?,
            actor: row.text(3)?,
            on_behalf_of: row.maybe(4, Row::text)?,
            definition: row.digest(5)?.0,
            sealed: row.maybe(6, Row::bytes)?,
            sealed_digest: row.digest(7)?.0,
            rows_digest: row.digest(8)?.0,
            before: row.digest(9)?.0,
            hash: row.digest(10)?.0,
        })
    }

    fn sealed_changed(&self, erased: bool) -> bool {
        match &self.sealed {
            Some(sealed) => sha256(sealed) != self.sealed_digest,
            None => !erased,
        }
    }

    fn work_out_hash(&self) -> [u8; 32] {
        event(&EventFacts {
            case: self.case,
            n: self.n,
            kind: &self.kind,
            at: self.at,
            actor: &self.actor,
            on_behalf_of: self.on_behalf_of.as_deref(),
            definition: self.definition,
            sealed_digest: self.sealed_digest,
            rows_digest: self.rows_digest,
            before: self.before,
        })
    }
}
