//! The coloured box that says that something is done, or that stops a person to ask again.
use askama::Template;

use super::{Action, Attributes, Content, HeadingLevel, component};

/// What a box is for.
#[derive(Clone, Default)]
pub enum PanelKind<'a> {
    /// Something is done.
    #[default]
    Confirmation,
    /// A person is stopped, and chooses how to go on: by a button, best with [`ButtonStyle::Inverse`](super::ButtonStyle), or by a link.
    Interruption(Vec<Action<'a>>),
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
