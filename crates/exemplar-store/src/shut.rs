//! Services that are shut for a while. Every instance reads them with the live versions.

use std::collections::BTreeMap;

use exemplar_core::id::{Language, ServiceId};
use exemplar_core::record::Actor;
use jiff::Timestamp;

use crate::Fault;
use crate::store::Store;
use crate::value::{Row, text, values};
use crate::words::actor_text;

/// Why and until when a service is shut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shut {
    /// Markdown for each language; where one is missing, the platform's own words stand alone.
    pub words: BTreeMap<Language, String>,
    /// When it is meant to open again. It opens when somebody opens it.
    pub until: Timestamp,
}

impl Store {
    /// Shuts a service, or changes what is said while it is shut.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn shut(&self, service: &ServiceId, shut: &Shut, by: &Actor, at: Timestamp) -> Result<(), Fault> {
        let words = serde_json::to_string(&shut.words)
            .map_err(|error| Fault::Defect(format!("words cannot be encoded: {error}")))?;
        let sql = "INSERT INTO shut_service (service, words, until, shut_by, shut_at) VALUES (?1, ?2, ?3, ?4, ?5) \
            ON CONFLICT (service) DO UPDATE SET words = excluded.words, until = excluded.until, \
            shut_by = excluded.shut_by, shut_at = excluded.shut_at RETURNING service";
        let values = values![text(service.as_str()), words, shut.until, actor_text(by), at];
        let engine = &self.inner.engine;
        engine
            .write_rows("shut a service", sql.into(), values)
            .await
            .map(|_| ())
    }

    /// Opens a service. Answers whether it was shut.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn open_service(&self, service: &ServiceId) -> Result<bool, Fault> {
        let sql = "DELETE FROM shut_service WHERE service = ?1 RETURNING service";
        let values = values![text(service.as_str())];
        let engine = &self.inner.engine;
        let rows = engine.write_rows("open a service", sql.into(), values).await?;
        Ok(!rows.is_empty())
    }

    /// The services that are shut.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn shut_services(&self) -> Result<Vec<(ServiceId, Shut)>, Fault> {
        let sql = "SELECT service, words, until FROM shut_service ORDER BY service";
        let rows = self.query("read which services are shut", sql, values![]).await?;
        rows.into_iter().map(shut).collect()
    }
}

fn shut(mut row: Row) -> Result<(ServiceId, Shut), Fault> {
    let service = row.text(0)?.into();
    let words =
        serde_json::from_str(&row.text(1)?).map_err(|_| Fault::broken("the words of a shut service cannot be read"))?;
    let until = row.time(2)?;
    Ok((service, Shut { words, until }))
}
