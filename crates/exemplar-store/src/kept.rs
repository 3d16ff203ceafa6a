//! What staff typed or asked for, kept sealed for a short while: searches, forms that came after a session had ended, and
//! what came of forms of other systems. The database holds a keyed hash of the id that an address carries, never the id.

use exemplar_core::id::StaffId;
use exemplar_core::permission::Staff;
use jiff::Timestamp;

use crate::Fault;
use crate::plan::step;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Expect, values};

/// One person keeps at most so many of a kind; the oldest make room. What is kept for a day leaves room for what is kept
/// for minutes.
const KEPT_LIMIT: i64 = 20;

/// Purpose of the keyed hash of an id, and of the key that seals.
const KEPT: &str = "kept";

impl Store {
    /// Keeps something for a member of staff until a moment, under an id that nobody can guess.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep(
        &self,
        staff: &Staff,
        kind: &'static str,
        id: &str,
        until: Timestamp,
        what: &serde_json::Value,
    ) -> Result<(), Fault> {
        let (key_id, key) = self.keys().newest(KEPT, staff.organisation.as_str())?;
        let sealed = key.seal_record(&BoundTo::named(KEPT, staff.id.0, 0, kind, 0), what)?;
        let room = step(
            "DELETE FROM kept_for_staff WHERE staff = ?1 AND kind = ?4 AND hash <> ?3 AND hash NOT IN \
             (SELECT hash FROM kept_for_staff WHERE staff = ?1 AND kind = ?4 AND hash <> ?3 \
             ORDER BY until DESC, hash LIMIT ?2)",
            Expect::Any,
            values![staff.id.0, KEPT_LIMIT - 1, self.kept_hash(id), kind],
        );
        let insert = step(
            "INSERT INTO kept_for_staff (hash, organisation, staff, kind, until, key_id, sealed) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
            Expect::Guard,
            values![
                self.kept_hash(id),
                staff.organisation.to_string(),
                staff.id.0,
                kind,
                until,
                key_id,
                sealed
            ],
        );
        match self.inner.engine.write(vec![insert, room], None).await? {
            crate::value::Written::Done => Ok(()),
            _ => Err(Fault::Defect("an id that nobody can guess was drawn twice".into())),
        }
    }

    /// What was kept for a member of staff, while its time lasts.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn kept(
        &self,
        staff: StaffId,
        kind: &'static str,
        id: &str,
        now: Timestamp,
    ) -> Result<Option<serde_json::Value>, Fault> {
        let sql = "SELECT organisation, key_id, sealed FROM kept_for_staff \
            WHERE hash = ?1 AND staff = ?2 AND kind = ?3 AND until > ?4";
        let values = values![self.kept_hash(id), staff.0, kind, now];
        let rows = self.query("read what was kept", sql, values).await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let organisation = row.text(0)?;
        let key = self.keys().by_id(&row.text(1)?, KEPT, &organisation)?;
        let opened = key.open_record(&BoundTo::named(KEPT, staff.0, 0, kind, 0), &row.bytes(2)?)?;
        Ok(Some(opened))
    }

    /// Forgets one thing that was kept. Answers whether it was there: of two who use it at once, one gets it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drop_kept(&self, id: &str) -> Result<bool, Fault> {
        let sql = "DELETE FROM kept_for_staff WHERE hash = ?1 RETURNING kind";
        let values = values![self.kept_hash(id)];
        let rows = self.inner.engine.write_rows("forget what was kept", sql.into(), values);
        Ok(!rows.await?.is_empty())
    }

    /// Forgets all whose time is over. Answers how many there were.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_kept(&self, now: Timestamp) -> Result<usize, Fault> {
        let sql = "DELETE FROM kept_for_staff WHERE until <= ?1 RETURNING kind";
        let rows = self
            .inner
            .engine
            .write_rows("forget what was kept", sql.into(), values![now]);
        Ok(rows.await?.len())
    }

    fn kept_hash(&self, id: &str) -> [u8; 32] {
        self.keys().hash(KEPT, "", id)
    }
}
