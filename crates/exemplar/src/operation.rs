//! The command line of what keeps the store going: backups, moves, erasure, holds, copies, a worker.

use std::path::PathBuf;

use clap::Args;

use crate::arguments::{Output, StoreArguments};

/// Backing up.
#[derive(Debug, Args)]
pub struct Backup {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Folder of backups; made where it is not there. Each backup is a folder in it, named by its moment.
    #[arg(value_name = "TO")]
    pub to: PathBuf,
    /// Remove backups in that folder that are older: what was erased must not live on in them.
    #[arg(long, value_name = "DAYS", default_value_t = 35, value_parser = clap::value_parser!(u32).range(1..))]
    pub keep_days: u32,
    /// How to print what was done.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

/// Restoring.
#[derive(Debug, Args)]
pub struct Restore {
    /// An empty data folder or an empty PostgreSQL database.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Folder of one backup.
    #[arg(value_name = "FROM")]
    pub from: PathBuf,
    /// How to print what was done.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

/// Moving to the other engine.
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("target").required(true).args(["to", "to_data"])))]
pub struct Move {
    /// From where: a data folder, or a PostgreSQL database. Stop what uses it first.
    #[command(flatten)]
    pub store: StoreArguments,
    /// To this empty PostgreSQL database, as postgres://USER@HOST/NAME.
    #[arg(long, value_name = "URL")]
    pub to: Option<String>,
    /// To this empty data folder.
    #[arg(long, value_name = "DIR")]
    pub to_data: Option<PathBuf>,
    /// How to print what was done.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}
