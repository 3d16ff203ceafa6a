//! A fact: what is worked out from answers under a name. How it is worked out is in [`crate::expression`].

use indexmap::IndexMap;

use super::model::Cases;
use crate::expression::Value;
use crate::id::Name;
use crate::text::Text;

/// A named condition or sum.
#[derive(Debug)]
pub struct Fact {
    /// Worked out from the top.
    pub is: Cases,
    /// Shown on check answers and to staff under these words.
    pub called: Option<Text>,
    /// The options of which it is one, each with its label; empty where it is none.
    pub one_of: IndexMap<Name, Text>,
}

impl Fact {
    /// The words for what it came to, where that is one of its options.
    #[must_use]
    pub fn label(&self, value: &Value) -> Option<&Text> {
        match value {
            Value::One(name) => self.one_of.get(name),
            _ => None,
        }
    }
}
