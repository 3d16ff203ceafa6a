//! Expressions: conditions and computed values of a definition.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::id::Name;

/// A checked expression, ready to be evaluated.
#[derive(Debug, Clone)]
pub struct Expression {
    /// As it was typed.
    pub typed: String,
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
    /// A length of time.
    Period,
}
