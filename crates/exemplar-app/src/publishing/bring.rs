//! How a folder comes into the store by a page: an owner of the service brings it in.

use exemplar_core::definition::{self, Folder};
use exemplar_core::id::ServiceId;
use exemplar_core::publishing::may_publish;
use exemplar_core::record::Actor;
use exemplar_store::Fault;

use super::bring_in;
use crate::App;
use crate::services::NotPublished;
use crate::staff::SignedIn;

/// Why a folder was not brought in.
pub enum NotBrought {
    /// Its check has errors.
    NotClean(Box<NotPublished>),
    /// This person publishes no service of that name and organisation.
    NotYours,
    /// A defect or an outage.
    Fault(Fault),
}

impl From<Fault> for NotBrought {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl App {
    /// Brings a version in, to be looked at, previewed and published, and gives its number.
    ///
    /// # Errors
    /// As [`NotBrought`] says.
    pub async fn bring_in_by_page(&self, who: &SignedIn, folder: Folder) -> Result<i64, NotBrought> {
        if let Some(definition) = definition::read(&folder).definition
            && !may_publish(&who.staff, &definition, who.now)
        {
            return Err(NotBrought::NotYours);
        }
        // Somebody else's service does not become one's own by another organisation in the file.
        let id = ServiceId::from(folder.name.as_str());
        let known = self.store.proposals(&id).await?;
        let is_known = !known.is_empty() || self.services.live(&folder.name).is_some();
        if is_known && self.versions(who, &folder.name).await?.is_none() {
            return Err(NotBrought::NotYours);
        }
        let by = Actor::Staff(who.staff.id);
        let brought = bring_in(&self.store, folder, &by, who.now).await;
        brought?.map_err(NotBrought::NotClean)
    }
}
