//! Connections to the SQLite file: their settings, the migration, and a copy while it runs.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::Fault;
use crate::migrations::{self, Standing};
use crate::value::{Row, Value};

/// Pages of the log that are gathered before they go into the database: 4 MB. With more, whoever commits next waits longer.
const LOG_PAGES: i64 = 1_000;
/// Kilobytes of pages that the writer and each reader keep in memory: together under 20 MB.
const WRITER_CACHE_KB: i64 = 8_000;
const READER_CACHE_KB: i64 = 2_000;
/// Statements that a connection keeps prepared. Ours are some sixty.
const STATEMENTS_KEPT: usize = 128;

/// A connection that writes.
pub(super) fn writer(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    connection.pragma_update(None, "cache_size", -WRITER_CACHE_KB)?;
    // What a savepoint would put back is kept in memory: half of all writes went to such files, outside our folder.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(connection)
}

/// A connection that reads.
pub(super) fn reader(path: &Path) -> Result<Connection, Fault> {
    let open = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "cache_size", -READER_CACHE_KB)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
        Ok(connection)
    };
    open().map_err(|error: rusqlite::Error| Fault::database("open the database to read", error))
}

fn standing_of(connection: &Connection) -> Standing {
    let sql = "SELECT max(version) FROM refinery_schema_history";
    let version = connection.query_row(sql, [], |row| row.get::<_, Option<i64>>(0));
    migrations::standing(version.unwrap_or(None))
}

/// How a file stands to this release.
pub(crate) fn standing(path: &Path) -> Result<Standing, Fault> {
    Ok(standing_of(&reader(path)?))
}

/// Brings the file to the present schema, after a copy if it had an older one.
pub(crate) fn migrate(path: &Path) -> Result<(), Fault> {
    let fault = |error: rusqlite::Error| Fault::database("open the database", error);
    let mut connection = writer(path).map_err(fault)?;
    match standing_of(&connection) {
        Standing::Present => return Ok(()),
        Standing::Empty => {}
        Standing::Older(version) => {
            let copy = with_suffix(path, &format!(".before-{version}"));
            copy_to(&connection, &copy)?;
        }
        Standing::Newer(sentence) => return Err(Fault::Schema(sentence)),
    }
    migrations::sqlite_runner()
        .run(&mut connection)
        .map_err(|error| Fault::database("migrate the database", error))?;
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// Copies the database while it is in use.
pub(crate) fn back_up(path: &Path, to: &Path) -> Result<(), Fault> {
    copy_to(&reader(path)?, to)
}

fn copy_to(connection: &Connection, to: &Path) -> Result<(), Fault> {
    let copy = || {
        let mut target = Connection::open(to)?;
        let backup = Backup::new(connection, &mut target)?;
        // All pages in one step, which is of one moment: a copy in several begins anew whenever another connection
        // has written meanwhile, and under load never ends.
        while backup.step(-1)? != StepResult::Done {
            std::thread::sleep(Duration::from_millis(1));
        }
        drop(backup);
        target.pragma_update(None, "journal_mode", "DELETE")
    };
    copy().map_err(|error| Fault::database("copy the database", error))?;
    std::fs::File::open(to)
        .and_then(|file| file.sync_all())
        .map_err(|error| Fault::database("sync the copy of the database", error))
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
            Self::Uuid(value) => ValueRef::Blob(value.as_bytes()),
        }))
    }
}

/// Runs a statement and reads all its rows.
pub(super) fn rows(connection: &Connection, sql: &str, values: &[Value]) -> rusqlite::Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut found = statement.query(params_from_iter(values))?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(values_of(row, columns)?);
    }
    Ok(rows)
}

/// The values of one row.
pub(super) fn values_of(row: &rusqlite::Row<'_>, columns: usize) -> rusqlite::Result<Row> {
    let mut values = Vec::with_capacity(columns);
    for column in 0..columns {
        values.push(match row.get_ref(column)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(value) => Value::Int(value),
            ValueRef::Text(value) => Value::Text(String::from_utf8_lossy(value).into_owned().into()),
            ValueRef::Blob(value) => Value::Bytes(value.to_vec()),
            ValueRef::Real(_) => {
                let kind = rusqlite::types::Type::Real;
                return Err(rusqlite::Error::InvalidColumnType(column, String::new(), kind));
            }
        });
    }
    Ok(Row(values))
}

/// Runs a statement and counts the rows that it touched.
pub(super) fn run(connection: &Connection, sql: &str, values: &[Value]) -> rusqlite::Result<usize> {
    connection.prepare_cached(sql)?.execute(params_from_iter(values))
}
