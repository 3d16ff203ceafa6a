//! Rows in files: one file for a table, one line of JSON for a row, so that a backup can be read without this program.
//! Bytes stand as base64, ids as text.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::{Counts, Piece, Pieces, ROWS_AT_ONCE, Taken, channel, nobody_takes, stopped_short};
use crate::Fault;
use crate::value::{Row, Value};

/// How the file of a table ends.
const SUFFIX: &str = ".rows.jsonl";

/// Writes all rows into a folder. Answers the counts.
pub(super) fn write_all(folder: &Path, mut pieces: Taken) -> Result<Counts, Fault> {
    let cannot = |error| Fault::database("write the rows of a table", error);
    let mut file: Option<BufWriter<File>> = None;
    let end = |file: &mut Option<BufWriter<File>>| match file.take() {
        Some(file) => {
            let file = file.into_inner().map_err(|error| cannot(error.into_error()))?;
            file.sync_all().map_err(cannot)
        }
        None => Ok(()),
    };
    loop {
        match pieces.blocking_recv().ok_or_else(stopped_short)?? {
            Piece::Table { name, columns } => {
                end(&mut file)?;
                let new = File::create_new(folder.join(format!("{name}{SUFFIX}"))).map_err(cannot)?;
                let mut new = BufWriter::new(new);
                let head = json!({ "table": name, "columns": columns });
                writeln!(new, "{head}").map_err(cannot)?;
                file = Some(new);
            }
            Piece::Rows(rows) => {
                let file = file.as_mut().ok_or_else(stopped_short)?;
                for row in rows {
                    let line = Json::Array(row.0.into_iter().map(to_json).collect());
                    writeln!(file, "{line}").map_err(cannot)?;
                }
            }
            Piece::End(counts) => {
                end(&mut file)?;
                return Ok(counts);
            }
        }
    }
}

/// Gives all rows of the files of a folder, in the order of `tables`.
pub(super) fn all_rows(files: Vec<PathBuf>) -> Taken {
    let (pieces, taken) = channel();
    tokio::task::spawn_blocking(move || {
        if let Err(fault) = send_all(&files, &pieces) {
            // Who no longer takes does not hear it.
            let _ = pieces.blocking_send(Err(fault));
        }
    });
    taken
}

fn send_all(files: &[PathBuf], pieces: &Pieces) -> Result<(), Fault> {
    let mut counts = Counts::new();
    for file in files {
        let (name, count) = send_file(file, pieces)?;
        counts.insert(name, count);
    }
    send(pieces, Piece::End(counts))
}

fn send(pieces: &Pieces, piece: Piece) -> Result<(), Fault> {
    pieces.blocking_send(Ok(piece)).map_err(|_| nobody_takes())
}

fn send_file(path: &Path, pieces: &Pieces) -> Result<(String, u64), Fault> {
    let cannot = |error| Fault::database("read the rows of a table", error);
    let broken = || Fault::broken(format!("{} is not the file of a table", path.display()));
    let mut lines = BufReader::new(File::open(path).map_err(cannot)?).lines();
    let head = lines.next().ok_or_else(broken)?.map_err(cannot)?;
    let head: Json = serde_json::from_str(&head).map_err(|_| broken())?;
    let name = head["table"].as_str().ok_or_else(broken)?.to_owned();
    let columns: Vec<String> = serde_json::from_value(head["columns"].clone()).map_err(|_| broken())?;
    let width = columns.len();
    let table = Piece::Table {
        name: name.clone(),
        columns,
    };
    send(pieces, table)?;
    let mut count = 0;
    let mut group = Vec::with_capacity(ROWS_AT_ONCE);
    for line in lines {
        let line = line.map_err(cannot)?;
        let Ok(Json::Array(values)) = serde_json::from_str(&line) else {
            return Err(broken());
        };
        let values: Option<Vec<Value>> = values.into_iter().map(from_json).collect();
        let values = values.filter(|values| values.len() == width).ok_or_else(broken)?;
        group.push(Row(values));
        count += 1;
        if group.len() == ROWS_AT_ONCE {
            send(pieces, Piece::Rows(std::mem::take(&mut group)))?;
        }
    }
    if !group.is_empty() {
        send(pieces, Piece::Rows(group))?;
    }
    Ok((name, count))
}

/// Whether a file of a backup holds the rows of a table, and of which.
pub(super) fn table_of(file: &str) -> Option<&str> {
    file.strip_suffix(SUFFIX)
}

fn to_json(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(value) => value.into(),
        Value::Text(value) => value.into_owned().into(),
        Value::Bytes(value) => json!({ "bytes": BASE64.encode(&value) }),
        Value::Uuid(value) => json!({ "id": value }),
    }
}

fn from_json(json: Json) -> Option<Value> {
    Some(match json {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Int(number.as_i64()?),
        Json::String(text) => Value::from(text),
        Json::Object(object) => match (object.get("bytes"), object.get("id")) {
            (Some(bytes), None) => Value::Bytes(BASE64.decode(bytes.as_str()?.as_bytes()).ok()?),
            (None, Some(id)) => Value::Uuid(Uuid::parse_str(id.as_str()?).ok()?),
            _ => return None,
        },
        Json::Bool(_) | Json::Array(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::values;

    #[test]
    fn a_value_is_read_as_it_was_written() {
        let text = "a \"line\"\nand another".to_owned();
        let all = values![
            None::<i64>,
            i64::MIN,
            text,
            vec![0_u8, 255, 10],
            Uuid::from_u128(7),
            String::new()
        ];
        for value in all {
            assert_eq!(from_json(to_json(value.clone())), Some(value));
        }
        assert_eq!(from_json(json!(1.5)), None);
        assert_eq!(from_json(json!({ "bytes": "no base64" })), None);
    }
}
