//! The name of a service and the ways through it, below the head of each page.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// Where a reader is, as seen from a link.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Place {
    /// Elsewhere.
    #[default]
    Elsewhere,
    /// In the part that the link leads to.
    Within,
    /// On the page that the link leads to.
    Here,
}

/// A way through the service.
#[derive(Clone, Default)]
pub struct NavigationItem<'a> {
    /// Where it leads, in words.
    pub text: Content<'a>,
    /// Where it leads. Empty for words without a link.
    pub href: Cow<'a, str>,
    /// Where the reader is.
    pub place: Place,
    /// Further attributes of the link.
    pub attributes: Attributes<'a>,
}

/// The name of a service and the ways through it.
#[derive(Template, Clone, Default)]
#[template(path = "components/service_navigation.html")]
pub struct ServiceNavigation<'a> {
    /// The name of the service.
    pub service_name: Cow<'a, str>,
    /// Where the name leads. Empty for a name without a link.
    pub service_href: Cow<'a, str>,
    /// What it is, for those who hear the page. It is used where there is a name or something at the end.
    pub label: Cow<'a, str>,
    /// The ways through the service.
    pub items: Vec<NavigationItem<'a>>,
    /// The word on the button that opens the ways on a small screen.
    pub menu_text: Cow<'a, str>,
    /// The same for those who hear the page, if it is another.
    pub menu_label: Cow<'a, str>,
    /// What the ways are, for those who hear the page. Empty for the word on the button.
    pub navigation_label: Cow<'a, str>,
    /// The id of the ways. Empty for `navigation`.
    pub navigation_id: &'a str,
    /// Further classes of the ways.
    pub navigation_classes: &'a str,
    /// Whether small screens hide the ways behind the button. `None` hides two or more.
    pub collapse: Option<bool>,
    /// What stands at the end, such as the languages.
    pub end: Content<'a>,
    /// Whether that stands in the same line.
    pub end_inline: bool,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl ServiceNavigation<'_> {
    /// Whether it is a part of the page to be found by its label.
    fn is_section(&self) -> bool {
        !self.service_name.is_empty() || !self.end.is_empty()
    }

    fn collapses(&self) -> bool {
        self.collapse.unwrap_or(self.items.len() > 1)
    }

    fn navigation_label(&self) -> &str {
        if self.navigation_label.is_empty() {
            &self.menu_text
        } else {
            &self.navigation_label
        }
    }

    fn navigation_id(&self) -> &str {
        if self.navigation_id.is_empty() {
            "navigation"
        } else {
            self.navigation_id
        }
    }
}

component!(ServiceNavigation);
