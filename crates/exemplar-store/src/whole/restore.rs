//! Putting a backup back: its files are verified, what was erased since is erased again, the record is proved, and
//! only then can anybody open it.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::backup::DATABASE;
use super::contents::CONTENTS;
use super::manifest::{Manifest, verify_backup};
use super::{Erased, NotCarried, Target, refused, rows_file};
use crate::keys::Keys;
use crate::migrations::SCHEMA;
use crate::record::BadEntry;

/// What came of a restore.
#[derive(Debug)]
pub struct Restored {
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// How many cases were erased again.
    pub erased: usize,
    /// Where the record does not hold. If anywhere, nobody can open what was restored.
    pub bad: Vec<BadEntry>,
}

/// Restores a backup into an empty target.
///
/// # Errors
/// [`NotCarried::Refused`] where the backup is not whole, needs other keys, or the target is not empty.
pub async fn restore(
    backup: &Path,
    target: &Target,
    keys: &Arc<Keys>,
    erased: &[Erased],
    now: Timestamp,
) -> Result<Restored, NotCarried> {
    let manifest = verify_backup(backup, keys)?;
    if manifest.schema > SCHEMA {
        return Err(refused(format!(
            "the backup has schema {}, and this release knows {SCHEMA}: restore it with release {} or later",
            manifest.schema, manifest.release
        )));
    }
    let empty = target.empty().await?;
    if manifest.engine == "sqlite" {
        empty.put(&backup.join(DATABASE))?;
    } else {
        let of_rows = manifest.files.iter().filter(|file| file.name != CONTENTS);
        let files = of_rows.map(|file| backup.join(&file.name));
        empty
            .take(manifest.schema, rows_file::all_rows(files.collect()))
            .await?;
    }
    let store = empty.open(keys).await?;
    let mut again = 0;
    for line in erased {
        if store.erase_again(line, now).await? {
            again += 1;
        }
    }
    store.forget_on_disk().await?;
    let bad = store.verify().await?;
    store.close().await;
    if bad.is_empty() {
        empty.finish().await?;
    }
    Ok(Restored {
        manifest,
        erased: again,
        bad,
    })
}
