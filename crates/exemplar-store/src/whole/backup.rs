//! Making a backup: everything as it was at one moment, in a folder that gets its name when it is whole. Keys are never
//! in it, and neither are e-mails that were written as files: their texts are in the database, sealed.

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::contents::{CONTENTS, pack};
use super::manifest::{Manifest, digest};
use super::{NotCarried, refused, rows_file};
use crate::Fault;
use crate::engine::Engine;
use crate::keeping::TABLES;
use crate::migrations::SCHEMA;
use crate::postgres;
use crate::sqlite;
use crate::store::Store;
use crate::value::values;

/// How the folder of a backup that is being written ends.
pub(super) const UNFINISHED: &str = ".unfinished";
/// How the name of a backup begins.
pub(super) const PREFIX: &str = "exemplar-";
/// The copy of an SQLite database.
pub(super) const DATABASE: &str = "exemplar.sqlite";

/// Where a key's id stands in the tables.
const KEYS_USED: &str = "SELECT key_id FROM case_key UNION SELECT key_id FROM staff \
    UNION SELECT key_id FROM register_entry UNION SELECT key_id FROM feedback \
    UNION SELECT key_id FROM job WHERE key_id IS NOT NULL ORDER BY 1";

/// The name of a backup that is made at a moment.
#[must_use]
pub fn backup_name(at: Timestamp) -> String {
    format!("{PREFIX}{}", at.strftime("%Y-%m-%dT%H-%M-%S-%3fZ"))
}

impl Store {
    /// Makes a backup in a folder of backups, while the store is in use. Answers where it is.
    ///
    /// # Errors
    /// [`NotCarried::Refused`] where a backup of this moment is there already; a fault where it cannot be written.
    pub async fn back_up_into(&self, backups: &Path, at: Timestamp) -> Result<(PathBuf, Manifest), NotCarried> {
        self.back_up_with_contents(backups, None, at).await
    }

    /// [`Store::back_up_into`] with the content of files, which lies in a folder of its own. A file is there before
    /// its row is, so that the rows, which are taken first, name none that is not.
    ///
    /// # Errors
    /// As [`Store::back_up_into`].
    pub async fn back_up_with_contents(
        &self,
        backups: &Path,
        contents: Option<&Path>,
        at: Timestamp,
    ) -> Result<(PathBuf, Manifest), NotCarried> {
        let whole = backups.join(backup_name(at));
        let folder = backups.join(format!("{}{UNFINISHED}", backup_name(at)));
        if whole.exists() {
            return Err(refused(format!("{} is there already", whole.display())));
        }
        let cannot = |error| Fault::database("make the folder of a backup", error);
        std::fs::create_dir_all(backups).map_err(cannot)?;
        std::fs::create_dir(&folder).map_err(cannot)?;
        let manifest = self.back_up_to(&folder, contents, at).await?;
        let name = || {
            std::fs::rename(&folder, &whole)?;
            File::open(backups)?.sync_all()
        };
        name().map_err(|error| Fault::database("give a backup its name", error))?;
        Ok((whole, manifest))
    }

    async fn back_up_to(&self, folder: &Path, contents: Option<&Path>, at: Timestamp) -> Result<Manifest, Fault> {
        let mut manifest = match &self.inner.engine {
            Engine::Sqlite(_) => {
                let mut manifest = Manifest::new(at, "sqlite", SCHEMA);
                let copy = folder.join(DATABASE);
                self.back_up(&copy).await?;
                manifest.rows = sqlite::whole::counts(&copy)?;
                manifest
            }
            Engine::Postgres(engine) => {
                let mut manifest = Manifest::new(at, "postgres", SCHEMA);
                let rows = postgres::whole::all_rows(engine.client().await?, false);
                let to = folder.to_owned();
                let written = tokio::task::spawn_blocking(move || rows_file::write_all(&to, rows));
                manifest.rows = written
                    .await
                    .map_err(|error| Fault::database("write the rows", error))??;
                manifest
            }
        };
        for mut row in self.query("read which keys are used", KEYS_USED, values![]).await? {
            manifest.keys.push(row.text(0)?);
        }
        let (folder, keys) = (folder.to_owned(), self.inner.keys.clone());
        let contents = contents.filter(|contents| contents.exists()).map(Path::to_owned);
        let finished = tokio::task::spawn_blocking(move || {
            if let Some(contents) = contents {
                pack(&contents, &folder.join(CONTENTS))?;
            }
            for name in names(&folder)? {
                manifest.files.push(digest(&folder.join(name))?);
            }
            manifest.write(&folder, &keys)?;
            Ok(manifest)
        });
        finished
            .await
            .map_err(|error| Fault::database("write the manifest of a backup", error))?
    }
}

/// The files of a backup, in the order in which tables can be filled.
fn names(folder: &Path) -> Result<Vec<String>, Fault> {
    let cannot = |error| Fault::database("list the files of a backup", error);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        names.push(entry.map_err(cannot)?.file_name().to_string_lossy().into_owned());
    }
    let place = |name: &String| {
        let table = rows_file::table_of(name);
        TABLES.iter().position(|kept| Some(kept.table) == table)
    };
    names.sort_by_key(place);
    Ok(names)
}
