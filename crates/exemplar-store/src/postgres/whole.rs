//! All rows of a PostgreSQL database: given out of one snapshot, or taken in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use deadpool_postgres::{Object, Transaction};
use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, IsolationLevel};

use super::statement;
use crate::Fault;
use crate::keeping::TABLES;
use crate::store::{add_months, partitions};
use crate::value::{Row, Value};
use crate::whole::{
    Counts, NotCarried, Piece, Pieces, ROWS_AT_ONCE, Taken, channel, nobody_takes, refused, stopped_short,
};

/// Stands in a database for as long as a restore or a move into it is not done: nobody opens it then.
const UNFINISHED: &str = "unfinished";
/// Tables in months, and the column that says of which a row is.
const IN_MONTHS: [(&str, &str); 3] = [("event", "at"), ("look", "at"), ("observation", "day")];

/// Gives all rows of one snapshot. `alone` keeps others from writing meanwhile.
pub(crate) fn all_rows(client: Object, alone: bool) -> Taken {
    let (pieces, taken) = channel();
    tokio::spawn(async move {
        if let Err(fault) = send_all(client, alone, &pieces).await {
            // Who no longer takes does not hear it.
            let _ = pieces.send(Err(fault)).await;
        }
    });
    taken
}

fn cannot_read(error: tokio_postgres::Error) -> Fault {
    Fault::database("read all rows", error)
}

async fn send_all(mut client: Object, alone: bool, pieces: &Pieces) -> Result<(), Fault> {
    let builder = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead);
    let transaction = builder.read_only(!alone).start().await.map_err(cannot_read)?;
    if alone {
        lock(&transaction).await?;
    }
    let mut counts = Counts::new();
    for table in &TABLES {
        let count = send_table(&transaction, table.table, pieces).await?;
        counts.insert(table.table.to_owned(), count);
    }
    pieces.send(Ok(Piece::End(counts))).await.map_err(|_| nobody_takes())
}

/// Others may read and not write.
async fn lock(transaction: &Transaction<'_>) -> Result<(), Fault> {
    let tables: Vec<_> = TABLES.iter().map(|table| format!("\"{}\"", table.table)).collect();
    let sql = format!("LOCK TABLE {} IN SHARE MODE NOWAIT", tables.join(", "));
    transaction.batch_execute(&sql).await.map_err(|error| {
        if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) {
            return Fault::InUse("Another program writes to the database. Stop it first.".into());
        }
        cannot_read(error)
    })
}

async fn send_table(transaction: &Transaction<'_>, table: &str, pieces: &Pieces) -> Result<u64, Fault> {
    let sql = format!("SELECT * FROM \"{table}\"");
    let select = transaction.prepare(&sql).await.map_err(cannot_read)?;
    let head = Piece::Table {
        name: table.to_owned(),
        columns: select.columns().iter().map(|column| column.name().to_owned()).collect(),
    };
    pieces.send(Ok(head)).await.map_err(|_| nobody_takes())?;
    let portal = transaction.bind(&select, &[]).await.map_err(cannot_read)?;
    let mut count = 0;
    loop {
        let group = transaction.query_portal(&portal, ROWS_AT_ONCE as i32);
        let group = group.await.map_err(cannot_read)?;
        if group.is_empty() {
            return Ok(count);
        }
        count += group.len() as u64;
        let rows = group.iter().map(statement::row).collect::<Result<_, _>>()?;
        pieces.send(Ok(Piece::Rows(rows))).await.map_err(|_| nobody_takes())?;
    }
}

/// Refuses a database to which other programs are connected.
pub(crate) async fn nobody_else(client: &Client) -> Result<(), NotCarried> {
    let sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() \
        AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    let others: i64 = client.query_one(sql, &[]).await.map_err(cannot_read)?.get(0);
    if others == 0 {
        return Ok(());
    }
    Err(refused(format!(
        "{others} other connections to the database are open. Stop what uses it first."
    )))
}

/// Tables that are empty as long as nobody has used a database. Others may hold rows that a migration put there.
const HEART: [&str; 9] = [
    "staff",
    "definition_version",
    "cases",
    "event",
    "look",
    "observation",
    "claim",
    "job",
    "tombstone",
];

/// Whether nobody has used the database.
pub(crate) async fn is_empty(client: &Client) -> Result<bool, Fault> {
    for table in HEART {
        let sql = format!("SELECT 1 FROM \"{table}\" LIMIT 1");
        match client.query_opt(&sql, &[]).await {
            Ok(None) => {}
            Ok(Some(_)) => return Ok(false),
            Err(error) if error.code() == Some(&SqlState::UNDEFINED_TABLE) => {}
            Err(error) => return Err(cannot_read(error)),
        }
    }
    Ok(true)
}

/// Whether a restore or a move into the database did not come to its end.
pub(crate) async fn is_unfinished(client: &Client) -> Result<bool, Fault> {
    let sql = "SELECT to_regclass($1) IS NOT NULL";
    let row = client.query_one(sql, &[&UNFINISHED]).await.map_err(cannot_read)?;
    Ok(row.get(0))
}

