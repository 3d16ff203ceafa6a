//! Draws a question that takes several lines of text, with the count of what may still be written.

use exemplar_core::kind::Size;

use super::draw::Drawing;
use crate::components::{Attributes, CharacterCount, CountWords, Limit, Plurals, Textarea};

impl Drawing<'_> {
    /// The control of a question whose answer is points of the earth.
    pub(super) fn points(&self, rows: u8, ask: &str, hint: &str) -> String {
        let words = self.visit.words();
        let how = words.get("kinds-outline-hint");
        let both = format!("{hint}{}{how}", if hint.is_empty() { "" } else { ". " });
        let direction = [("dir", words.left_to_right())];
        Textarea {
            id: self.name("").into(),
            name: self.name("").into(),
            label: self.label(ask),
            hint: both.as_str().into(),
            error: self.error(None),
            value: self.typed.get("").into(),
            rows: Some(rows.into()),
            spellcheck: Some(false),
            attributes: Attributes(if direction[0].1.is_empty() { &[] } else { &direction }),
            ..Textarea::default()
        }
        .to_string()
    }

    /// The control of a question with several lines.
    pub(super) fn area(&self, rows: u8, at_most: Option<Size>, ask: &str, hint: &str) -> String {
        let Some(size) = at_most else {
            return Textarea {
                id: self.name("").into(),
                name: self.name("").into(),
                label: self.label(ask),
                hint: hint.into(),
                error: self.error(None),
                value: self.typed.get("").into(),
                rows: Some(rows.into()),
                ..Textarea::default()
            }
            .to_string();
        };
        let area = CharacterCount {
            id: self.name("").into(),
            name: self.name("").into(),
            label: self.label(ask),
            hint: hint.into(),
            error: self.error(None),
            value: self.typed.get("").into(),
            rows: Some(rows.into()),
            ..CharacterCount::default()
        };
        counted(self.visit.words(), size, area)
    }
}

/// The markup of a control with several lines that says how much may still be written.
pub fn counted(platform: &exemplar_app::words::Words, size: Size, area: CharacterCount<'_>) -> String {
    let (limit, n, words, key) = match size {
        Size::Characters(n) => (Limit::Characters(n), n, false, "apply-limit-characters"),
        Size::Words(n) => (Limit::Words(n), n, true, "apply-limit-words"),
    };
    let description = platform.with(key, &[("n", exemplar_app::words::Value::Count(n.into()))]);
    let (under, over) = (
        CountForms::of(platform, words, true),
        CountForms::of(platform, words, false),
    );
    let (under, over) = (under.pairs(), over.pairs());
    let at = CountForms::none(platform, words);
    let words_of = if words {
        CountWords {
            words_under: Plurals(&under),
            words_at: &at,
            words_over: Plurals(&over),
            ..CountWords::default()
        }
    } else {
        CountWords {
            characters_under: Plurals(&under),
            characters_at: &at,
            characters_over: Plurals(&over),
            ..CountWords::default()
        }
    };
    CharacterCount {
        limit,
        description: description.into(),
        words: words_of,
        ..area
    }
    .to_string()
}

/// The words that the browser's script counts with, by plural category.
struct CountForms(Vec<(&'static str, String)>);

impl CountForms {
    /// `left` for what may still be written, else for what is too much.
    fn of(words: &exemplar_app::words::Words, of_words: bool, left: bool) -> Self {
        let key = match (of_words, left) {
            (false, true) => "apply-left-characters",
            (true, true) => "apply-left-words",
            (false, false) => "apply-over-characters",
            (true, false) => "apply-over-words",
        };
        Self(words.plural_forms(key, "%{count}"))
    }

    fn none(words: &exemplar_app::words::Words, of_words: bool) -> String {
        let key = if of_words {
            "apply-left-words"
        } else {
            "apply-left-characters"
        };
        words.with(key, &[("n", exemplar_app::words::Value::Count(0))])
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.0
            .iter()
            .map(|(category, words)| (*category, words.as_str()))
            .collect()
    }
}
