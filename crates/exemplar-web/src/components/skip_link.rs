//! The link past the head of a page, for those who use a keyboard.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// The link past the head of a page, for those who use a keyboard.
#[derive(Template, Clone, Default)]
#[template(path = "components/skip_link.html")]
pub struct SkipLink<'a> {
    /// What it does.
    pub text: Content<'a>,
    /// The main part of the page, as `#id`.
    pub href: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(SkipLink);
