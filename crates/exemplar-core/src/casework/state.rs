//! The state of a submitted case: the service's own word for where it is, with marks that lists are narrowed and ordered by.

use super::Asked;

/// The state of a case that was handed in, before anybody looked at it.
pub const RECEIVED: &str = "received";
/// The mark of a case of which a decision is proposed.
pub const PROPOSED: &str = "proposed";
/// The mark of a case that goes first.
pub const URGENT: &str = "urgent";

/// The mark of a case whose applicant is being asked for something, before what that is.
pub const ASKED: &str = "asked=";
/// The mark of a case whose applicant did not answer in time.
pub const UNANSWERED: &str = "unanswered";

/// The state of a case that waits for its decision, read from its one line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State<'a> {
    /// Where it is.
    pub at: &'a str,
    /// Whether it goes first.
    pub is_urgent: bool,
    /// Whether a decision is proposed, and a second officer is needed.
    pub is_proposed: bool,
    /// What the applicant is being asked for.
    pub asked: Option<Asked<'a>>,
    /// Whether the applicant was asked, and did not answer in time.
    pub is_unanswered: bool,
}

impl<'a> State<'a> {
    /// Reads it: a word, and marks after it. A word that is not known is passed over.
    #[must_use]
    pub fn read(line: &'a str) -> Self {
        let (at, marks) = line.split_once(' ').unwrap_or((line, ""));
        let has = |mark: &str| marks.split(' ').any(|word| word == mark);
        Self {
            at,
            is_urgent: has(URGENT),
            is_proposed: has(PROPOSED),
            asked: marks.split(' ').find_map(|word| Asked::read(word.strip_prefix(ASKED)?)),
            is_unanswered: has(UNANSWERED),
        }
    }

    /// The line of text.
    #[must_use]
    pub fn line(&self) -> String {
        let marks = [(self.is_urgent, URGENT), (self.is_proposed, PROPOSED)];
        let mut line = self.at.to_owned();
        for (_, mark) in marks.iter().filter(|(is_so, _)| *is_so) {
            line.push(' ');
            line.push_str(mark);
        }
        if let Some(asked) = self.asked {
            line.push_str(&format!(" {ASKED}{}@{}", asked.name, asked.since));
        }
        if self.is_unanswered {
            line.push(' ');
            line.push_str(UNANSWERED);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_as_it_was_written() {
        for line in [
            "received",
            "received proposed",
            "checking urgent proposed",
            "received urgent",
            "approved",
            "checking urgent asked=payslips@1790000000",
            "received unanswered",
            "",
        ] {
            assert_eq!(State::read(line).line(), line);
        }
        assert!(State::read("received urgent proposed").is_proposed);
        assert!(State::read("received urgent proposed").is_urgent);
        assert!(!State::read(PROPOSED).is_proposed && !State::read("urgent_cases").is_urgent);
    }
}
