//! Answers as they are kept: what was said, by whom, when and by which channel.

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
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
    /// Times of a calendar, the best first.
    Slots(Slots),
    /// What another system has on record, and what the person made of it.
    Record(Record),
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

impl Answer {
    /// Whether all of it is there: of rows and times, the person said that these are all.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        match self {
            Self::Rows(rows) => rows.finished,
            Self::Slots(slots) => slots.finished,
            Self::Record(record) => record.went_on.is_some(),
            _ => true,
        }
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

/// The answer to a question of times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slots {
    /// When each begins, in the service's time zone, the best first.
    pub times: Vec<DateTime>,
    /// Whether the person went on from there.
    pub finished: bool,
    /// Which one a decision booked. The places themselves are claims; this is how whoever reads the case knows of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub booked: Option<Booked>,
}

/// A time that was booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booked {
    /// The calendar.
    pub calendar: Name,
    /// The entry, where there is one calendar for each of a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Name>,
    /// When it begins, in the service's time zone.
    pub at: DateTime,
    /// How long it lasts.
    pub minutes: u32,
    /// The places that are theirs, by number from 1.
    pub places: Vec<u32>,
}

/// The answer to a question of a record of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// A digest of what the other system was sent. Where that is other by now, this is no answer any more.
    /// Empty where nothing was sent: in examples, which say what is found.
    pub of: String,
    /// What came back.
    pub found: Found,
    /// How the person went on, once they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub went_on: Option<WentOn>,
}

/// What came of looking for a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// The record, by the names of what is shown of it. Only what was there.
    Record(IndexMap<Name, Answer>),
    /// The other system has none.
    Nothing,
    /// The other system did not answer.
    NoReply,
}

/// How a person went on from a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WentOn {
    /// With what was found.
    With,
    /// Without a record.
    Without,
    /// With the box ticked that stands instead of it.
    Ticked,
}

impl Record {
    /// What was found, where the person went on with it.
    #[must_use]
    pub fn taken(&self) -> Option<&IndexMap<Name, Answer>> {
        match &self.found {
            Found::Record(fields) if self.went_on == Some(WentOn::With) => Some(fields),
            _ => None,
        }
    }
}

/// One row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number.
    pub id: RowId,
    /// Which row of the definition it is, in a table or grid; none where rows are added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// What was answered in it, on its path or off it.
    pub answers: Answers,
}

impl Rows {
    /// The row of a table or grid with this name.
    #[must_use]
    pub fn named(&self, name: &Name) -> Option<&Row> {
        self.rows.iter().find(|row| row.name.as_ref() == Some(name))
    }

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
                name: None,
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

    /// The times that were chosen for a question.
    #[must_use]
    pub fn slots(&self, question: &str) -> Option<&Slots> {
        match &self.get(question)?.answer {
            Answer::Slots(slots) => Some(slots),
            _ => None,
        }
    }

    /// What was found for a question of a record, for whatever was sent.
    #[must_use]
    pub fn record(&self, question: &str) -> Option<&Record> {
        match &self.get(question)?.answer {
            Answer::Record(record) => Some(record),
            _ => None,
        }
    }

    /// What was answered to `question`, or, where it is asked in rows, in the first row that has an answer to it.
    /// Rows within rows count as well.
    #[must_use]
    pub fn first(&self, question: &str) -> Option<&Given> {
        self.get(question).or_else(|| {
            let mut rows = self.0.values().filter_map(|given| match &given.answer {
                Answer::Rows(rows) => Some(&rows.rows),
                _ => None,
            });
            rows.find_map(|rows| rows.iter().find_map(|row| row.answers.first(question)))
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
