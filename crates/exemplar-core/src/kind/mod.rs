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
mod email;
mod evidence;
mod field;
mod figure;
mod iban;
mod identifier;
mod keys;
mod length;
mod listed;
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
mod party;
mod percent;
mod phone;
mod place;
mod postcode;
mod range;
mod registry;
mod rows;
mod rule;
mod searching;
mod signature;
#[cfg(test)]
mod testing;
mod text;
mod time;
mod website;
mod world;
mod year;
mod yes_no;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;

use indexmap::IndexMap;
use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::definition::{Choices, RowsRules};
use crate::expression::{Type, Value};
use crate::id::Name;

pub use cleaning::LONGEST_TYPED;
pub(crate) use cleaning::bare;
pub use control::{Boxes, ChoiceOf, Control, DateBoxes, Label, Line, Radios, Select, Size};
pub use email::email_address;
pub use keys::{KindKeys, RuleKey, Takes};
pub use money::coins;
pub use phone::phone_number;
pub use registry::{KEYS, build, countries_of};
pub use rows::RULES as ROWS_RULES;
pub(crate) use rows::RowsKind;
pub use rule::{Bound, Document, RuleProblem, RuleReader, Rules, WorkedBound};
pub use searching::{SEARCHABLE, surname, typed_terms};

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

    /// The questions of each row, where answers repeat.
    fn rows(&self) -> Option<&RowsRules> {
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
    /// The language's tag, for dates and numbers.
    pub tag: &'a str,
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
    /// A count of something, by the platform's word for it: `dates-months`.
    pub counted: &'a dyn Fn(&str, i64) -> String,
}

/// Something wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The control's suffix that the message belongs to and the summary links to.
    pub control: Cow<'static, str>,
    /// The rule that failed: `empty`, `wrong`, `from`, `at_most`. Own words in the definition are found by it.
    pub rule: Cow<'static, str>,
    /// The platform's words for it: a key of `locales/*/errors.ftl`.
    pub message: &'static str,
    /// What stands in the message besides what the question is called.
    pub with: Vec<(&'static str, Param)>,
    /// The platform's word for the one field that is meant, in place of what the question is called.
    pub about: Option<&'static str>,
}

impl Problem {
    /// A problem of the main control.
    #[must_use]
    pub fn new(rule: &'static str, message: &'static str) -> Self {
        Self {
            control: Cow::Borrowed(""),
            rule: Cow::Borrowed(rule),
            message,
            with: Vec::new(),
            about: None,
        }
    }

    /// A broken rule of the definition's own, `must`: the definition has the words for it.
    #[must_use]
    pub fn own(rule: &Name) -> Self {
        Self {
            rule: Cow::Owned(rule.as_str().to_owned()),
            ..Self::new("", "")
        }
    }

    /// The same beside the control with this suffix.
    #[must_use]
    pub fn at(mut self, control: &'static str) -> Self {
        self.control = Cow::Borrowed(control);
        self
    }

    /// The same beside a control whose suffix is of the definition's making.
    #[must_use]
    pub fn at_field(mut self, control: &str) -> Self {
        self.control = Cow::Owned(control.to_owned());
        self
    }

    /// The same about one field, which the platform has a word for.
    #[must_use]
    pub fn about(mut self, word: &'static str) -> Self {
        self.about = Some(word);
        self
    }

    /// The same with a parameter of its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, param: Param) -> Self {
        self.with.push((name, param));
        self
    }

    /// The same with an answer that would be taken.
    #[must_use]
    pub fn like(self, example: impl Into<String>) -> Self {
        self.with("example", Param::Text(example.into()))
    }
}

/// A parameter of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A count, which plurals follow.
    Count(i64),
    /// A number.
    Number(Decimal),
    /// An amount.
    Money(Decimal),
    /// A day.
    Date(Date),
    /// The month of a day.
    Month(Date),
    /// A time of day.
    Time(Time),
    /// A count of something, by the platform's word for it: `dates-months`.
    Counted(&'static str, i64),
    /// Words that are the same in every language.
    Text(String),
    /// Words of the definition, such as an option's label.
    Words(crate::text::Text),
}

/// Something that staff can search for: equal terms of one kind are found, nothing like them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchTerm {
    /// `name`, `email`, `phone`, `postcode`, `national_id`.
    pub kind: &'static str,
    /// In one form, however it was typed.
    pub value: String,
}
