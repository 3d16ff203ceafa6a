//! Help that opens when someone asks for it.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// Help that opens when someone asks for it.
#[derive(Template, Clone, Default)]
#[template(path = "components/details.html")]
pub struct Details<'a> {
    /// What opens it.
    pub summary: Content<'a>,
    /// What it shows.
    pub content: Content<'a>,
    /// Whether it is open from the start.
    pub open: bool,
    /// Its id.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Details);
