//! What is wrong with an answer, beside its field.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// What is wrong with an answer, by itself or as a part of a field.
#[derive(Template, Clone, Default)]
#[template(path = "components/error_message.html")]
pub struct ErrorMessage<'a> {
    /// What is wrong and how to put it right.
    pub message: Content<'a>,
    /// The word before it for those who hear the page, with its colon: "Error:" in the page's language. Empty for none.
    pub prefix: Cow<'a, str>,
    /// The id that a field is described by. A field that has this error puts one made from its own id here.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> ErrorMessage<'a> {
    /// An error with the word that stands before it.
    pub fn new(prefix: impl Into<Cow<'a, str>>, message: impl Into<Content<'a>>) -> Self {
        ErrorMessage {
            prefix: prefix.into(),
            message: message.into(),
            ..ErrorMessage::default()
        }
    }
}

component!(ErrorMessage);
