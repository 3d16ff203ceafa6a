//! What a kind says of what was typed and is wrong. The words are in `locales/`, or in the definition.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

use crate::id::Name;

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
    /// A year: digits alone.
    Year(Decimal),
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
