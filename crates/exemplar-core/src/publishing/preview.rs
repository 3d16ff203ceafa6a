//! Previews: a version that runs at an address of its own, exactly as live, with cases of its own. It is kept and
//! followed as a service of its own name, so that its cases, its search and its queue are apart from the real ones by
//! what they are. What may not leave it, such as messages, asks [`is_preview`].

use crate::definition::Folder;
use crate::id::{Digest, ServiceId};

/// A preview and all its cases are erased after so many days.
pub const PREVIEW_DAYS: i64 = 30;
/// Between the service's name and the version's mark. No folder of a service can have it in its name.
const SIGN: char = '~';
/// So many digits of the version's digest are in the name.
const DIGITS: usize = 12;

/// Whether a service is a preview of another.
#[must_use]
pub fn is_preview(service: &str) -> bool {
    service.contains(SIGN)
}

/// The service that a preview is of; the service itself where it is none.
#[must_use]
pub fn previewed(service: &str) -> &str {
    service.split(SIGN).next().unwrap_or(service)
}

/// The name under which a version of a service is previewed. Who has the address can see it: nobody can guess it who
/// does not have the version.
#[must_use]
pub fn preview_of(service: &ServiceId, digest: Digest) -> ServiceId {
    let mut name = format!("{service}{SIGN}");
    name.extend(digest.to_string().chars().take(DIGITS));
    ServiceId::from(name)
}

/// Whether a folder's name is that of a preview as [`preview_of`] makes them.
#[must_use]
pub(crate) fn is_preview_name(name: &str) -> bool {
    name.split_once(SIGN)
        .is_some_and(|(_, mark)| mark.len() == DIGITS && mark.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A version as its preview: the same files under the preview's name.
#[must_use]
pub fn preview_folder(folder: &Folder) -> Folder {
    let service = ServiceId::from(folder.name.as_str());
    Folder {
        name: preview_of(&service, folder.digest()).as_str().to_owned(),
        files: folder.files.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_is_another_version_under_another_name() {
        let folder = Folder {
            name: "bins".into(),
            files: [("service.yaml".to_owned(), b"name: Bins".to_vec())].into(),
        };
        let preview = preview_folder(&folder);
        assert!(is_preview(&preview.name) && is_preview_name(&preview.name));
        assert_eq!(previewed(&preview.name), "bins");
        assert_ne!(preview.digest(), folder.digest());
        assert!(!is_preview("bins") && !is_preview_name("bins~12"));
    }
}
