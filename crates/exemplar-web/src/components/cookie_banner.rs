//! What a service asks about cookies, above its pages.
use std::borrow::Cow;

use askama::Template;

use super::{Action, Attributes, Content, component};

/// One message of the banner.
#[derive(Clone, Default)]
pub struct CookieMessage<'a> {
    /// Its heading.
    pub heading: Content<'a>,
    /// What it says. Words alone become a paragraph.
    pub content: Content<'a>,
    /// What can be done.
    pub actions: Vec<Action<'a>>,
    /// Whether a script shows it later.
    pub hidden: bool,
    /// Its role, such as `alert` for one that answers a choice.
    pub role: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

/// What a service asks about cookies.
#[derive(Template, Clone, Default)]
#[template(path = "components/cookie_banner.html")]
pub struct CookieBanner<'a> {
    /// What it is, for those who hear the page.
    pub label: Cow<'a, str>,
    /// Its messages.
    pub messages: Vec<CookieMessage<'a>>,
    /// Whether a script shows it later.
    pub hidden: bool,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(CookieBanner);
