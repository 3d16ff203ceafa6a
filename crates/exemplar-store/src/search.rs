//! Finding cases by a term. Only cases that were handed in are found: drafts have no terms, and are left out all the
//! same.

use exemplar_core::id::{CaseId, OrganisationId};
use exemplar_core::permission::Scope;
use exemplar_core::record::SearchTerm;

use crate::Fault;
use crate::queue::{COLUMNS, InQueue, PAGE, REAL, and, in_queue};
use crate::scope::{SENT, within};
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

    /// A page of the cases of a scope that have all of these terms, newest first, after `after` where that is given;
    /// one more than [`PAGE`] where there is another page.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn search(
        &self,
        scope: &Scope,
        terms: &[SearchTerm],
        after: Option<CaseId>,
    ) -> Result<Vec<InQueue>, Fault> {
        if scope.is_empty() || terms.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = format!("{COLUMNS} WHERE {SENT} AND {REAL}");
        let mut values = Vec::new();
        let mut organisations: Vec<&str> = scope
            .reaches()
            .iter()
            .map(|reach| reach.organisation.as_str())
            .collect();
        organisations.sort_unstable();
        organisations.dedup();
        for term in terms {
            sql.push_str(" AND c.id IN (SELECT t.case_id FROM search_term t WHERE ");
            for (place, organisation) in organisations.iter().enumerate() {
                let hash = crate::plan::term_hash(self.keys(), organisation, term);
                values.extend(values![text(organisation), term.kind, hash]);
                let n = values.len();
                let or = if place == 0 { "" } else { " OR " };
                sql.push_str(&format!(
                    "{or}(t.organisation = ?{} AND t.kind = ?{} AND t.hash = ?{n})",
                    n - 2,
                    n - 1
                ));
            }
            sql.push(')');
        }
        sql.push_str(" AND ");
        within(self.keys(), scope, &mut sql, &mut values);
        if let Some(after) = after {
            and(&mut sql, &mut values, "c.id <", after.0.into());
        }
        // Ids rise with the time at which a case was begun.
        sql.push_str(&format!(" ORDER BY c.id DESC LIMIT {}", PAGE + 1));
        let rows = self.query("search for cases", &sql, values).await?;
        rows.into_iter().map(in_queue).collect()
    }

    /// A case of a scope by its reference, as a list shows it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn case_by_reference(&self, scope: &Scope, case: CaseId) -> Result<Option<InQueue>, Fault> {
        if !self.is_in_scope(scope, case).await? {
            return Ok(None);
        }
        let sql = format!("{COLUMNS} WHERE c.id = ?1");
        let rows = self.query("read a case of a list", &sql, values![case.0]).await?;
        rows.into_iter().next().map(in_queue).transpose()
    }
}
