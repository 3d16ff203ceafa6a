//! What one group of commits does on the writer's connection: a savepoint for each, and which errors end the group.

use exemplar_core::record::Observation;
use rusqlite::Connection;

use super::connection::{rows, run};
use crate::Fault;
use crate::plan;
use crate::value::{Expect, Step, Value, Written};

/// The error, if it took the whole transaction with it.
pub(super) fn lost(connection: &Connection, error: &rusqlite::Error, half_written: bool) -> Option<rusqlite::Error> {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseCorrupt, DiskFull, NotADatabase, OutOfMemory, SystemIoFailure};
    let code = error.sqlite_error_code();
    let grave = matches!(
        code,
        Some(CannotOpen | DatabaseCorrupt | DiskFull | NotADatabase | OutOfMemory | SystemIoFailure)
    );
    (grave || half_written || connection.is_autocommit()).then(|| match error {
        rusqlite::Error::SqliteFailure(failure, text) => rusqlite::Error::SqliteFailure(*failure, text.clone()),
        _ => rusqlite::Error::InvalidQuery,
    })
}

/// Why one commit could not be written, and whether some of it was.
pub(super) struct Failed {
    pub error: rusqlite::Error,
    pub half_written: bool,
}

/// Writes the steps of one commit. A lone guard with one row beside it needs no savepoint: if the guard fails, nothing
/// was written; if the row beside it fails, which nothing but a broken database can cause, the group is given up.
pub(super) fn write(connection: &Connection, steps: &[Step]) -> Result<Written, Failed> {
    let lone = steps.iter().skip(1).all(|step| step.expect == Expect::Any);
    if lone && steps.len() <= 2 {
        return run_steps(connection, steps).map_err(|error| Failed {
            error,
            half_written: steps.len() > 1,
        });
    }
    let mut written = Written::Done;
    let result = in_savepoint(connection, || {
        written = run_steps(connection, steps)?;
        if written == Written::Done {
            return Ok(());
        }
        Err(rusqlite::Error::QueryReturnedNoRows)
    });
    match result {
        Err(rusqlite::Error::QueryReturnedNoRows) | Ok(()) => Ok(written),
        Err(error) => Err(Failed {
            error,
            half_written: false,
        }),
    }
}

fn run_steps(connection: &Connection, steps: &[Step]) -> rusqlite::Result<Written> {
    for step in steps {
        let touched = run(connection, &step.sql, &step.values)?;
        match step.expect {
            Expect::Guard if touched != 1 => return Ok(Written::Conflict),
            Expect::Claim if touched != 1 => return Ok(Written::Claimed),
            _ => {}
        }
    }
    Ok(Written::Done)
}

pub(super) fn in_savepoint<T>(
    connection: &Connection,
    work: impl FnOnce() -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    run(connection, "SAVEPOINT one", &[])?;
    let result = work();
    if result.is_err() && !connection.is_autocommit() {
        run(connection, "ROLLBACK TO one", &[])?;
    }
    if !connection.is_autocommit() {
        run(connection, "RELEASE one", &[])?;
    }
    result
}

pub(super) fn observe(connection: &Connection, seen: &Observation) -> rusqlite::Result<()> {
    let step = plan::observation(seen);
    run(connection, &step.sql, &step.values).map(|_| ())
}

pub(super) fn cut_log(connection: &Connection) -> Result<(), Fault> {
    let fault = |error| Fault::database("cut off the log", error);
    let result = rows(connection, "PRAGMA wal_checkpoint(TRUNCATE)", &[]).map_err(fault)?;
    match result.first().and_then(|row| row.0.first()) {
        Some(Value::Int(0)) => Ok(()),
        _ => Err(Fault::Busy),
    }
}
