//! A second officer: confirming what another proposed, sending it back, and taking one's own proposal back;
//! and moving a case on to another stage.

use exemplar_core::casework::{self, Ruling};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::record::Revision;

use super::NotActed;
use super::case::walk;
use crate::App;
use crate::staff::SignedIn;

impl App {
    /// Confirms what another officer proposed: it is decided by that, and the applicant is written to.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn confirm_proposal(&self, who: &SignedIn, id: CaseId, seen: Revision) -> Result<(), NotActed> {
        self.act_knowing(who, id, seen, |known, definition, act| {
            let outcome = casework::confirm(known.loaded.clone(), definition, &known.decisions, act);
            let mut outcome = outcome.map_err(NotActed::Refused)?;
            self.follow_decision(&mut outcome, walk(&known.loaded, definition, act.today), &known.free)?;
            Ok(outcome)
        })
        .await
    }

    /// Sends a proposal back with a note.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn send_proposal_back(
        &self,
        who: &SignedIn,
        id: CaseId,
        note: &str,
        seen: Revision,
    ) -> Result<(), NotActed> {
        self.act_knowing(who, id, seen, |known, _, act| {
            casework::send_back(known.loaded, &known.decisions, note, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Takes one's own proposal back.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn take_proposal_back(&self, who: &SignedIn, id: CaseId, seen: Revision) -> Result<(), NotActed> {
        self.act_knowing(who, id, seen, |known, _, act| {
            casework::take_proposal_back(known.loaded, &known.decisions, act).map_err(NotActed::Refused)
        })
        .await
    }

    /// Looks at a decision again, and writes to the applicant.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn look_again(
        &self,
        who: &SignedIn,
        id: CaseId,
        ruling: &Ruling,
        seen: Revision,
    ) -> Result<(), NotActed> {
        self.act_knowing(who, id, seen, |known, definition, act| {
            let outcome = casework::look_again(known.loaded.clone(), definition, &known.decisions, ruling, act);
            let mut outcome = outcome.map_err(NotActed::Refused)?;
            self.follow_decision(&mut outcome, walk(&known.loaded, definition, act.today), &known.free)?;
            Ok(outcome)
        })
        .await
    }

    /// Moves a case on to another stage.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn move_case(&self, who: &SignedIn, id: CaseId, to: &Name, seen: Revision) -> Result<(), NotActed> {
        self.act_on(who, id, seen, |loaded, definition, act| {
            let walk = walk(&loaded, definition, act.submitted_on);
            casework::move_on(loaded.clone(), &walk, to, act).map_err(NotActed::Refused)
        })
        .await
    }
}
