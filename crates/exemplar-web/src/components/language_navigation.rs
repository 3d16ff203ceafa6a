//! The languages in which a page can be read.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// A language in which the page can be read.
#[derive(Clone, Default)]
pub struct Language<'a> {
    /// Its name, in itself.
    pub text: Content<'a>,
    /// Its tag, such as `cy`.
    pub lang: &'a str,
    /// Its direction: `ltr` or `rtl`. Empty for the page's.
    pub dir: &'a str,
    /// The page in this language. Empty for the one that is shown.
    pub href: Cow<'a, str>,
    /// What the link does, in the language itself, for those who hear the page.
    pub description: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

/// The languages in which a page can be read.
#[derive(Template, Clone, Default)]
#[template(path = "components/language_navigation.html")]
pub struct LanguageNavigation<'a> {
    /// What it is, for those who hear the page.
    pub label: Cow<'a, str>,
    /// The languages.
    pub items: Vec<Language<'a>>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(LanguageNavigation);
