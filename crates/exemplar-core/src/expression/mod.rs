//! Expressions: conditions and computed values of a definition.
//!
//! In reading order: [`source`] turns words into signs of CEL, [`grammar`] has them parsed, [`check`] resolves names
//! and types, [`value`] evaluates, [`over_rows`] what is gathered over rows, [`cases`] takes the first that applies. [`scope`] is what an evaluation may ask for. [`prove`] tells what a condition can come to at all. What pages use is [`Expression`].

mod cases;
mod check;
mod dates;
mod function;
mod grammar;
mod misread;
mod over_rows;
pub(crate) mod prove;
mod scope;
mod source;
mod tree;
mod value;

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

pub use cases::{check_cases, split_case};
pub(crate) use check::closest;
pub use check::{Known, Mistake, Names, Options, ROW, Wanted, check};
pub use dates::{add_period, is_working_day};
pub use function::FUNCTIONS;
pub use scope::Scope;
pub(crate) use source::words_in;
pub use source::{CEL_WORDS, UNIT_WORDS, WORDS};
pub use tree::{Mention, Period};

use crate::id::Name;
use tree::Tree;

/// A checked expression, ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Expression {
    /// As it was typed.
    pub typed: String,
    /// What it comes to.
    pub type_is: Type,
    /// The names in it, with their places and how they stand there.
    pub mentions: Vec<Mention>,
    /// What is evaluated.
    tree: Arc<Tree>,
}

impl Expression {
    /// What it comes to; none where an answer that it needs is missing.
    #[must_use]
    pub fn value(&self, scope: &dyn Scope) -> Option<Value> {
        value::value(&self.tree, scope)
    }

    /// Whether it holds. What is unknown does not hold.
    #[must_use]
    pub fn holds(&self, scope: &dyn Scope) -> bool {
        self.truth(scope) == Some(true)
    }

    /// Whether it is known not to hold.
    #[must_use]
    pub fn fails(&self, scope: &dyn Scope) -> bool {
        self.truth(scope) == Some(false)
    }

    /// What it comes to whatever was answered, where that is so.
    #[must_use]
    pub fn always(&self) -> Option<bool> {
        value::always(&self.tree)
    }

    /// What it comes to where it is written out.
    pub(crate) fn constant(&self) -> Option<Value> {
        match &*self.tree {
            Tree::Literal(value) => Some(value.clone()),
            _ => None,
        }
    }

    /// The one field of an answer that it needs, where it needs no more: the postcode in `postcode_of(address)`.
    #[must_use]
    pub fn only_field(&self) -> Option<&'static str> {
        self.tree.only_field()
    }

    /// A value that is written out. Only for tests.
    #[cfg(test)]
    pub(crate) fn literal(value: Value) -> Self {
        Self {
            typed: String::new(),
            type_is: value.type_of(),
            mentions: Vec::new(),
            tree: Arc::new(Tree::Literal(value)),
        }
    }

    /// The name of a fact that is yes or no, alone.
    pub(crate) fn of_fact(name: &Name) -> Self {
        Self {
            typed: name.to_string(),
            type_is: Type::Yes,
            mentions: Vec::new(),
            tree: Arc::new(Tree::Fact(name.clone())),
        }
    }

    fn truth(&self, scope: &dyn Scope) -> Option<bool> {
        value::truth(&self.tree, scope)
    }
}

/// What an expression can come to.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Text.
    Text(String),
    /// Yes or no.
    Yes(bool),
    /// An option by its name.
    One(Name),
    /// A set of options.
    Many(Vec<Name>),
    /// A plain number.
    Number(Decimal),
    /// An amount of the definition's currency.
    Money(Decimal),
    /// A day.
    Date(Date),
    /// Two days: the first and the last of something.
    Dates(Date, Date),
    /// A time of day.
    Time(Time),
    /// A length of time.
    Period(Period),
    /// Several fields that are one thing: an address.
    Fields(IndexMap<String, String>),
    /// What another system has on record, field by field.
    Record(IndexMap<Name, Value>),
}

/// The type of a value, worked out when a definition is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Text.
    Text,
    /// Yes or no.
    Yes,
    /// An option.
    One,
    /// A set of options.
    Many,
    /// A plain number.
    Number,
    /// An amount of money.
    Money,
    /// A day.
    Date,
    /// Two days: the first and the last of something.
    Dates,
    /// A time of day.
    Time,
    /// A length of time.
    Period,
    /// Several fields that are one thing: an address.
    Fields,
    /// Rows: no value of their own, only what is gathered over them.
    Rows,
    /// A record: each of its fields is of a type of its own.
    Record,
}

impl Type {
    /// As it stands in a sentence about a definition.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Yes => "yes or no",
            Self::One => "an option",
            Self::Many => "a set of options",
            Self::Number => "a number",
            Self::Money => "an amount of money",
            Self::Date => "a date",
            Self::Dates => "two dates",
            Self::Time => "a time of day",
            Self::Period => "a length of time",
            Self::Fields => "an answer of several fields",
            Self::Rows => "a question of rows",
            Self::Record => "a record of several fields",
        }
    }
}
