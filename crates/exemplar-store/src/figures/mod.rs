//! Figures: observations are counted into roll-ups, and pages read roll-ups alone. [`counting`] counts, [`volumes`] keeps
//! what staff enter of other channels.

mod counting;
mod volumes;

pub use volumes::{NewVolume, VolumeEntry};

use exemplar_core::figures::{Counted, Month};
use exemplar_core::id::ServiceId;
use exemplar_core::record::ObservationKind;

use crate::Fault;
use crate::store::Store;
use crate::value::{Row, text, values};
use crate::words::Word;

impl Store {
    /// What was counted of a service since a month, by month: of the kinds that are published, and no more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn counted(&self, service: &ServiceId, since: Month) -> Result<Vec<Counted>, Fault> {
        let sql = "SELECT substr(day, 1, 7), kind, channel, amount, CAST(sum(count) AS BIGINT) FROM rollup \
            WHERE service = ?1 AND kind IN (?2, ?3, ?4, ?5, ?6) AND day >= ?7 \
            GROUP BY substr(day, 1, 7), kind, channel, amount ORDER BY 1, 2, 3, 4";
        let values = values![
            text(service.as_str()),
            ObservationKind::Started.word(),
            ObservationKind::Completed.word(),
            ObservationKind::Decided.word(),
            ObservationKind::Satisfaction.word(),
            ObservationKind::Volume.word(),
            since.first_day(),
        ];
        let rows = self.query("read what was counted", sql, values).await?;
        rows.into_iter().map(counted).collect()
    }
}

fn counted(mut row: Row) -> Result<Counted, Fault> {
    let month = row.text(0)?.parse();
    Ok(Counted {
        month: month.map_err(|_| Fault::broken("a roll-up has no month"))?,
        kind: Word::from_word(&row.text(1)?)?,
        channel: Word::from_word(&row.text(2)?)?,
        amount: row.int(3)?,
        count: u64::try_from(row.int(4)?).map_err(|_| Fault::broken("a roll-up is below nought"))?,
    })
}
