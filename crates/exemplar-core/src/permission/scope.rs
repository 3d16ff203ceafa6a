//! What a member of staff may see. Every list and every case that staff ask for is held against it.

use jiff::Timestamp;

use super::{Membership, Staff, StaffRole};
use crate::id::{OfficeId, OrganisationId, ServiceId, StaffId};
use crate::record::{Case, LoadedCase, Phase};
use crate::search::has_part;
use crate::waiting::waits_after_decision;

/// One stretch of cases: those of an organisation, narrowed to an office or a service where these are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Who holds the cases.
    pub organisation: OrganisationId,
    /// The office alone; none for all of them, routed or not.
    pub office: Option<OfficeId>,
    /// The service alone; none for all of them.
    pub service: Option<ServiceId>,
    /// Whether the person answers for these cases as an owner: they see those that are restricted to others too, so
    /// that a case never stays with nobody, whoever leaves.
    pub is_owner: bool,
}

/// All that one person may see: stretches of cases, without those in which they have a part, which they said to know
/// somebody in, or which are restricted to others and not theirs to answer for. An empty one sees nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    reaches: Vec<Reach>,
    staff: StaffId,
    email: String,
}

impl Scope {
    /// The scope that somebody's memberships give at a moment. Those who run the installation or its accounts see no
    /// case by that.
    #[must_use]
    pub fn of(staff: &Staff, now: Timestamp) -> Self {
        Self::by_roles(
            staff,
            &[StaffRole::Caseworker, StaffRole::Manager, StaffRole::Owner],
            now,
        )
    }

    /// The cases whose fees somebody can note as paid at a moment. Of these they see what is to be paid, and no answer.
    #[must_use]
    pub fn of_payments(staff: &Staff, now: Timestamp) -> Self {
        Self::by_roles(staff, &[StaffRole::Cashier, StaffRole::Manager], now)
    }

    fn by_roles(staff: &Staff, roles: &[StaffRole], now: Timestamp) -> Self {
        let cases = |membership: &&Membership| roles.contains(&membership.role) && membership.holds(now);
        let reach = |membership: &Membership| Reach {
            organisation: membership.organisation.clone(),
            office: membership.office.clone(),
            service: membership.service.clone(),
            is_owner: membership.role == StaffRole::Owner,
        };
        Self {
            reaches: staff.memberships.iter().filter(cases).map(reach).collect(),
            staff: staff.id,
            email: staff.private.email.clone(),
        }
    }

    /// Its stretches; a case must be in one of them.
    #[must_use]
    pub fn reaches(&self) -> &[Reach] {
        &self.reaches
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.reaches.is_empty()
    }

    /// Whose it is.
    #[must_use]
    pub fn staff(&self) -> StaffId {
        self.staff
    }

    /// Their e-mail address: a case in which it stands is not theirs to see.
    #[must_use]
    pub fn email(&self) -> &str {
        &self.email
    }

    /// Whether a case is in one of its stretches. Drafts never are: nobody but the applicant sees them. Who knows
    /// whom, and to whom a case is restricted, is the store's to say.
    #[must_use]
    pub fn reaches_to(&self, case: &Case) -> bool {
        let is_sent =
            matches!(case.phase, Phase::Submitted | Phase::Decided | Phase::Closed) || waits_after_decision(case);
        is_sent && self.reaches.iter().any(|reach| reach.holds(case))
    }

    /// Whether what is paid of a case is somebody's to see: it is in reach, and they have no part in it. Drafts that
    /// waited for payment are among these.
    #[must_use]
    pub fn holds_payments(&self, loaded: &LoadedCase) -> bool {
        let answers = loaded.parts.iter().map(|part| &part.answers);
        self.reaches.iter().any(|reach| reach.holds(&loaded.case))
            && !has_part(&self.email, &loaded.participants, answers)
    }

    /// Whether somebody may see a case as it was read: it is in reach, and they have no part in it.
    #[must_use]
    pub fn holds(&self, loaded: &LoadedCase) -> bool {
        let answers = loaded.parts.iter().map(|part| &part.answers);
        self.reaches_to(&loaded.case) && !has_part(&self.email, &loaded.participants, answers)
    }
}

impl Reach {
    fn holds(&self, case: &Case) -> bool {
        self.organisation == case.organisation
            && self
                .office
                .as_ref()
                .is_none_or(|office| case.office.as_ref() == Some(office))
            && self.service.as_ref().is_none_or(|service| case.service == *service)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{StaffPrivate, StaffState};
    use super::*;
    use uuid::Uuid;

    fn membership(role: StaffRole, office: Option<&str>, service: Option<&str>) -> Membership {
        Membership {
            id: Uuid::from_u128(1),
            organisation: "council".into(),
            role,
            office: office.map(OfficeId::from),
            team: None,
            service: service.map(ServiceId::from),
            from: Timestamp::UNIX_EPOCH,
            until: None,
        }
    }

    #[track_caller]
    fn check(memberships: &[Membership], expected: usize) {
        let staff = Staff {
            id: StaffId(Uuid::from_u128(1)),
            organisation: "council".into(),
            state: StaffState::Active,
            epoch: 0,
            revision: 1,
            private: StaffPrivate::default(),
            memberships: memberships.to_vec(),
        };
        assert_eq!(Scope::of(&staff, Timestamp::UNIX_EPOCH).reaches().len(), expected);
    }

    #[test]
    fn nobody_sees_a_case_without_a_membership_that_gives_it() {
        check(&[], 0);
        check(&[membership(StaffRole::Administrator, None, None)], 0);
        check(&[membership(StaffRole::Operator, None, None)], 0);
        check(&[membership(StaffRole::Caseworker, Some("north"), None)], 1);
        check(
            &[
                membership(StaffRole::Caseworker, Some("north"), None),
                membership(StaffRole::Owner, None, Some("a")),
            ],
            2,
        );
    }

    #[test]
    fn a_membership_that_has_ended_gives_nothing() {
        let mut ended = membership(StaffRole::Manager, None, None);
        ended.until = Some(Timestamp::UNIX_EPOCH);
        check(&[ended], 0);
        let mut to_come = membership(StaffRole::Manager, None, None);
        to_come.from = Timestamp::from_second(1).unwrap();
        check(&[to_come], 0);
    }
}
