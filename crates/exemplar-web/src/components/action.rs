//! What can be done in a panel or a banner: a button or a link.
use std::borrow::Cow;

use super::{Attributes, Button, Content};

/// A button or a link.
#[derive(Clone)]
pub enum Action<'a> {
    /// A button.
    Button(Button<'a>),
    /// A link.
    Link(ActionLink<'a>),
}

/// A link beside buttons.
#[derive(Clone, Default)]
pub struct ActionLink<'a> {
    /// What it does.
    pub text: Content<'a>,
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}
