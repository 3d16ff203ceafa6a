//! Which places of a calendar are taken. Places are claims, which a commit takes;
//! what is free follows from the definition, and is not here.

use exemplar_core::id::CaseId;
use exemplar_core::record::ClaimKind;

use crate::Fault;
use crate::engine::Engine;
use crate::store::Store;
use crate::value::{Row, values};

/// A place that a case has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// What stands after the beginning that was asked for: the time and the place.
    pub rest: String,
    /// Whose it is.
    pub case: CaseId,
}

impl Store {
    /// The places whose claims begin with `beginning` and go on from `from` to before `to`, in order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seats(&self, beginning: &str, from: &str, to: &str) -> Result<Vec<Seat>, Fault> {
        // PostgreSQL sorts text by the rules of a language unless it is told not to; SQLite by bytes.
        let sql = match &self.inner.engine {
            Engine::Sqlite(_) => {
                "SELECT value, owner FROM claim WHERE kind = ?1 AND value >= ?2 AND value < ?3 ORDER BY value"
            }
            Engine::Postgres(_) => {
                "SELECT value, owner FROM claim WHERE kind = 'seat' AND kind = ?1 AND value COLLATE \"C\" >= ?2 \
                 AND value COLLATE \"C\" < ?3 ORDER BY value COLLATE \"C\""
            }
        };
        let values = values![
            ClaimKind::Seat.as_str(),
            format!("{beginning}{from}"),
            format!("{beginning}{to}")
        ];
        let rows = self.query("read which places are taken", sql, values).await?;
        let seat = |mut row: Row| {
            let value = row.text(0)?;
            let rest = value.strip_prefix(beginning).unwrap_or_default().to_owned();
            Ok(Seat {
                rest,
                case: CaseId(row.uuid(1)?),
            })
        };
        rows.into_iter().map(seat).collect()
    }
}
