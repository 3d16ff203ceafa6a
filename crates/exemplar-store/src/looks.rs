//! Who looked at a case. How looks are written and chained is in [`crate::record`].

use exemplar_core::id::{CaseId, StaffId, WriterId};
use exemplar_core::record::Look;

use crate::Fault;
use crate::store::Store;
use crate::value::{Row, values};

impl Store {
    /// The looks at a case, the latest first and at most so many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn looks_at(&self, case: CaseId, at_most: i64) -> Result<Vec<Look>, Fault> {
        let sql = "SELECT writer, organisation, staff, list, reason, at FROM look WHERE case_id = ?1 \
            AND case_id IS NOT NULL ORDER BY at DESC, n DESC LIMIT ?2";
        let rows = self
            .query("read who looked at a case", sql, values![case.0, at_most])
            .await?;
        let look = |mut row: Row| {
            Ok(Look {
                writer: WriterId(row.uuid(0)?),
                organisation: row.text(1)?.into(),
                staff: StaffId(row.uuid(2)?),
                case: Some(case),
                list: row.maybe(3, Row::text)?,
                reason: row.text(4)?,
                at: row.time(5)?,
            })
        };
        rows.into_iter().map(look).collect()
    }

    /// How many looks an instance put on record.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn looks_of(&self, writer: WriterId) -> Result<i64, Fault> {
        let sql = "SELECT count FROM look_head WHERE writer = ?1";
        let rows = self.query("count looks", sql, values![writer.0]).await?;
        rows.into_iter().next().map_or(Ok(0), |mut row| row.int(0))
    }
}
