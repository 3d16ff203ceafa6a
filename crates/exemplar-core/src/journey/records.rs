//! Records of other systems on a way: what is sent for one, and whether what was found is of what is sent now.
//! Asking is not here.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::Walk;
use crate::answer::Record;
use crate::casework::sent;
use crate::definition::Question;
use crate::id::Name;

/// What another system is sent for a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentForRecord {
    /// By question.
    pub answers: Map<String, Value>,
    /// A digest of that, by which what was found is known as its own.
    pub of: String,
}

impl Walk<'_> {
    /// What is sent for the record that a question asks for; none where it asks for none.
    #[must_use]
    pub fn sent_for_record(&self, question: &Question) -> Option<SentForRecord> {
        let rules = question.kind.record()?;
        let answers = sent(&rules.send, self);
        let mut hash = Sha256::new();
        hash.update(rules.connector.as_str().as_bytes());
        hash.update([0]);
        // Plain data: writing it as JSON cannot fail.
        hash.update(serde_json::to_vec(&answers).unwrap_or_default());
        let mut of = String::with_capacity(32);
        for byte in hash.finalize().iter().take(16) {
            use std::fmt::Write as _;
            let _ = write!(of, "{byte:02x}");
        }
        Some(SentForRecord { answers, of })
    }

    /// What was found for a question, where that is of what would be sent now, and how the person went on.
    #[must_use]
    pub fn record(&self, question: &Name) -> Option<&Record> {
        let record = self.answers().record(question.as_str())?;
        self.is_of_what_is_sent(question, record).then_some(record)
    }

    /// Whether a record is of the answers that are there now. It costs something only where there is a record.
    pub(super) fn is_of_what_is_sent(&self, question: &Name, record: &Record) -> bool {
        let sent = || self.sent_for_record(self.question(question.as_str())?);
        record.of.is_empty() || sent().is_some_and(|sent| sent.of == record.of)
    }
}
