//! A field for several lines of text that says how much may still be written.
use std::borrow::Cow;

use askama::Template;

use super::attributes::{DescribedBy, PluralAttributes};
use super::{Attributes, Content, ErrorMessage, Label, Plurals, component};

/// What the browser counts.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Limit {
    /// Units of UTF-16, as scripts count them.
    Length(u32),
    /// Characters as people see them.
    Characters(u32),
    /// Words.
    Words(u32),
    /// The script is told elsewhere.
    #[default]
    Elsewhere,
}

/// What the browser says while someone types. Without them it speaks English.
#[derive(Clone, Copy, Default)]
pub struct CountWords<'a> {
    /// So many characters are left.
    pub characters_under: Plurals<'a>,
    /// No character is left.
    pub characters_at: &'a str,
    /// So many characters are too many.
    pub characters_over: Plurals<'a>,
    /// So many words are left.
    pub words_under: Plurals<'a>,
    /// No word is left.
    pub words_at: &'a str,
    /// So many words are too many.
    pub words_over: Plurals<'a>,
}

/// A field for several lines of text that says how much may still be written.
#[derive(Template, Clone, Default)]
#[template(path = "components/character_count.html")]
pub struct CharacterCount<'a> {
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
    /// How much may be written.
    pub limit: Limit,
    /// The part of the limit, in hundredths, from which on the count is shown.
    pub threshold: Option<u8>,
    /// How much may be written, in words, for browsers without a script.
    /// With [`Limit::Elsewhere`] it goes to the script instead, with `%{count}` where the number stands.
    pub description: Cow<'a, str>,
    /// What the browser says while someone types.
    pub words: CountWords<'a>,
    /// How many lines it shows. `None` for five.
    pub rows: Option<u16>,
    /// Whether the browser checks the spelling. `None` leaves it to the browser.
    pub spellcheck: Option<bool>,
    /// Further classes of the field.
    pub classes: &'a str,
    /// Further classes of the count.
    pub count_classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes of the field.
    pub attributes: Attributes<'a>,
}

impl CharacterCount<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy {
            id: &self.id,
            info: true,
            hint: !self.hint.is_empty(),
            error: self.error.is_some(),
            ..DescribedBy::default()
        }
    }

    /// The number of the limit, and what is counted where it is not the script's usual.
    fn most(&self) -> Option<(u32, &'static str)> {
        match self.limit {
            Limit::Length(most) => Some((most, "")),
            Limit::Characters(most) => Some((most, "characters")),
            Limit::Words(most) => Some((most, "words")),
            Limit::Elsewhere => None,
        }
    }
}

component!(CharacterCount);
