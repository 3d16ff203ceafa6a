//! What somebody can do who has the database or its files, but not the store: read, tamper, search.

use std::path::Path;

use exemplar_testkit::{Kit, beside_the_store};

/// Runs SQL beside the store. Answers the first value as text, if there is one.
pub async fn sql(kit: &Kit, sql: &str) -> String {
    beside_the_store(&kit.database, sql).await
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
