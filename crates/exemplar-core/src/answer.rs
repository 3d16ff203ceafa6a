//! Answers as they are kept: what was said, by whom, when and by which channel.

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

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
}
