//! The store as a whole: all its rows on their way from one place to another. [`backup`] writes them to a folder,
//! [`contents`] takes the content of files along, [`restore`] puts them back, [`moving`] brings them to the other engine, [`old`] removes backups past their time.
//! How an engine gives and takes rows is in the engines' own modules.

mod backup;
mod contents;
mod erased;
mod lock;
mod manifest;
mod moving;
mod old;
mod restore;
mod rows_file;
mod target;

use std::collections::BTreeMap;

use tokio::sync::mpsc;

use crate::Fault;
use crate::value::Row;
pub use backup::backup_name;
pub use contents::restore_contents;
pub(crate) use erased::note;
pub use erased::{Erased, read_erasure_list};
pub(crate) use lock::{InUse, share};
pub use manifest::{BackupFile, Manifest, verify_backup};
pub use moving::move_all;
pub use old::remove_old_backups;
pub use restore::{Restored, restore};
pub use target::Target;

/// Rows that travel together.
pub(crate) const ROWS_AT_ONCE: usize = 200;
/// Groups of rows that may wait between giver and taker: memory stays the same however much there is.
const GROUPS_WAITING: usize = 4;

/// How many rows each table has.
pub type Counts = BTreeMap<String, u64>;

/// What comes of giving all rows, in order.
#[derive(Debug)]
pub(crate) enum Piece {
    /// The rows that follow are of this table.
    Table {
        name: String,
        columns: Vec<String>,
    },
    Rows(Vec<Row>),
    /// All rows were given: so many.
    End(Counts),
}

/// The giver's side. A fault ends it; without [`Piece::End`] nothing is whole.
pub(crate) type Pieces = mpsc::Sender<Result<Piece, Fault>>;
/// The taker's side.
pub(crate) type Taken = mpsc::Receiver<Result<Piece, Fault>>;

pub(crate) fn channel() -> (Pieces, Taken) {
    mpsc::channel(GROUPS_WAITING)
}

/// What a taker says where the giver stopped short.
pub(crate) fn stopped_short() -> Fault {
    Fault::Defect("the rows ended before all of them were given".into())
}

/// What a giver says where nobody takes any more.
pub(crate) fn nobody_takes() -> Fault {
    Fault::Defect("nobody takes the rows any more".into())
}

/// Why a backup, a restore or a move was not done.
#[derive(Debug, thiserror::Error)]
pub enum NotCarried {
    /// The rules say no; the sentence says why and what to do.
    #[error("{0}")]
    Refused(String),
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

pub(crate) fn refused(sentence: impl Into<String>) -> NotCarried {
    NotCarried::Refused(sentence.into())
}
