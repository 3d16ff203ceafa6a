//! How long a case is kept, as it is done: [`erase`] on request and when a term is over, holds that stop it, [`remind`] before a draft goes, and
//! [`copy`], all that is held on a case for the person whose it is.

mod copy;
mod erase;
mod remind;
#[cfg(test)]
mod tests;

use exemplar_core::id::{CaseId, CommitId};
use exemplar_core::keeping::{self, Act, Refusal};
use exemplar_core::record::{Actor, ClaimKind, Committed, LoadedCase, Outcome};
use exemplar_store::Fault;

pub use copy::{CaseCopy, Entry};
pub use erase::Erasures;

use crate::apply::CONFLICT_TRIES;
use crate::{App, chance};

/// Why an act was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// There is no such case.
    #[error("there is no such case")]
    NotFound,
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Others wrote each time.
    #[error("the case was changed by others each time it was tried: try again")]
    Conflict,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl App {
    /// The case that somebody names: by its id, or by its reference in any way of writing it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn case_named(&self, named: &str) -> Result<Option<CaseId>, Fault> {
        let named = named.trim();
        if let Ok(id) = named.parse() {
            return Ok(self.store.load(CaseId(id)).await?.map(|loaded| loaded.case.id));
        }
        let bare: Vec<char> = named.to_uppercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let groups: Vec<String> = bare.chunks(4).map(|group| group.iter().collect()).collect();
        for reference in [named.to_owned(), groups.join("-")] {
            if let Some(claim) = self.store.find_claim(ClaimKind::Reference, &reference).await? {
                return Ok(Some(claim.owner));
            }
        }
        Ok(None)
    }

    /// Puts a case under a legal hold.
    ///
    /// # Errors
    /// As [`NotKept`] says.
    pub async fn hold_case(&self, id: CaseId, reason: &str, actor: Actor) -> Result<(), NotKept> {
        self.keep(id, actor, |loaded, act| keeping::hold(loaded, reason, act))
            .await
    }

    /// Lifts the hold from a case.
    ///
    /// # Errors
    /// As [`NotKept`] says.
    pub async fn lift_hold(&self, id: CaseId, reason: &str, actor: Actor) -> Result<(), NotKept> {
        self.keep(id, actor, |loaded, act| keeping::lift(loaded, reason, act))
            .await
    }

    async fn keep(
        &self,
        id: CaseId,
        actor: Actor,
        decide: impl Fn(LoadedCase, &Act) -> Result<Outcome, Refusal>,
    ) -> Result<(), NotKept> {
        let commit: CommitId = chance::commit_id();
        for _ in 0..CONFLICT_TRIES {
            let loaded = self.store.load(id).await?.ok_or(NotKept::NotFound)?;
            let act = Act {
                commit,
                now: self.clock.now(),
                actor: actor.clone(),
            };
            if self.store.commit(decide(loaded, &act)?).await? == Committed::Committed {
                return Ok(());
            }
        }
        Err(NotKept::Conflict)
    }
}
