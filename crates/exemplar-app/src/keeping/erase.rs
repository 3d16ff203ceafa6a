//! Erasing: one case on request, and each day what is past its term. What may be erased is decided in core.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, ServiceId};
use exemplar_core::issuing::register_of;
use exemplar_core::keeping::{
    KeptAfter, drafts_idle_before, ended_before, is_over_after, kept_after, kept_after_booked, may_erase,
};
use exemplar_core::record::LoadedCase;
use exemplar_core::renewing::RENEWED;
use exemplar_store::{EndedKind, Fault};
use jiff::Timestamp;
use jiff::civil::Date;

use super::NotKept;
use crate::App;
use crate::apply::zone;

/// So many cases are read at once.
const PAGE: usize = 200;
/// What stands in the tombstone of a draft.
const DRAFT_OVER: &str = "not sent in time";
/// What stands in the tombstone of an ended case.
const TERM_OVER: &str = "kept for its term";

/// What one run erased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Erasures {
    /// Drafts.
    pub drafts: u64,
    /// Cases that had ended.
    pub ended: u64,
    /// Ended cases that a hold kept, whatever their term.
    pub held: u64,
}

impl App {
    /// A case that may be erased on request, to be shown before it is.
    ///
    /// # Errors
    /// As [`NotKept`] says; a hold is a refusal.
    pub async fn case_to_erase(&self, id: CaseId, reason: &str) -> Result<LoadedCase, NotKept> {
        let loaded = self.store.load(id).await?.ok_or(NotKept::NotFound)?;
        may_erase(&loaded.case, reason)?;
        Ok(loaded)
    }

    /// Erases a case on request: nothing of it is left in the database, its log or the e-mails that were written as
    /// files. The skeletons of its events and a tombstone stay.
    ///
    /// # Errors
    /// As [`NotKept`] says; a hold is a refusal.
    pub async fn erase_case(&self, id: CaseId, reason: &str) -> Result<(), NotKept> {
        self.case_to_erase(id, reason).await?;
        if !self.store.erase(id, reason.trim(), self.clock.now()).await? {
            // Since it was read, somebody put it under a hold or erased it.
            return Err(NotKept::Conflict);
        }
        self.forget_emails(id)?;
        self.forget_files(id).await?;
        self.store.forget_on_disk().await?;
        Ok(())
    }

