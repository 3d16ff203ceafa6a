//! Previews: a version runs under a name of its own until it is ended or its days are over. All its cases go with it.

use exemplar_core::id::{CaseId, ServiceId};
use exemplar_core::publishing::{Done, PREVIEW_DAYS, Proposal, is_preview, preview_folder, preview_of};
use exemplar_core::record::Actor;
use exemplar_store::Fault;
use jiff::SignedDuration;
use uuid::Uuid;

use super::NotMoved;
use crate::App;
use crate::staff::SignedIn;

/// So many cases are erased at once.
const PAGE: usize = 200;
/// What stands in the tombstone of a preview's case.
const PREVIEW_OVER: &str = "a preview ended";

impl App {
    /// Begins a preview of a version, or finds it where it runs already, and gives its name.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn begin_preview(&self, who: &SignedIn, (service, n): (&str, i64)) -> Result<ServiceId, NotMoved> {
        let (_, proposal) = self.version_of(who, service, n).await?;
        let folder = self.store.definition(proposal.digest).await?;
        let folder = preview_folder(&folder.ok_or(NotMoved::NotFound)?);
        let begun = Done {
            by: Actor::Staff(who.staff.id),
            at: who.now,
        };
        let preview = ServiceId::from(folder.name.as_str());
        if self.services.live(&preview).is_none() {
            self.store.begin_preview(&folder, &begun).await?;
            self.services.follow(&self.store).await?;
        }
        Ok(preview)
    }

    /// The preview of a version, where one runs.
    #[must_use]
    pub fn preview_running(&self, proposal: &Proposal) -> Option<ServiceId> {
        let preview = preview_of(&proposal.service, proposal.digest);
        self.services.live(&preview).map(|_| preview)
    }

    /// Ends a preview and erases all its cases.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn stop_preview(&self, who: &SignedIn, (service, n): (&str, i64)) -> Result<(), NotMoved> {
        let (_, proposal) = self.version_of(who, service, n).await?;
        let preview = preview_of(&proposal.service, proposal.digest);
        self.end_preview(&preview).await?;
        self.store.forget_on_disk().await?;
        Ok(())
    }

    /// Ends the previews whose days are over. Gives how many.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn end_old_previews(&self) -> Result<usize, Fault> {
        let days = SignedDuration::from_hours(24 * PREVIEW_DAYS);
        let before = self.clock.now().saturating_sub(days);
        let before = before.map_err(|error| Fault::Defect(format!("no moment {PREVIEW_DAYS} days ago: {error}")))?;
        let over = self.store.previews_before(before).await?;
        for preview in &over {
            self.end_preview(preview).await?;
            tracing::info!(service = %preview, "a preview ended, and its cases were erased");
        }
        Ok(over.len())
    }

    async fn end_preview(&self, preview: &ServiceId) -> Result<(), Fault> {
        if !is_preview(preview) {
            return Err(Fault::Defect("only a preview is ended with its cases".into()));
        }
        self.store.end_preview(preview).await?;
        self.services.follow(&self.store).await?;
        let mut last = CaseId(Uuid::nil());
        loop {
            let page = self.store.cases_of(preview, last, PAGE).await?;
            for case in &page {
                self.store.erase(*case, PREVIEW_OVER, self.clock.now()).await?;
                self.forget_emails(*case)?;
                self.forget_files(*case).await?;
            }
            let Some(end) = page.last() else {
                return self.store.forget_registers(preview).await;
            };
            last = *end;
        }
    }
}
