//! A scope as a condition: every list and every case that staff ask for carries it in the WHERE.

use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::permission::{Reach, Scope};
use exemplar_core::search::party;

use crate::Fault;
use crate::keys::Keys;
use crate::plan::access::{KNOWS, NAMED};
use crate::plan::term_hash;
use crate::queue::and;
use crate::store::Store;
use crate::value::{Value, text, values};

/// The condition that a case `c` is in a scope: in one of its stretches, without a part of this person in it, not
/// hidden from them, and not restricted to others unless they answer for it as an owner.
pub(crate) fn within(keys: &Keys, scope: &Scope, sql: &mut String, values: &mut Vec<Value>) {
    sql.push('(');
    stretches(scope.reaches().iter(), sql, values);
    sql.push(')');
    // Terms are hashed under the key of the organisation that held the case when it was handed in.
    let own = party(scope.email());
    let mut organisations: Vec<&str> = scope
        .reaches()
        .iter()
        .map(|reach| reach.organisation.as_str())
        .collect();
    organisations.sort_unstable();
    organisations.dedup();
    values.push(own.kind.into());
    sql.push_str(&format!(
        " AND NOT EXISTS (SELECT 1 FROM search_term p WHERE p.case_id = c.id AND p.kind = ?{} AND p.hash IN (",
        values.len()
    ));
    for (place, organisation) in organisations.into_iter().enumerate() {
        values.push(term_hash(keys, organisation, &own).into());
        let comma = if place == 0 { "" } else { ", " };
        sql.push_str(&format!("{comma}?{}", values.len()));
    }
    values.extend(values![scope.staff().0, KNOWS, NAMED]);
    let (staff, knows, named) = (values.len() - 2, values.len() - 1, values.len());
    sql.push_str(&format!(
        ")) AND NOT EXISTS (SELECT 1 FROM case_access k WHERE k.case_id = c.id AND k.kind = ?{knows} \
         AND k.staff = ?{staff}) \
         AND (NOT EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.id AND r.kind = ?{named}) \
         OR EXISTS (SELECT 1 FROM case_access r WHERE r.case_id = c.id AND r.kind = ?{named} AND r.staff = ?{staff})"
    ));
    let owned = || scope.reaches().iter().filter(|reach| reach.is_owner);
    if owned().next().is_some() {
        sql.push_str(" OR ");
        stretches(owned(), sql, values);
    }
    sql.push(')');
}

/// The condition that a case `c` is in one of some stretches.
fn stretches<'a>(reaches: impl Iterator<Item = &'a Reach>, sql: &mut String, values: &mut Vec<Value>) {
    for (place, reach) in reaches.enumerate() {
        sql.push_str(if place == 0 { "(" } else { " OR (" });
        values.push(text(reach.organisation.as_str()));
        sql.push_str(&format!("c.organisation = ?{}", values.len()));
        if let Some(office) = &reach.office {
            and(sql, values, "c.office =", text(office.as_str()));
        }
        if let Some(service) = &reach.service {
            and(sql, values, "c.service =", text(service.as_str()));
        }
        sql.push(')');
    }
}

/// The condition that a case `c` was handed in. What waits for its fee after a decision was.
pub(crate) const SENT: &str = "c.phase NOT IN ('draft', 'waiting_for_others') \
    AND (c.phase <> 'waiting_for_payment' OR c.submitted IS NOT NULL)";

impl Store {
    /// Whether a case that was handed in is in a scope. What is not there and what is not theirs is the same answer.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_in_scope(&self, scope: &Scope, case: CaseId) -> Result<bool, Fault> {
        if scope.is_empty() {
            return Ok(false);
        }
        let mut sql = format!("SELECT 1 FROM cases c WHERE c.id = ?1 AND {SENT} AND ");
        let mut values = values![case.0];
        within(self.keys(), scope, &mut sql, &mut values);
        let rows = self.query("look whether a case is in a scope", &sql, values).await?;
        Ok(!rows.is_empty())
    }

    /// To whom a case is restricted; nobody where it is not.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn restricted_to(&self, case: CaseId) -> Result<Vec<StaffId>, Fault> {
        let sql = "SELECT staff FROM case_access WHERE case_id = ?1 AND kind = ?2 ORDER BY staff";
        let rows = self
            .query("read to whom a case is restricted", sql, values![case.0, NAMED])
            .await?;
        rows.into_iter().map(|mut row| Ok(StaffId(row.uuid(0)?))).collect()
    }
}
