//! Staff and their memberships, as plain values.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{OfficeId, OrganisationId, ServiceId, StaffId, TeamId};
use crate::record::Revision;

/// What somebody does for an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StaffRole {
    /// Deals with cases and decides.
    Caseworker,
    /// Notes which fees were paid; sees no answers by that.
    Cashier,
    /// Answers for a team and its queue.
    Manager,
    /// Answers for a service.
    Owner,
    /// Runs the installation.
    Operator,
    /// Gives staff their accounts and takes them away.
    Administrator,
}

/// Where an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StaffState {
    /// The person has yet to open their first link.
    Invited,
    /// The person can sign in.
    Active,
    /// The account is closed.
    Ended,
}

/// A role, and for what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Its key.
    pub id: Uuid,
    /// For whom.
    pub organisation: OrganisationId,
    /// What the person does.
    pub role: StaffRole,
    /// In this office alone.
    pub office: Option<OfficeId>,
    /// In this team.
    pub team: Option<TeamId>,
    /// For this service alone.
    pub service: Option<ServiceId>,
    /// From when.
    pub from: Timestamp,
    /// Until when; none while it goes on.
    pub until: Option<Timestamp>,
}

impl Membership {
    /// Whether it holds at a moment.
    #[must_use]
    pub fn holds(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until)
    }
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Its key.
    pub id: StaffId,
    /// Under whose key the rest is sealed.
    pub organisation: OrganisationId,
    /// Where the account is.
    pub state: StaffState,
    /// Raised when all sessions end.
    pub epoch: i32,
    /// How often this record was written.
    pub revision: Revision,
    /// Sealed.
    pub private: StaffPrivate,
    /// What the person does, and for what.
    pub memberships: Vec<Membership>,
}

/// What is sealed of a member of staff.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPrivate {
    /// The name that others read.
    pub name: String,
    /// Signs in with it.
    pub email: String,
    /// The password, as an argon2id hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
    /// The secret of the one-time codes, in base 32.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_secret: Option<String>,
    /// The step of the last one-time code that was taken: none is taken twice (RFC 6238, section 5.2).
    #[serde(default)]
    pub code_step: u64,
    /// Keyed hashes of the recovery codes that are left.
    #[serde(default)]
    pub recovery: Vec<String>,
    /// The link by which the person sets all this up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_link: Option<FirstLink>,
}

/// A link that works once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstLink {
    /// The keyed hash of its token.
    pub hashed: String,
    /// Until when.
    pub until: Timestamp,
}

/// Whether somebody has one of these roles at a moment.
#[must_use]
pub fn may(staff: &Staff, roles: &[StaffRole], now: Timestamp) -> bool {
    let has = |membership: &Membership| membership.holds(now) && roles.contains(&membership.role);
    staff.state == StaffState::Active && staff.memberships.iter().any(has)
}

/// What an owner answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owned {
    /// The organisation that owns the services.
    pub organisation: OrganisationId,
    /// One of its services; none for all of them.
    pub service: Option<ServiceId>,
}

/// What somebody answers for as an owner at a moment. One who owns for an office alone answers for no service as such.
#[must_use]
pub fn owned(staff: &Staff, now: Timestamp) -> Vec<Owned> {
    let owns = |held: &&Membership| held.role == StaffRole::Owner && held.office.is_none() && held.holds(now);
    let held = staff.memberships.iter().filter(|_| staff.state == StaffState::Active);
    held.filter(owns)
        .map(|held| Owned {
            organisation: held.organisation.clone(),
            service: held.service.clone(),
        })
        .collect()
}

/// Whether somebody gives others their accounts, or will once their own is set up.
#[must_use]
pub fn is_administrator(staff: &Staff, now: Timestamp) -> bool {
    let has = |membership: &Membership| membership.holds(now) && membership.role == StaffRole::Administrator;
    staff.memberships.iter().any(has)
}
