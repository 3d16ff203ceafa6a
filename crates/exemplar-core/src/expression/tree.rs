//! An expression after its check: names resolved, types settled, literals made. Nothing of the parser is in it.

use rust_decimal::Decimal;

use super::function::Function;
use super::{Type, Value};
use crate::definition::Duration;
use crate::id::Name;

/// A length of time in an expression.
pub type Period = Duration;

/// What is evaluated.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    /// Written out.
    Literal(Value),
    /// The answer to a question.
    Answer(Name),
    /// A fact.
    Fact(Name),
    /// The day of the request.
    Today,
    /// The language that the person reads.
    Language,
    /// How the person deals with the service.
    Channel,
    /// Whether what was issued before is being renewed.
    Renewing,
    /// The last day of what is being renewed; no value where nothing is.
    RenewingExpires,
    /// The name of the row of a table or grid.
    Row,
    /// The opposite.
    Not(Box<Tree>),
    /// Whether all hold.
    And(Vec<Tree>),
    /// Whether any holds.
    Or(Vec<Tree>),
    /// How two values relate.
    Compare(Comparison, Box<Tree>, Box<Tree>),
    /// Whether a value is one of some.
    InValues(Box<Tree>, Vec<Tree>),
    /// Whether an option is in a set.
    InSet(Box<Tree>, Box<Tree>),
    /// Whether a list has the key.
    InList(Box<Tree>, Name),
    /// A sum, difference, product or quotient.
    Arithmetic(Sign, Box<Tree>, Box<Tree>),
    /// The first of two days, or the last.
    End(Box<Tree>, bool),
    /// One field of a record.
    Field(Box<Tree>, Name),
    /// A date moved by a length of time, forward or back.
    Moved(Box<Tree>, bool, Period),
    /// A number with the other sign.
    Negative(Box<Tree>),
    /// A function.
    Call(Function, Vec<Tree>),
    /// A cell of a list: the list, the key, the column's place, what to take where there is no such row.
    Lookup(Name, Box<Tree>, usize, Option<Box<Tree>>),
    /// Something gathered over the rows of a question, from what stands in each.
    OverRows(OverRows, Name, Option<Box<Tree>>),
    /// Whether the periods in the rows of a question, from a first to a last day, lie apart.
    NoOverlap(Name, Box<Tree>, Box<Tree>),
}

/// What is gathered over rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OverRows {
    /// Whether it holds in any.
    Any,
    /// Whether it holds in all.
    All,
    /// How many there are, or in how many it holds.
    Count,
    /// The sum, of this type where there are none.
    Sum(Type),
    /// The highest.
    Highest,
    /// The lowest.
    Lowest,
}

impl Tree {
    /// A number written out.
    pub(super) fn as_number(&self) -> Option<Decimal> {
        match self {
            Self::Literal(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The field of the one answer that it works on; none where it needs the whole of it.
    pub(super) fn only_field(&self) -> Option<&'static str> {
        match self {
            Self::Call(Function::PostcodeOf, _) => Some("postcode"),
            Self::Call(_, arguments) => match arguments.as_slice() {
                [only] => only.only_field(),
                _ => None,
            },
            _ => None,
        }
    }
}

/// How two values relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// The signs of sums.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}

/// A name in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The question, fact or list.
    pub name: Name,
    /// Its place in the typed text, in characters.
    pub start: usize,
    /// Its length in characters.
    pub length: usize,
    /// Whether it stands under `not`, so that the condition does not hold where it has no value.
    pub negated: bool,
    /// Whether it stands where a missing value does no harm: in `answered(...)`, `yes(...)` and the like.
    pub guarded: bool,
    /// Whether it stands beside an `or`, where a missing value is easily overlooked.
    pub beside_or: bool,
}
