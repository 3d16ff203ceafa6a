//! How folders come into the store by command: brought in to be looked at, or published at once where one person is
//! enough.

use exemplar_core::definition::{self, Folder, read_organisations};
use exemplar_core::id::{Digest, OrganisationId, ServiceId};
use exemplar_core::record::Actor;
use exemplar_store::{Fault, Store};
use jiff::Timestamp;

use super::bring_in;
use crate::services::{NotPublished, publish};

/// What is to become of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Bring it in only.
    Propose,
    /// Publish it.
    Publish,
    /// Publish it, unless it was live before: what is live then is what its owners decided since.
    AtStart,
}

/// What became of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameTo {
    /// It is live.
    Live(Digest),
    /// It was brought in under this number, and its owners decide.
    Waits(i64),
    /// It was live before, and another version is live now.
    Stays,
}

/// Takes a folder in. Where its organisation wants a second person, no command publishes it alone.
///
/// # Errors
/// [`Fault`] when the store fails. A check with errors comes back as a value.
pub async fn take_in(
    store: &Store,
    folder: Folder,
    way: Way,
    by: &Actor,
    at: Timestamp,
) -> Result<Result<CameTo, Box<NotPublished>>, Fault> {
    let digest = folder.digest();
    let history = store.history(&ServiceId::from(folder.name.as_str())).await?;
    let is_live = history.last().is_some_and(|last| last.digest == digest);
    if way == Way::AtStart && history.iter().any(|line| line.digest == digest) {
        let stays = if is_live { CameTo::Live(digest) } else { CameTo::Stays };
        return Ok(Ok(stays));
    }
    let by_two = match definition::read(&folder).definition {
        Some(definition) => wants_two(store, &definition.organisation).await?,
        None => false,
    };
    if way == Way::Propose || (by_two && !is_live) {
        return Ok(bring_in(store, folder, by, at).await?.map(CameTo::Waits));
    }
    Ok(publish(store, folder, by, at).await?.map(CameTo::Live))
}

/// Whether an organisation wants a second person, by the file of organisations that is followed.
async fn wants_two(store: &Store, organisation: &OrganisationId) -> Result<bool, Fault> {
    let Some(digest) = store.live_organisations().await? else {
        return Ok(false);
    };
    let Some(file) = store.definition(digest).await? else {
        return Ok(false);
    };
    let all = read_organisations(&file).organisations.unwrap_or_default();
    Ok(all.get(organisation).is_some_and(|known| known.publish_by_two))
}
