//! Counting: a batch of observations is added to the roll-ups and marked as counted, in one transaction. What comes late
//! is counted when it comes, and counting all of them anew gives the same numbers.

use jiff::Timestamp;

use crate::Fault;
use crate::engine::Engine;
use crate::plan::step;
use crate::store::Store;
use crate::value::{Expect, values};

/// So many observations are counted in one transaction: some milliseconds for those who write beside it.
const BATCH: i64 = 2_000;

/// Roll-ups of the rows that `FROM` names; what is added to those that are there.
const ADD: &str = "INSERT INTO rollup (service, kind, day, organisation, question, detail, channel, language, device, \
    definition, amount, count) SELECT service, kind, day, min(organisation), coalesce(question, ''), \
    coalesce(detail, ''), channel, language, device, definition, coalesce(amount, 0), count(*)";
/// Always in the same order, so that two who add at once do not wait for each other in a circle.
const BY_KEY: &str = "GROUP BY service, kind, day, coalesce(question, ''), coalesce(detail, ''), channel, language, \
    device, definition, coalesce(amount, 0) ORDER BY 1, 3, 2, 5, 6, 7, 8, 9, 10, 11";
const ONTO: &str = "ON CONFLICT (service, kind, day, question, detail, channel, language, device, definition, amount) \
    DO UPDATE SET count = rollup.count + excluded.count";

impl Store {
    /// Counts a batch of observations that are not counted yet. Answers whether there were any.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn count_observations(&self) -> Result<bool, Fault> {
        let waiting = "SELECT 1 FROM observation WHERE counted = 0 LIMIT 1";
        let waiting = self.query("look for what is not counted", waiting, values![]).await?;
        if waiting.is_empty() {
            return Ok(false);
        }
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => {
                // One thread writes, so both statements see the same rows.
                let batch = "SELECT service, day, id FROM observation WHERE counted = 0 ORDER BY id LIMIT ?1";
                let from = format!("FROM observation WHERE (service, day, id) IN ({batch})");
                let mark = format!("UPDATE observation SET counted = 1 WHERE (service, day, id) IN ({batch})");
                let steps = vec![
                    step(format!("{ADD} {from} {BY_KEY} {ONTO}"), Expect::Any, values![BATCH]),
                    step(mark, Expect::Any, values![BATCH]),
                ];
                sqlite.write(steps).await?;
            }
            Engine::Postgres(postgres) => {
                // Picked once and locked: what another worker has is left to it. They are found again by their keys alone:
                // asked for the uncounted ones, a plan may hold each of them against each.
                let sql = format!(
                    "WITH picked AS MATERIALIZED (SELECT service, day, id FROM observation WHERE counted = 0 \
                     ORDER BY id LIMIT ?1 FOR UPDATE SKIP LOCKED), \
                     taken AS (UPDATE observation o SET counted = 1 FROM picked p WHERE o.service = p.service \
                     AND o.day = p.day AND o.id = p.id RETURNING o.*) \
                     {ADD} FROM taken {BY_KEY} {ONTO} RETURNING count"
                );
                postgres.write_rows("count observations", &sql, &[BATCH.into()]).await?;
            }
        }
        Ok(true)
    }

    /// Counts all observations anew, in one transaction: the roll-ups are what they would be had they been counted once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn recount_observations(&self) -> Result<(), Fault> {
        let add = format!("{ADD} FROM observation {BY_KEY}");
        let mark = "UPDATE observation SET counted = 1 WHERE counted = 0";
        match &self.inner.engine {
            Engine::Sqlite(sqlite) => {
                let steps = ["DELETE FROM rollup".to_owned(), add, mark.to_owned()];
                let steps = steps.map(|sql| step(sql, Expect::Any, values![]));
                sqlite.write(steps.into()).await.map(|_| ())
            }
            // Locked before the first row is read, so that no worker counts meanwhile; all statements read the rows of
            // one moment, so that one that is added meanwhile is neither counted nor marked.
            Engine::Postgres(postgres) => {
                let lock = "LOCK TABLE rollup IN EXCLUSIVE MODE";
                let sql = format!("SET LOCAL enable_seqscan = on; {lock}; DELETE FROM rollup; {add}; {mark}");
                postgres.run_together("count all observations anew", &sql).await
            }
        }
    }

    /// Since when observations wait to be counted; none where all are. Their ids tell when they were made.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn uncounted_since(&self) -> Result<Option<Timestamp>, Fault> {
        let sql = "SELECT id FROM observation WHERE counted = 0 ORDER BY id LIMIT 1";
        let rows = self.query("look for what is not counted", sql, values![]).await?;
        let Some(mut row) = rows.into_iter().next() else {
            return Ok(None);
        };
        let made = row.uuid(0)?.get_timestamp();
        let made = made.ok_or_else(|| Fault::broken("the id of an observation holds no time"))?;
        let (seconds, nanoseconds) = made.to_unix();
        let seconds = i64::try_from(seconds).map_err(|_| Fault::broken("an observation was made too late"))?;
        Timestamp::new(seconds, i32::try_from(nanoseconds).unwrap_or(0))
            .map(Some)
            .map_err(|_| Fault::broken("an observation was made too late"))
    }
}
