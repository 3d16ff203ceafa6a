//! Every key of the language: where it may stand, what it takes, what it does.
//! The reader, the formatter, the schema and the documentation are made from this table.

mod asks;
mod calendars;
mod casework;
mod deciding;
mod equality;
mod examples;
mod fee;
mod issues;
mod opening;
mod options;
mod places;
mod records;
mod rows;
mod signatory;
mod standard;
mod tables;
mod tasks;

use crate::kind::{self, KindKeys};

pub use examples::EXAMPLE;
pub use options::{DOCUMENT, OPTION};
pub use places::{PAGE, SERVICE};
pub use tasks::TASK;

/// A place where keys stand.
#[derive(Debug)]
pub struct Heading {
    /// What the place is called in messages and documentation.
    pub name: &'static str,
    /// Its keys, in canonical order.
    pub keys: &'static [Rule],
    /// Whether a kind of answer may stand there.
    pub kind: bool,
}

/// One key.
#[derive(Debug)]
pub struct Rule {
    /// As it is written.
    pub key: &'static str,
    /// What it takes.
    pub takes: Shape,
    /// One sentence: what it does.
    pub says: &'static str,
}

/// What a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Words, which are translated.
    Words,
    /// Text, which is not.
    Plain,
    /// One name.
    Name,
    /// Names, in a list.
    Names,
    /// `yes`, or left out.
    Yes,
    /// A whole number.
    Count,
    /// An amount: `1.12 GBP`.
    Amount,
    /// A condition.
    Condition,
    /// Expressions, in a list.
    Expressions,
    /// An expression, or a list of `VALUE when CONDITION`.
    Cases,
    /// `10 working days`.
    Duration,
    /// `13 months` or `forever`.
    Keeping,
    /// `2026-06-07 23:59`.
    Moment,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Headings of that place.
    Under(&'static Heading),
    /// Entries in a list, each with the headings of that place.
    ListOf(&'static Heading),
    /// `yes`, or names of the team's own, each with this beneath.
    YesOr(&'static Shape),
    /// Names of the team's own, each with this beneath.
    Each(&'static Shape),
    /// Words, or headings of that place.
    WordsOr(&'static Heading),
    /// Cases, or headings of that place.
    CasesOr(&'static Heading),
    /// Cases, or names of the team's own, each with this beneath.
    CasesOrEach(&'static Shape),
    /// The options of a choice, or the name of a list.
    Options,
    /// The documents of a list of evidence.
    Documents,
    /// The cells of a list's row: words, or any columns.
    Cells,
    /// A question's answer, as an example has it.
    Answer,
    /// The rules of a kind of answer.
    Kind(&'static KindKeys),
    /// A key of the language that this version does not know yet.
    Later,
}

/// The key of a page after which its kind of answer stands.
pub const KIND_AFTER: &str = "optional";

/// The same where a question has few keys of its own.
const SHORT_KIND_AFTER: &str = "say";

/// The kinds of answer whose rules are questions: each is a key of a page, with headings of its own.
pub const KINDS_OF_QUESTIONS: &[&str] = &["rows", "table", "grid"];

/// The kinds of answer that are keys of a page, with headings of their own.
pub const KINDS_WITH_HEADINGS: &[&str] = &["rows", "table", "grid", "record"];

/// The kinds of answer of the language that this version does not know yet.
pub const KINDS_LATER: &[&str] = &[
    "text",
    "long_text",
    "yes_no",
    "declaration",
    "one_of",
    "any_of",
    "number",
    "percent",
    "money",
    "date",
    "month",
    "year",
    "time",
    "date_range",
    "rows",
    "table",
    "grid",
    "name",
    "address",
    "postcode",
    "country",
    "nationality",
    "currency",
    "phone",
    "email",
    "website",
    "national_id",
    "organisation_number",
    "bank_account",
    "file",
    "evidence",
    "record",
    "slots",
    "signature",
    "place",
    "duration",
    "party",
];

/// The kind of answer that `key` names.
#[must_use]
pub fn kind_of(key: &str) -> Option<&'static KindKeys> {
    kind::KEYS.iter().find(|kind| kind.key == key)
}

impl Heading {
    /// The rule of `key`.
    #[must_use]
    pub fn rule(&self, key: &str) -> Option<&'static Rule> {
        self.keys.iter().find(|rule| rule.key == key)
    }

    /// Where `key` stands in canonical order.
    #[must_use]
    pub fn rank(&self, key: &str) -> usize {
        let place_of = |key: &str| self.keys.iter().position(|rule| rule.key == key);
        let kind_after = place_of(KIND_AFTER).or_else(|| place_of(SHORT_KIND_AFTER));
        match self.keys.iter().position(|rule| rule.key == key) {
            Some(place) if self.kind && Some(place) > kind_after => place + 1,
            Some(place) => place,
            None => kind_after.map_or(self.keys.len(), |place| place + 1),
        }
    }
}
