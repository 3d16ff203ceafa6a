//! What a kind declares of itself: its key, its rules and what they take. How rules are read is not here.

use super::{Kind, Rules};
use crate::expression::Type;

/// A kind's key and its rules. Documentation, the schema and checks are made from these.
#[derive(Debug)]
pub struct KindKeys {
    /// The key in a definition.
    pub key: &'static str,
    /// One sentence: what it asks for.
    pub says: &'static str,
    /// What stands straight after the key. With [`Takes::Nothing`] rules may stand beneath it.
    pub takes: Takes,
    /// Whether something must stand straight after the key.
    pub takes_is_needed: bool,
    /// The rules, in canonical order.
    pub rules: &'static [RuleKey],
    /// Which type its answers have in expressions.
    pub type_of: Type,
    /// As it stands in a definition.
    pub example: &'static str,
    /// Makes the kind; nothing where a problem was noted.
    pub build: fn(&mut Rules<'_>) -> Option<Box<dyn Kind>>,
}

impl KindKeys {
    /// One sentence that names the rules.
    pub(super) fn known_rules(&self) -> String {
        if self.rules.is_empty() {
            return format!("Write `{}`.", self.example);
        }
        let names: Vec<String> = self.rules.iter().map(|rule| format!("`{}`", rule.key)).collect();
        format!("Its rules are {}.", names.join(", "))
    }
}

/// One rule of a kind.
#[derive(Debug)]
pub struct RuleKey {
    /// As it is written.
    pub key: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be written.
    pub needed: bool,
    /// One sentence: what it does.
    pub says: &'static str,
}

/// What a rule takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// Words, which are translated.
    Words,
    /// A string, which is not.
    Plain,
    /// A number of characters or words.
    Size,
    /// A length of time: `28 days`.
    Length,
    /// One of the countries that have a scheme in the table of that kind.
    CountryOf(&'static str),
    /// A whole number from 0.
    Count,
    /// A number.
    Number,
    /// A value, an expression or cases of this type.
    Bound(Type),
    /// `yes` or `no`.
    Yes,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Some of these words.
    SomeOf(&'static [&'static str]),
    /// Options, or the name of a list.
    Choices,
    /// The name of a calendar.
    Calendar,
    /// Documents by name, each with the ways in which it can be sent.
    Documents,
}
