//! Versions of services: brought in, asked for, agreed to, and made live when their time has come. Rules are in core;
//! [`preview`] runs a version at an address of its own, [`moving`] is what becomes of drafts, [`ways_in`] how folders come in by command, [`bring`] by a page.

mod bring;
mod moving;
mod preview;
#[cfg(test)]
mod tests;
mod ways_in;

pub use bring::NotBrought;
pub use ways_in::{CameTo, Way, take_in};

use std::collections::BTreeMap;
use std::sync::Arc;

use exemplar_core::definition::{self, Definition, Folder, Severity};
use exemplar_core::id::{Digest, ServiceId, StaffId};
use exemplar_core::publishing::{self, Asking, Done, Foretold, Proposal, ProposalState, is_preview, may_publish};
use exemplar_core::record::Actor;
use exemplar_store::{Fault, Store};
use jiff::Timestamp;

use crate::App;
use crate::services::NotPublished as NotClean;
use crate::staff::SignedIn;

/// A service as those see it who publish its versions.
#[derive(Debug)]
pub struct Versions {
    /// The live version, or the newest that was brought in where none is live yet.
    pub definition: Arc<Definition>,
    /// Which version is live.
    pub live: Option<Digest>,
    /// What was brought in, newest first.
    pub proposals: Vec<Proposal>,
    /// The names of who did something to them.
    pub names: BTreeMap<StaffId, String>,
    /// Whether the organisation wants a second person to agree.
    pub by_two: bool,
}

/// Why a version was not moved on.
#[derive(Debug, thiserror::Error)]
pub enum NotMoved {
    /// There is no such service or version for this person.
    #[error("there is no such version")]
    NotFound,
    /// A rule, or somebody who was faster.
    #[error(transparent)]
    Refused(#[from] publishing::NotPublished),
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Keeps a version that is to be published later, if its check is clean, and gives its number.
///
/// # Errors
/// [`Fault`] when the store fails. A check with errors comes back as a value.
pub async fn bring_in(
    store: &Store,
    folder: Folder,
    by: &Actor,
    at: Timestamp,
) -> Result<Result<i64, Box<NotClean>>, Fault> {
    let checked = definition::read(&folder);
    if checked.has_errors() || is_preview(&folder.name) {
        return Ok(Err(Box::new(NotClean {
            service: folder.name.clone(),
            checked,
            folder,
        })));
    }
    let warnings = checked.findings.iter().filter(|one| one.severity != Severity::Error);
    let warnings = i64::try_from(warnings.count()).unwrap_or(i64::MAX);
    let brought = Done { by: by.clone(), at };
    store.bring_in(&folder, warnings, &brought).await.map(Ok)
}

impl App {
    /// The services whose versions somebody publishes, those first that are live.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn services_to_publish(&self, who: &SignedIn) -> Result<Vec<Arc<Definition>>, Fault> {
        let mut all = self.services.all();
        for service in self.store.proposed_services().await? {
            if self.services.live(&service).is_none()
                && let Some(newest) = self.store.proposals(&service).await?.first()
            {
                all.push(self.services.version(&self.store, newest.digest).await?);
            }
        }
        all.retain(|definition| may_publish(&who.staff, definition, who.now));
        Ok(all)
    }

    /// A service with what was brought in; none where there is no such service for this person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn versions(&self, who: &SignedIn, service: &str) -> Result<Option<Versions>, Fault> {
        let id = ServiceId::from(service);
        let proposals = self.store.proposals(&id).await?;
        let live = self.services.live(service);
        let definition = match (&live, proposals.first()) {
            (Some(live), _) => Arc::clone(live),
            (None, Some(newest)) => self.services.version(&self.store, newest.digest).await?,
            (None, None) => return Ok(None),
        };
        if is_preview(service) || !may_publish(&who.staff, &definition, who.now) {
            return Ok(None);
        }
        let mut names = BTreeMap::new();
        for done in proposals.iter().flat_map(done_to) {
            if let Actor::Staff(staff) = done.by
                && !names.contains_key(&staff)
                && let Some(known) = self.store.staff(staff).await?
            {
                names.insert(staff, known.private.name);
            }
        }
        let organisation = self.services.organisation(&definition.organisation);
        Ok(Some(Versions {
            by_two: organisation.is_some_and(|known| known.publish_by_two),
            // The store's word, not this instance's: what another made live a moment ago counts.
            live: self.store.history(&id).await?.last().map(|last| last.digest),
            definition,
            proposals,
            names,
        }))
    }

