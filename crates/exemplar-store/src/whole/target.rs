//! Where all rows go: an empty data folder or an empty PostgreSQL database. Nobody can open it before it is finished.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::backup::DATABASE;
use super::lock::{InUse, alone};
use super::{Counts, NotCarried, Taken, refused};
use crate::Fault;
use crate::engine::Database;
use crate::keys::Keys;
use crate::migrations::{SCHEMA, Standing};
use crate::postgres::{self, Postgres};
use crate::sqlite;
use crate::store::{Settings, Store};

/// The folder in a data folder in which a database is put together.
const UNFINISHED: &str = "unfinished";

/// Where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A data folder, made where it is not there.
    Folder(PathBuf),
    /// The address of a PostgreSQL database.
    Postgres(String),
}

/// A target that was found empty.
#[expect(clippy::large_enum_variant, reason = "there is one, while a store is carried over")]
pub(super) enum Empty {
    Folder { folder: PathBuf, _lock: InUse },
    Postgres(Postgres, String),
}

impl Target {
    /// Refuses a target that holds anything.
    pub(super) async fn empty(&self) -> Result<Empty, NotCarried> {
        match self {
            Self::Folder(folder) => empty_folder(folder),
            Self::Postgres(url) => {
                let postgres = Postgres::open(url).await?;
                let client = postgres.client().await?;
                if postgres::whole::is_unfinished(&client).await? || !postgres::whole::is_empty(&client).await? {
                    return Err(refused("the database is not empty: give an empty one"));
                }
                postgres::whole::nobody_else(&client).await?;
                drop(client);
                Ok(Empty::Postgres(postgres, url.clone()))
            }
        }
    }
}

fn empty_folder(folder: &Path) -> Result<Empty, NotCarried> {
    let cannot = |error| Fault::database("look into the data folder", error);
    std::fs::create_dir_all(folder).map_err(cannot)?;
    let lock_file = format!("{DATABASE}.lock");
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let name = entry.map_err(cannot)?.file_name();
        if name != lock_file.as_str() {
            return Err(refused(format!(
                "{} is not empty: {} is in it. Give an empty folder.",
                folder.display(),
                name.to_string_lossy()
            )));
        }
    }
    let lock = alone(&folder.join(DATABASE))?;
    std::fs::create_dir(folder.join(UNFINISHED)).map_err(cannot)?;
    Ok(Empty::Folder {
        folder: folder.to_owned(),
        _lock: lock,
    })
}

impl Empty {
    /// Takes all rows of the schema of a former release or the present one.
    pub(super) async fn take(&self, schema: i64, rows: Taken) -> Result<Counts, NotCarried> {
        match self {
            Self::Folder { .. } if schema != SCHEMA => Err(refused(
                "the rows are of a former release's PostgreSQL: restore them into a PostgreSQL database, and move that",
            )),
            Self::Folder { .. } => Ok(sqlite::whole::take_all(self.unfinished(), rows).await?),
            Self::Postgres(postgres, _) => {
                match postgres.standing().await? {
                    Standing::Empty => {
                        let version = schema.try_into().map_err(|_| Fault::broken("no schema is so large"))?;
                        postgres.migrate_to(refinery::Target::Version(version)).await?;
                    }
                    Standing::Present if schema == SCHEMA => {}
                    _ => return Err(refused("the database has another schema: give an empty one")),
                }
                let mut client = postgres.client().await?;
                let counts = postgres::whole::take_all(&mut client, rows).await?;
                drop(client);
                postgres.migrate().await?;
                Ok(counts)
            }
        }
    }

    /// Puts a copy of an SQLite database there.
    pub(super) fn put(&self, copy: &Path) -> Result<(), NotCarried> {
        let Self::Folder { .. } = self else {
            return Err(refused(
                "this is a backup of SQLite: restore it into a data folder, and move that to PostgreSQL",
            ));
        };
        let put = || {
            std::fs::copy(copy, self.unfinished())?;
            File::open(self.unfinished())?.sync_all()
        };
        put().map_err(|error| Fault::database("put the database into the data folder", error))?;
        Ok(())
    }

    /// Where an SQLite database is put together; empty for PostgreSQL.
    fn unfinished(&self) -> PathBuf {
        match self {
            Self::Folder { folder, .. } => folder.join(UNFINISHED).join(DATABASE),
            Self::Postgres(..) => PathBuf::new(),
        }
    }

    /// Opens what was put there, before anybody else can.
    pub(super) async fn open(&self, keys: &Arc<Keys>) -> Result<Store, Fault> {
        match self {
            Self::Folder { .. } => {
                let database = Database::Sqlite(self.unfinished());
                Store::open(Settings::new(database, Arc::clone(keys))).await
            }
            Self::Postgres(_, url) => Store::open_unfinished(url, Arc::clone(keys)).await,
        }
    }

    /// Lets everybody open it. The store that was opened before must be closed.
    pub(super) async fn finish(self) -> Result<(), Fault> {
        match &self {
            Self::Folder { folder, .. } => {
                let log = folder.join(UNFINISHED).join(format!("{DATABASE}-wal"));
                if log.metadata().is_ok_and(|log| log.len() > 0) {
                    return Err(Fault::Defect("the database that was put together is still open".into()));
                }
                let finish = || {
                    std::fs::rename(self.unfinished(), folder.join(DATABASE))?;
                    std::fs::remove_dir_all(folder.join(UNFINISHED))?;
                    File::open(folder)?.sync_all()
                };
                finish().map_err(|error| Fault::database("give the database its name", error))
            }
            Self::Postgres(postgres, _) => postgres::whole::finish(&*postgres.client().await?).await,
        }
    }
}
