//! What can go wrong in the store that is nobody's refusal and no conflict: a defect or an outage.

use std::error::Error;

/// A failure of the store. It is logged once, at the edge, and never shown to the public.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// More is waiting than can be written soon: answer 503 and ask to come again.
    #[error("the store has too much to write; try again soon")]
    Busy,
    /// The database is of a release that this one does not work on.
    #[error("{0}")]
    Schema(String),
    /// Another program has the database.
    #[error("{0}")]
    InUse(String),
    /// The key file is missing, open to others, or lacks a key that a record needs.
    #[error("{0}")]
    Keys(String),
    /// A stored value does not open or is not what it should be.
    #[error("a stored record is damaged: {what}")]
    Broken {
        /// Which record, without its content.
        what: String,
    },
    /// The database failed.
    #[error("could not {doing}")]
    Database {
        /// What was being attempted.
        doing: &'static str,
        /// Why it failed.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
    /// The caller broke a rule of the store.
    #[error("defect: {0}")]
    Defect(String),
}

impl Fault {
    /// A failure of the database while `doing` something.
    pub(crate) fn database(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Database {
            doing,
            source: source.into(),
        }
    }

    /// A record that does not open or cannot be read.
    pub(crate) fn broken(what: impl Into<String>) -> Self {
        Self::Broken { what: what.into() }
    }
}
