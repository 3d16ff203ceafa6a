//! The fields of an answer that is one thing in several lines: a name, an address. What is right in a field is not here
//! but its length.

use indexmap::IndexMap;

use super::cleaning;
use super::{Param, Problem, Typed};
use crate::answer::Answer;

/// One field of several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// Its suffix, in controls and in the answer.
    pub(super) suffix: &'static str,
    /// The platform's word for it.
    pub(super) label: &'static str,
    /// HTML's `autocomplete`.
    pub(super) autocomplete: Option<&'static str>,
    /// What to say where it is empty; none where it may be.
    pub(super) when_empty: Option<&'static str>,
    /// The most characters.
    pub(super) at_most: usize,
    /// What to say where it has more.
    pub(super) when_too_long: &'static str,
}

impl Field {
    /// What stands in it, tidied; nothing where it is empty and may be.
    pub(super) fn read(&self, typed: &Typed) -> Result<Option<String>, Problem> {
        let line = cleaning::line(typed.get(self.suffix));
        if line.is_empty() {
            return match self.when_empty {
                Some(message) => Err(Problem::new("empty", message).at(self.suffix)),
                None => Ok(None),
            };
        }
        if line.chars().count() > self.at_most {
            let n = i64::try_from(self.at_most).unwrap_or(i64::MAX);
            let problem = Problem::new("wrong", self.when_too_long).at(self.suffix);
            return Err(problem.with("n", Param::Count(n)));
        }
        Ok(Some(line))
    }
}

/// Fields while they are read: what was filled in and what is wrong, in order.
#[derive(Debug, Default)]
pub(super) struct Fields {
    filled: IndexMap<String, String>,
    problems: Vec<Problem>,
}

impl Fields {
    /// Adds what came of one field.
    pub(super) fn add(&mut self, suffix: &str, read: Result<Option<String>, Problem>) {
        match read {
            Ok(Some(value)) => {
                self.filled.insert(suffix.to_owned(), value);
            }
            Ok(None) => {}
            Err(problem) => self.problems.push(problem),
        }
    }

    /// The answer, or every problem.
    pub(super) fn finish(self) -> Result<Answer, Vec<Problem>> {
        if self.problems.is_empty() {
            Ok(Answer::Fields(self.filled))
        } else {
            Err(self.problems)
        }
    }
}

/// What was typed for an answer that is kept in fields.
pub(super) fn typed_fields(answer: &Answer) -> Typed {
    match answer {
        Answer::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        _ => Typed::default(),
    }
}

/// The fields of these suffixes that were filled in, in that order.
pub(super) fn filled(answer: &Answer, suffixes: impl Iterator<Item = &'static str>) -> Vec<&str> {
    match answer {
        Answer::Fields(fields) => suffixes
            .filter_map(|suffix| fields.get(suffix).map(String::as_str))
            .collect(),
        _ => Vec::new(),
    }
}
