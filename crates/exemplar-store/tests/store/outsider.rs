//! What somebody can do who has the database or its files, but not the store: read, tamper, search.

use std::path::Path;
use std::time::Duration;

use exemplar_testkit::Kit;
use rusqlite::types::ValueRef;

/// Runs SQL beside the store. Answers the first value as text, if there is one.
pub async fn sql(kit: &Kit, sql: &str) -> String {
    if let Some(url) = kit.url() {
        return postgres(url, sql).await;
    }
    let connection = rusqlite::Connection::open(kit.file().unwrap()).unwrap();
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

/// One sealed or wrapped value as its bytes.
pub async fn bytes(kit: &Kit, query: &str) -> Vec<u8> {
    let text = sql(kit, query).await;
    let digits = text.trim_start_matches("\\x");
    data_encoding::HEXLOWER.decode(digits.as_bytes()).unwrap()
}

/// Whether any file of the engine holds these bytes.
pub async fn is_on_disk(kit: &Kit, bytes: &[u8]) -> bool {
    if kit.url().is_some() {
        sql(kit, "CHECKPOINT").await;
    }
    holds(kit.data_folder(), bytes)
}

fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        // A socket cannot be read, and a file may be gone by now.
        let content = std::fs::read(&path).unwrap_or_default();
        let first = bytes[0];
        content
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte == first)
            .any(|(i, _)| content[i..].starts_with(bytes))
    })
}
