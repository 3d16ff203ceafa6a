//! The hint of a field.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// What helps to answer, by itself. Fields take theirs as [`Content`].
#[derive(Template, Clone, Default)]
#[template(path = "components/hint.html")]
pub struct Hint<'a> {
    /// The hint.
    pub text: Content<'a>,
    /// The id that a field is described by.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Hint);
