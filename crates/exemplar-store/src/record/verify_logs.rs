//! Proving the logs beside the events: looks and checkpoints.

use exemplar_core::id::{CaseId, Digest, OrganisationId, StaffId, WriterId};
use exemplar_core::record::Look;

use super::verify::{BadEntry, PAGE};
use super::{Covers, look_hash, unhex};
use crate::Fault;
use crate::store::Store;
use crate::value::{Row, values};

impl Store {
    pub(super) async fn verify_looks(&self, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let heads = "SELECT writer, count, hash FROM look_head ORDER BY writer";
        let looks = "SELECT organisation, n, staff, case_id, list, reason, at, hash FROM look \
            WHERE writer = ?1 AND n > ?2 ORDER BY n LIMIT ?3";
        for mut row in self.query("walk the looks", heads, values![]).await? {
            let writer = WriterId(row.uuid(0)?);
            let (end, end_hash) = (row.int(1)?, row.digest(2)?.0);
            let mut count = 0;
            let mut before = [0; 32];
            'chain: loop {
                let page = self.query("walk the looks", looks, values![writer.0, count, PAGE]);
                let page = page.await?;
                if page.is_empty() {
                    break;
                }
                for mut row in page {
                    let (look, n, hash) = read_look(writer, &mut row)?;
                    if n != count + 1 || hash != look_hash(&look, n, before) {
                        break 'chain;
                    }
                    count = n;
                    before = hash;
                }
            }
            if count < end || (count == end && before != end_hash) {
                bad.push(BadEntry {
                    case: None,
                    n: Some(count + 1),
                    what: format!("A look of the instance {writer} is missing or was changed."),
                });
            }
        }
        Ok(())
    }

    pub(super) async fn verify_checkpoints(&self, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let mut before = Digest([0; 32]).to_string();
        let mut n = 0;
        for checkpoint in self.checkpoints("ORDER BY n").await? {
            n += 1;
            let hash = checkpoint.work_out_hash();
            let holds = checkpoint.n == n
                && checkpoint.before == before
                && checkpoint.hash == Digest(hash).to_string()
                && self.keys().signed(&hash, &unhex(&checkpoint.signature)?);
            if !holds {
                bad.push(BadEntry {
                    case: None,
                    n: Some(n),
                    what: "A checkpoint is missing or was changed.".into(),
                });
                return Ok(());
            }
            before.clone_from(&checkpoint.hash);
            self.verify_covered(&checkpoint.covers, bad).await?;
        }
        Ok(())
    }

    /// Holds the chains against what a checkpoint says of them.
    async fn verify_covered(&self, covers: &str, bad: &mut Vec<BadEntry>) -> Result<(), Fault> {
        let covers: Covers =
            serde_json::from_str(covers).map_err(|_| Fault::broken("what a checkpoint covers cannot be read"))?;
        let event = "SELECT hash FROM event WHERE case_id = ?1 AND n = ?2";
        let look = "SELECT hash FROM look WHERE writer = ?1 AND n = ?2";
        let cases = covers.cases.into_iter().map(|entry| (event, true, entry));
        let looks = covers.looks.into_iter().map(|entry| (look, false, entry));
        for (sql, is_case, (id, n, hash)) in cases.chain(looks) {
            let rows = self
                .query("hold a checkpoint against a chain", sql, values![id, n])
                .await?;
            let found = rows.into_iter().next().map(|mut row| row.digest(0)).transpose()?;
            if found.is_none_or(|found| found.to_string() != hash) {
                bad.push(BadEntry {
                    case: is_case.then_some(CaseId(id)),
                    n: Some(n),
                    what: "What a checkpoint covers is missing or was changed.".into(),
                });
            }
        }
        Ok(())
    }
}

fn read_look(writer: WriterId, row: &mut Row) -> Result<(Look, i64, [u8; 32]), Fault> {
    let look = Look {
        writer,
        organisation: OrganisationId::from(row.text(0)?),
        staff: StaffId(row.uuid(2)?),
        case: row.maybe(3, Row::uuid)?.map(CaseId),
        list: row.maybe(4, Row::text)?,
        reason: row.text(5)?,
        at: row.time(6)?,
    };
    Ok((look, row.int(1)?, row.digest(7)?.0))
}
