//! The way from the first page to this one.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// A page on the way.
#[derive(Clone, Default)]
pub struct Breadcrumb<'a> {
    /// Its name.
    pub text: Content<'a>,
    /// Where it is. Empty for the page that is shown.
    pub href: Cow<'a, str>,
    /// Further attributes of the link.
    pub attributes: Attributes<'a>,
}

impl<'a> Breadcrumb<'a> {
    /// A page on the way.
    pub fn new(href: impl Into<Cow<'a, str>>, text: impl Into<Content<'a>>) -> Self {
        Breadcrumb {
            href: href.into(),
            text: text.into(),
            ..Breadcrumb::default()
        }
    }
}

/// The way from the first page to this one.
#[derive(Template, Clone, Default)]
#[template(path = "components/breadcrumbs.html")]
pub struct Breadcrumbs<'a> {
    /// What it is, for those who hear the page.
    pub label: Cow<'a, str>,
    /// The pages on the way.
    pub items: Vec<Breadcrumb<'a>>,
    /// Whether small screens show the first and the last only.
    pub collapse_on_mobile: bool,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Breadcrumbs);
