//! A lock beside the SQLite file: every open store shares it, and who moves or restores must have it alone. It ends
//! with the process, however that ends.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::Fault;

/// A lock that is held for as long as this lives.
#[derive(Debug)]
pub(crate) struct InUse(#[expect(dead_code, reason = "held, not read: closing the file gives the lock back")] File);

/// Shares the lock with others who use the database.
pub(crate) fn share(database: &Path) -> Result<InUse, Fault> {
    taken(database, File::try_lock_shared)
}

/// Has the lock alone.
pub(super) fn alone(database: &Path) -> Result<InUse, Fault> {
    taken(database, File::try_lock)
}

fn taken(database: &Path, lock: impl FnOnce(&File) -> Result<(), TryLockError>) -> Result<InUse, Fault> {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    let file = options
        .open(&name)
        .map_err(|error| Fault::database("open the lock of the database", error))?;
    match lock(&file) {
        Ok(()) => Ok(InUse(file)),
        Err(TryLockError::WouldBlock) => Err(Fault::InUse(format!(
            "Another program has {} open. Stop it first.",
            database.display()
        ))),
        Err(TryLockError::Error(error)) => Err(Fault::database("lock the database", error)),
    }
}
