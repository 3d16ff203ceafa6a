//! Guesses at codes, references and sign-ins, counted in the store and so over all instances.

use std::collections::BTreeMap;

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
        let counts = self.count_guesses(kind, &[hash], now, window).await?;
        let count = counts.get(&hash).copied();
        count.ok_or_else(|| Fault::broken("a guess was not counted"))
    }

    /// Counts these guesses in one write, and answers how many there were for each hash, these included. A hash may
    /// come more than once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn count_guesses(
        &self,
        kind: &'static str,
        hashes: &[[u8; 32]],
        now: Timestamp,
        window: SignedDuration,
    ) -> Result<BTreeMap<[u8; 32], i64>, Fault> {
        // One row for each, in one order for all: two who count at once do not wait for each other in a circle.
        let mut more = BTreeMap::<[u8; 32], i64>::new();
        for hash in hashes {
            *more.entry(*hash).or_default() += 1;
        }
        if more.is_empty() {
            return Ok(more);
        }
        let until = now.saturating_add(window).unwrap_or(Timestamp::MAX);
        let mut values = values![kind, until, now];
        let mut rows = Vec::with_capacity(more.len());
        for (hash, count) in more {
            let place = values.len() + 1;
            rows.push(format!("(?1, ?{place}, '', ?{}, ?2)", place + 1));
            values.extend(values![hash, count]);
        }
        let sql = format!(
            "INSERT INTO guess (kind, hash, organisation, count, until) VALUES {} \
             ON CONFLICT (kind, hash) DO UPDATE SET \
             count = CASE WHEN guess.until <= ?3 THEN excluded.count ELSE guess.count + excluded.count END, \
             until = CASE WHEN guess.until <= ?3 THEN excluded.until ELSE guess.until END RETURNING hash, count",
            rows.join(", ")
        );
        let rows = self.inner.engine.write_rows("count guesses", sql, values).await?;
        rows.into_iter()
            .map(|mut row| {
                let hash = <[u8; 32]>::try_from(row.bytes(0)?);
                Ok((
                    hash.map_err(|_| Fault::broken("a hash of another length"))?,
                    row.int(1)?,
                ))
            })
            .collect()
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
