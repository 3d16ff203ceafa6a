//! Guesses at codes, references and sign-ins, counted in the store and so over all instances.

use jiff::{SignedDuration, Timestamp};

use crate::Fault;
use crate::store::Store;
use crate::value::values;

impl Store {
    /// Counts one more guess at what `hash` stands for, and answers how many there were in the window that the first
    /// one opened, this one included.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn count_guess(
        &self,
        kind: &'static str,
        hash: [u8; 32],
        now: Timestamp,
        window: SignedDuration,
    ) -> Result<i64, Fault> {
        let sql = "INSERT INTO guess (kind, hash, organisation, count, until) VALUES (?1, ?2, '', 1, ?3) \
            ON CONFLICT (kind, hash) DO UPDATE SET \
            count = CASE WHEN guess.until <= ?4 THEN 1 ELSE guess.count + 1 END, \
            until = CASE WHEN guess.until <= ?4 THEN excluded.until ELSE guess.until END RETURNING count";
        let until = now.saturating_add(window).unwrap_or(Timestamp::MAX);
        let values = values![kind, hash, until, now];
        let engine = &self.inner.engine;
        let rows = engine.write_rows("count a guess", sql.into(), values).await?;
        let row = rows.into_iter().next();
        row.ok_or_else(|| Fault::broken("a guess was not counted"))?.int(0)
    }

    /// Takes one back that was counted for nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn uncount_guess(&self, kind: &'static str, hash: [u8; 32]) -> Result<(), Fault> {
        let sql = "UPDATE guess SET count = count - 1 WHERE kind = ?1 AND hash = ?2 AND count > 0 RETURNING count";
        let engine = &self.inner.engine;
        let rows = engine.write_rows("take a guess back", sql.into(), values![kind, hash]);
        rows.await.map(|_| ())
    }

    /// Forgets guesses whose window is over. Answers how many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_guesses(&self, now: Timestamp) -> Result<usize, Fault> {
        let sql = "DELETE FROM guess WHERE until <= ?1 RETURNING count";
        let engine = &self.inner.engine;
        let rows = engine.write_rows("forget guesses", sql.into(), values![now]).await?;
        Ok(rows.len())
    }
}
