//! Accounts of staff: added and found, and the links by which they are set up.

use exemplar_core::id::{OfficeId, OrganisationId, ServiceId, StaffId};
use exemplar_core::permission::{FirstLink, Membership, Staff, StaffPrivate, StaffRole, StaffState};
use exemplar_core::record::FIRST;
use exemplar_store::{Fault, StaffSaved};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::token;
use crate::{App, simulate};

/// A first link works for so many hours.
pub const FIRST_LINK_HOURS: i64 = 24;

/// Purpose of the keyed hash of a first link's token.
const FIRST_LINK: &str = "staff first link";

/// A member of staff to be added.
#[derive(Debug, Clone)]
pub struct NewStaff {
    /// The name that others read.
    pub name: String,
    /// Signs in with it.
    pub email: String,
    /// What the person does.
    pub role: StaffRole,
    /// For whom.
    pub organisation: OrganisationId,
    /// In this office alone.
    pub office: Option<OfficeId>,
    /// For this service alone.
    pub service: Option<ServiceId>,
}

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// Another account has the address.
    #[error("another account has this e-mail address")]
    Taken,
    /// There is no such account.
    #[error("no account has this e-mail address")]
    Unknown,
    /// Nobody could give accounts any more.
    #[error("this is the last administrator without an end: add another one first")]
    LastAdministrator,
    /// Nobody sets up anew, on a page, how they themselves sign in.
    #[error("another administrator must do this")]
    Own,
    /// Somebody else changed it at the same time.
    #[error("somebody else changed this account at the same time: try again")]
    Conflict,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl App {
    /// Adds a member of staff. Gives the address of the link by which the person sets up how they sign in.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn add_staff(&self, new: NewStaff) -> Result<String, NotDone> {
        self.add_staff_at(new, self.clock.now()).await
    }

    /// The same at a given moment.
    pub(crate) async fn add_staff_at(&self, new: NewStaff, now: Timestamp) -> Result<String, NotDone> {
        let id = StaffId(Uuid::now_v7());
        let (path, link) = self.first_link(id, now)?;
        let membership = Membership {
            id: Uuid::now_v7(),
            organisation: new.organisation.clone(),
            role: new.role,
            office: new.office,
            team: None,
            service: new.service,
            from: now,
            until: None,
        };
        let staff = Staff {
            id,
            organisation: new.organisation,
            state: StaffState::Invited,
            epoch: 0,
            revision: FIRST,
            private: StaffPrivate {
                name: new.name,
                email: new.email,
                first_link: Some(link),
                ..StaffPrivate::default()
            },
            memberships: vec![membership],
        };
        match self.store.add_staff(&staff).await? {
            StaffSaved::Saved => Ok(path),
            StaffSaved::Taken => Err(NotDone::Taken),
            StaffSaved::Conflict => Err(NotDone::Conflict),
        }
    }

    /// Where nobody works here yet: the address of the link by which the first administrator gives name and e-mail
    /// address and sets up how to sign in. Each call makes the link before it useless.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn first_administrator(&self) -> Result<Option<String>, NotDone> {
        if self.is_staffed().await? {
            return Ok(None);
        }
        if let Some(waiting) = self.store.staff_by_email("").await? {
            return self.reset_staff(waiting.id, None).await.map(Some);
        }
        if simulate::is_simulated(&self.store).await? {
            // Somebody has set up the account that waited.
            return Ok(None);
        }
        let first = NewStaff {
            name: String::new(),
            email: String::new(),
            role: StaffRole::Administrator,
            organisation: OrganisationId::from(""),
            office: None,
            service: None,
        };
        self.add_staff(first).await.map(Some)
    }

    /// Whether anybody works here. Made-up staff cannot sign in: an account waits beside them for whoever wants to look.
    pub(super) async fn is_staffed(&self) -> Result<bool, Fault> {
        Ok(self.store.is_staffed().await? && !simulate::is_simulated(&self.store).await?)
    }

    /// The account with an e-mail address.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn staff_of(&self, email: &str) -> Result<Staff, NotDone> {
        self.store.staff_by_email(email).await?.ok_or(NotDone::Unknown)
    }

    /// Ends all sessions of a member of staff. Answers how many there were.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_sessions(&self, staff: StaffId) -> Result<usize, Fault> {
        self.store.end_staff_sessions(staff).await
    }

    /// A link, and what is kept of it. The id in the token finds the account; the rest opens it.
    pub(super) fn first_link(&self, id: StaffId, now: Timestamp) -> Result<(String, FirstLink), Fault> {
        let token = format!("{}.{}", id.0.simple(), token()?);
        let until = now
            .saturating_add(SignedDuration::from_hours(FIRST_LINK_HOURS))
            .unwrap_or(now);
        let link = FirstLink {
            hashed: self.first_link_hash(&token),
            until,
        };
        Ok((format!("{}/staff/first/{token}", self.address), link))
    }

    /// What is kept of a first link's token.
    pub(super) fn first_link_hash(&self, token: &str) -> String {
        self.store.keys().hash_text(FIRST_LINK, "", token)
    }
}
