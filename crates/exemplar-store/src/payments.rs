//! The lists of whoever notes payments: cases that wait for their fee, and payments to be paid back. Only clear columns
//! are read, and nothing of a case but what is to be paid.

use exemplar_core::id::{CaseId, Reference, ServiceId};
use exemplar_core::permission::Scope;
use jiff::civil::Date;

use crate::Fault;
use crate::queue::PAGE;
use crate::scope::within;
use crate::store::Store;
use crate::value::{Row, values};

/// A case that waits for its fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnpaidCase {
    /// The case.
    pub case: CaseId,
    /// Its service.
    pub service: ServiceId,
    /// Under which the applicant pays.
    pub reference: Option<Reference>,
    /// When the applicant last worked on it.
    pub since: Date,
    /// What is left to pay, in the smallest coins of the currency.
    pub minor_units: i64,
    /// ISO 4217.
    pub currency: String,
}

/// A payment that is to be paid back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundDue {
    /// Its case.
    pub case: CaseId,
    /// The service.
    pub service: ServiceId,
    /// Under which it was paid.
    pub reference: Option<Reference>,
    /// The payment's place among the case's money lines.
    pub n: i32,
    /// In the smallest coins of the currency.
    pub minor_units: i64,
    /// ISO 4217.
    pub currency: String,
    /// How it was paid.
    pub means: String,
    /// What the provider calls it.
    pub provider_reference: Option<String>,
}

impl Store {
    /// The cases of a scope that wait for their fee, longest first; at most [`PAGE`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn unpaid_cases(&self, scope: &Scope) -> Result<Vec<UnpaidCase>, Fault> {
        if scope.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = "SELECT c.id, c.service, c.reference, c.active_on, \
            (SELECT CAST(SUM(CASE WHEN m.kind IN ('charge', 'refund') THEN m.minor_units ELSE -m.minor_units END) AS BIGINT) \
             FROM money_line m WHERE m.case_id = c.id AND m.state IN ('due', 'received', 'settled')), \
            (SELECT MAX(m.currency) FROM money_line m WHERE m.case_id = c.id) \
            FROM cases c WHERE c.phase <> 'draft' AND c.phase = 'waiting_for_payment' AND "
            .to_owned();
        let mut values = Vec::new();
        within(self.keys(), scope, &mut sql, &mut values);
        sql.push_str(&format!(" ORDER BY c.active_on, c.id LIMIT {PAGE}"));
        let rows = self.query("list the cases that wait for payment", &sql, values).await?;
        let unpaid = |mut row: Row| {
            Ok(UnpaidCase {
                case: CaseId(row.uuid(0)?),
                service: row.text(1)?.into(),
                reference: row.maybe(2, Row::text)?.map(Reference),
                since: row.date(3)?,
                minor_units: row.maybe(4, Row::int)?.unwrap_or_default(),
                currency: row.maybe(5, Row::text)?.unwrap_or_default(),
            })
        };
        rows.into_iter().map(unpaid).collect()
    }

    /// The payments of a scope that are to be paid back, by case; at most [`PAGE`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn refunds_due(&self, scope: &Scope) -> Result<Vec<RefundDue>, Fault> {
        if scope.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql =
            "SELECT c.id, c.service, c.reference, m.n, m.minor_units, m.currency, m.means, m.provider_reference \
            FROM money_line m JOIN cases c ON c.id = m.case_id WHERE m.state = 'to_refund' AND "
                .to_owned();
        let mut values = Vec::new();
        within(self.keys(), scope, &mut sql, &mut values);
        sql.push_str(&format!(" ORDER BY m.case_id, m.n LIMIT {PAGE}"));
        let rows = self.query("list the payments to pay back", &sql, values).await?;
        let refund = |mut row: Row| {
            Ok(RefundDue {
                case: CaseId(row.uuid(0)?),
                service: row.text(1)?.into(),
                reference: row.maybe(2, Row::text)?.map(Reference),
                n: row.small(3)?,
                minor_units: row.int(4)?,
                currency: row.text(5)?,
                means: row.text(6)?,
                provider_reference: row.maybe(7, Row::text)?,
            })
        };
        rows.into_iter().map(refund).collect()
    }

    /// Whether a case of which something is to be paid, or was, is in a scope. What is not there and what is not theirs
    /// is the same answer.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn has_payments_in_scope(&self, scope: &Scope, case: CaseId) -> Result<bool, Fault> {
        if scope.is_empty() {
            return Ok(false);
        }
        let mut sql = "SELECT 1 FROM cases c WHERE c.id = ?1 AND c.phase <> 'waiting_for_others' \
            AND EXISTS (SELECT 1 FROM money_line m WHERE m.case_id = c.id) AND "
            .to_owned();
        let mut values = values![case.0];
        within(self.keys(), scope, &mut sql, &mut values);
        let rows = self.query("look whether payments are in a scope", &sql, values).await?;
        Ok(!rows.is_empty())
    }
}
