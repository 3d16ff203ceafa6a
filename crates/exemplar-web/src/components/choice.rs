//! The items of radios and checkboxes. The lists themselves are not here.
use std::borrow::Cow;

use super::attributes::ItemId;
use super::{Attributes, Content};

/// One answer to choose.
#[derive(Clone, Default)]
pub struct Choice<'a> {
    /// The value that the form sends.
    pub value: Cow<'a, str>,
    /// What the person reads.
    pub text: Content<'a>,
    /// What helps to choose it.
    pub hint: Content<'a>,
    /// Whether it is chosen.
    pub checked: bool,
    /// Whether it cannot be chosen.
    pub disabled: bool,
    /// What is asked further once it is chosen.
    pub conditional: Content<'a>,
    /// Its id. Empty for the list's id and, from the second item on, its number.
    pub id: Cow<'a, str>,
    /// Checkboxes only: the name that the form sends, if it is not the list's.
    pub name: Cow<'a, str>,
    /// Checkboxes only: whether choosing it takes back all others, as "none of these" does.
    pub exclusive: bool,
    /// Further classes of the label.
    pub label_classes: &'a str,
    /// Further attributes of the input.
    pub attributes: Attributes<'a>,
}

impl<'a> Choice<'a> {
    /// An answer with its value and its words.
    pub fn new(value: impl Into<Cow<'a, str>>, text: impl Into<Content<'a>>) -> Self {
        Choice {
            value: value.into(),
            text: text.into(),
            ..Choice::default()
        }
    }
}

/// What stands in a list of answers.
#[derive(Clone)]
pub enum ChoiceItem<'a> {
    /// An answer.
    Choice(Choice<'a>),
    /// The word between two groups of answers, such as "or".
    Divider(Cow<'a, str>),
}

impl<'a> From<Choice<'a>> for ChoiceItem<'a> {
    fn from(choice: Choice<'a>) -> Self {
        ChoiceItem::Choice(choice)
    }
}

impl Choice<'_> {
    pub(super) fn item_id<'b>(&'b self, prefix: &'b str, number: usize) -> ItemId<'b> {
        ItemId {
            own: &self.id,
            prefix,
            number,
        }
    }
}
