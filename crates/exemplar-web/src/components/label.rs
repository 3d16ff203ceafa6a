//! The label of a field.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// The label of a field, by itself or as a part of a field.
#[derive(Template, Clone, Default)]
#[template(path = "components/label.html")]
pub struct Label<'a> {
    /// What the field asks for. Without it no label is written.
    pub text: Content<'a>,
    /// Further classes, such as `govuk-label--l`.
    pub classes: &'a str,
    /// Whether the label is also the heading of the page.
    pub is_page_heading: bool,
    /// The id of the field. A field that has this label puts its own id here.
    pub for_id: Cow<'a, str>,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> Label<'a> {
    /// A label of the usual size.
    pub fn new(text: impl Into<Content<'a>>) -> Self {
        Label {
            text: text.into(),
            ..Label::default()
        }
    }

    /// A large label that is the heading of its page, for a page with one question.
    pub fn page_heading(text: impl Into<Content<'a>>) -> Self {
        Label {
            text: text.into(),
            classes: "govuk-label--l",
            is_page_heading: true,
            ..Label::default()
        }
    }
}

component!(Label);
