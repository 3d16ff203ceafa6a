//! Volumes of other channels, as staff entered them. Each entry writes, in the same commit, an observation of how much it
//! differs from the one before: so it is counted like all else, and the last entry is what counts.

use exemplar_core::figures::Month;
use exemplar_core::id::{ServiceId, StaffId};
use exemplar_core::record::{Channel, Observation};
use jiff::Timestamp;

use crate::Fault;
use crate::plan::{observation, step};
use crate::store::Store;
use crate::value::{Expect, Row, Written, text, values};
use crate::words::Word;

/// A volume that was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VolumeEntry {
    /// Of which month.
    pub month: Month,
    /// By which channel.
    pub channel: Channel,
    /// Which entry of this month and channel, from 1.
    pub n: i64,
    /// How many transactions were completed.
    pub volume: i64,
    /// Who entered it.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// A volume to be entered, and the observation of how much it differs from the entry before.
#[derive(Debug, Clone)]
pub struct NewVolume {
    /// The entry; its number is one more than that of the last one that was read.
    pub entry: VolumeEntry,
    /// What is counted.
    pub difference: Observation,
}

/// Entries that one list reads: thirteen months of six channels, with many corrections.
const LIST_LIMIT: i64 = 2_000;

impl Store {
    /// All entries for a service since a month, by month and channel, each with those before it first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn volumes(&self, service: &ServiceId, since: Month) -> Result<Vec<VolumeEntry>, Fault> {
        let sql = "SELECT month, channel, n, volume, entered_by, entered_at FROM volume_entry \
            WHERE service = ?1 AND month >= ?2 ORDER BY month DESC, channel, n LIMIT ?3";
        let values = values![text(service.as_str()), since.to_string(), LIST_LIMIT];
        let rows = self.query("read the volumes of channels", sql, values).await?;
        rows.into_iter().map(entry).collect()
    }

    /// Enters volumes: all of them, or none where somebody else has entered one of them since. Answers which.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn enter_volumes(&self, volumes: &[NewVolume]) -> Result<bool, Fault> {
        let insert = |new: &NewVolume| {
            step(
                "INSERT INTO volume_entry (service, month, channel, n, organisation, volume, entered_by, entered_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
                Expect::Guard,
                values![
                    text(new.difference.service.as_str()),
                    new.entry.month.to_string(),
                    new.entry.channel.word(),
                    new.entry.n,
                    text(new.difference.organisation.as_str()),
                    new.entry.volume,
                    new.entry.by.0,
                    new.entry.at
                ],
            )
        };
        let mut steps: Vec<_> = volumes.iter().map(insert).collect();
        steps.extend(volumes.iter().map(|new| observation(&new.difference)));
        Ok(self.inner.engine.write(steps, None).await? == Written::Done)
    }
}

fn entry(mut row: Row) -> Result<VolumeEntry, Fault> {
    let month = row.text(0)?.parse();
    Ok(VolumeEntry {
        month: month.map_err(|_| Fault::broken("a volume has no month"))?,
        channel: Word::from_word(&row.text(1)?)?,
        n: row.int(2)?,
        volume: row.int(3)?,
        by: StaffId(row.uuid(4)?),
        at: row.time(5)?,
    })
}
