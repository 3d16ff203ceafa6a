//! Changes of accounts and memberships, with the jobs that follow from them, in one durable write. Where one could
//! leave nobody who gives accounts, it is guarded: by another administrator who stays, and by a revision that each such
//! change raises, so that of two at one moment one is refused, on either engine.

use exemplar_core::id::StaffId;
use exemplar_core::permission::{Membership, Staff};
use exemplar_core::record::NewJob;
use jiff::Timestamp;
use uuid::Uuid;

use crate::Fault;
use crate::plan::{job, step};
use crate::staff::{StaffSaved, insert_membership};
use crate::store::Store;
use crate::value::{Expect, Written, values};

/// A change of an account.
#[derive(Debug)]
pub struct StaffChange<'a> {
    /// As it was read, changed: the revision is one more than was read.
    pub staff: &'a Staff,
    /// A membership that is new.
    pub added: Option<&'a Membership>,
    /// A membership that gets another end.
    pub ended: Option<(Uuid, Timestamp)>,
    /// Where the change may take an administrator away.
    pub guard: Option<AdministratorGuard>,
    /// What is to be done next.
    pub jobs: &'a [NewJob],
}

/// What keeps an administrator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdministratorGuard {
    /// How often it was changed who is an administrator, as it was read before the change was decided.
    pub revision: i64,
    /// The moment at which another one must be able to sign in.
    pub now: Timestamp,
}

/// Somebody else who can sign in and is an administrator without an end.
const OTHER: &str = "EXISTS (SELECT 1 FROM staff o JOIN membership m ON m.staff = o.id \
    WHERE o.id <> ?1 AND o.state = 'active' AND m.role = 'administrator' AND m.valid_from <= ?2 \
    AND m.valid_until IS NULL)";

impl Store {
    /// Writes a change of an account, its memberships and its jobs: all of it, or nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_staff(&self, change: &StaffChange<'_>) -> Result<StaffSaved, Fault> {
        let id = change.staff.id;
        let mut steps = vec![self.save_staff_step(change.staff)?];
        if let Some(guard) = change.guard {
            let mut guarded = step(
                "",
                Expect::Guard,
                values![id.0, guard.now, guard.revision, guard.revision + 1],
            );
            guarded.sql =
                format!("UPDATE administrators SET revision = ?4 WHERE n = 1 AND revision = ?3 AND {OTHER}").into();
            steps.push(guarded);
        }
        if let Some((membership, until)) = change.ended {
            steps.push(step(
                "UPDATE membership SET valid_until = ?3 WHERE id = ?1 AND staff = ?2",
                Expect::Guard,
                values![membership, id.0, until],
            ));
        }
        steps.extend(change.added.map(|membership| insert_membership(id, membership)));
        for new in change.jobs {
            steps.push(job(self.keys(), None, new)?);
        }
        Ok(match self.inner.engine.write(steps, None).await? {
            Written::Done => StaffSaved::Saved,
            _ => StaffSaved::Conflict,
        })
    }

    /// How often it was changed who is an administrator. Read it before what a guarded change is decided from.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn administrators_revision(&self) -> Result<i64, Fault> {
        let sql = "SELECT revision FROM administrators WHERE n = 1";
        let rows = self
            .query("read the revision of administrators", sql, Vec::new())
            .await?;
        let row = rows.into_iter().next();
        row.ok_or_else(|| Fault::broken("the row of administrators is missing"))?
            .int(0)
    }

    /// Whether somebody else can sign in and is an administrator without an end.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn has_other_administrator(&self, id: StaffId, now: Timestamp) -> Result<bool, Fault> {
        let sql = format!("SELECT 1 FROM administrators WHERE n = 1 AND {OTHER}");
        let rows = self
            .query("look for an administrator", &sql, values![id.0, now])
            .await?;
        Ok(!rows.is_empty())
    }
}
