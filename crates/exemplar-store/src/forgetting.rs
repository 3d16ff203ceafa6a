//! Forgetting what has run out: sessions, links and holds, guesses, jobs that were given up, feedback, copies before an upgrade.
//! Which table follows which rule is in [`crate::keeping`]; cases are erased in `erasing`.

use std::time::{Duration, SystemTime};

use jiff::{SignedDuration, Timestamp};

use crate::Fault;
use crate::engine::Engine;
use crate::keeping::{DEAD_JOB_DAYS, FEEDBACK_DAYS};
use crate::store::Store;
use crate::value::{Value, values};

/// A claim whose time is over is kept so much longer: clocks of instances differ.
const CLAIM_MARGIN: SignedDuration = SignedDuration::from_hours(24);
/// A copy of before an upgrade holds what was erased since, and is kept so long.
const COPY_KEPT: Duration = Duration::from_secs(35 * 24 * 60 * 60);

/// How many rows were forgotten.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Sessions of staff.
    pub sessions: usize,
    /// Links and holds.
    pub claims: usize,
    /// Windows of guesses.
    pub guesses: usize,
    /// Jobs that were given up.
    pub jobs: usize,
    /// What people wrote of services.
    pub feedback: usize,
    /// Copies of the database.
    pub copies: usize,
}

impl Store {
    /// Forgets what has run out. Run it each day.
    ///
    /// # Errors
    /// If the database fails, or a copy cannot be removed.
    pub async fn forget_what_ran_out(&self, now: Timestamp) -> Result<Forgotten, Fault> {
        let before = |span| now.saturating_sub(span).unwrap_or(Timestamp::MIN);
        let sessions = "DELETE FROM staff_session WHERE ends <= ?1 RETURNING started";
        let claims = "DELETE FROM claim WHERE until <= ?1 RETURNING until";
        let jobs = "DELETE FROM job WHERE state = 'dead' AND died <= ?1 RETURNING tries";
        let feedback = "DELETE FROM feedback WHERE day < ?1 RETURNING day";
        let before_year = before(SignedDuration::from_hours(FEEDBACK_DAYS * 24))
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date();
        let dead = before(SignedDuration::from_hours(DEAD_JOB_DAYS * 24));
        Ok(Forgotten {
            sessions: self.forget(sessions, values![now]).await?,
            claims: self.forget(claims, values![before(CLAIM_MARGIN)]).await?,
            guesses: self.forget_guesses(now).await?,
            jobs: self.forget(jobs, values![dead]).await?,
            feedback: self.forget(feedback, values![before_year]).await?,
            copies: self.forget_copies(now)?,
        })
    }

    async fn forget(&self, sql: &'static str, values: Vec<Value>) -> Result<usize, Fault> {
        let engine = &self.inner.engine;
        let rows = engine.write_rows("forget what ran out", sql.into(), values).await?;
        Ok(rows.len())
    }

    /// Removes the copies that were made of an SQLite database before it was migrated.
    fn forget_copies(&self, now: Timestamp) -> Result<usize, Fault> {
        let Engine::Sqlite(sqlite) = &self.inner.engine else {
            return Ok(0);
        };
        let cannot = |error| Fault::database("remove old copies of the database", error);
        let (Some(folder), Some(name)) = (sqlite.path().parent(), sqlite.path().file_name()) else {
            return Ok(0);
        };
        let prefix = format!("{}.before-", name.to_string_lossy());
        let mut removed = 0;
        for entry in std::fs::read_dir(folder).map_err(cannot)? {
            let entry = entry.map_err(cannot)?;
            if !entry.file_name().to_string_lossy().starts_with(&prefix) {
                continue;
            }
            let made = entry.metadata().and_then(|file| file.modified()).map_err(cannot)?;
            let age = SystemTime::from(now).duration_since(made).unwrap_or_default();
            if age > COPY_KEPT {
                std::fs::remove_file(entry.path()).map_err(cannot)?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}
