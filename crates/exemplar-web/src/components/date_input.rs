//! A date in its parts, each in a field of its own.
use std::borrow::Cow;

use askama::Template;

use super::attributes::DescribedBy;
use super::{Attributes, Content, ErrorMessage, Legend, component};

/// One part of a date.
#[derive(Clone, Default)]
pub struct DateItem<'a> {
    /// The end of its id and of the name that the form sends, such as `day`.
    pub name: Cow<'a, str>,
    /// What it asks for.
    pub label: Cow<'a, str>,
    /// The answer as it stands.
    pub value: Cow<'a, str>,
    /// How many characters wide it is: 2, 3, 4, 5, 10, 20 or 30. 0 for no class.
    pub width: u8,
    /// Whether the error is about this part. If it is about none by name, it is about all.
    pub error: bool,
    /// Its id. Empty for the date's id and its name.
    pub id: Cow<'a, str>,
    /// What a browser may fill in, such as `bday-day`.
    pub autocomplete: &'a str,
    /// Which keyboard a telephone shows. Empty for `numeric`.
    pub inputmode: &'a str,
    /// What the browser lets through.
    pub pattern: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl<'a> DateItem<'a> {
    /// A part with the end of its name, its label, its width in characters and the answer as it stands.
    pub fn new(
        name: impl Into<Cow<'a, str>>,
        label: impl Into<Cow<'a, str>>,
        width: u8,
        value: impl Into<Cow<'a, str>>,
    ) -> Self {
        DateItem {
            name: name.into(),
            label: label.into(),
            width,
            value: value.into(),
            ..DateItem::default()
        }
    }
}

/// A date in its parts.
#[derive(Template, Clone, Default)]
#[template(path = "components/date_input.html")]
pub struct DateInput<'a> {
    /// Its id, and what the ids of its parts begin with.
    pub id: Cow<'a, str>,
    /// What the names of its parts begin with. Empty for nothing.
    pub name_prefix: Cow<'a, str>,
    /// What it asks. Without it there is no fieldset.
    pub legend: Option<Legend<'a>>,
    /// What helps to answer.
    pub hint: Content<'a>,
    /// What is wrong with the answer.
    pub error: Option<ErrorMessage<'a>>,
    /// Its parts, in the order in which the language writes them.
    pub items: Vec<DateItem<'a>>,
    /// Ids of what else describes it. They need a legend.
    pub described_by: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl DateInput<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }

    /// Whether the error is about the date as a whole.
    fn all_wrong(&self) -> bool {
        self.error.is_some() && !self.items.iter().any(|item| item.error)
    }
}

component!(DateInput);

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(wrong: &[&str]) -> usize {
        let part = |name: &'static str| DateItem {
            error: wrong.contains(&name),
            ..DateItem::new(name, name, 2, "")
        };
        let date = DateInput {
            error: Some(ErrorMessage::new("Error:", "Wrong")),
            items: vec![part("day"), part("month")],
            ..DateInput::default()
        };
        date.to_string().matches("govuk-input--error").count()
    }

    #[test]
    fn an_error_about_no_part_marks_all_parts() {
        assert_eq!(marked(&[]), 2);
    }

    #[test]
    fn an_error_about_one_part_marks_that_part() {
        assert_eq!(marked(&["month"]), 1);
    }
}
