//! The bar at the top of each page, with whose page it is. No crown and no crest: those belong to one government.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// The bar at the top of each page, with whose page it is.
#[derive(Template, Clone, Default)]
#[template(path = "components/header.html")]
pub struct Header<'a> {
    /// The name of the organisation or product, or its picture as markup.
    pub name: Content<'a>,
    /// Where the name leads.
    pub href: Cow<'a, str>,
    /// Classes of the box within, instead of `govuk-width-container`.
    pub container_classes: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Header);
