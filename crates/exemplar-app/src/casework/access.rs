//! Who may see a case besides what memberships say: restricting it, and saying that one knows somebody in it.

use exemplar_core::casework::{declare, restrict};
use exemplar_core::id::{CaseId, Reference, StaffId, code_as_given};
use exemplar_core::permission::{Scope, Staff, StaffState};
use exemplar_core::record::{ClaimKind, Look};
use exemplar_store::Fault;

use super::{At, NotActed};
use crate::App;
use crate::staff::SignedIn;

/// At most so many looks are listed, the latest of them.
const LOOKS_LISTED: i64 = 500;

/// Who may see a case.
#[derive(Debug)]
pub struct CaseAccess {
    /// What the applicant was given.
    pub reference: Option<Reference>,
    /// Those in whose scope it is, but for who asks; with each whether the case is restricted to them.
    pub staff: Vec<(Staff, bool)>,
    /// Whether it is restricted at all.
    pub is_restricted: bool,
}

/// Who looked at a case: the look, and the name of who looked.
pub type Looked = Vec<(Look, String)>;

impl App {
    /// Who looked at the case with a reference, the latest first; none where no case has it. That somebody asked is on
    /// record when this returns. Nothing of the case itself is shown, so no scope is asked for: it is for those who
    /// answer for accounts.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn looks_at(&self, who: &SignedIn, reference: &str) -> Result<Option<Looked>, Fault> {
        let reference = code_as_given(reference);
        self.look(who, At::List("looks", &reference)).await?;
        let Some(claim) = self.store.find_claim(ClaimKind::Reference, &reference).await? else {
            return Ok(None);
        };
        let looks = self.store.looks_at(claim.owner, LOOKS_LISTED).await?;
        let names = self.names_of(looks.iter().map(|look| look.staff)).await?;
        let named = |look: Look| {
            let name = names.get(&look.staff).cloned().unwrap_or_default();
            (look, name)
        };
        Ok(Some(looks.into_iter().map(named).collect()))
    }

    /// Who may see a case. The look is on record when this returns; none where there is no such case for this person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn case_access(&self, who: &SignedIn, id: CaseId) -> Result<Option<CaseAccess>, Fault> {
        let Some(loaded) = self.case_in_scope(who, id).await? else {
            return Ok(None);
        };
        let named = self.store.restricted_to(id).await?;
        let all = self.store.all_staff().await?.into_iter();
        let others = all.filter(|staff| staff.state == StaffState::Active && staff.id != who.staff.id);
        let staff = others
            .filter(|staff| Scope::of(staff, who.now).holds(&loaded))
            .map(|staff| {
                let is_named = named.contains(&staff.id);
                (staff, is_named)
            })
            .collect();
        self.look(who, At::Case(id, "access")).await?;
        Ok(Some(CaseAccess {
            reference: loaded.case.reference,
            staff,
            is_restricted: !named.is_empty(),
        }))
    }

    /// Restricts a case to named staff and who does it; with nobody named, opens it.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn restrict_case(&self, who: &SignedIn, id: CaseId, named: &[StaffId]) -> Result<(), NotActed> {
        for staff in named {
            let is_staff = self.store.staff(*staff).await?;
            if is_staff.is_none_or(|staff| staff.state != StaffState::Active) {
                return Err(NotActed::NotFound);
            }
        }
        self.act_on(who, id, 0, |loaded, _, act| {
            restrict(loaded, named, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Hides a case from who says that they know somebody in it, and hands it back.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn declare_conflict(&self, who: &SignedIn, id: CaseId) -> Result<(), NotActed> {
        self.act_on(who, id, 0, |loaded, _, act| Ok(declare(loaded, act))).await
    }
}
