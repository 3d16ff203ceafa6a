//! What a member of staff may see. Every list and every case that staff ask for is held against it.

use jiff::Timestamp;

use super::{Membership, StaffRole};
use crate::id::{OfficeId, OrganisationId, ServiceId};
use crate::record::{Case, Phase};

/// One stretch of cases: those of an organisation, narrowed to an office or a service where these are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Who holds the cases.
    pub organisation: OrganisationId,
    /// The office alone; none for all of them, routed or not.
    pub office: Option<OfficeId>,
    /// The service alone; none for all of them.
    pub service: Option<ServiceId>,
}

/// All that somebody may see. An empty one sees nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope(Vec<Reach>);

impl Scope {
    /// The scope that memberships give at a moment. Those who run the installation or its accounts see no case by that.
    #[must_use]
    pub fn of(memberships: &[Membership], now: Timestamp) -> Self {
        let cases = |membership: &&Membership| {
            let role = membership.role;
            let sees = matches!(role, StaffRole::Caseworker | StaffRole::Manager | StaffRole::Owner);
            sees && membership.holds(now)
        };
        let reach = |membership: &Membership| Reach {
            organisation: membership.organisation.clone(),
            office: membership.office.clone(),
            service: membership.service.clone(),
        };
        Self(memberships.iter().filter(cases).map(reach).collect())
    }

    /// Its stretches; a case must be in one of them.
    #[must_use]
    pub fn reaches(&self) -> &[Reach] {
        &self.0
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a case is in it. Drafts never are: nobody but the applicant sees them.
    #[must_use]
    pub fn holds(&self, case: &Case) -> bool {
        let is_sent = matches!(case.phase, Phase::Submitted | Phase::Decided | Phase::Closed);
        is_sent && self.0.iter().any(|reach| reach.holds(case))
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
        assert_eq!(Scope::of(memberships, Timestamp::UNIX_EPOCH).reaches().len(), expected);
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
