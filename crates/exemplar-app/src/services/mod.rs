//! The services that run. The store is what runs: a folder is one way in.
//!
//! Every instance follows the live versions and keeps those that cases were started on.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use exemplar_core::definition::{self, Checked, Definition, Folder, Organisation, Organisations};
use exemplar_core::id::{Digest, OrganisationId, ServiceId};
use exemplar_core::publishing::is_preview;
use exemplar_core::record::Actor;
pub use exemplar_store::Shut;
use exemplar_store::{Fault, Store};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::apply::zone;

mod folder;
mod organisations;

pub use folder::{ComingFolder, FolderProblem, read_folder};
pub use organisations::{organisations_beside, organisations_in, publish_organisations};

/// Versions of definitions, by digest, and which of them is live for each service.
#[derive(Default)]
pub struct Services {
    held: RwLock<Held>,
}

#[derive(Default)]
struct Held {
    live: HashMap<ServiceId, Arc<Definition>>,
    versions: HashMap<Digest, Arc<Definition>>,
    shut: HashMap<ServiceId, Arc<Shut>>,
    /// Who owns services, by the digest of the file that says so.
    organisations: Option<(Digest, Arc<Organisations>)>,
}

/// A folder that was not published, because its check found errors.
pub struct NotPublished {
    /// The service's name.
    pub service: String,
    /// What the check found.
    pub checked: Checked,
    /// The folder, for showing the lines.
    pub folder: Folder,
}

impl Services {
    /// The live version of a service.
    #[must_use]
    pub fn live(&self, service: &str) -> Option<Arc<Definition>> {
        self.held
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .live
            .get(service)
            .cloned()
    }

    /// The live versions of all services, by name. Previews are reached by their address alone.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Definition>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let real = held.live.values().filter(|live| !is_preview(&live.id));
        let mut all: Vec<_> = real.cloned().collect();
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all
    }

    /// What is known of an organisation.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<Organisation> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let (_, all) = held.organisations.as_ref()?;
        all.get(id).cloned()
    }

    /// The time zone in which an organisation's days are counted: its own, or that of its services. Where nothing is
    /// known of the organisation, that of any service is nearest.
    #[must_use]
    pub fn zone_of(&self, organisation: &OrganisationId) -> TimeZone {
        let own = self.organisation(organisation).and_then(|known| known.time_zone);
        if let Some(zone) = own.and_then(|name| TimeZone::get(&name).ok()) {
            return zone;
        }
        let all = self.all();
        let own = all.iter().find(|definition| definition.organisation == *organisation);
        own.or(all.first()).map_or(TimeZone::UTC, |definition| zone(definition))
    }

    /// Why and until when a service is shut; none where it is open.
    #[must_use]
    pub fn shut(&self, service: &str) -> Option<Arc<Shut>> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.shut.get(service).cloned()
    }

    /// The version with this digest, from memory or from the store.
    ///
    /// # Errors
    /// When the store fails, or has no such version, which a case that exists cannot have.
    pub async fn version(&self, store: &Store, digest: Digest) -> Result<Arc<Definition>, Fault> {
        if let Some(version) = self.known(digest) {
            return Ok(version);
        }
        let folder = store.definition(digest).await?;
        let folder = folder.ok_or_else(|| Fault::Defect(format!("no definition has the digest {digest}")))?;
        let definition = definition::read(&folder).definition;
        let definition =
            definition.ok_or_else(|| Fault::Defect(format!("the definition {digest} can no longer be read")))?;
        let definition = Arc::new(definition);
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.versions.insert(digest, Arc::clone(&definition));
        Ok(definition)
    }

    fn known(&self, digest: Digest) -> Option<Arc<Definition>> {
        self.held
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .versions
            .get(&digest)
            .cloned()
    }

    /// Forgets previews that were ended.
    fn forget_those_not_in(&self, all: &[(ServiceId, Digest)]) {
        let is_gone = |live: &ServiceId| is_preview(live) && !all.iter().any(|(service, _)| service == live);
        let any = self
            .held
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .live
            .keys()
            .any(is_gone);
        if any {
            let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
            held.live.retain(|live, _| !is_gone(live));
        }
    }

    /// Follows the store: loads each live version that is not held yet, which services are shut, and who owns them. Called at the start and every few seconds.
    ///
    /// # Errors
    /// When the store fails; what was live before stays.
    pub async fn follow(&self, store: &Store) -> Result<(), Fault> {
        let all = store.live().await?;
        self.forget_those_not_in(&all);
        for (service, digest) in all {
            if self.live(service.as_str()).is_some_and(|live| live.digest == digest) {
                continue;
            }
            let definition = self.version(store, digest).await?;
            let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
            held.live.insert(service, definition);
        }
        let shut = store.shut_services().await?;
        let shut = shut.into_iter().map(|(service, shut)| (service, Arc::new(shut)));
        self.held.write().unwrap_or_else(PoisonError::into_inner).shut = shut.collect();
        self.follow_organisations(store).await
    }
}

/// Publishes a folder if it is clean and not live already.
///
/// # Errors
/// [`Fault`] when the store fails. A check with errors is no failure of the store and comes back as a value.
pub async fn publish(
    store: &Store,
    folder: Folder,
    by: &Actor,
    at: Timestamp,
) -> Result<Result<Digest, Box<NotPublished>>, Fault> {
    let checked = definition::read(&folder);
    if checked.has_errors() || is_preview(&folder.name) {
        let service = folder.name.clone();
        return Ok(Err(Box::new(NotPublished {
            service,
            checked,
            folder,
        })));
    }
    let digest = folder.digest();
    let service = ServiceId::from(folder.name.as_str());
    store.publish(&service, digest, &folder, by, at).await?;
    Ok(Ok(digest))
}

/// The folders of services inside a folder, by name.
///
/// # Errors
/// What the file system says.
pub fn folders_in(directory: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        if path.join("service.yaml").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}
