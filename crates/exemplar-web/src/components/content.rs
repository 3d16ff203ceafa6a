//! What a component is, and what may stand inside one: text that is escaped, or markup that is known to be safe.
//! The components themselves are not here.
use std::borrow::Cow;
use std::fmt;

use askama::filters::{Escaper, HtmlSafe};
use askama::{FastWritable, NO_VALUES, Values};

/// A type that writes whole, safe markup: every text in it has been escaped.
///
/// Implement it for a part of a page through [`component!`](crate::component), so that the part can stand inside a component without being written to a string first.
pub trait Component: FastWritable + Send + Sync {}

/// Marks askama templates as components: `{{ it }}` in another template writes them without escaping them again.
#[macro_export]
macro_rules! component {
    ($($name:ident),+ $(,)?) => {
        $(
            impl askama::filters::HtmlSafe for $name<'_> {}
            impl $crate::components::Component for $name<'_> {}
        )+
    };
}
pub(crate) use component;

/// Markup that is already safe to show.
///
/// ```
/// use exemplar_web::components::Html;
/// let name = Html::trusted("Part <em>2</em>");
/// assert_eq!(name.as_str(), "Part <em>2</em>");
/// ```
#[derive(Clone, Default)]
pub struct Html<'a>(Cow<'a, str>);

impl<'a> Html<'a> {
    /// Takes markup as it stands.
    /// The caller vouches that everything in it which people typed has been escaped or cleaned.
    pub fn trusted(markup: impl Into<Cow<'a, str>>) -> Self {
        Html(markup.into())
    }

    /// Writes a component to a string of its own.
    /// [`Content::Component`] does without that string and is to be preferred.
    pub fn rendered(component: &dyn Component) -> Result<Html<'static>, askama::Error> {
        let mut markup = String::new();
        component.write_into(&mut markup, NO_VALUES)?;
        Ok(Html(Cow::Owned(markup)))
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What stands inside a component: words, or markup.
#[derive(Clone)]
pub enum Content<'a> {
    /// Words. They are escaped.
    Text(Cow<'a, str>),
    /// Markup. It is written as it stands.
    Html(Html<'a>),
    /// Another component. It is written in place.
    Component(&'a dyn Component),
}

impl Content<'_> {
    /// True where there is nothing to show.
    /// A component always counts as something.
    pub fn is_empty(&self) -> bool {
        match self {
            Content::Text(text) => text.is_empty(),
            Content::Html(html) => html.0.is_empty(),
            Content::Component(_) => false,
        }
    }

    /// True for words, false for anything that may have tags in it.
    pub fn is_text(&self) -> bool {
        matches!(self, Content::Text(_))
    }
}

impl Default for Content<'_> {
    fn default() -> Self {
        Content::Text(Cow::Borrowed(""))
    }
}

impl FastWritable for Content<'_> {
    fn write_into(&self, dest: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        match self {
            Content::Text(text) => Ok(askama::filters::Html.write_escaped_str(dest, text)?),
            Content::Html(html) => Ok(dest.write_str(&html.0)?),
            Content::Component(component) => component.write_into(dest, values),
        }
    }
}

impl fmt::Display for Content<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_into(f, NO_VALUES).map_err(|_| fmt::Error)
    }
}

impl HtmlSafe for Content<'_> {}

impl<'a> From<&'a str> for Content<'a> {
    fn from(text: &'a str) -> Self {
        Content::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Content<'a> {
    fn from(text: &'a String) -> Self {
        Content::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Content<'_> {
    fn from(text: String) -> Self {
        Content::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Content<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Content::Text(text)
    }
}

impl<'a> From<Html<'a>> for Content<'a> {
    fn from(html: Html<'a>) -> Self {
        Content::Html(html)
    }
}

impl<'a, T: Component> From<&'a T> for Content<'a> {
    fn from(component: &'a T) -> Self {
        Content::Component(component)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::BackLink;

    #[track_caller]
    fn check(content: Content<'_>, expected: &str) {
        assert_eq!(content.to_string(), expected);
    }

    #[test]
    fn text_is_escaped() {
        check("<b>&\"'".into(), "&#60;b&#62;&#38;&#34;&#39;");
    }

    #[test]
    fn html_is_written_as_it_stands() {
        check(Html::trusted("<b>one</b>").into(), "<b>one</b>");
    }

    #[derive(askama::Template)]
    #[template(ext = "html", source = "{{ text }} {{ link }} {{ link|safe }} {{ content }}")]
    struct Page<'a> {
        text: &'a str,
        link: BackLink<'a>,
        content: Content<'a>,
    }

    #[test]
    fn a_page_escapes_text_and_writes_components_as_they_are() {
        let link = BackLink {
            text: "A & B".into(),
            ..BackLink::default()
        };
        let page = Page {
            text: "<",
            link: link.clone(),
            content: Html::trusted("<b></b>").into(),
        };
        assert_eq!(page.to_string(), format!("&#60; {link} {link} <b></b>"));
    }

    #[test]
    fn a_component_inside_is_escaped_once() {
        let link = BackLink {
            href: "/a?b&c".into(),
            text: "A & B".into(),
            ..BackLink::default()
        };
        let expected = "<a href=\"/a?b&#38;c\" class=\"govuk-back-link\">A &#38; B</a>";
        check((&link).into(), expected);
        check(Html::rendered(&link).unwrap().into(), expected);
    }
}
