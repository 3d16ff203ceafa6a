//! Kinds of answer. Each is one file: its rules, how what was typed is read, what expressions see, how it is shown.
//! HTML is not here: a kind says which controls it needs, the pages draw them.
//!
//! In reading order: this file has the trait; [`control`] what a page draws; [`keys`] what a kind declares;
//! [`rule`] how a definition's rules come in; [`registry`] the list of all kinds; [`cleaning`] how typing is tidied;
//! then one module for each kind, and the few that kinds share: `length`, `range`, `figure`, `choice`, `field`,
//! `date_parts`, `month_name`, `world` and `listed`, `identifier`, `iban`.

mod address;
mod any_of;
mod bank_account;
mod choice;
mod cleaning;
mod clock;
mod control;
mod country;
mod currency;
mod date;
mod date_parts;
mod date_range;
mod days;
mod declaration;
mod duration;
mod earth;
mod email;
mod evidence;
mod field;
mod figure;
mod file;
mod iban;
mod identifier;
mod keys;
mod length;
mod listed;
mod long_list;
mod long_text;
mod money;
mod month;
mod month_name;
mod name;
mod national_id;
mod nationality;
mod number;
mod numbered;
mod one_of;
mod organisation_number;
mod outline;
mod party;
mod percent;
mod phone;
mod place;
mod postcode;
mod problem;
mod range;
mod record;
mod registry;
mod rows;
mod rule;
mod searching;
mod signature;
mod sketch;
mod slots;
mod table;
#[cfg(test)]
mod testing;
mod text;
mod time;
mod website;
mod world;
mod year;
mod yes_no;

use std::collections::BTreeMap;
use std::fmt::Debug;

use indexmap::IndexMap;
use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::definition::{Choices, Duration, RowsRules};
use crate::expression::{Type, Value};
use crate::file::FileRules;
use crate::id::Name;

pub use cleaning::LONGEST_TYPED;
pub(crate) use cleaning::bare;
pub use control::{Boxes, ChoiceOf, Control, DateBoxes, Label, Line, Radios, Select, Size};
pub use email::email_address;
pub(crate) use evidence::{NAMES as WAYS, comes};
pub use keys::{KindKeys, RuleKey, Takes};
pub use long_list::{AGAIN, Found, OFFERED, SEARCHING, Search, TEXT};
pub use phone::phone_number;
pub use problem::{Param, Problem};
pub(crate) use record::RecordKind;
pub use record::{RECORD, RULES as RECORD_RULES, RecordField, RecordRules};
pub use registry::{KEYS, build, countries_of};
pub use rows::RULES as ROWS_RULES;
pub(crate) use rows::RowsKind;
pub use rule::{Bound, Document, RuleProblem, RuleReader, Rules, WorkedBound};
pub use searching::{SEARCHABLE, SearchTerm, surname, typed_terms};
pub use sketch::{Dot, Sketch};
pub use slots::{CalendarFound, MORE, SlotsRules};
pub(crate) use table::TableKind;
pub use table::{RULES as TABLE_RULES, cell_of, in_cell, typed_in};

/// A kind of answer with the rules of one question.
pub trait Kind: Debug + Send + Sync {
    /// The key in a definition: `date`.
    fn key(&self) -> &'static str;

    /// The controls that a page draws for it, in order. Made once, when the definition is read.
    /// `language` is the language's place in the definition's languages: only the order of long lists depends on it.
    fn controls(&self, language: usize) -> &[Control];

    /// What to say where nothing was typed.
    fn when_empty(&self) -> Problem;

    /// Reads what was typed. Only called where something was typed: emptiness is the question's business.
    ///
    /// # Errors
    /// Every problem found, in the order of the controls.
    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>>;

    /// What comes of a question that must be answered and was left empty.
    ///
    /// # Errors
    /// What is missing; for most kinds the answer.
    fn read_empty(&self, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let _ = facts;
        Err(vec![self.when_empty()])
    }

    /// What was typed, as it would have been for `answer`: fills the controls again.
    fn typed(&self, answer: &Answer) -> Typed;

    /// Which type its answers have in expressions.
    fn type_of(&self) -> Type;

    /// The answer as expressions see it. None for an answer that is not of this kind.
    fn value(&self, answer: &Answer) -> Option<Value>;

    /// The answer as a person reads it: one item a line.
    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String>;

    /// Whether an answer can be drawn on the page.
    fn draws(&self) -> bool {
        false
    }

    /// What the answer looks like, where it is a drawing.
    fn sketch(&self, answer: &Answer) -> Option<Sketch> {
        let _ = answer;
        None
    }

