//! Names and values one below the other, with links to change them.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, HeadingLevel, component};

/// A link beside a value or in the head of a card.
#[derive(Clone, Default)]
pub struct SummaryAction<'a> {
    /// What it does, such as "Change".
    pub text: Content<'a>,
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// What it does it to, for those who hear the page.
    pub hidden_text: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> SummaryAction<'a> {
    /// A link with where it leads, what it does, and what it does it to.
    pub fn new(
        href: impl Into<Cow<'a, str>>,
        text: impl Into<Content<'a>>,
        hidden_text: impl Into<Cow<'a, str>>,
    ) -> Self {
        SummaryAction {
            href: href.into(),
            text: text.into(),
            hidden_text: hidden_text.into(),
            ..SummaryAction::default()
        }
    }
}

/// A name, its value, and what can be done with it.
#[derive(Clone, Default)]
pub struct SummaryRow<'a> {
    /// The name.
    pub key: Content<'a>,
    /// The value.
    pub value: Content<'a>,
    /// What can be done with it.
    pub actions: Vec<SummaryAction<'a>>,
    /// Further classes of the row.
    pub classes: &'a str,
    /// Further classes of the name.
    pub key_classes: &'a str,
    /// Further classes of the value.
    pub value_classes: &'a str,
    /// Further classes of the links.
    pub actions_classes: &'a str,
}

impl<'a> SummaryRow<'a> {
    /// A name and its value.
    pub fn new(key: impl Into<Content<'a>>, value: impl Into<Content<'a>>) -> Self {
        SummaryRow {
            key: key.into(),
            value: value.into(),
            ..SummaryRow::default()
        }
    }
}

/// The frame around a list, with a title.
#[derive(Clone, Default)]
pub struct SummaryCard<'a> {
    /// The title. It is repeated in each link for those who hear the page.
    pub title: Content<'a>,
    /// How deep the title stands. `None` for the second level.
    pub heading_level: Option<HeadingLevel>,
    /// What can be done with the whole.
    pub actions: Vec<SummaryAction<'a>>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

/// Names and values one below the other.
#[derive(Template, Clone, Default)]
#[template(path = "components/summary_list.html")]
pub struct SummaryList<'a> {
    /// The names and values.
    pub rows: Vec<SummaryRow<'a>>,
    /// The frame around the list.
    pub card: Option<SummaryCard<'a>>,
    /// Further classes, such as `govuk-summary-list--no-border`.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> SummaryList<'a> {
    fn any_actions(&self) -> bool {
        self.rows.iter().any(|row| !row.actions.is_empty())
    }

    fn card_title(&self) -> Option<&Content<'a>> {
        self.card
            .as_ref()
            .map(|card| &card.title)
            .filter(|title| !title.is_empty())
    }
}

component!(SummaryList);
