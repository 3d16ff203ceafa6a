//! Staff and their memberships. Name, e-mail and what they sign in with are sealed under their organisation's key; an
//! e-mail address is found by its keyed hash.

use exemplar_core::id::StaffId;
use exemplar_core::permission::{Membership, Staff, StaffPrivate, StaffRole, StaffState};

use crate::Fault;
use crate::plan::step;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Expect, Row, Step, Value, Written, text, values};
use crate::words::Word;

/// What came of writing a member of staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffSaved {
    /// It is durable.
    Saved,
    /// It was written since it was read, or no administrator would stay.
    Conflict,
    /// Somebody has this e-mail address.
    Taken,
}

/// The most members of staff that one list shows.
const LIST_LIMIT: i64 = 1_000;

/// Purpose of the keyed hash of an e-mail address, and of the key that seals.
const SIGN_IN: &str = "staff sign-in";
const STAFF: &str = "staff";

const COLUMNS: &str = "SELECT id, organisation, state, epoch, revision, key_id, sealed FROM staff";

impl Store {
    /// Adds a member of staff with their memberships.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_staff(&self, staff: &Staff) -> Result<StaffSaved, Fault> {
        let (key_id, sealed) = self.seal_staff(staff)?;
        let insert = "INSERT INTO staff (id, organisation, sign_in_hash, state, epoch, revision, key_id, sealed) \
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING";
        let mut steps = vec![step(
            insert,
            Expect::Claim,
            values![
                staff.id.0,
                text(staff.organisation.as_str()),
                self.sign_in_hash(&staff.private.email),
                staff.state.word(),
                staff.epoch,
                staff.revision,
                key_id,
                sealed
            ],
        )];
        // On PostgreSQL all steps are one statement, whose parts do not see each other's rows: the memberships' foreign
        // key is checked at its end.
        steps.extend(
            staff
                .memberships
                .iter()
                .map(|membership| insert_membership(staff.id, membership)),
        );
        Ok(match self.inner.engine.write(steps, None).await? {
            Written::Done => StaffSaved::Saved,
            Written::Conflict => StaffSaved::Conflict,
            Written::Claimed => StaffSaved::Taken,
        })
    }

    /// Writes a member of staff as they were read, changed: the revision is one more than was read. Memberships stay.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn save_staff(&self, staff: &Staff) -> Result<StaffSaved, Fault> {
        let update = self.save_staff_step(staff)?;
        Ok(match self.inner.engine.write(vec![update], None).await? {
            Written::Done => StaffSaved::Saved,
            _ => StaffSaved::Conflict,
        })
    }

    /// The statement that writes a member of staff as they were read, changed.
    pub(crate) fn save_staff_step(&self, staff: &Staff) -> Result<Step, Fault> {
        let (key_id, sealed) = self.seal_staff(staff)?;
        Ok(step(
            "UPDATE staff SET state = ?2, epoch = ?3, revision = ?4, key_id = ?5, sealed = ?6, \
             sign_in_hash = ?8 WHERE id = ?1 AND revision = ?7 \
             AND NOT EXISTS (SELECT 1 FROM staff t WHERE t.sign_in_hash = ?8 AND t.id <> ?1)",
            Expect::Guard,
            values![
                staff.id.0,
                staff.state.word(),
                staff.epoch,
                staff.revision,
                key_id,
                sealed,
                staff.revision - 1,
                self.sign_in_hash(&staff.private.email)
            ],
        ))
    }

    /// A member of staff.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn staff(&self, id: StaffId) -> Result<Option<Staff>, Fault> {
        let sql = format!("{COLUMNS} WHERE id = ?1");
        Ok(self.read_staff(&sql, values![id.0]).await?.into_iter().next())
    }

    /// The member of staff who signs in with an e-mail address.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn staff_by_email(&self, email: &str) -> Result<Option<Staff>, Fault> {
        let sql = format!("{COLUMNS} WHERE sign_in_hash = ?1");
        let hash = self.sign_in_hash(email);
        Ok(self.read_staff(&sql, values![hash]).await?.into_iter().next())
    }

    /// All members of staff, in the order in which they were added.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn all_staff(&self) -> Result<Vec<Staff>, Fault> {
        let sql = format!("{COLUMNS} ORDER BY id LIMIT ?1");
        self.read_staff(&sql, values![LIST_LIMIT]).await
    }

    /// Whether there is anybody but the account without an address, which waits for the first administrator.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_staffed(&self) -> Result<bool, Fault> {
        let sql = "SELECT 1 FROM staff WHERE sign_in_hash <> ?1 LIMIT 1";
        let rows = self
            .query("look for staff", sql, values![self.sign_in_hash("")])
            .await?;
        Ok(!rows.is_empty())
    }

    async fn read_staff(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Staff>, Fault> {
        let rows = self.query("read staff", sql, values).await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let mut staff = self.open_staff(row)?;
            staff.memberships = self.memberships(staff.id).await?;
            all.push(staff);
        }
        Ok(all)
    }

    fn open_staff(&self, mut row: Row) -> Result<Staff, Fault> {
        let (id, organisation, revision) = (row.uuid(0)?, row.text(1)?, row.int(4)?);
        let key = self.keys().by_id(&row.text(5)?, STAFF, &organisation)?;
        let private: StaffPrivate = key.open_record(&BoundTo::n(STAFF, id, 0, revision), &row.bytes(6)?)?;
        Ok(Staff {
            id: StaffId(id),
            organisation: organisation.into(),
            state: StaffState::from_word(&row.text(2)?)?,
            epoch: row.small(3)?,
            revision,
            private,
            memberships: Vec::new(),
        })
    }

    fn seal_staff(&self, staff: &Staff) -> Result<(String, Vec<u8>), Fault> {
        let (key_id, key) = self.keys().newest(STAFF, staff.organisation.as_str())?;
        let bound_to = BoundTo::n(STAFF, staff.id.0, 0, staff.revision);
        Ok((key_id, key.seal_record(&bound_to, &staff.private)?))
    }

    fn sign_in_hash(&self, email: &str) -> [u8; 32] {
        self.keys().hash(SIGN_IN, "", &email.trim().to_lowercase())
    }

    async fn memberships(&self, staff: StaffId) -> Result<Vec<Membership>, Fault> {
        let sql = "SELECT id, organisation, role, office, team, service, valid_from, valid_until FROM membership \
            WHERE staff = ?1 ORDER BY id";
        let rows = self.query("read memberships", sql, values![staff.0]).await?;
        rows.into_iter().map(membership).collect()
    }
}

/// The statement that adds a membership.
pub(crate) fn insert_membership(staff: StaffId, membership: &Membership) -> Step {
    step(
        "INSERT INTO membership (id, organisation, staff, role, office, team, service, valid_from, valid_until) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        Expect::Any,
        values![
            membership.id,
            text(membership.organisation.as_str()),
            staff.0,
            membership.role.word(),
            membership.office.as_ref().map(|id| text(id.as_str())),
            membership.team.as_ref().map(|id| text(id.as_str())),
            membership.service.as_ref().map(|id| text(id.as_str())),
            membership.from,
            membership.until
        ],
    )
}

fn membership(mut row: Row) -> Result<Membership, Fault> {
    Ok(Membership {
        id: row.uuid(0)?,
        organisation: row.text(1)?.into(),
        role: StaffRole::from_word(&row.text(2)?)?,
        office: row.maybe(3, Row::text)?.map(Into::into),
        team: row.maybe(4, Row::text)?.map(Into::into),
        service: row.maybe(5, Row::text)?.map(Into::into),
        from: row.time(6)?,
        until: row.maybe(7, Row::time)?,
    })
}
