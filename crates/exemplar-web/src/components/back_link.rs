//! The link to the page before.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// The link to the page before, at the top of a page.
#[derive(Template, Clone, Default)]
#[template(path = "components/back_link.html")]
pub struct BackLink<'a> {
    /// The word for going back.
    pub text: Content<'a>,
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// Further classes, such as `govuk-back-link--inverse`.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(BackLink);
