//! A field for a password, which can be shown.
use std::borrow::Cow;

use askama::Template;

use super::attributes::DescribedBy;
use super::{Attributes, Content, ErrorMessage, Label, component};

/// What the button beside a password says, and what is read out. Without them the script speaks English.
#[derive(Clone, Copy, Default)]
pub struct PasswordWords<'a> {
    /// The button while the password is hidden: "Show".
    pub show: &'a str,
    /// The button while the password shows: "Hide".
    pub hide: &'a str,
    /// The same, at length, for those who hear the page.
    pub show_label: &'a str,
    /// The same, at length, for those who hear the page.
    pub hide_label: &'a str,
    /// That the password shows.
    pub shown: &'a str,
    /// That the password is hidden.
    pub hidden: &'a str,
}

/// A field for a password, which can be shown.
#[derive(Template, Clone, Default)]
#[template(path = "components/password_input.html")]
pub struct PasswordInput<'a> {
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
    /// The password as it stands. Leave it empty: a password is not sent back.
    pub value: Cow<'a, str>,
    /// What a browser may fill in. Empty for `current-password`.
    pub autocomplete: &'a str,
    /// What the button says.
    pub words: PasswordWords<'a>,
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

impl PasswordInput<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }
}

component!(PasswordInput);
