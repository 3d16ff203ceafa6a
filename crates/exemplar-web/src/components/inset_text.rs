//! Text that stands apart from what is around it.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// Text that stands apart from what is around it.
#[derive(Template, Clone, Default)]
#[template(path = "components/inset_text.html")]
pub struct InsetText<'a> {
    /// The text.
    pub content: Content<'a>,
    /// Its id.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(InsetText);
