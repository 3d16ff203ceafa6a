//! What happens to someone who does not do as they must.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// What happens to someone who does not do as they must.
#[derive(Template, Clone, Default)]
#[template(path = "components/warning_text.html")]
pub struct WarningText<'a> {
    /// The warning.
    pub text: Content<'a>,
    /// What the exclamation mark says to those who hear the page: "Warning" in the page's language.
    pub icon_text: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(WarningText);
