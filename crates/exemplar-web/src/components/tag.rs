//! The state of something, in a word.
use askama::Template;

use super::{Attributes, Content, component};

/// The state of something, in a word.
#[derive(Template, Clone, Default)]
#[template(path = "components/tag.html")]
pub struct Tag<'a> {
    /// The word.
    pub text: Content<'a>,
    /// Further classes, such as `govuk-tag--green`.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> Tag<'a> {
    /// A word and the class of its colour, such as `govuk-tag--green`.
    pub fn new(text: impl Into<Content<'a>>, classes: &'a str) -> Self {
        Tag {
            text: text.into(),
            classes,
            ..Tag::default()
        }
    }
}

component!(Tag);
