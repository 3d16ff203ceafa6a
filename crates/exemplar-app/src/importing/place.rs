//! Where a form can go that was read: a new service of an organisation, or a version of a service that is there. Either is
//! brought in as any version is, so nothing goes live by it.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::definition::limits::{NAME_CHARACTERS, RESERVED_ADDRESSES};
use exemplar_core::id::{OrganisationId, ServiceId};
use exemplar_core::permission::owned;
use exemplar_store::Fault;

use super::{Import, owned_by};
use crate::App;
use crate::publishing::NotBrought;
use crate::staff::SignedIn;

/// The highest number that is put behind a name to make it free.
const HIGHEST: usize = 99;

/// Where it can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// It becomes a service of this organisation.
    New(OrganisationId),
    /// It becomes a version of this service.
    Of {
        /// Its organisation.
        organisation: OrganisationId,
        /// The service.
        service: ServiceId,
        /// What it is called, where it is there already.
        title: Option<String>,
    },
}

/// Why it was not kept.
pub enum NotKept {
    /// No service can have this name.
    WrongName,
    /// There is a service of this name.
    Taken,
    /// It was not brought in.
    NotBrought(NotBrought),
}

impl From<Fault> for NotKept {
    fn from(fault: Fault) -> Self {
        Self::NotBrought(NotBrought::Fault(fault))
    }
}

impl App {
    /// Where somebody can keep what came of a form: as what they own says.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn places(&self, who: &SignedIn, import: &Import) -> Result<Vec<Place>, Fault> {
        let known = self.services_to_publish(who).await?;
        let mut places = Vec::new();
        for own in owned(&who.staff, who.now) {
            let is_whole = own.service.is_none();
            let service = own.service.unwrap_or_else(|| ServiceId::from(import.name()));
            let is_same = |known: &&Arc<Definition>| known.id == service && known.organisation == own.organisation;
            let title = known.iter().find(is_same).map(|known| known.name.get(0).to_owned());
            if is_whole {
                places.push(Place::New(own.organisation.clone()));
            }
            // Who owns one service alone can bring it in before it is there.
            if !is_whole || title.is_some() {
                places.push(Place::Of {
                    organisation: own.organisation,
                    service,
                    title,
                });
            }
        }
        let mut seen = Vec::new();
        places.retain(|place: &Place| {
            let is_first = !seen.contains(place);
            seen.push(place.clone());
            is_first
        });
        Ok(places)
    }

    /// The name of the folder, with a number behind it where a service has that name.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn free_name(&self, name: &str) -> Result<String, Fault> {
        let mut free = name.to_owned();
        for n in 2..=HIGHEST {
            if !self.is_taken(&free).await? {
                break;
            }
            free = format!("{name}-{n}");
        }
        Ok(free)
    }

    /// Brings what came of a form in, and gives the service and the number of the version.
    ///
    /// # Errors
    /// As [`NotKept`] says.
    pub async fn keep_import(
        &self,
        who: &SignedIn,
        import: &Import,
        (place, name): (&Place, &str),
    ) -> Result<(ServiceId, i64), NotKept> {
        let (organisation, service) = match place {
            Place::New(organisation) => {
                if !can_be_named(name) {
                    return Err(NotKept::WrongName);
                }
                if self.is_taken(name).await? {
                    return Err(NotKept::Taken);
                }
                (organisation, ServiceId::from(name))
            }
            Place::Of {
                organisation, service, ..
            } => (organisation, service.clone()),
        };
        let mut folder = owned_by(import.folder.clone(), organisation);
        service.as_str().clone_into(&mut folder.name);
        let n = self.bring_in_by_page(who, folder).await.map_err(NotKept::NotBrought)?;
        Ok((service, n))
    }

    /// Whether there is a service of that name, or a version of one.
    async fn is_taken(&self, name: &str) -> Result<bool, Fault> {
        if self.services.live(name).is_some() {
            return Ok(true);
        }
        Ok(!self.store.proposals(&ServiceId::from(name)).await?.is_empty())
    }
}

/// Whether a service can have this name: it is the first part of its addresses.
fn can_be_named(name: &str) -> bool {
    let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_');
    name.starts_with(|sign: char| sign.is_ascii_alphanumeric())
        && name.len() <= NAME_CHARACTERS
        && name.chars().all(is_plain)
        && !RESERVED_ADDRESSES.contains(&name)
}