/// Lets the database be opened.
pub(crate) async fn finish(client: &Client) -> Result<(), Fault> {
    let sql = format!("DROP TABLE {UNFINISHED}");
    let done = client.batch_execute(&sql).await;
    done.map_err(|error| Fault::database("finish the database", error))
}

fn cannot_write(error: tokio_postgres::Error) -> Fault {
    Fault::database("take all rows", error)
}

/// Takes all rows in one transaction into tables that are empty. Nobody opens the database until [`finish`].
pub(crate) async fn take_all(client: &mut Object, mut pieces: Taken) -> Result<Counts, Fault> {
    let transaction = client.build_transaction().start().await.map_err(cannot_write)?;
    let mark = format!("CREATE TABLE {UNFINISHED} (n BIGINT)");
    transaction.batch_execute(&mark).await.map_err(cannot_write)?;
    let mut table = None;
    let mut months = BTreeSet::new();
    let counts = loop {
        match pieces.recv().await.ok_or_else(stopped_short)?? {
            Piece::Table { name, columns } => table = Some(Table::prepare(&transaction, name, &columns).await?),
            Piece::Rows(rows) => {
                let table = table.as_ref().ok_or_else(stopped_short)?;
                table.prepare_months(&transaction, &rows, &mut months).await?;
                table.copy(&transaction, &rows).await?;
            }
            Piece::End(counts) => break counts,
        }
    };
    let mut taken = BTreeMap::new();
    for table in counts.keys() {
        let sql = format!("SELECT count(*) FROM \"{table}\"");
        let count: i64 = transaction.query_one(&sql, &[]).await.map_err(cannot_write)?.get(0);
        taken.insert(table.clone(), count.unsigned_abs());
    }
    if taken != counts {
        return Err(Fault::broken("not every row that was given was taken"));
    }
    transaction.commit().await.map_err(cannot_write)?;
    Ok(counts)
}

/// The table that is filled.
struct Table {
    copy: String,
    types: Vec<Type>,
    /// The column that says of which month a row is.
    month: Option<usize>,
}

impl Table {
    async fn prepare(transaction: &Transaction<'_>, name: String, columns: &[String]) -> Result<Self, Fault> {
        // What a migration put there comes again.
        let clear = format!("DELETE FROM \"{name}\"");
        transaction.batch_execute(&clear).await.map_err(cannot_write)?;
        let names: Vec<_> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let names = names.join(", ");
        let select = format!("SELECT {names} FROM \"{name}\" LIMIT 0");
        let select = transaction.prepare(&select).await.map_err(cannot_write)?;
        let types = select.columns().iter().map(|column| column.type_().clone());
        let month = IN_MONTHS.iter().find(|(table, _)| *table == name);
        Ok(Self {
            types: types.collect(),
            month: month.and_then(|(_, column)| columns.iter().position(|name| name == column)),
            copy: format!("COPY \"{name}\" ({names}) FROM STDIN BINARY"),
        })
    }

    /// Makes the tables of the months that begin in these rows: a row that stands elsewhere cannot come into them.
    async fn prepare_months(
        &self,
        transaction: &Transaction<'_>,
        rows: &[Row],
        made: &mut BTreeSet<Date>,
    ) -> Result<(), Fault> {
        let Some(column) = self.month else { return Ok(()) };
        for row in rows {
            let first = day(&row.0[column])?.first_of_month();
            if made.insert(first) {
                let sql = partitions(first, add_months(first, 1)?)?;
                transaction.batch_execute(&sql).await.map_err(cannot_write)?;
            }
        }
        Ok(())
    }

    async fn copy(&self, transaction: &Transaction<'_>, rows: &[Row]) -> Result<(), Fault> {
        let sink = transaction.copy_in(&self.copy).await.map_err(cannot_write)?;
        let writer = BinaryCopyInWriter::new(sink, &self.types);
        tokio::pin!(writer);
        for Row(values) in rows {
            if values.len() != self.types.len() {
                return Err(Fault::broken("a row has too few or too many values"));
            }
            let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
            writer.as_mut().write(&values).await.map_err(cannot_write)?;
        }
        writer.finish().await.map_err(cannot_write)?;
        Ok(())
    }
}

/// Whether the table of a month could not be made since rows of it stand in the table of the rest. They can stay there.
pub(crate) fn stands_elsewhere(fault: &Fault) -> bool {
    let Fault::Database { source, .. } = fault else {
        return false;
    };
    let error = source.downcast_ref::<tokio_postgres::Error>();
    error.and_then(tokio_postgres::Error::code) == Some(&SqlState::CHECK_VIOLATION)
}

/// The day of a row: of a moment, or as it stands.
fn day(value: &Value) -> Result<Date, Fault> {
    let broken = || Fault::broken("a row is of no month");
    match value {
        Value::Int(micros) => {
            let at = Timestamp::from_microsecond(*micros).map_err(|_| broken())?;
            Ok(at.to_zoned(jiff::tz::TimeZone::UTC).date())
        }
        Value::Text(day) => day.parse().map_err(|_| broken()),
        _ => Err(broken()),
    }
}
