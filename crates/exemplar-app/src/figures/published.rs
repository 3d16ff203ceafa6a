//! The figures of a service as the public may see them.

use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::figures::Report;
use exemplar_store::Fault;
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::App;
use crate::apply::zone;

/// The figures of a service, and up to when all is counted.
#[derive(Debug)]
pub struct Published {
    /// The service as it is live.
    pub definition: Arc<Definition>,
    /// Its figures.
    pub report: Report,
    /// Everything that happened before is counted.
    pub counted_to: Timestamp,
}

impl Published {
    /// Up to when all is counted, as clocks show it where the service is.
    #[must_use]
    pub fn counted_to_here(&self) -> DateTime {
        self.counted_to.to_zoned(zone(&self.definition)).datetime()
    }
}

impl App {
    /// The figures of a service; none where there is no such service.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn figures(&self, service: &str) -> Result<Option<Published>, Fault> {
        let Some(definition) = self.services.live(service) else {
            return Ok(None);
        };
        let now = self.clock.now();
        let today = now.to_zoned(zone(&definition)).date();
        // Asked before reading: what is counted meanwhile makes the figures younger than they say, never older.
        let waiting = self.store.uncounted_since().await?;
        let counted = self.store.counted(&definition.id, Report::first_month(today)).await?;
        Ok(Some(Published {
            report: Report::new(&definition, &counted, today),
            counted_to: waiting.map_or(now, |since| since.min(now)),
            definition,
        }))
    }
}
