//! Counting what was observed, in batches, until nothing is left.

use exemplar_store::Fault;

use crate::App;

/// So many batches are counted before the worker looks at its jobs again.
const BATCHES: usize = 50;

/// Counts what waits. Answers whether something is left.
///
/// # Errors
/// When the store fails; what was counted before stays counted.
pub async fn count(app: &App) -> Result<bool, Fault> {
    for _ in 0..BATCHES {
        if !app.store.count_observations().await? {
            return Ok(false);
        }
    }
    Ok(true)
}
