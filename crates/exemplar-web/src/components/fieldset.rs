//! Fields that belong together, and the legend that names them.
use askama::Template;

use super::{Attributes, Content, component};

/// What names a group of fields.
#[derive(Clone, Default)]
pub struct Legend<'a> {
    /// The name. Without it no legend is written.
    pub text: Content<'a>,
    /// Further classes, such as `govuk-fieldset__legend--l`.
    pub classes: &'a str,
    /// Whether the legend is also the heading of the page.
    pub is_page_heading: bool,
}

impl<'a> Legend<'a> {
    /// A legend of the usual size.
    pub fn new(text: impl Into<Content<'a>>) -> Self {
        Legend {
            text: text.into(),
            ..Legend::default()
        }
    }

    /// A large legend that is the heading of its page, for a page with one question.
    pub fn page_heading(text: impl Into<Content<'a>>) -> Self {
        Legend {
            text: text.into(),
            classes: "govuk-fieldset__legend--l",
            is_page_heading: true,
        }
    }
}

/// Fields that belong together.
/// Radios, checkboxes and dates bring their own.
#[derive(Template, Clone, Default)]
#[template(path = "components/fieldset.html")]
pub struct Fieldset<'a> {
    /// The name of the group.
    pub legend: Legend<'a>,
    /// The fields.
    pub content: Content<'a>,
    /// Ids of what describes the group.
    pub described_by: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// A role other than the element's own.
    pub role: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Fieldset);
