//! Which cases follow which version of a service: what a new version would touch. Only clear columns are read.

use exemplar_core::id::{CaseId, Digest, ServiceId};
use exemplar_core::record::Phase;
use jiff::civil::Date;

use crate::Fault;
use crate::store::Store;
use crate::value::{text, values};
use crate::words::Word;

/// So many cases of a service are in a phase under a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CasesOfVersion {
    /// The version.
    pub definition: Digest,
    /// Where they are.
    pub phase: Phase,
    /// How many.
    pub count: u64,
}

impl Store {
    /// How many cases of a service follow each version, by phase.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cases_by_version(&self, service: &ServiceId) -> Result<Vec<CasesOfVersion>, Fault> {
        let sql = "SELECT definition, phase, CAST(count(*) AS BIGINT) FROM cases WHERE service = ?1 \
            GROUP BY definition, phase ORDER BY 1, 2";
        let values = values![text(service.as_str())];
        let rows = self.query("count the cases of each version", sql, values).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(CasesOfVersion {
                    definition: row.digest(0)?,
                    phase: Word::from_word(&row.text(1)?)?,
                    count: u64::try_from(row.int(2)?).map_err(|_| Fault::broken("a count is below nought"))?,
                })
            })
            .collect()
    }

    /// A page of the drafts of a service, those first that were idle longest. One that is worked on meanwhile may come
    /// again on a later page.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn drafts_of(
        &self,
        service: &ServiceId,
        after: Option<(Date, CaseId)>,
        at_most: usize,
    ) -> Result<Vec<(Date, CaseId)>, Fault> {
        let mut sql = "SELECT active_on, id FROM cases WHERE phase = 'draft' AND service = ?1".to_owned();
        let mut values = values![text(service.as_str())];
        if let Some((day, case)) = after {
            values.extend(values![day, case.0]);
            sql.push_str(" AND (active_on, id) > (?2, ?3)");
        }
        sql.push_str(&format!(" ORDER BY active_on, id LIMIT {at_most}"));
        let rows = self.query("read the drafts of a service", &sql, values).await?;
        rows.into_iter()
            .map(|mut row| Ok((row.date(0)?, CaseId(row.uuid(1)?))))
            .collect()
    }
}
