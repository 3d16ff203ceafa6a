//! Observations that nobody awaits: they wait in memory for the next commit, so many and no more.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use exemplar_core::record::Observation;

/// The most that may wait; beyond it the oldest are dropped and counted.
const WAITING_LIMIT: usize = 10_000;
/// The most that goes into one transaction.
const TAKEN_LIMIT: usize = 1_000;

/// The observations that wait.
#[derive(Debug, Default)]
pub(crate) struct Waiting {
    seen: Mutex<VecDeque<Observation>>,
    dropped: AtomicU64,
}

impl Waiting {
    /// Adds observations. Answers whether there were none before, so that somebody should be woken.
    pub fn add(&self, observations: Vec<Observation>) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let were_none = seen.is_empty();
        seen.extend(observations);
        let over = seen.len().saturating_sub(WAITING_LIMIT);
        seen.drain(..over);
        self.dropped.fetch_add(over as u64, Ordering::Relaxed);
        were_none && !seen.is_empty()
    }

    /// Takes the oldest, as many as one transaction holds.
    pub fn take(&self) -> Vec<Observation> {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let count = seen.len().min(TAKEN_LIMIT);
        seen.drain(..count).collect()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.is_empty()
    }

    /// How many were dropped.
    pub fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }
}
