//! Stores to test on: every store test runs on both engines.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use exemplar_store::{Database, Keys, Settings, Store};
use rusqlite::types::ValueRef;
use tempfile::TempDir;

use crate::postgres::{cluster_folder, new_database, run_sql};

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

    /// Whether any file of the engine holds these bytes.
    #[must_use]
    pub fn is_on_disk(&self, bytes: &[u8]) -> bool {
        if self.url().is_some() {
            self.sql("CHECKPOINT");
        }
        holds(self.data_folder(), bytes)
    }

    /// Runs SQL beside the store, as somebody would who has the database. Answers the first value, if there is one.
    pub fn sql(&self, sql: &str) -> String {
        match &self.database {
            Database::Postgres(url) => run_sql(url, sql).trim_end().to_owned(),
            Database::Sqlite(path) => {
                let connection = rusqlite::Connection::open(path).unwrap();
                connection.busy_timeout(Duration::from_secs(5)).unwrap();
                let mut statement = connection.prepare(sql).unwrap();
                let mut rows = statement.query([]).unwrap();
                let first = rows.next().unwrap();
                first.map_or_else(String::new, |row| match row.get_ref(0).unwrap() {
                    ValueRef::Blob(bytes) => hex(bytes),
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
                    ValueRef::Null | ValueRef::Real(_) => String::new(),
                })
            }
        }
    }

    /// One sealed or wrapped value as its bytes.
    #[must_use]
    pub fn bytes(&self, sql: &str) -> Vec<u8> {
        let text = self.sql(sql);
        let digits = text.trim_start_matches("\\x").as_bytes();
        let pair = |pair: &[u8]| {
            let pair = std::str::from_utf8(pair).unwrap();
            u8::from_str_radix(pair, 16).unwrap()
        };
        digits.chunks(2).map(pair).collect()
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

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        // A socket cannot be read, and a file may be gone by now.
        let content = std::fs::read(&path).unwrap_or_default();
        let first = bytes[0];
        content
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == first)
            .any(|(i, _)| content[i..].starts_with(bytes))
    })
}

/// Runs a test on an empty SQLite store, then on an empty PostgreSQL store.
pub async fn on_each_engine(test: impl AsyncFn(Kit)) {
    test(Kit::sqlite().await).await;
    test(Kit::postgres().await).await;
}