    /// The rules that can fail, by name: the keys of `errors` and of examples' `refused_at`.
    fn rules(&self) -> &[&'static str];

    /// An answer that would be taken on that day and within those bounds: what a load test or a walk would type.
    fn example(&self, facts: &Reading<'_>) -> Typed;

    /// The bounds that depend on other answers: what [`Reading::bounds`] must hold, by their rules' names.
    fn bounds(&self) -> &[WorkedBound] {
        &[]
    }

    /// The options to choose from, where a definition names them. Their conditions are the caller's to work out.
    fn choices(&self) -> Option<&Choices> {
        None
    }

    /// The documents that it asks for.
    fn documents(&self) -> &[Document] {
        &[]
    }

    /// The questions of each row, where answers repeat.
    fn rows(&self) -> Option<&RowsRules> {
        None
    }

    /// What files it takes, where they are uploaded.
    fn files(&self) -> Option<&FileRules> {
        None
    }

    /// What it says of times, where they are chosen from a calendar.
    fn slots(&self) -> Option<&SlotsRules> {
        None
    }

    /// What it asks another system for, where that is how it is answered.
    fn record(&self) -> Option<&RecordRules> {
        None
    }

    /// Whether an answer may tell who somebody is. Such answers are not shown again to whoever cannot prove who they are.
    fn personal(&self) -> bool {
        true
    }

    /// One field of an answer that has several, as `postcode_of(address)` needs it.
    fn part(&self, answer: &Answer, field: &str) -> Option<Value> {
        match answer {
            Answer::Fields(fields) => fields.get(field).cloned().map(Value::Text),
            _ => None,
        }
    }

    /// Whether reading looks at nothing but what was typed: an answer that was taken once is taken on any day.
    fn reads_alone(&self) -> bool {
        false
    }

    /// Under which words staff can find a case by this answer.
    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        let _ = answer;
        Vec::new()
    }

    /// What a person would type to give an answer that is written down in an example.
    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => Typed::of(line),
            Written::Several(values) => Typed(BTreeMap::from([(String::new(), values.clone())])),
            Written::Fields(fields) => Typed(
                fields
                    .iter()
                    .map(|(suffix, value)| (suffix.clone(), vec![value.clone()]))
                    .collect(),
            ),
        }
    }
}

/// What was typed into a question's controls, by the control's suffix; the main control has the suffix "".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub BTreeMap<String, Vec<String>>);

impl Typed {
    /// One value in the main control.
    #[must_use]
    pub fn of(value: &str) -> Self {
        Self::fields([("", value)])
    }

    /// One value in each of some controls.
    #[must_use]
    pub fn fields<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self(
            fields
                .into_iter()
                .map(|(suffix, value)| (suffix.to_owned(), vec![value.to_owned()]))
                .collect(),
        )
    }

    /// The first value of a control, without blanks at its ends.
    #[must_use]
    pub fn get(&self, suffix: &str) -> &str {
        self.0
            .get(suffix)
            .and_then(|values| values.first())
            .map_or("", |value| value.trim())
    }

    /// All values of a control: of tick boxes.
    #[must_use]
    pub fn all(&self, suffix: &str) -> &[String] {
        self.0.get(suffix).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing was typed or chosen in any control.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().flatten().all(|value| value.trim().is_empty())
    }
}

/// An answer as an example of a definition has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// `england`, `yes`, `2026-05-01`.
    Line(String),
    /// `[british, irish]`.
    Several(Vec<String>),
    /// `{ first: Amina, last: Clarke }`.
    Fields(IndexMap<String, String>),
}

/// What reading an answer may need to know.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The day of the request in the service's time zone.
    pub today: Date,
    /// Bounds that depend on other answers, already worked out, by the rule's name (`from`, `to`).
    /// A bound that has no value is left out, and then does not bind.
    pub bounds: &'a BTreeMap<&'static str, Value>,
    /// Options whose condition does not hold.
    pub not_offered: &'a [Name],
}

/// What showing an answer needs.
pub struct Showing<'a> {
    /// The language's place in the definition's languages.
    pub language: usize,
    /// The language's tag, for names of countries.
    pub tag: &'a str,
    /// How the language writes numbers and lists.
    pub conventions: &'a crate::language::Conventions,
    /// The platform's own words by key: `apply-yes`.
    pub word: &'a dyn Fn(&str) -> String,
    /// A day as it is written in that language.
    pub date: &'a dyn Fn(Date) -> String,
    /// A number as it is written in that language.
    pub number: &'a dyn Fn(Decimal) -> String,
    /// An amount as it is written in that language.
    pub money: &'a dyn Fn(Decimal) -> String,
    /// A span of days as it is written in that language.
    pub range: &'a dyn Fn(Date, Date) -> String,
    /// The month of a day as it is written in that language.
    pub month: &'a dyn Fn(Date) -> String,
    /// A time of day as it is written in that language.
    pub time: &'a dyn Fn(Time) -> String,
    /// A day with a time of day as it is written in that language.
    pub moment: &'a dyn Fn(DateTime) -> String,
    /// A count of something, by the platform's word for it: `dates-months`.
    pub counted: &'a dyn Fn(&str, i64) -> String,
    /// By when something must come, counted from the day of applying.
    pub within: &'a dyn Fn(Duration) -> String,
}
