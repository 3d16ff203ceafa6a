//! A field for several lines of text.
use std::borrow::Cow;

use askama::Template;

use super::attributes::DescribedBy;
use super::{Attributes, Content, ErrorMessage, Label, component};

/// A field for several lines of text.
#[derive(Template, Clone, Default)]
#[template(path = "components/textarea.html")]
pub struct Textarea<'a> {
    /// Its id.
    pub id: Cow<'a, str>,
    /// The name that the form sends.
    pub name: Cow<'a, str>,
    /// What it asks for.
    pub label: Label<'a>,
    /// What helps to answer.
    pub hint: Content<'a>,
    /// What is wrong with the answer.
    pub error: Option<ErrorMessage<'a>>,
    /// The answer as it stands.
    pub value: Cow<'a, str>,
    /// How many lines it shows. `None` for five.
    pub rows: Option<u16>,
    /// What a browser may fill in.
    pub autocomplete: &'a str,
    /// Whether the browser checks the spelling. `None` leaves it to the browser.
    pub spellcheck: Option<bool>,
    /// Whether it cannot be changed.
    pub disabled: bool,
    /// Ids of what else describes it.
    pub described_by: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl Textarea<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }
}

component!(Textarea);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_empty_line_survives() {
        // A parser drops a line break right after the start tag, so there is one more.
        let field = Textarea {
            value: "\none".into(),
            ..Textarea::default()
        };
        assert!(field.to_string().contains(">\n\none</textarea>"));
    }
}
