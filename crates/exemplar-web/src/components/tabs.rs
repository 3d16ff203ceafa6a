//! Parts of a page of which one shows at a time.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// One part.
#[derive(Clone, Default)]
pub struct Tab<'a> {
    /// Its name.
    pub label: Cow<'a, str>,
    /// Its id. Empty for the prefix and its number.
    pub id: Cow<'a, str>,
    /// What it shows. Words alone become a paragraph.
    pub panel: Content<'a>,
    /// Further attributes of its name.
    pub attributes: Attributes<'a>,
}

/// Parts of a page of which one shows at a time.
#[derive(Template, Clone, Default)]
#[template(path = "components/tabs.html")]
pub struct Tabs<'a> {
    /// What the parts are, for browsers without a script.
    pub title: Cow<'a, str>,
    /// The parts.
    pub items: Vec<Tab<'a>>,
    /// What the ids of parts begin with that have none of their own.
    pub id_prefix: &'a str,
    /// Its id.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Tabs);
