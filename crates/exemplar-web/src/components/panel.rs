//! The coloured box that says that something is done, or that stops a person to ask again.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Button, Content, HeadingLevel, component};

/// What can be done in a box that stops a person.
#[derive(Clone)]
pub enum PanelAction<'a> {
    /// A button, best with [`ButtonStyle::Inverse`](super::ButtonStyle).
    Button(Button<'a>),
    /// A link.
    Link {
        /// What it does.
        text: Content<'a>,
        /// Where it leads.
        href: Cow<'a, str>,
    },
}

/// What a box is for.
#[derive(Clone, Default)]
pub enum PanelKind<'a> {
    /// Something is done.
    #[default]
    Confirmation,
    /// A person is stopped, and chooses how to go on.
    Interruption(Vec<PanelAction<'a>>),
}

/// The coloured box.
#[derive(Template, Clone, Default)]
#[template(path = "components/panel.html")]
pub struct Panel<'a> {
    /// What is done, or what is asked.
    pub title: Content<'a>,
    /// How deep the title stands. `None` for the heading of the page.
    pub heading_level: Option<HeadingLevel>,
    /// What stands below, such as the reference.
    pub body: Content<'a>,
    /// What it is for.
    pub kind: PanelKind<'a>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Panel);
