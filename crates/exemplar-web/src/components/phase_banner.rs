//! How far a service has come, above its pages.
use askama::Template;

use super::{Attributes, Content, component};

/// How far a service has come, above its pages.
#[derive(Template, Clone, Default)]
#[template(path = "components/phase_banner.html")]
pub struct PhaseBanner<'a> {
    /// The phase, in a word.
    pub tag: Content<'a>,
    /// What that means, and where to say what one thinks of it.
    pub text: Content<'a>,
    /// Further classes of the word.
    pub tag_classes: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(PhaseBanner);