    /// Asks for a version to be published; where one person is enough it is live, or scheduled, by that.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn ask_to_publish(
        &self,
        who: &SignedIn,
        (service, n): (&str, i64),
        asking: impl FnOnce(Foretold) -> Asking,
    ) -> Result<Proposal, NotMoved> {
        let (versions, proposal) = self.version_of(who, service, n).await?;
        let foretold = self.foretell(&versions, proposal.digest).await?;
        let before = proposal.state;
        let asked = proposal.ask(asking(foretold), versions.live, versions.by_two)?;
        self.moved(asked, before).await
    }

    /// Agrees to a version as the second person.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn agree_to_publish(&self, who: &SignedIn, (service, n): (&str, i64)) -> Result<Proposal, NotMoved> {
        let (versions, proposal) = self.version_of(who, service, n).await?;
        let before = proposal.state;
        let agreed = proposal.agree(Actor::Staff(who.staff.id), who.now, versions.live)?;
        self.moved(agreed, before).await
    }

    /// Takes a version back that is not live yet.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn withdraw_version(&self, who: &SignedIn, (service, n): (&str, i64)) -> Result<Proposal, NotMoved> {
        let (_, proposal) = self.version_of(who, service, n).await?;
        let before = proposal.state;
        let withdrawn = proposal.withdraw(Actor::Staff(who.staff.id), who.now)?;
        self.moved(withdrawn, before).await
    }

    /// Brings a version in again that was live before, so that it can be published like any other.
    ///
    /// # Errors
    /// As [`NotMoved`] says.
    pub async fn bring_back(&self, who: &SignedIn, service: &str, digest: Digest) -> Result<i64, NotMoved> {
        let versions = self.versions(who, service).await?.ok_or(NotMoved::NotFound)?;
        let history = self.store.history(&ServiceId::from(service)).await?;
        if !history.iter().any(|line| line.digest == digest) {
            return Err(NotMoved::NotFound);
        }
        if versions.live == Some(digest) {
            return Err(publishing::NotPublished::Live.into());
        }
        let folder = self.store.definition(digest).await?.ok_or(NotMoved::NotFound)?;
        let by = Actor::Staff(who.staff.id);
        match bring_in(&self.store, folder, &by, who.now).await? {
            Ok(n) => Ok(n),
            Err(_) => Err(Fault::Defect("a version that was live can no longer be read".into()).into()),
        }
    }

    /// Makes live what is due; a job moves drafts to it where that is safe. Gives how many versions went live.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn publish_what_is_due(&self) -> Result<usize, Fault> {
        let now = self.clock.now();
        let mut published = 0;
        for due in self.store.due_proposals(now).await? {
            if self.store.publish_proposal(&due, now).await? {
                tracing::info!(service = %due.service, version = %due.digest, "a version went live");
                published += 1;
                continue;
            }
            self.take_back_if_overtaken(due, now).await?;
        }
        if published > 0 {
            self.services.follow(&self.store).await?;
            self.wake.notify_one();
        }
        Ok(published)
    }

    /// A version that was compared with another than what is live now is taken back: its people decide again.
    async fn take_back_if_overtaken(&self, due: Proposal, now: Timestamp) -> Result<(), Fault> {
        let live = self.store.history(&due.service).await?.last().map(|last| last.digest);
        if live == due.before {
            // Another instance is at it.
            return Ok(());
        }
        let job = Actor::Job("publish".to_owned());
        if let Ok(withdrawn) = due.clone().withdraw(job, now)
            && self.store.change_proposal(&withdrawn, due.state).await?
        {
            tracing::warn!(service = %due.service, version = %due.digest, "a scheduled version was overtaken and is not published");
        }
        Ok(())
    }

    /// Writes what was done, and makes the version live where that is due now.
    async fn moved(&self, proposal: Proposal, before: ProposalState) -> Result<Proposal, NotMoved> {
        if !self.store.change_proposal(&proposal, before).await? {
            return Err(publishing::NotPublished::MovedOn.into());
        }
        if !proposal.is_due(self.clock.now()) {
            return Ok(proposal);
        }
        self.publish_what_is_due().await?;
        let now = self.store.proposal(&proposal.service, proposal.n).await?;
        now.ok_or(NotMoved::NotFound)
    }

    async fn version_of(&self, who: &SignedIn, service: &str, n: i64) -> Result<(Versions, Proposal), NotMoved> {
        let versions = self.versions(who, service).await?.ok_or(NotMoved::NotFound)?;
        let proposal = versions.proposals.iter().find(|one| one.n == n).cloned();
        Ok((versions, proposal.ok_or(NotMoved::NotFound)?))
    }
}

fn done_to(proposal: &Proposal) -> impl Iterator<Item = &Done> {
    [
        Some(&proposal.brought),
        proposal.asked.as_ref(),
        proposal.ended.as_ref(),
    ]
    .into_iter()
    .flatten()
}
