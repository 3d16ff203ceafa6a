//! A form says what it was made from. If that has changed since, nothing is written.

use sha2::{Digest as _, Sha256};

use crate::answer::Answers;
use crate::definition::Page;
use crate::id::Name;
use crate::journey::questions_of;

/// A digest of the answers that a form showed, as it stands in the form: 16 hexadecimal digits.
///
/// It guards against accidents, not against the person themselves, so 64 bits are enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen(pub String);

/// What a question's page shows of what is stored.
#[must_use]
pub fn seen_page(page: &Page, answers: &Answers) -> Seen {
    digest(answers, questions_of(page).map(|question| &question.name))
}

/// What check-answers shows: all questions on the path, in order.
pub fn seen_all<'a>(answers: &Answers, on_path: impl Iterator<Item = &'a Name>) -> Seen {
    digest(answers, on_path)
}

fn digest<'a>(answers: &Answers, questions: impl Iterator<Item = &'a Name>) -> Seen {
    let mut hash = Sha256::new();
    for question in questions {
        if let Some(given) = answers.get(question.as_str()) {
            hash.update(question.as_str().as_bytes());
            // An answer is plain data: writing it as JSON cannot fail.
            hash.update(serde_json::to_vec(&given.answer).unwrap_or_default());
            hash.update([0]);
        }
    }
    let mut hex = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        use std::fmt::Write as _;
        let _ = write!(hex, "{byte:02x}");
    }
    Seen(hex)
}
