//! What a form works out from answers, as a small tree of fields and numbers.

use super::Words;

/// Something that is worked out.
#[derive(Debug, Clone)]
pub struct Total {
    /// The field under which the source keeps it.
    pub key: String,
    /// What it is called on check answers. Plain text.
    pub called: Words,
    /// How it is worked out.
    pub amount: Amount,
    /// Where it stands in the source.
    pub place: String,
    /// What the source calls the type.
    pub source_type: String,
}

/// A number that follows from answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// The answer to a field.
    Field(String),
    /// A plain number such as `12.50`.
    Number(String),
    /// All of them added up; what was not answered counts as nothing.
    Total(Vec<Amount>),
    /// The first less the second.
    Less(Box<Amount>, Box<Amount>),
    /// One times the other.
    Times(Box<Amount>, Box<Amount>),
}
