//! Reading the options of a fixture.
use std::borrow::Cow;

use exemplar_web::components::{Attributes, Content, ErrorMessage, HeadingLevel, Html, Label, Legend, Plurals};
use serde_json::Value;

/// The options of a fixture, or a part of them.
#[derive(Clone, Copy)]
pub struct Options<'a>(pub &'a Value);

/// What the published templates take for false.
fn is_falsy(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(value) => !value,
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

/// A single value in words.
pub fn words(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        Value::Null => Cow::Borrowed(""),
        other => Cow::Owned(other.to_string()),
    }
}

impl<'a> Options<'a> {
    pub fn get(self, name: &str) -> Option<Options<'a>> {
        self.0.get(name).map(Options)
    }

    /// The part of this name, if it is there and not false.
    pub fn part(self, name: &str) -> Option<Options<'a>> {
        self.get(name).filter(|part| !is_falsy(part.0))
    }

    pub fn words(self, name: &str) -> Cow<'a, str> {
        self.0.get(name).map(words).unwrap_or_default()
    }

    pub fn words_or(self, name: &str, otherwise: &'a str) -> Cow<'a, str> {
        Some(self.words(name))
            .filter(|words| !words.is_empty())
            .unwrap_or(Cow::Borrowed(otherwise))
    }

    pub fn str(self, name: &str) -> &'a str {
        self.0.get(name).and_then(Value::as_str).unwrap_or("")
    }

    pub fn flag(self, name: &str) -> Option<bool> {
        self.0.get(name).and_then(Value::as_bool)
    }

    pub fn is(self, name: &str) -> bool {
        self.flag(name) == Some(true)
    }

    pub fn number(self, name: &str) -> Option<u32> {
        self.0
            .get(name)
            .and_then(Value::as_u64)
            .map(|number| u32::try_from(number).unwrap())
    }

    /// The items of a list, with their places from one on; what is false is left out.
    pub fn list(self, name: &str) -> impl Iterator<Item = (usize, Options<'a>)> {
        let items = self
            .0
            .get(name)
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default();
        (1..)
            .zip(items)
            .filter(|(_, item)| !is_falsy(item))
            .map(|(place, item)| (place, Options(item)))
    }

    /// The items, where these options are a list.
    pub fn items(self) -> impl Iterator<Item = Options<'a>> {
        self.0
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .map(Options)
    }

    /// Words or markup, under two names.
    pub fn content_of(self, html: &str, text: &str) -> Content<'a> {
        match self.part(html) {
            Some(markup) => Html::trusted(words(markup.0).trim().to_owned()).into(),
            None => self.words(text).into(),
        }
    }

    pub fn content(self) -> Content<'a> {
        self.content_of("html", "text")
    }

    pub fn content_at(self, name: &str) -> Content<'a> {
        self.part(name).map(Options::content).unwrap_or_default()
    }

    pub fn label(self) -> Label<'a> {
        let Some(label) = self.part("label") else {
            return Label::default();
        };
        Label {
            text: label.content(),
            classes: label.str("classes"),
            is_page_heading: label.is("isPageHeading"),
            attributes: label.attributes("attributes"),
            ..Label::default()
        }
    }

    pub fn legend(self) -> Option<Legend<'a>> {
        let fieldset = self.part("fieldset")?;
        Some(fieldset.part("legend").map(Options::own_legend).unwrap_or_default())
    }

    pub fn own_legend(self) -> Legend<'a> {
        Legend {
            text: self.content(),
            classes: self.str("classes"),
            is_page_heading: self.is("isPageHeading"),
        }
    }

    /// Ids that describe the field, from the fieldset if it has any.
    pub fn described_by(self) -> &'a str {
        match self.part("fieldset").map(|fieldset| fieldset.str("describedBy")) {
            Some(ids) if !ids.is_empty() => ids,
            _ => self.str("describedBy"),
        }
    }

    pub fn error(self) -> Option<ErrorMessage<'a>> {
        self.part("errorMessage").map(Options::own_error)
    }

    /// The published templates bring the word "Error" and its colon; ours are given them.
    pub fn own_error(self) -> ErrorMessage<'a> {
        let prefix = match self.get("visuallyHiddenText") {
            None => "Error:".into(),
            Some(text) if is_falsy(text.0) => "".into(),
            Some(text) => format!("{}:", words(text.0)).into(),
        };
        ErrorMessage {
            prefix,
            message: self.content(),
            id: self.words("id"),
            classes: self.str("classes"),
            attributes: self.attributes("attributes"),
        }
    }

    pub fn group_classes(self) -> &'a str {
        self.part("formGroup").map(|group| group.str("classes")).unwrap_or("")
    }

    /// Lives as long as the test, as attributes are borrowed.
    fn pairs(self, name: &str) -> &'a [(&'a str, &'a str)] {
        let Some(Value::Object(map)) = self.0.get(name) else {
            return &[];
        };
        let pairs: Vec<(&str, &str)> = map
            .iter()
            .map(|(name, value)| (name.as_str(), &*words(value).into_owned().leak()))
            .collect();
        pairs.leak()
    }

    pub fn attributes(self, name: &str) -> Attributes<'a> {
        Attributes(self.pairs(name))
    }

    pub fn plurals(self, name: &str) -> Plurals<'a> {
        Plurals(self.pairs(name))
    }

    pub fn heading_level(self, name: &str) -> Option<HeadingLevel> {
        Some(match self.number(name)? {
            1 => HeadingLevel::H1,
            2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        })
    }
}
