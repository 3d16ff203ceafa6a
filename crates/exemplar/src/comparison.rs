//! The command line of comparing two versions.

use std::path::PathBuf;

use clap::Args;

use crate::arguments::{Output, StoreArguments};
use crate::contents::Contents;

/// Comparing.
#[derive(Debug, Args)]
pub struct Diff {
    /// Folder of the older version; with a store and no second folder, of the newer one.
    #[arg(value_name = "OLD")]
    pub older: PathBuf,
    /// Folder of the newer version.
    #[arg(value_name = "NEW", required_unless_present_any = ["data", "database"])]
    pub newer: Option<PathBuf>,
    /// Folder of a SQLite database: whom the newer version would concern there.
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The same of PostgreSQL, as postgres://USER@HOST/NAME; it goes before --data.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// File of the keys, without which drafts cannot be read.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_KEYS", default_value = "keys.json")]
    pub keys: PathBuf,
    /// How to print what changed.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

impl Diff {
    /// Where the store is, where one was named.
    pub fn store(&self) -> Option<StoreArguments> {
        if self.data.is_none() && self.database.is_none() {
            return None;
        }
        Some(StoreArguments {
            data: self.data.clone().unwrap_or_default(),
            database: self.database.clone(),
            keys: self.keys.clone(),
            contents: Contents::default(),
            erasure_list: None,
        })
    }
}
