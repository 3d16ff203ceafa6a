//! What somebody says of a service: how satisfied they are, and how it could be improved. The level is counted without a
//! word of who; the text is kept apart, for the owners of the service.

use serde::{Deserialize, Serialize};

/// A text may have so many characters.
pub const TEXT_AT_MOST: usize = 1_200;

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// From 1, very dissatisfied, to 5, very satisfied.
    pub level: i64,
    /// How the service could be improved; empty where nothing was written.
    pub text: String,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongFeedback {
    /// No level was chosen.
    NoLevel,
    /// The text has more than [`TEXT_AT_MOST`] characters.
    TooLong,
}

/// Reads what was chosen and typed.
///
/// # Errors
/// All that is wrong, in the order of the fields.
pub fn read_feedback(level: &str, text: &str) -> Result<Feedback, Vec<WrongFeedback>> {
    let level = level.parse().ok().filter(|level| (1..=5).contains(level));
    // A browser sends two characters for the end of a line; people see one.
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let mut wrong = Vec::new();
    if level.is_none() {
        wrong.push(WrongFeedback::NoLevel);
    }
    if text.chars().count() > TEXT_AT_MOST {
        wrong.push(WrongFeedback::TooLong);
    }
    match level {
        Some(level) if wrong.is_empty() => Ok(Feedback { level, text }),
        _ => Err(wrong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(level: &str, text: &str, expected: &[WrongFeedback]) {
        assert_eq!(
            read_feedback(level, text).err().unwrap_or_default(),
            expected,
            "{level}"
        );
    }

    #[test]
    fn a_level_is_needed_and_a_text_is_not() {
        check("1", "", &[]);
        check("5", "Larger letters.", &[]);
        for level in ["", "0", "6", "very"] {
            check(level, "", &[WrongFeedback::NoLevel]);
        }
    }

    #[test]
    fn the_end_of_a_line_is_one_character() {
        let line = format!("{}\r\n", "é".repeat(TEXT_AT_MOST / 2 - 1));
        check("3", &line.repeat(2), &[]);
        check("3", &"é".repeat(TEXT_AT_MOST + 1), &[WrongFeedback::TooLong]);
        check(
            "",
            &"é".repeat(TEXT_AT_MOST + 1),
            &[WrongFeedback::NoLevel, WrongFeedback::TooLong],
        );
    }
}
