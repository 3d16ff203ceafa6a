//! A list that opens, of which one answer can be chosen.
use std::borrow::Cow;

use askama::Template;

use super::attributes::DescribedBy;
use super::{Attributes, Content, ErrorMessage, Label, component};

/// One answer of the list.
#[derive(Clone, Default)]
pub struct SelectItem<'a> {
    /// The value that the form sends. `None` sends the text.
    pub value: Option<Cow<'a, str>>,
    /// What the person reads.
    pub text: Cow<'a, str>,
    /// Whether it is chosen.
    pub selected: bool,
    /// Whether it cannot be chosen.
    pub disabled: bool,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> SelectItem<'a> {
    /// An answer with its value and its words.
    pub fn new(value: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        SelectItem {
            value: Some(value.into()),
            text: text.into(),
            ..SelectItem::default()
        }
    }
}

/// A list that opens, of which one answer can be chosen.
#[derive(Template, Clone, Default)]
#[template(path = "components/select.html")]
pub struct Select<'a> {
    /// Its id.
    pub id: Cow<'a, str>,
    /// The name that the form sends.
    pub name: Cow<'a, str>,
    /// What it asks for.
    pub label: Label<'a>,
    /// What helps to answer.
    pub hint: Content<'a>,
    /// What is wrong with the answer.
    pub error: Option<ErrorMessage<'a>>,
    /// The answers.
    pub items: Vec<SelectItem<'a>>,
    /// Whether it cannot be changed.
    pub disabled: bool,
    /// Ids of what else describes it.
    pub described_by: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl Select<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }
}

component!(Select);
