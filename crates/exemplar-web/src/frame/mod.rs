//! What stands round every page: header, language switch, footer, and the addresses of styles and scripts.

use exemplar_app::words::Words;
use exemplar_core::id::Language;
use exemplar_core::language::Conventions;

use crate::assets::Addresses;

/// What the template `frame/layout.html` needs.
pub struct Frame<'a> {
    /// The platform's words in the page's language.
    pub words: &'a Words,
    /// Where styles and scripts are.
    pub assets: &'a Addresses,
    /// The window's title, whole.
    pub title: String,
    /// The service's name in the header; empty on pages of no service.
    pub service: &'a str,
    /// The service's start page in this language, and what addresses inside it begin with; "" for the whole site.
    pub base: &'a str,
    /// The page before, for the back link.
    pub back: Option<String>,
    /// The same page in other languages.
    pub languages: Vec<LanguageLink<'a>>,
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// Says on every page that this is a preview, and leads to its messages: their address.
    pub preview: Option<String>,
    /// Says on every page that cases are simulated.
    pub simulated: bool,
}

/// A language and the page's address in it.
pub struct LanguageLink<'a> {
    /// BCP 47.
    pub tag: &'a str,
    /// Its own name for itself.
    pub name: &'a str,
    /// What a screen reader says, in that language.
    pub change: &'a str,
    /// The way it is written.
    pub direction: &'static str,
    /// The address; none for the page's own language.
    pub href: Option<String>,
}

impl<'a> LanguageLink<'a> {
    /// A language of a service, with its words. One that the platform has no words of is named by its tag.
    #[must_use]
    pub fn new(words: &'a Words, tag: &'a Language, href: Option<String>) -> Self {
        let is_own = words.language == *tag;
        Self {
            tag: tag.as_str(),
            name: if is_own {
                words.get("pages-language-name")
            } else {
                tag.as_str()
            },
            change: if is_own { words.get("pages-language-change") } else { "" },
            direction: direction(words),
            href,
        }
    }
}

/// The way in which the language of this tag is written, for HTML.
#[must_use]
pub fn direction_of(tag: impl AsRef<str>) -> &'static str {
    if Conventions::of(tag.as_ref()).right_to_left {
        "rtl"
    } else {
        "ltr"
    }
}

/// The way in which a language is written, for HTML.
#[must_use]
pub fn direction(words: &Words) -> &'static str {
    if words.right_to_left { "rtl" } else { "ltr" }
}

impl Frame<'_> {
    /// The page's language.
    #[must_use]
    pub fn tag(&self) -> &str {
        self.words.language.as_str()
    }

    /// The way it is written.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction(self.words)
    }

    /// The style sheet for the way it is written.
    #[must_use]
    pub fn style(&self) -> &str {
        if self.words.right_to_left {
            &self.assets.style_rtl
        } else {
            &self.assets.style
        }
    }

    /// Words of the platform.
    #[must_use]
    pub fn word(&self, key: &'static str) -> &str {
        self.words.get(key)
    }
}
