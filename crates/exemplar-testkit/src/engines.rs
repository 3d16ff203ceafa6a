//! Stores to test on: every store test runs on both engines.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use exemplar_store::{Database, Keys, Settings, Store};
use tempfile::TempDir;

use crate::postgres::{cluster_folder, new_database};

/// An empty store on one engine, with its keys and its folder.
pub struct Kit {
    /// The store.
    pub store: Store,
    /// Where it keeps its records.
    pub database: Database,
    /// Its keys.
    pub keys: Arc<Keys>,
    folder: TempDir,
}

impl Kit {
    /// A new store in an SQLite file of its own.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::Sqlite(folder.path().join("exemplar.db"));
        Self::open(folder, database).await
    }

    /// A new store in a PostgreSQL database of its own.
    pub async fn postgres() -> Self {
        let url = tokio::task::spawn_blocking(new_database).await.unwrap();
        Self::open(tempfile::tempdir().unwrap(), Database::Postgres(url)).await
    }

    async fn open(folder: TempDir, database: Database) -> Self {
        let keys = Arc::new(Keys::make_in_memory().unwrap());
        Store::migrate(&database).await.unwrap();
        let settings = Settings::new(database.clone(), Arc::clone(&keys));
        Self {
            store: Store::open(settings).await.unwrap(),
            database,
            keys,
            folder,
        }
    }

    /// Another instance over the same records.
    pub async fn open_again(&self) -> Store {
        let settings = Settings::new(self.database.clone(), Arc::clone(&self.keys));
        Store::open(settings).await.unwrap()
    }

    /// The folder in which the engine keeps all its files.
    #[must_use]
    pub fn data_folder(&self) -> &Path {
        match &self.database {
            Database::Sqlite(_) => self.folder.path(),
            Database::Postgres(_) => cluster_folder(),
        }
    }

    /// A folder of its own, for e-mails that are written as files.
    #[must_use]
    pub fn mail_folder(&self) -> PathBuf {
        self.folder.path().join("mail")
    }

    /// A folder of its own, for texts to telephones.
    #[must_use]
    pub fn texts_folder(&self) -> PathBuf {
        self.folder.path().join("texts")
    }

    /// A folder of its own, for the content of uploaded files.
    #[must_use]
    pub fn files_folder(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// The SQLite file.
    #[must_use]
    pub fn file(&self) -> Option<&PathBuf> {
        match &self.database {
            Database::Sqlite(path) => Some(path),
            Database::Postgres(_) => None,
        }
    }

    /// The address of the PostgreSQL database.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        match &self.database {
            Database::Sqlite(_) => None,
            Database::Postgres(url) => Some(url),
        }
    }
}

/// Runs a test on an empty SQLite store, then on an empty PostgreSQL store.
pub async fn on_each_engine(test: impl AsyncFn(Kit)) {
    test(Kit::sqlite().await).await;
    test(Kit::postgres().await).await;
}
