//! The ways to the other pages of a list.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// The way to the page before or after.
#[derive(Clone, Default)]
pub struct PaginationLink<'a> {
    /// Where it is.
    pub href: Cow<'a, str>,
    /// Its words, such as "Next page".
    pub text: Content<'a>,
    /// What that page is about. It shows only where no numbers stand between.
    pub label: Cow<'a, str>,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

/// What stands between the page before and the page after.
#[derive(Clone)]
pub enum PaginationItem<'a> {
    /// A page.
    Page {
        /// Its number, in the digits of the page's language.
        number: Cow<'a, str>,
        /// Where it is.
        href: Cow<'a, str>,
        /// Its number in words, such as "Page 2", for those who hear the page.
        label: Cow<'a, str>,
        /// Whether it is the page that is shown.
        current: bool,
    },
    /// Pages left out.
    Gap,
}

/// The ways to the other pages of a list.
#[derive(Template, Clone, Default)]
#[template(path = "components/pagination.html")]
pub struct Pagination<'a> {
    /// What it is, for those who hear the page.
    pub label: Cow<'a, str>,
    /// The page before.
    pub previous: Option<PaginationLink<'a>>,
    /// The pages by number.
    pub items: Vec<PaginationItem<'a>>,
    /// The page after.
    pub next: Option<PaginationLink<'a>>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl Pagination<'_> {
    /// Whether the page before and the page after stand one below the other, without numbers.
    fn is_block(&self) -> bool {
        self.items.is_empty() && (self.previous.is_some() || self.next.is_some())
    }
}

component!(Pagination);
