//! The file of organisations: read beside the folders of services, kept in the store, and followed there like the live
//! versions, so that no page and no message reads it again.

use std::io;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use exemplar_core::definition::limits::ORGANISATIONS_BYTES;
use exemplar_core::definition::{
    CheckedOrganisations, Folder, ORGANISATIONS_FILE, organisations_folder, read_organisations,
};
use exemplar_core::id::Digest;
use exemplar_core::record::Actor;
use exemplar_store::{Fault, Store};
use jiff::Timestamp;

use super::{FolderProblem, Services};

/// The file of organisations in a folder of services; none where there is no such file.
///
/// # Errors
/// As [`FolderProblem`] says.
pub fn organisations_in(services: &Path) -> Result<Option<Folder>, FolderProblem> {
    let path = services.join(ORGANISATIONS_FILE);
    let content = std::fs::File::open(&path).and_then(|file| {
        let mut content = Vec::new();
        // One byte more than is taken: what is too long is found by its check, with the others.
        io::Read::read_to_end(&mut io::Read::take(file, ORGANISATIONS_BYTES as u64 + 1), &mut content)?;
        Ok(content)
    });
    match content {
        Ok(content) => Ok(Some(organisations_folder(content))),
        Err(source) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(FolderProblem::Unreadable { path, source }),
    }
}

/// The file of organisations beside a service's folder.
///
/// # Errors
/// As [`FolderProblem`] says.
pub fn organisations_beside(folder: &Path) -> Result<Option<Folder>, FolderProblem> {
    let whole = folder.canonicalize().map_err(|source| FolderProblem::Unreadable {
        path: folder.to_owned(),
        source,
    })?;
    whole.parent().map_or(Ok(None), organisations_in)
}

/// Keeps the file of organisations if it is clean and not followed already.
///
/// # Errors
/// [`Fault`] when the store fails. A check with errors comes back as a value.
pub async fn publish_organisations(
    store: &Store,
    folder: &Folder,
    by: &Actor,
    at: Timestamp,
) -> Result<Result<Digest, CheckedOrganisations>, Fault> {
    let checked = read_organisations(folder);
    if checked.has_errors() {
        return Ok(Err(checked));
    }
    store.publish_organisations(folder, by, at).await?;
    Ok(Ok(folder.digest()))
}

impl Services {
    /// Reads the organisations anew where another version of the file is followed than the one held.
    pub(super) async fn follow_organisations(&self, store: &Store) -> Result<(), Fault> {
        let Some(digest) = store.live_organisations().await? else {
            return Ok(());
        };
        if self.organisations_digest() == Some(digest) {
            return Ok(());
        }
        let folder = store.definition(digest).await?;
        let folder =
            folder.ok_or_else(|| Fault::Defect(format!("no file of organisations has the digest {digest}")))?;
        let all = read_organisations(&folder).organisations;
        let all = all.ok_or_else(|| Fault::Defect(format!("the organisations {digest} can no longer be read")))?;
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        held.organisations = Some((digest, Arc::new(all)));
        Ok(())
    }

    fn organisations_digest(&self) -> Option<Digest> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.organisations.as_ref().map(|(digest, _)| *digest)
    }
}
