//! What is wrong on a page, at its top.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// One thing that is wrong.
#[derive(Clone, Default)]
pub struct ErrorLink<'a> {
    /// What is wrong: the same words as beside the field.
    pub text: Content<'a>,
    /// The field, as `#id`. Empty where there is none.
    pub href: Cow<'a, str>,
    /// Further attributes of the link.
    pub attributes: Attributes<'a>,
}

impl<'a> ErrorLink<'a> {
    /// An error and its field, as `#id`.
    pub fn new(href: impl Into<Cow<'a, str>>, text: impl Into<Content<'a>>) -> Self {
        ErrorLink {
            href: href.into(),
            text: text.into(),
            ..ErrorLink::default()
        }
    }
}

/// What is wrong on a page.
#[derive(Template, Clone, Default)]
#[template(path = "components/error_summary.html")]
pub struct ErrorSummary<'a> {
    /// That something is wrong, in words.
    pub title: Content<'a>,
    /// What applies to all errors.
    pub description: Content<'a>,
    /// Each thing that is wrong, in the order of the fields.
    pub errors: Vec<ErrorLink<'a>>,
    /// Whether the page opens without going to the summary. `None` leaves it to the script's own setting.
    pub disable_auto_focus: Option<bool>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(ErrorSummary);
