//! Answers as they are kept: what was said, by whom, when and by which channel.

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::file::Files;
use crate::id::Name;
use crate::record::{Actor, Channel};

/// One answer in its kept form. Which variant a question uses is fixed by its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// An optional question that the person went past without an answer.
    Blank,
    /// The box of `or_tick` instead of an answer.
    Ticked,
    /// Text, trimmed: also postcodes, e-mail addresses, telephone numbers and identifiers.
    Text(String),
    /// Yes or no; a ticked declaration is yes.
    Yes(bool),
    /// One option, by its name; a country by its ISO 3166-1 code.
    One(Name),
    /// Some options, in the order of the definition.
    Many(Vec<Name>),
    /// A number, or an amount of the question's currency.
    Number(Decimal),
    /// A civil date.
    Date(Date),
    /// Several fields that are one thing: a name, an address. Only fields that were filled in.
    Fields(IndexMap<String, String>),
    /// Answers that repeat, each row with the same questions.
    Rows(Rows),
    /// Files that were uploaded.
    Files(Files),
}

/// The number of a row: it stays the same for as long as the row is there, and no later row has it again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(pub u32);

impl RowId {
    /// The number of the row that is added after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// The answer to a question of rows. While drafting, rows may be incomplete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// In the order in which they were added.
    pub rows: Vec<Row>,
    /// The highest number that a row ever had.
    pub last: RowId,
    /// Whether the person said that there are no more.
    pub finished: bool,
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number.
    pub id: RowId,
    /// What was answered in it, on its path or off it.
    pub answers: Answers,
}

impl Rows {
    /// The row with this number.
    #[must_use]
    pub fn row(&self, id: RowId) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// The same without a row. Its number is not used again, and the person says again that there are no more.
    #[must_use]
    pub fn without(mut self, id: RowId) -> Self {
        self.rows.retain(|row| row.id != id);
        self.finished = false;
        self
    }

    /// The same with answers put into a row, which is added where it is not there yet.
    /// An answer that is the same keeps what is known of how it came about.
    #[must_use]
    pub fn with(mut self, id: RowId, given: impl IntoIterator<Item = (Name, Given)>) -> Self {
        let place = self.rows.iter().position(|row| row.id == id).unwrap_or_else(|| {
            self.rows.push(Row {
                id,
                answers: Answers::default(),
            });
            self.last = self.last.max(id);
            self.finished = false;
            self.rows.len() - 1
        });
        let answers = &mut self.rows[place].answers.0;
        for (name, given) in given {
            if answers.get(&name).is_none_or(|stored| stored.answer != given.answer) {
                answers.insert(name, given);
            }
        }
        self
    }
}

/// An answer with what is known of how it came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// What was said.
    pub answer: Answer,
    /// Who said it.
    pub by: Actor,
    /// When it was saved.
    pub at: Timestamp,
    /// How the person dealt with the service.
    pub channel: Channel,
}

/// The answers of one part, by question, in the order in which they were first given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub IndexMap<Name, Given>);

impl Answers {
    /// What was answered to `question`, on the path or off it.
    #[must_use]
    pub fn get(&self, question: &str) -> Option<&Given> {
        self.0.get(question)
    }

    /// What was answered to a question of rows.
    #[must_use]
    pub fn rows(&self, question: &str) -> Option<&Rows> {
        match &self.get(question)?.answer {
            Answer::Rows(rows) => Some(rows),
            _ => None,
        }
    }

    /// What was uploaded for a question.
    #[must_use]
    pub fn files(&self, question: &str) -> Option<&Files> {
        match &self.get(question)?.answer {
            Answer::Files(files) => Some(files),
            _ => None,
        }
    }

    /// What was answered to `question`, or, where it is asked in rows, in the first row that has an answer to it.
    #[must_use]
    pub fn first(&self, question: &str) -> Option<&Given> {
        self.get(question).or_else(|| {
            let mut rows = self.0.values().filter_map(|given| match &given.answer {
                Answer::Rows(rows) => Some(&rows.rows),
                _ => None,
            });
            rows.find_map(|rows| rows.iter().find_map(|row| row.answers.get(question)))
        })
    }

    /// Every answer, those in rows too.
    pub fn all(&self) -> impl Iterator<Item = &Answer> {
        let mut open: Vec<&Answer> = self.0.values().map(|given| &given.answer).collect();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            if let Answer::Rows(rows) = next {
                let inside = rows.rows.iter().flat_map(|row| row.answers.0.values());
                open.extend(inside.map(|given| &given.answer));
            }
            Some(next)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> [(Name, Given); 1] {
        let given = Given {
            answer: Answer::Text(words.into()),
            by: Actor::Participant(0),
            at: Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        [(Name::from("employer"), given)]
    }

    #[test]
    fn a_number_of_a_row_that_was_removed_is_not_used_again() {
        let rows = Rows::default().with(RowId(1), text("a")).with(RowId(2), text("b"));
        let rows = rows.without(RowId(2));
        assert_eq!(rows.last.next(), RowId(3));
        let rows = rows.with(RowId(3), text("c")).without(RowId(1));
        assert_eq!(rows.rows.iter().map(|row| row.id.0).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn adding_and_removing_ask_again_whether_there_are_more() {
        let rows = Rows {
            finished: true,
            ..Rows::default().with(RowId(1), text("a"))
        };
        assert!(rows.clone().with(RowId(1), text("b")).finished);
        assert!(!rows.clone().with(RowId(2), text("b")).finished);
        assert!(!rows.without(RowId(1)).finished);
    }

    #[test]
    fn the_same_answer_again_changes_nothing() {
        let rows = Rows::default().with(RowId(1), text("a"));
        let later = text("a").map(|(name, given)| {
            let at = Timestamp::from_second(9).unwrap();
            (name, Given { at, ..given })
        });
        assert_eq!(rows.clone().with(RowId(1), later), rows);
    }

    #[test]
    fn rows_are_stored_in_a_form_that_stays() {
        let rows = Answer::Rows(Rows::default().with(RowId(1), text("a")));
        let written = serde_json::to_value(&rows).unwrap();
        assert_eq!(
            written,
            serde_json::json!({ "rows": { "last": 1, "finished": false, "rows": [{ "id": 1, "answers": {
                "employer": { "answer": { "text": "a" }, "by": written["rows"]["rows"][0]["answers"]["employer"]["by"],
                    "at": "1970-01-01T00:00:00Z", "channel": "web" } } }] } })
        );
        assert_eq!(serde_json::from_value::<Answer>(written).unwrap(), rows);
    }
}
