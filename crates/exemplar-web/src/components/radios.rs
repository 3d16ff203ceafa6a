//! A list of answers of which one can be chosen.
use std::borrow::Cow;

use askama::Template;

use super::attributes::{DescribedBy, ItemId};
use super::{Attributes, Choice, ChoiceItem, Content, ErrorMessage, Legend, component};

/// A list of answers of which one can be chosen.
///
/// ```
/// use exemplar_web::components::{Choice, Legend, Radios};
/// let list = Radios {
///     id: "moved".into(),
///     name: "moved".into(),
///     legend: Some(Legend::page_heading("Have you moved?")),
///     items: vec![Choice::new("yes", "Yes").into(), Choice::new("no", "No").into()],
///     ..Radios::default()
/// };
/// assert!(list.to_string().contains("id=\"moved-2\""));
/// ```
#[derive(Template, Clone, Default)]
#[template(path = "components/radios.html")]
pub struct Radios<'a> {
    /// What the ids of its parts begin with, and the id of its first item.
    pub id: Cow<'a, str>,
    /// The name that the form sends.
    pub name: Cow<'a, str>,
    /// What it asks. Without it there is no fieldset.
    pub legend: Option<Legend<'a>>,
    /// What helps to answer.
    pub hint: Content<'a>,
    /// What is wrong with the answer.
    pub error: Option<ErrorMessage<'a>>,
    /// The answers.
    pub items: Vec<ChoiceItem<'a>>,
    /// Ids of what else describes it. They need a legend.
    pub described_by: &'a str,
    /// Further classes of the list, such as `govuk-radios--inline` and `govuk-radios--small`.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes of the list.
    pub attributes: Attributes<'a>,
}

impl Radios<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }

    fn item_id<'b>(&'b self, choice: &'b Choice<'_>, number: &usize) -> ItemId<'b> {
        choice.item_id(&self.id, *number)
    }

    fn item_described_by<'b>(&'b self, choice: &'b Choice<'_>, number: &usize) -> DescribedBy<'b> {
        let item = (!choice.hint.is_empty()).then(|| self.item_id(choice, number));
        DescribedBy {
            item,
            ..DescribedBy::default()
        }
    }
}

component!(Radios);
