//! Who may see a case: the rows of those to whom it is restricted, and of those from whom it is hidden. Each pair of
//! statements may run in any order.

use exemplar_core::id::{CaseId, OrganisationId};
use exemplar_core::record::AccessChange;

use super::step;
use crate::value::{Expect, Step, text, values};

/// Kinds of rows.
pub(crate) const NAMED: &str = "named";
pub(crate) const KNOWS: &str = "knows";

const INSERT: &str = "INSERT INTO case_access (case_id, organisation, kind, staff) VALUES (?1, ?2, ?3, ?4) \
    ON CONFLICT DO NOTHING";

pub(super) fn steps(case: CaseId, organisation: &OrganisationId, change: &AccessChange) -> Vec<Step> {
    let insert = |kind: &'static str, staff: uuid::Uuid| {
        let values = values![case.0, text(organisation.as_str()), kind, staff];
        step(INSERT, Expect::Any, values)
    };
    let named = match change {
        AccessChange::Hidden(staff) => return vec![insert(KNOWS, staff.0)],
        AccessChange::Restricted(named) => named,
    };
    let mut sql = String::from("DELETE FROM case_access WHERE case_id = ?1 AND kind = ?2");
    let mut values = values![case.0, NAMED];
    if !named.is_empty() {
        let marks: Vec<_> = (0..named.len()).map(|i| format!("?{}", i + 3)).collect();
        sql.push_str(&format!(" AND staff NOT IN ({})", marks.join(", ")));
        values.extend(named.iter().map(|staff| staff.0.into()));
    }
    let mut steps = vec![Step {
        sql: sql.into(),
        values,
        expect: Expect::Any,
    }];
    steps.extend(named.iter().map(|staff| insert(NAMED, staff.0)));
    steps
}
