//! Moving: all rows of a store that nobody uses, into an empty one of the other engine.

use std::sync::Arc;

use super::lock::alone;
use super::{Counts, NotCarried, Target, refused};
use crate::engine::Database;
use crate::keys::Keys;
use crate::migrations::{SCHEMA, Standing};
use crate::postgres::{self, Postgres};
use crate::sqlite;

/// Moves everything. The source stays as it is.
///
/// # Errors
/// [`NotCarried::Refused`] where the target is not empty, the source is in use or of another release, or its record
/// does not hold in the target.
pub async fn move_all(from: &Database, to: &Target, keys: &Arc<Keys>) -> Result<Counts, NotCarried> {
    let older = || refused("the source has another schema than this release: bring it to the present one first");
    let (rows, _lock) = match from {
        Database::Sqlite(path) => {
            if !path.is_file() {
                return Err(refused(format!("there is no database {}", path.display())));
            }
            let lock = alone(path)?;
            if sqlite::standing(path)? != Standing::Present {
                return Err(older());
            }
            (sqlite::whole::all_rows(path), Some(lock))
        }
        Database::Postgres(url) => {
            let postgres = Postgres::open(url).await?;
            if postgres.standing().await? != Standing::Present {
                return Err(older());
            }
            let client = postgres.client().await?;
            postgres::whole::nobody_else(&client).await?;
            (postgres::whole::all_rows(client, true), None)
        }
    };
    let empty = to.empty().await?;
    let counts = empty.take(SCHEMA, rows).await?;
    let store = empty.open(keys).await?;
    let bad = store.verify().await?;
    store.close().await;
    if let Some(first) = bad.first() {
        return Err(refused(format!(
            "the record does not hold ({} {}): run `exemplar audit verify` on the source",
            first.case.map_or_else(String::new, |case| format!("case {case}:")),
            first.what
        )));
    }
    empty.finish().await?;
    Ok(counts)
}
