//! The lists of staff: cases by the day by which they are to be decided, and letters to be posted. Each takes a
//! [`Scope`], which goes into the WHERE; there is no list without one. Only clear columns are read.

use exemplar_core::casework::{ASKED, PROPOSED};
use exemplar_core::id::{CaseId, MessageId, OfficeId, Reference, ServiceId, StaffId};
use exemplar_core::permission::Scope;
use exemplar_core::record::Phase;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::Fault;
use crate::scope::within;
use crate::store::Store;
use crate::value::{Row, Value, text, values};
use crate::words::Word;

/// A page of a list holds so many.
pub const PAGE: usize = 50;

/// Which cases of a scope are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueFilter {
    /// Submitted and waiting, or decided.
    pub phase: Phase,
    /// Of this office.
    pub office: Option<OfficeId>,
    /// Of this service.
    pub service: Option<ServiceId>,
    /// Of this person.
    pub assigned_to: Option<StaffId>,
    /// Of nobody yet.
    pub unassigned: bool,
    /// Those that go first at the front, before all others.
    pub urgent_first: bool,
    /// With a proposal that waits for a second officer.
    pub proposed: bool,
    /// To be decided before this day.
    pub due_before: Option<Date>,
    /// Submitted before this moment.
    pub submitted_before: Option<Timestamp>,
    /// After this place in the list.
    pub after: Option<QueuePlace>,
}

/// A place in the order of a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePlace {
    /// The day by which the case is to be decided.
    pub due: Date,
    /// The case.
    pub case: CaseId,
    /// Whether it is among those that go first.
    pub is_urgent: bool,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InQueue {
    /// The case.
    pub case: CaseId,
    /// Its service.
    pub service: ServiceId,
    /// Its office.
    pub office: Option<OfficeId>,
    /// What the applicant was given.
    pub reference: Option<Reference>,
    /// When it was submitted.
    pub submitted: Option<Timestamp>,
    /// The day by which it is to be decided.
    pub due: Option<Date>,
    /// Who took it.
    pub assigned_to: Option<StaffId>,
    /// Where it is, in the service's words.
    pub state: String,
}

/// A letter that waits for the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// Its case.
    pub case: CaseId,
    /// The message.
    pub message: MessageId,
    /// When it was made.
    pub at: Timestamp,
}

/// The condition that a case `c` is no preview's. Lists show those of a preview only where its name is asked for.
pub(crate) const REAL: &str = "c.service NOT LIKE '%~%'";

/// The condition that a case `c` goes first: a mark of its state.
const GOES_FIRST: &str = "c.state LIKE '% urgent%'";

/// What a list shows of a case.
pub(crate) const COLUMNS: &str =
    "SELECT c.id, c.service, c.office, c.reference, c.submitted, c.due, c.assigned_to, c.state FROM cases c";

