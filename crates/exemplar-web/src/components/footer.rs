//! What stands at the foot of each page. No crown, no crest and no logo of a licence.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// A link at the foot.
#[derive(Clone, Default)]
pub struct FooterLink<'a> {
    /// Its words.
    pub text: Content<'a>,
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> FooterLink<'a> {
    /// A link and its words.
    pub fn new(href: impl Into<Cow<'a, str>>, text: impl Into<Content<'a>>) -> Self {
        FooterLink {
            href: href.into(),
            text: text.into(),
            ..FooterLink::default()
        }
    }
}

/// Links that belong together, under a title.
#[derive(Clone, Default)]
pub struct FooterSection<'a> {
    /// The title.
    pub title: Content<'a>,
    /// The links.
    pub links: Vec<FooterLink<'a>>,
    /// In how many columns they stand. 0 for one.
    pub columns: u8,
    /// How much of the page it takes, such as `two-thirds`. Empty for `full`.
    pub width: &'a str,
}

/// What stands at the foot of each page.
#[derive(Template, Clone, Default)]
#[template(path = "components/footer.html")]
pub struct Footer<'a> {
    /// Links under titles.
    pub sections: Vec<FooterSection<'a>>,
    /// What the links below are, for those who hear the page: "Support links" in the page's language. Empty for none.
    pub links_title: Cow<'a, str>,
    /// Links in one line.
    pub links: Vec<FooterLink<'a>>,
    /// What stands below the links.
    pub meta: Content<'a>,
    /// Under which licence the pages are.
    pub licence: Content<'a>,
    /// Whose the pages are.
    pub copyright: Content<'a>,
    /// Further classes of the box within.
    pub container_classes: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Footer);