    /// Erases what is past its term, of all services and versions, and says so in the log.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn erase_what_is_over(&self) -> Result<Erasures, Fault> {
        let now = self.clock.now();
        let mut erased = Erasures::default();
        for definition in self.services.all() {
            erased.drafts += self.erase_drafts(&definition, now).await?;
        }
        let mut failed = None;
        for kind in self.store.kinds_of_ended().await? {
            let count = match self.erase_ended(&kind, now).await {
                Ok(count) => count,
                // One version that cannot be read is no reason to keep the cases of the others.
                Err(fault) => {
                    tracing::error!(service = %kind.service, %fault, "cases past their term could not be erased");
                    failed = Some(fault);
                    continue;
                }
            };
            let held = kind.held.unsigned_abs();
            if count > 0 || held > 0 {
                tracing::info!(
                    service = %kind.service,
                    state = kind.state,
                    cases = count,
                    held,
                    "cases past their term were erased; a hold kept those held"
                );
            }
            erased.ended += count;
            erased.held += held;
        }
        if erased.drafts + erased.ended > 0 {
            self.store.forget_on_disk().await?;
        }
        // The job is tried again.
        failed.map_or(Ok(erased), Err)
    }

    /// The drafts of a service on which nobody worked for as long as the definition keeps them. The store names none
    /// under a hold.
    async fn erase_drafts(&self, definition: &Arc<Definition>, now: Timestamp) -> Result<u64, Fault> {
        let today = now.to_zoned(zone(definition)).date();
        let Some(before) = drafts_idle_before(definition, today) else {
            return Ok(0);
        };
        let (mut last, mut erased) = (None, 0);
        loop {
            let page = self.store.drafts_idle_since(&definition.id, before, last, PAGE).await?;
            for (_, case) in &page {
                if self.store.erase_idle_draft(*case, before, DRAFT_OVER, now).await? {
                    self.forget_emails(*case)?;
                    self.forget_files(*case).await?;
                    erased += 1;
                }
            }
            let Some(end) = page.last() else { break };
            last = Some(*end);
        }
        if erased > 0 {
            tracing::info!(service = %definition.id, drafts = erased, "drafts were erased");
        }
        Ok(erased)
    }

    /// The cases of a kind whose term is over by the version that they follow. The store names none under a hold.
    async fn erase_ended(&self, kind: &EndedKind, now: Timestamp) -> Result<u64, Fault> {
        let definition = self.services.version(&self.store, kind.definition).await?;
        let today = now.to_zoned(zone(&definition)).date();
        let Some(before) = ended_before(&definition, &kind.state, today) else {
            return Ok(0);
        };
        let over = (beginning(before, &definition)?, before);
        let kept = kept_after(&definition, &kind.state, today);
        let register = kept.as_ref().map(|kept| register_of(&kind.service, &kept.issue));
        let booked = kept_after_booked(&definition, &kind.state, today);
        let (mut last, mut erased) = (None, 0);
        loop {
            let page = self
                .store
                .ended_before(kind, over, register.as_ref(), last, PAGE)
                .await?;
            for case in &page {
                if let Some(kept) = &kept
                    && !self.is_issue_over(*case, &kind.service, kept).await?
                {
                    continue;
                }
                if let Some(kept) = &booked
                    && self
                        .store
                        .load(*case)
                        .await?
                        .is_none_or(|loaded| !kept.is_over(&loaded))
                {
                    continue;
                }
                if self.store.erase(*case, TERM_OVER, now).await? {
                    self.forget_emails(*case)?;
                    self.forget_files(*case).await?;
                    erased += 1;
                }
            }
            let Some(end) = page.last() else { break };
            last = Some(*end);
        }
        Ok(erased)
    }

    /// Whether what a case was issued ended so long ago that its term is over. What was renewed went on to another case,
    /// and ends with that: the record says under which number.
    async fn is_issue_over(&self, case: CaseId, service: &ServiceId, kept: &KeptAfter) -> Result<bool, Fault> {
        let register = register_of(service, &kept.issue);
        let entries = self.store.entries_of_case(case).await?;
        let entry = entries.into_iter().find(|entry| entry.register == register);
        if let Some(entry) = entry {
            return Ok(is_over_after(kept, Some(&entry)));
        }
        let events = self.store.events(case).await?;
        let mut renewed = events.iter().rev().filter(|event| event.kind == RENEWED);
        let number = renewed.find_map(|event| {
            let details = event.details.as_ref()?;
            let of = details["issue"].as_str()? == kept.issue.as_str();
            details["number"].as_str().filter(|_| of)
        });
        let entry = match number {
            Some(number) => self.store.entry(&register, number).await?,
            None => None,
        };
        Ok(is_over_after(kept, entry.as_ref()))
    }

    /// The content of its files. Without the key of the case nobody can read it anyway.
    pub(crate) async fn forget_files(&self, case: CaseId) -> Result<(), Fault> {
        self.files
            .forget_case(case)
            .await
            .map_err(|error| Fault::Defect(format!("the files of an erased case cannot be removed: {error}")))
    }

    pub(crate) fn forget_emails(&self, case: CaseId) -> Result<(), Fault> {
        self.mail
            .forget(case)
            .and_then(|_| self.texts.forget(case))
            .map(|_| ())
            .map_err(|error| Fault::Defect(format!("the e-mails of an erased case cannot be removed: {error}")))
    }
}

/// When a day begins where the service is.
fn beginning(day: Date, definition: &Definition) -> Result<Timestamp, Fault> {
    day.to_zoned(zone(definition))
        .map(|begins| begins.timestamp())
        .map_err(|error| Fault::Defect(format!("{day} has no beginning: {error}")))
}