impl Store {
    /// A page of the cases of a scope, those due first at the front; one more than [`PAGE`] where there is another page.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn queue(&self, scope: &Scope, filter: &QueueFilter) -> Result<Vec<InQueue>, Fault> {
        if scope.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = format!("{COLUMNS} WHERE c.phase <> 'draft' AND c.phase = ?1 AND ");
        let mut values = values![filter.phase.word()];
        within(self.keys(), scope, &mut sql, &mut values);
        if let Some(office) = &filter.office {
            and(&mut sql, &mut values, "c.office =", text(office.as_str()));
        }
        if let Some(service) = &filter.service {
            and(&mut sql, &mut values, "c.service =", text(service.as_str()));
        } else {
            sql.push_str(&format!(" AND {REAL}"));
        }
        if let Some(staff) = filter.assigned_to {
            and(&mut sql, &mut values, "c.assigned_to =", staff.0.into());
        }
        if filter.unassigned {
            sql.push_str(" AND c.assigned_to IS NULL");
        }
        if filter.proposed {
            and(&mut sql, &mut values, "c.state LIKE", format!("% {PROPOSED}%").into());
        }
        if let Some(day) = filter.due_before {
            and(&mut sql, &mut values, "c.due <", day.into());
            // The clock of what waits for its applicant stands still.
            sql.push_str(&format!(" AND c.state NOT LIKE '% {ASKED}%'"));
        }
        if let Some(moment) = filter.submitted_before {
            and(&mut sql, &mut values, "c.submitted <", moment.into());
        }
        if let Some(place) = filter.after {
            values.extend(values![place.due, place.case.0]);
            let n = values.len();
            let after = format!("(c.due, c.id) > (?{}, ?{n})", n - 1);
            let after = match (filter.urgent_first, place.is_urgent) {
                (false, _) => after,
                (true, true) => format!("(NOT ({GOES_FIRST}) OR {after})"),
                (true, false) => format!("(NOT ({GOES_FIRST}) AND {after})"),
            };
            sql.push_str(&format!(" AND {after}"));
        }
        // Only where a service knows urgent cases: the order by days alone is that of an index.
        let first = if filter.urgent_first {
            format!("CASE WHEN {GOES_FIRST} THEN 0 ELSE 1 END, ")
        } else {
            String::new()
        };
        sql.push_str(&format!(" ORDER BY {first}c.due, c.id LIMIT {}", PAGE + 1));
        let rows = self.query("read a queue", &sql, values).await?;
        rows.into_iter().map(in_queue).collect()
    }

    /// Cases that somebody took and that wait for a decision; at most [`PAGE`]. For handing them back, not for a list.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open_cases_of(&self, staff: StaffId) -> Result<Vec<CaseId>, Fault> {
        let sql = format!(
            "SELECT id FROM cases WHERE assigned_to = ?1 AND assigned_to IS NOT NULL AND phase = 'submitted' \
             ORDER BY id LIMIT {PAGE}"
        );
        let rows = self.query("read the cases of somebody", &sql, values![staff.0]).await?;
        rows.into_iter().map(|mut row| Ok(CaseId(row.uuid(0)?))).collect()
    }

    /// The letters of a scope that wait for the post, oldest first; at most [`PAGE`].
    ///
    /// # Errors
    /// If the database fails.
    pub async fn letters(&self, scope: &Scope) -> Result<Vec<Letter>, Fault> {
        if scope.is_empty() {
            return Ok(Vec::new());
        }
        let mut sql = "SELECT m.case_id, m.id, m.at FROM message m JOIN cases c ON c.id = m.case_id \
            WHERE m.means = 'letter' AND m.state = 'waiting' AND c.phase <> 'draft' AND "
            .to_owned();
        let mut values = Vec::new();
        within(self.keys(), scope, &mut sql, &mut values);
        sql.push_str(&format!(" AND {REAL} ORDER BY m.at, m.id LIMIT {PAGE}"));
        let rows = self.query("read the letters to post", &sql, values).await?;
        let letter = |mut row: Row| {
            Ok(Letter {
                case: CaseId(row.uuid(0)?),
                message: MessageId(row.uuid(1)?),
                at: row.time(2)?,
            })
        };
        rows.into_iter().map(letter).collect()
    }
}

/// Adds a condition on one value.
pub(crate) fn and(sql: &mut String, values: &mut Vec<Value>, condition: &str, value: Value) {
    values.push(value);
    sql.push_str(&format!(" AND {condition} ?{}", values.len()));
}

/// A case in a list, as its columns stand in [`COLUMNS`].
pub(crate) fn in_queue(mut row: Row) -> Result<InQueue, Fault> {
    Ok(InQueue {
        case: CaseId(row.uuid(0)?),
        service: row.text(1)?.into(),
        office: row.maybe(2, Row::text)?.map(Into::into),
        reference: row.maybe(3, Row::text)?.map(Reference),
        submitted: row.maybe(4, Row::time)?,
        due: row.maybe(5, Row::date)?,
        assigned_to: row.maybe(6, Row::uuid)?.map(StaffId),
        state: row.text(7)?,
    })
}
