//! A button, or a link that looks like one.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, component};

/// How a button looks.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The one that leads on.
    #[default]
    Primary,
    /// Anything beside it.
    Secondary,
    /// What cannot be undone.
    Warning,
    /// For a dark ground.
    Inverse,
}

impl ButtonStyle {
    fn class(self) -> &'static str {
        match self {
            ButtonStyle::Primary => "",
            ButtonStyle::Secondary => " govuk-button--secondary",
            ButtonStyle::Warning => " govuk-button--warning",
            ButtonStyle::Inverse => " govuk-button--inverse",
        }
    }
}

/// What a button does when it is pressed.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum ButtonType {
    /// It sends the form.
    #[default]
    Submit,
    /// Nothing, without a script.
    Button,
    /// It empties the form.
    Reset,
}

impl ButtonType {
    fn value(self) -> &'static str {
        match self {
            ButtonType::Submit => "submit",
            ButtonType::Button => "button",
            ButtonType::Reset => "reset",
        }
    }
}

/// A button, or, where `href` is given, a link that looks like one.
#[derive(Template, Clone, Default)]
#[template(path = "components/button.html")]
pub struct Button<'a> {
    /// What it does, in words.
    pub text: Content<'a>,
    /// How it looks.
    pub style: ButtonStyle,
    /// Where it leads. If this is given it is a link, and name, value, type, `disabled` and `prevent_double_click` mean nothing.
    pub href: Cow<'a, str>,
    /// The name that the form sends.
    pub name: Cow<'a, str>,
    /// The value that the form sends.
    pub value: Cow<'a, str>,
    /// What it does when it is pressed.
    pub button_type: ButtonType,
    /// Whether it cannot be pressed.
    pub disabled: bool,
    /// Whether a second press within a second is ignored. `None` leaves it to the script's own setting.
    pub prevent_double_click: Option<bool>,
    /// Whether it is the start of a service, with an arrow.
    pub is_start: bool,
    /// Its id.
    pub id: Cow<'a, str>,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

component!(Button);
