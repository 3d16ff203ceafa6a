//! Removing backups that are past their time, so that what was erased is gone from them too. Only folders that are
//! surely ours are touched.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::backup::{PREFIX, UNFINISHED, backup_name};
use super::manifest;
use crate::Fault;

/// A backup that was not finished is left alone so long: somebody may be writing it.
const UNFINISHED_LEFT: SignedDuration = SignedDuration::from_hours(24);

/// Removes the backups in a folder that are older than so many days, and those that a crash left unfinished. A folder
/// is ours where its name is that of the moment which its manifest states. Answers what was removed.
///
/// # Errors
/// If the folder cannot be read, or a backup cannot be removed.
pub fn remove_old_backups(backups: &Path, days: u32, now: Timestamp) -> Result<Vec<PathBuf>, Fault> {
    let cannot = |error| Fault::database("remove old backups", error);
    let kept = SignedDuration::from_hours(i64::from(days) * 24);
    let mut removed = Vec::new();
    for entry in std::fs::read_dir(backups).map_err(cannot)? {
        let entry = entry.map_err(cannot)?;
        // The type of the entry itself: a link to a folder elsewhere is not followed.
        if !entry.file_type().map_err(cannot)?.is_dir() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        let is_old = match made_at(&path, &name) {
            Some(at) => now.duration_since(at) > kept,
            None => left_unfinished(&name).is_some_and(|at| now.duration_since(at) > UNFINISHED_LEFT),
        };
        if is_old {
            std::fs::remove_dir_all(&path).map_err(cannot)?;
            removed.push(path);
        }
    }
    removed.sort();
    Ok(removed)
}

/// When a whole backup was made.
fn made_at(path: &Path, name: &str) -> Option<Timestamp> {
    let (manifest, _) = manifest::read(path)?;
    (backup_name(manifest.at) == name).then_some(manifest.at)
}

/// When a backup was begun that is not whole.
fn left_unfinished(name: &str) -> Option<Timestamp> {
    let at = name.strip_prefix(PREFIX)?.strip_suffix(UNFINISHED)?;
    let at = jiff::civil::DateTime::strptime("%Y-%m-%dT%H-%M-%S-%fZ", at).ok()?;
    Some(at.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_that_we_give_is_ours() {
        let at: Timestamp = "2026-11-23T10:11:12.345Z".parse().unwrap();
        let name = backup_name(at);
        assert_eq!(name, "exemplar-2026-11-23T10-11-12-345Z");
        assert_eq!(left_unfinished(&format!("{name}.unfinished")), Some(at));
        assert_eq!(left_unfinished(&name), None);
        assert_eq!(left_unfinished("exemplar-photos.unfinished"), None);
    }
}
