//! Changes of accounts: ended, set up anew, other memberships. Each is one write, with the jobs that follow from it:
//! cases are handed back, the person is told. The last administrator stays.

use exemplar_core::id::{JobId, StaffId};
use exemplar_core::permission::{Membership, Staff, StaffRole, StaffState, is_administrator};
use exemplar_core::record::{Actor, NewJob};
use exemplar_store::{AdministratorGuard, StaffChange, StaffSaved};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use super::{NotDone, SignedIn};
use crate::App;
use crate::apply::CONFLICT_TRIES;

/// The job that hands back the cases of somebody whose account ended.
pub const HAND_BACK_CASES: &str = "hand_back_cases";
/// The job that writes to a member of staff.
pub const WRITE_TO_STAFF: &str = "write_to_staff";

/// Cases are handed back a second time so much later: a request that was under way when the account ended could still
/// take one, for as long as a request lasts.
const SECOND_HAND_BACK: SignedDuration = SignedDuration::from_mins(5);

/// A membership to be given.
#[derive(Debug, Clone)]
pub struct NewMembership {
    /// What the person does.
    pub role: StaffRole,
    /// For whom.
    pub organisation: exemplar_core::id::OrganisationId,
    /// In this office alone.
    pub office: Option<exemplar_core::id::OfficeId>,
    /// For this service alone.
    pub service: Option<exemplar_core::id::ServiceId>,
    /// Until when; none while it goes on.
    pub until: Option<Timestamp>,
}

/// What of an account changes besides its own record.
#[derive(Default)]
struct Besides {
    added: Option<Membership>,
    ended: Option<(Uuid, Timestamp)>,
    jobs: Vec<NewJob>,
    /// The change may take an administrator away.
    guarded: bool,
}

impl App {
    /// Ends an account and all its sessions, and hands its cases back. `by` is who does it on a page.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn end_staff(&self, id: StaffId, by: Option<&SignedIn>) -> Result<(), NotDone> {
        let now = self.clock.now();
        let actor = by.map_or_else(
            || Actor::Integration("command".to_owned()),
            |by| Actor::Staff(by.staff.id),
        );
        let jobs = [now, now.saturating_add(SECOND_HAND_BACK).unwrap_or(now)].map(|due| NewJob {
            id: JobId(Uuid::now_v7()),
            kind: HAND_BACK_CASES,
            case: None,
            due,
            task: json!({ "staff": id, "by": actor }),
        });
        self.change_staff(id, |staff| {
            let guarded = staff.state == StaffState::Active && is_administrator(staff, now);
            staff.state = StaffState::Ended;
            forget_sign_in(staff);
            Ok(Besides {
                guarded,
                jobs: jobs.to_vec(),
                ..Besides::default()
            })
        })
        .await?;
        self.store.end_staff_sessions(id).await?;
        Ok(())
    }

    /// Takes password and codes away, ends all sessions, and gives the address of a new first link. The person is told
    /// by e-mail. `by` is who does it on a page: nobody does it to themselves there.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn reset_staff(&self, id: StaffId, by: Option<&SignedIn>) -> Result<String, NotDone> {
        if by.is_some_and(|by| by.staff.id == id) {
            return Err(NotDone::Own);
        }
        let now = self.clock.now();
        let (path, link) = self.first_link(id, now)?;
        let tell = tell(id, "reset", now);
        self.change_staff(id, |staff| {
            let guarded = by.is_some() && staff.state == StaffState::Active && is_administrator(staff, now);
            staff.state = StaffState::Invited;
            forget_sign_in(staff);
            staff.private.first_link = Some(link.clone());
            let jobs = if staff.private.email.is_empty() {
                Vec::new()
            } else {
                vec![tell.clone()]
            };
            Ok(Besides {
                guarded,
                jobs,
                ..Besides::default()
            })
        })
        .await?;
        self.store.end_staff_sessions(id).await?;
        Ok(path)
    }

    /// Gives somebody a membership.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn add_membership(&self, id: StaffId, new: &NewMembership) -> Result<(), NotDone> {
        let membership = Membership {
            id: Uuid::now_v7(),
            organisation: new.organisation.clone(),
            role: new.role,
            office: new.office.clone(),
            team: None,
            service: new.service.clone(),
            from: self.clock.now(),
            until: new.until,
        };
        self.change_staff(id, |_| {
            Ok(Besides {
                added: Some(membership.clone()),
                ..Besides::default()
            })
        })
        .await
    }

    /// Ends a membership now. Where it ended already or is none of theirs, it is unknown.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn end_membership(&self, id: StaffId, membership: Uuid) -> Result<(), NotDone> {
        let now = self.clock.now();
        self.change_staff(id, |staff| {
            let mut held = staff.memberships.iter().filter(|held| held.holds(now));
            let held = held.find(|held| held.id == membership).ok_or(NotDone::Unknown)?;
            Ok(Besides {
                guarded: held.role == StaffRole::Administrator && staff.state == StaffState::Active,
                ended: Some((membership, now)),
                ..Besides::default()
            })
        })
        .await
    }

    /// Reads, decides and writes, again where somebody else was faster.
    async fn change_staff(
        &self,
        id: StaffId,
        decide: impl Fn(&mut Staff) -> Result<Besides, NotDone>,
    ) -> Result<(), NotDone> {
        let now = self.clock.now();
        for _ in 0..CONFLICT_TRIES {
            let revision = self.store.administrators_revision().await?;
            let mut staff = self.store.staff(id).await?.ok_or(NotDone::Unknown)?;
            if staff.state == StaffState::Ended {
                return Err(NotDone::Unknown);
            }
            let besides = decide(&mut staff)?;
            staff.revision += 1;
            if besides.guarded && !self.store.has_other_administrator(id, now).await? {
                return Err(NotDone::LastAdministrator);
            }
            let change = StaffChange {
                staff: &staff,
                added: besides.added.as_ref(),
                ended: besides.ended,
                guard: besides.guarded.then_some(AdministratorGuard { revision, now }),
                jobs: &besides.jobs,
            };
            if self.store.change_staff(&change).await? == StaffSaved::Saved {
                self.wake.notify_one();
                return Ok(());
            }
        }
        Err(NotDone::Conflict)
    }
}

/// Takes away all by which somebody signs in.
fn forget_sign_in(staff: &mut Staff) {
    staff.epoch += 1;
    let private = &mut staff.private;
    (private.password, private.code_secret, private.first_link) = (None, None, None);
    private.recovery.clear();
}

/// The job that tells a member of staff of something.
fn tell(id: StaffId, what: &str, now: Timestamp) -> NewJob {
    NewJob {
        id: JobId(Uuid::now_v7()),
        kind: WRITE_TO_STAFF,
        case: None,
        due: now,
        task: json!({ "staff": id, "what": what }),
    }
}
