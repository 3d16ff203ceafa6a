//! A field for one line of text.
use std::borrow::Cow;

use askama::Template;

use super::attributes::DescribedBy;
use super::{Attributes, Content, ErrorMessage, Label, component};

/// What stands before or after the text that is typed, such as a currency or a unit.
#[derive(Clone, Default)]
pub struct Affix<'a> {
    /// The sign or the unit.
    pub text: Content<'a>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> Affix<'a> {
    /// An affix of the usual look.
    pub fn new(text: impl Into<Content<'a>>) -> Self {
        Affix {
            text: text.into(),
            ..Affix::default()
        }
    }
}

/// A field for one line of text.
///
/// ```
/// use exemplar_web::components::{Input, Label};
/// let field = Input {
///     id: "postcode".into(),
///     name: "postcode".into(),
///     label: Label::page_heading("What is your postcode?"),
///     autocomplete: "postal-code",
///     classes: "govuk-input--width-10",
///     ..Input::default()
/// };
/// assert!(field.to_string().contains("autocomplete=\"postal-code\""));
/// ```
#[derive(Template, Clone, Default)]
#[template(path = "components/input.html")]
pub struct Input<'a> {
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
    /// The type, such as `email` or `tel`. Empty for `text`.
    pub input_type: &'a str,
    /// Which keyboard a telephone shows, such as `numeric`.
    pub inputmode: &'a str,
    /// What a browser may fill in, such as `postal-code`.
    pub autocomplete: &'a str,
    /// Whether the browser sets capitals, such as `none`.
    pub autocapitalize: &'a str,
    /// The way in which what is typed runs, where it is not that of the page: `ltr` for codes.
    pub dir: &'a str,
    /// What the browser lets through.
    pub pattern: &'a str,
    /// Whether the browser checks the spelling. `None` leaves it to the browser.
    pub spellcheck: Option<bool>,
    /// What stands before the text.
    pub prefix: Option<Affix<'a>>,
    /// What stands after the text.
    pub suffix: Option<Affix<'a>>,
    /// Whether it cannot be changed.
    pub disabled: bool,
    /// Ids of what else describes it.
    pub described_by: &'a str,
    /// Further classes, such as `govuk-input--width-10`.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl Input<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }
}

component!(Input);
