//! Who looked at a case. How looks are written and chained is in [`crate::record`].

use exemplar_core::id::{CaseId, StaffId, WriterId};
use exemplar_core::record::Look;

use crate::Fault;
use crate::store::Store;
use crate::value::{Row, values};

/// At most so many looks are listed, the latest of them.
const LIST_LIMIT: i64 = 500;

impl Store {
    /// The looks at a case, the latest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn looks_at(&self, case: CaseId) -> Result<Vec<Look>, Fault> {
        let sql = "SELECT writer, organisation, staff, reason, at FROM look WHERE case_id = ?1 \
            AND case_id IS NOT NULL ORDER BY at DESC, n DESC LIMIT ?2";
        let rows = self
            .query("read who looked at a case", sql, values![case.0, LIST_LIMIT])
            .await?;
        let look = |mut row: Row| {
            Ok(Look {
                writer: WriterId(row.uuid(0)?),
                organisation: row.text(1)?.into(),
                staff: StaffId(row.uuid(2)?),
                case: Some(case),
                list: None,
                reason: row.text(3)?,
                at: row.time(4)?,
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
