//! The command line of what keeps the store going: backups, moves, erasure, holds, copies, a worker.

use std::path::PathBuf;

use clap::Args;

use crate::arguments::{Output, StoreArguments};
use crate::connecting::Connecting;

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

/// Erasing a case.
#[derive(Debug, Args)]
pub struct Erase {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The case, by its id or its reference.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// Why. It stays in the tombstone and on the erasure list: name nobody in it.
    #[arg(long)]
    pub reason: String,
    /// Do not ask.
    #[arg(long)]
    pub yes: bool,
    /// Folder of e-mails that were written as files; usual: mail in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_MAIL_FOLDER")]
    pub mail_folder: Option<PathBuf>,
    /// Folder for texts to telephones, a file each; usual: texts in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_TEXTS_FOLDER")]
    pub texts_folder: Option<PathBuf>,
}

/// Holding a case.
#[derive(Debug, Args)]
pub struct Hold {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The case, by its id or its reference.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// Why, such as the court's file number. It stands in clear in the database: name nobody in it.
    #[arg(long)]
    pub reason: String,
    /// Lift the hold.
    #[arg(long)]
    pub lift: bool,
}

/// Copying a case for the person whose it is.
#[derive(Debug, Args)]
pub struct CopyCase {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The case, by its id or its reference.
    #[arg(value_name = "CASE")]
    pub case: String,
    /// E-mail address of the member of staff who makes the copy: it is a look on record.
    #[arg(long, value_name = "EMAIL")]
    pub by: String,
    /// Why.
    #[arg(long, default_value = "asked for by the person")]
    pub reason: String,
    /// As Markdown or as JSON.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

/// Working without serving.
#[derive(Debug, Args)]
pub struct Work {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Where the site is reached, for links in messages.
    #[arg(
        long,
        value_name = "URL",
        env = "EXEMPLAR_ADDRESS",
        default_value = "http://127.0.0.1:8080"
    )]
    pub address: String,
    /// Folder for e-mails where no SMTP server is given; usual: mail in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_MAIL_FOLDER")]
    pub mail_folder: Option<PathBuf>,
    /// Folder for texts to telephones, a file each; usual: texts in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_TEXTS_FOLDER")]
    pub texts_folder: Option<PathBuf>,
    /// SMTP server for e-mail, as smtp://HOST:PORT or smtps://USER:PASSWORD@HOST.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Scanner of uploaded files, clamd, as unix:PATH or tcp:HOST:PORT.
    #[arg(long, value_name = "PLACE", env = "EXEMPLAR_CLAMD")]
    pub clamd: Option<exemplar_outbound::Scanner>,
    /// Other systems that checks ask.
    #[command(flatten)]
    pub connecting: Connecting,
    /// Sender of e-mails.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "EXEMPLAR_MAIL_FROM",
        default_value = "Exemplar <no-reply@localhost>"
    )]
    pub mail_from: String,
}

/// Verifying the record.
#[derive(Debug, Args)]
pub struct Verify {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Folder of a backup, to be verified in place of the store; it needs no database server.
    #[arg(value_name = "BACKUP")]
    pub backup: Option<PathBuf>,
    /// How to print what was found.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}
