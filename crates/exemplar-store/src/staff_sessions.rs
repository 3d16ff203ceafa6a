//! Who of the staff is signed in: rows by the keyed hash of a cookie, so that a session can be ended from elsewhere.

use exemplar_core::id::{OrganisationId, StaffId};
use jiff::{SignedDuration, Timestamp};

use crate::Fault;
use crate::store::Store;
use crate::value::{Row, Value, text, values};

/// A signed-in member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffSession {
    /// The keyed hash of the cookie.
    pub hash: [u8; 32],
    /// Whose.
    pub organisation: OrganisationId,
    /// Who.
    pub staff: StaffId,
    /// Since when.
    pub started: Timestamp,
    /// When it was used last.
    pub seen: Timestamp,
    /// When it ends, however much it is used.
    pub ends: Timestamp,
    /// The class of the device.
    pub device: String,
    /// When the person last gave password and code.
    pub confirmed: Timestamp,
}

/// A session whose time is over stays so long: until then a form that comes late is known to be its owner's.
const LATE: SignedDuration = SignedDuration::from_hours(12);

const COLUMNS: &str = "SELECT organisation, staff, started, seen, ends, device, confirmed, hash FROM staff_session";

impl Store {
    /// Begins a session, and forgets those whose time is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin_staff_session(&self, session: &StaffSession) -> Result<(), Fault> {
        let over = values![session.started.saturating_sub(LATE).unwrap_or(Timestamp::MIN)];
        self.write_session("DELETE FROM staff_session WHERE ends <= ?1 RETURNING staff", over)
            .await?;
        let sql = "INSERT INTO staff_session (hash, organisation, staff, started, seen, ends, device, confirmed) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING staff";
        let values = values![
            session.hash,
            text(session.organisation.as_str()),
            session.staff.0,
            session.started,
            session.seen,
            session.ends,
            session.device.clone(),
            session.confirmed
        ];
        self.write_session(sql, values).await.map(|_| ())
    }

    /// The session with this hash; whether it still holds is not decided here.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn staff_session(&self, hash: [u8; 32]) -> Result<Option<StaffSession>, Fault> {
        let sql = format!("{COLUMNS} WHERE hash = ?1");
        let rows = self.query("read a session", &sql, values![hash]).await?;
        rows.into_iter().next().map(session).transpose()
    }

    /// The sessions of a member of staff, the latest first; whether each still holds is not decided here.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn staff_sessions(&self, staff: StaffId) -> Result<Vec<StaffSession>, Fault> {
        let sql = format!("{COLUMNS} WHERE staff = ?1 ORDER BY started DESC, hash");
        let rows = self.query("read sessions", &sql, values![staff.0]).await?;
        rows.into_iter().map(session).collect()
    }

    /// Notes that the person of a session gave password and code.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn confirm_staff_session(&self, hash: [u8; 32], now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE staff_session SET confirmed = ?2 WHERE hash = ?1 RETURNING staff";
        self.write_session(sql, values![hash, now]).await.map(|_| ())
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn use_staff_session(&self, hash: [u8; 32], now: Timestamp) -> Result<(), Fault> {
        let sql = "UPDATE staff_session SET seen = ?2 WHERE hash = ?1 RETURNING staff";
        self.write_session(sql, values![hash, now]).await.map(|_| ())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_staff_session(&self, hash: [u8; 32]) -> Result<(), Fault> {
        let sql = "DELETE FROM staff_session WHERE hash = ?1 RETURNING staff";
        self.write_session(sql, values![hash]).await.map(|_| ())
    }

    /// Ends all sessions of a member of staff. Answers how many there were.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_staff_sessions(&self, staff: StaffId) -> Result<usize, Fault> {
        let sql = "DELETE FROM staff_session WHERE staff = ?1 RETURNING staff";
        self.write_session(sql, values![staff.0]).await
    }

    async fn write_session(&self, sql: &str, values: Vec<Value>) -> Result<usize, Fault> {
        let rows = self
            .inner
            .engine
            .write_rows("write a session", sql.into(), values)
            .await?;
        Ok(rows.len())
    }
}

fn session(mut row: Row) -> Result<StaffSession, Fault> {
    Ok(StaffSession {
        hash: row.digest(7)?.0,
        organisation: row.text(0)?.into(),
        staff: StaffId(row.uuid(1)?),
        started: row.time(2)?,
        seen: row.time(3)?,
        ends: row.time(4)?,
        device: row.text(5)?,
        confirmed: row.time(6)?,
    })
}
