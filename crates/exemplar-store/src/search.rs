//! Finding cases by a term. Only cases that were handed in are found: drafts have no terms, and are left out all the
//! same.

use exemplar_core::id::{CaseId, OrganisationId};
use exemplar_core::record::SearchTerm;

use crate::Fault;
use crate::store::Store;
use crate::value::{text, values};

/// At most so many cases are found by one term.
const FOUND_LIMIT: i64 = 100;

impl Store {
    /// The keyed hash of a term: what the database holds of it.
    #[must_use]
    pub fn term_hash(&self, organisation: &OrganisationId, term: &SearchTerm) -> [u8; 32] {
        crate::plan::term_hash(self.keys(), organisation.as_str(), term)
    }

    /// The cases that were handed in and have the term with this hash, newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cases_by_term(
        &self,
        organisation: &OrganisationId,
        kind: &str,
        hash: [u8; 32],
    ) -> Result<Vec<CaseId>, Fault> {
        let sql = "SELECT t.case_id FROM search_term t JOIN cases c ON c.id = t.case_id \
            WHERE t.organisation = ?1 AND t.kind = ?2 AND t.hash = ?3 AND c.phase <> 'draft' \
            ORDER BY t.case_id DESC LIMIT ?4";
        let values = values![text(organisation.as_str()), text(kind), hash, FOUND_LIMIT];
        let rows = self.query("find cases by a term", sql, values).await?;
        rows.into_iter().map(|mut row| Ok(CaseId(row.uuid(0)?))).collect()
    }
}
