//! What somebody can do who has the database, but not the store: read and tamper.

use std::time::Duration;

use exemplar_store::Database;
use rusqlite::types::ValueRef;

/// Runs SQL beside the store. Answers the first value as text, if there is one.
///
/// # Panics
/// If the database refuses it.
pub async fn beside_the_store(database: &Database, sql: &str) -> String {
    match database {
        Database::Sqlite(path) => sqlite(path, sql),
        Database::Postgres(url) => postgres(url, sql).await,
    }
}

fn sqlite(path: &std::path::Path, sql: &str) -> String {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.busy_timeout(Duration::from_secs(5)).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let mut rows = statement.query([]).unwrap();
    let first = rows.next().unwrap();
    first.map_or_else(String::new, |row| match row.get_ref(0).unwrap() {
        ValueRef::Blob(bytes) => data_encoding::HEXLOWER.encode(bytes),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8(text.to_vec()).unwrap(),
        ValueRef::Null | ValueRef::Real(_) => String::new(),
    })
}

async fn postgres(url: &str, sql: &str) -> String {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    let connection = tokio::spawn(connection);
    let messages = client.simple_query(sql).await.unwrap();
    let first = messages.iter().find_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(ToOwned::to_owned),
        _ => None,
    });
    drop(client);
    let _ = connection.await;
    first.unwrap_or_default()
}
