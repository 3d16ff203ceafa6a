//! All rows of an SQLite file: given out of one moment, or taken into a new file.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params_from_iter};

use super::connection::{self, values_of};
use crate::Fault;
use crate::keeping::TABLES;
use crate::value::Row;
use crate::whole::{Counts, Piece, Pieces, ROWS_AT_ONCE, Taken, channel, nobody_takes, stopped_short};

/// Gives all rows as they are at one moment.
pub(crate) fn all_rows(path: &Path) -> Taken {
    let (pieces, taken) = channel();
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || {
        if let Err(fault) = send_all(&path, &pieces) {
            // Who no longer takes does not hear it.
            let _ = pieces.blocking_send(Err(fault));
        }
    });
    taken
}

fn send_all(path: &Path, pieces: &Pieces) -> Result<(), Fault> {
    let connection = connection::reader(path)?;
    connection.execute_batch("BEGIN").map_err(cannot_read)?;
    let mut counts = Counts::new();
    for table in &TABLES {
        let count = send_table(&connection, table.table, pieces)?;
        counts.insert(table.table.to_owned(), count);
    }
    pieces.blocking_send(Ok(Piece::End(counts))).map_err(|_| nobody_takes())
}

fn cannot_read(error: rusqlite::Error) -> Fault {
    Fault::database("read all rows", error)
}

fn send_table(connection: &Connection, table: &str, pieces: &Pieces) -> Result<u64, Fault> {
    let send = |piece| pieces.blocking_send(Ok(piece)).map_err(|_| nobody_takes());
    let sql = format!("SELECT * FROM \"{table}\"");
    let mut statement = connection.prepare(&sql).map_err(cannot_read)?;
    let columns: Vec<String> = statement.column_names().into_iter().map(ToOwned::to_owned).collect();
    let width = columns.len();
    send(Piece::Table {
        name: table.to_owned(),
        columns,
    })?;
    let mut found = statement.query([]).map_err(cannot_read)?;
    let mut group = Vec::with_capacity(ROWS_AT_ONCE);
    let mut count = 0;
    while let Some(row) = found.next().map_err(cannot_read)? {
        group.push(values_of(row, width).map_err(cannot_read)?);
        count += 1;
        if group.len() == ROWS_AT_ONCE {
            send(Piece::Rows(std::mem::take(&mut group)))?;
        }
    }
    if !group.is_empty() {
        send(Piece::Rows(group))?;
    }
    Ok(count)
}

/// Takes all rows into a new file, which has the present schema then. What was begun is of no use after a failure.
pub(crate) async fn take_all(path: PathBuf, pieces: Taken) -> Result<Counts, Fault> {
    tokio::task::spawn_blocking(move || take(&path, pieces))
        .await
        .map_err(|error| Fault::database("take all rows", error))?
}

fn cannot_write(error: rusqlite::Error) -> Fault {
    Fault::database("take all rows", error)
}

fn take(path: &Path, mut pieces: Taken) -> Result<Counts, Fault> {
    super::migrate(path)?;
    let connection = connection::writer(path).map_err(cannot_write)?;
    // Nobody reads the file before it is whole and synced.
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN IMMEDIATE")
        .map_err(cannot_write)?;
    let mut insert = String::new();
    let counts = loop {
        match pieces.blocking_recv().ok_or_else(stopped_short)?? {
            Piece::Table { name, columns } => {
                // What a migration put there comes again.
                let clear = format!("DELETE FROM \"{name}\"");
                connection.execute_batch(&clear).map_err(cannot_write)?;
                insert = insertion(&name, &columns);
            }
            Piece::Rows(rows) => {
                let mut statement = connection.prepare_cached(&insert).map_err(cannot_write)?;
                for Row(values) in rows {
                    statement.execute(params_from_iter(values)).map_err(cannot_write)?;
                }
            }
            Piece::End(counts) => break counts,
        }
    };
    if count(&connection, &counts)? != counts {
        return Err(Fault::broken("not every row that was given was taken"));
    }
    let stray = connection::rows(&connection, "PRAGMA foreign_key_check", &[]).map_err(cannot_write)?;
    if !stray.is_empty() {
        return Err(Fault::broken("a row belongs to one that is not there"));
    }
    connection.execute_batch("COMMIT").map_err(cannot_write)?;
    connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .map_err(cannot_write)?;
    drop(connection);
    std::fs::File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| Fault::database("sync the database", error))?;
    Ok(counts)
}

fn insertion(table: &str, columns: &[String]) -> String {
    let names: Vec<_> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    let marks: Vec<_> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
    format!(
        "INSERT INTO \"{table}\" ({}) VALUES ({})",
        names.join(", "),
        marks.join(", ")
    )
}

fn count(connection: &Connection, of: &Counts) -> Result<Counts, Fault> {
    let count = |table: &String| {
        let sql = format!("SELECT count(*) FROM \"{table}\"");
        let count: i64 = connection.query_row(&sql, [], |row| row.get(0)).map_err(cannot_read)?;
        Ok((table.clone(), count.unsigned_abs()))
    };
    of.keys().map(count).collect()
}

/// How many rows each table of a file has.
pub(crate) fn counts(path: &Path) -> Result<Counts, Fault> {
    let connection = connection::reader(path)?;
    count(
        &connection,
        &TABLES.iter().map(|table| (table.table.to_owned(), 0)).collect(),
    )
}
