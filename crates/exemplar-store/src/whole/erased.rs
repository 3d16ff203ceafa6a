//! The erasure list: one line for each case that was erased, in a file apart from the database, so that a backup that
//! is put back forgets again what was to be forgotten.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use exemplar_core::id::CaseId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Fault;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// The case.
    pub case: CaseId,
    /// Why it was erased.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// It was not erased after all: somebody worked on it in the same moment.
    #[serde(default, skip_serializing_if = "is_false")]
    pub kept: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Adds a line to the list. It is on the disk before the case is gone.
pub(crate) fn note(list: &Path, line: &Erased) -> Result<(), Fault> {
    let write = || {
        let mut text = serde_json::to_string(line)?;
        text.push('\n');
        let mut file = OpenOptions::new().create(true).append(true).open(list)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    };
    write().map_err(|error: std::io::Error| Fault::database("write the erasure list", error))
}

/// Reads the list: the last line of each case counts. A list that is not there is empty.
///
/// # Errors
/// If it cannot be read, or a line of it is none.
pub fn read_erasure_list(list: &Path) -> Result<Vec<Erased>, Fault> {
    let cannot = |error| Fault::database("read the erasure list", error);
    let file = match std::fs::File::open(list) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(cannot(error)),
    };
    let mut last = BTreeMap::new();
    for line in BufReader::new(file).lines() {
        let line = line.map_err(cannot)?;
        // A crash can cut off the last line: its case was not erased then.
        if let Ok(erased) = serde_json::from_str::<Erased>(&line) {
            last.insert(erased.case, erased);
        } else if !line.trim().is_empty() {
            tracing::warn!("a line of the erasure list cannot be read and was left out");
        }
    }
    Ok(last.into_values().filter(|erased| !erased.kept).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(n: u128, kept: bool) -> Erased {
        Erased {
            case: CaseId(uuid::Uuid::from_u128(n)),
            reason: "asked for".into(),
            at: Timestamp::UNIX_EPOCH,
            kept,
        }
    }

    #[test]
    fn the_last_line_of_a_case_counts_and_a_line_cut_off_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("erased");
        assert_eq!(read_erasure_list(&list).unwrap(), []);
        for line in [line(1, false), line(2, false), line(2, true)] {
            note(&list, &line).unwrap();
        }
        let mut file = OpenOptions::new().append(true).open(&list).unwrap();
        file.write_all(br#"{"case":"0000"#).unwrap();
        assert_eq!(read_erasure_list(&list).unwrap(), [line(1, false)]);
    }
}
