//! Letters: written by the platform, printed and posted by staff.

use exemplar_core::definition::Organisation;
use exemplar_core::id::{CaseId, CommitId, MessageId, Reference};
use exemplar_core::record::{Change, Committed, Means, Message, MessageState, Outcome};
use exemplar_store::Fault;

use super::{At, NotActed};
use crate::apply::{CONFLICT_TRIES, Failure};
use crate::staff::SignedIn;
use crate::{App, chance};

/// A letter that waits for the post, opened.
#[derive(Debug)]
pub struct ToPost {
    /// Its case.
    pub case: CaseId,
    /// What the applicant was given.
    pub reference: Option<Reference>,
    /// The letter.
    pub message: Message,
    /// The organisation that it comes from, where it is known.
    pub organisation: Option<Organisation>,
}

impl App {
    /// The letters that somebody may post, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn letters(&self, who: &SignedIn) -> Result<Vec<ToPost>, Fault> {
        let mut open = Vec::new();
        for waiting in self.store.letters(&who.scope).await? {
            if let Some(letter) = self.letter(who, waiting.case, waiting.message).await? {
                open.push(letter);
            }
        }
        self.look(who, At::List("letters", "")).await?;
        Ok(open)
    }

    /// One letter, to be printed. The look is on record when this returns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn print_letter(&self, who: &SignedIn, case: CaseId, id: MessageId) -> Result<Option<ToPost>, Fault> {
        let letter = self.letter(who, case, id).await?;
        if letter.is_some() {
            self.look(who, At::Case(case, "letter")).await?;
        }
        Ok(letter)
    }

    async fn letter(&self, who: &SignedIn, case: CaseId, id: MessageId) -> Result<Option<ToPost>, Fault> {
        let Some(loaded) = self.case_in_scope(who, case).await? else {
            return Ok(None);
        };
        let message = self
            .store
            .message(case, id)
            .await?
            .filter(|message| message.means == Means::Letter);
        Ok(message.map(|message| ToPost {
            case,
            organisation: self.services.organisation(&loaded.case.organisation),
            reference: loaded.case.reference,
            message,
        }))
    }

    /// Marks a letter as posted.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn post_letter(&self, who: &SignedIn, case: CaseId, id: MessageId) -> Result<(), NotActed> {
        let commit: CommitId = chance::commit_id();
        for _ in 0..CONFLICT_TRIES {
            let loaded = self.case_in_scope(who, case).await?.ok_or(NotActed::NotFound)?;
            let letter = self.letter(who, case, id).await?.ok_or(NotActed::NotFound)?;
            let message = Message {
                state: MessageState::Sent,
                tries: letter.message.tries + 1,
                ..letter.message
            };
            let mut outcome = Outcome::new(commit, self.clock.now());
            outcome.changes.push(Change::Message(case, message));
            outcome.read.push(loaded);
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(());
            }
        }
        Err(NotActed::Failed(Failure::Conflict))
    }
}
