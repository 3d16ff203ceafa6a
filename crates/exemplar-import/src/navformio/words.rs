//! Texts: in the form's own language, which is Bokmål, and in those of its translations, whose keys are the very texts.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::{Reader, text_of};
use crate::form::Words;
use crate::html;
use crate::report::Became;

/// The form's own language.
pub(super) const OWN: &str = "nb";
/// The most words of a hint; what is longer stands above the answer.
const HINT: usize = 30;

/// What was translated, by language and then by the text.
#[derive(Debug, Default)]
pub(super) struct Translated {
    languages: BTreeMap<String, HashMap<String, String>>,
}

impl Translated {
    /// Adds what a file of translations says, and tells whether it was one.
    pub(super) fn add(&mut self, file: &Value) -> bool {
        if !is_translation(file) {
            return false;
        }
        for (language, texts) in file.as_object().into_iter().flatten() {
            let known = self.languages.entry(short(language)).or_default();
            match texts {
                Value::Object(texts) => {
                    let texts = texts.iter().filter_map(|(key, text)| Some((key, text.as_str()?)));
                    known.extend(texts.map(|(key, text)| (key.clone(), text.to_owned())));
                }
                // Those that all forms share stand one level deeper.
                Value::Array(parts) => {
                    for (key, text) in parts
                        .iter()
                        .filter_map(|part| part.get("translations")?.as_object())
                        .flatten()
                    {
                        if let Some(text) = text_of(text, "value") {
                            known.insert(key.clone(), text.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
        true
    }

    /// The languages of a form, its own first: those in which its title is there, and those in which it is published.
    /// What all forms share is there in languages that this one does not have.
    pub(super) fn languages(&self, title: &str, published: &[&str]) -> Vec<String> {
        let is_published = |language: &str| published.iter().any(|tag| short(tag) == language);
        let has = |language: &&String| self.of(language, title).is_some() || is_published(language);
        let others = self.languages.keys().filter(|language| *language != OWN).filter(has);
        let mut others: Vec<String> = others.cloned().collect();
        // The other Norwegian before any other language.
        others.sort_by_key(|language| (language != "nn", language.clone()));
        std::iter::once(OWN.to_owned()).chain(others).collect()
    }

    fn of(&self, language: &str, text: &str) -> Option<&str> {
        let known = self.languages.get(language)?;
        let found = known.get(text).or_else(|| known.get(text.trim()))?;
        (!found.trim().is_empty()).then_some(found)
    }
}

/// `nn-NO` is `nn`.
fn short(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_lowercase()
}

/// Tags that were written as signs by mistake.
fn with_tags(text: &str) -> String {
    let mut text = text.to_owned();
    for tag in ["b", "strong", "p", "br", "ul", "ol", "li", "div", "h2", "h3"] {
        for tag in [tag.to_owned(), format!("/{tag}")] {
            text = text.replace(&format!("&lt;{tag}&gt;"), &format!("<{tag}>"));
        }
    }
    text
}

/// Whether a file has translations: nothing but tags of languages, each with texts.
pub(super) fn is_translation(file: &Value) -> bool {
    let is_tag = |key: &str| {
        let mut parts = key.split('-');
        let is_language = parts.next().is_some_and(|part| (2..=3).contains(&part.len()));
        is_language
            && parts.all(|part| (2..=4).contains(&part.len()))
            && key.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
    };
    file.as_object().is_some_and(|entries| {
        !entries.is_empty()
            && entries
                .iter()
                .all(|(key, texts)| is_tag(key) && (texts.is_object() || texts.is_array()))
    })
}

impl Reader<'_> {
    /// A text of the form as plain text on one line.
    pub(super) fn plain(&mut self, text: &str, place: &str) -> Words {
        self.made(text, place, html::to_plain)
    }

    /// A text of the form as Markdown.
    pub(super) fn markdown(&mut self, text: &str, place: &str) -> Words {
        self.made(text, place, html::to_markdown)
    }

    fn made(&mut self, text: &str, place: &str, make: fn(&str) -> html::Made) -> Words {
        if text.trim().is_empty() {
            return Words::default();
        }
        let own = make(&with_tags(self.translated.of(OWN, text).unwrap_or(text)));
        let mut words = Words::only(html::without_names(&own.text));
        for language in self.languages.iter().skip(1) {
            if let Some(text) = self.translated.of(language, text) {
                words = words.and(language, html::without_names(&make(&with_tags(text)).text));
            } else if let Some(text) = common(&words.own, language) {
                words = words.and(language, text);
            } else if is_alike_everywhere(&words.own) {
                words = words.clone().and(language, words.own.clone());
            }
        }
        if with_tags(text) != text || self.has_tags_as_signs(text) {
            let says = "Tags were written as signs here: they are read as tags.";
            self.report.note(Became::Untidy, (place, "text"), "tags_as_signs", says);
        }
        for what in &own.lost {
            let says = format!("{what} cannot stand in this text: its words are there without it.");
            self.report.note(Became::Approximated, (place, "text"), "html", says);
        }
        words
    }

    /// Whether tags were written as signs in a translation.
    fn has_tags_as_signs(&self, text: &str) -> bool {
        let others = self.languages.iter().skip(1);
        others
            .filter_map(|language| self.translated.of(language, text))
            .any(|text| with_tags(text) != text)
    }

    /// The text that a key stands for, where it stands for one.
    pub(super) fn behind(&mut self, key: &str, place: &str, is_plain: bool) -> Option<Words> {
        self.translated.of(OWN, key)?;
        let words = if is_plain {
            self.plain(key, place)
        } else {
            self.markdown(key, place)
        };
        words.said().cloned()
    }

    /// What is said of a question: a short sentence is its hint, anything else stands above the answer.
    pub(super) fn described(&mut self, component: &Value, place: &str) -> (Words, Words) {
        let Some(text) = text_of(component, "description").filter(|text| !text.trim().is_empty()) else {
            return Default::default();
        };
        let has_parts =
            text.contains("<li") || text.contains("<a ") || text.contains("<br") || text.matches("<p").count() > 1;
        if has_parts || text.split_whitespace().count() > HINT {
            (Words::default(), self.markdown(text, place))
        } else {
            (self.plain(text, place), Words::default())
        }
    }

    /// Words of our own, in the languages of the form.
    pub(super) fn known(&self, [nb, nn, en]: [&str; 3]) -> Words {
        let has = |language: &str| self.languages.iter().any(|own| own == language);
        let mut words = Words::only(nb);
        for (language, text) in [("nn", nn), ("en", en)] {
            if has(language) {
                words = words.and(language, text);
            }
        }
        words
    }
}

/// Words that nearly every form has, in Bokmål, Nynorsk and English: files of translations leave them to the platform.
const COMMON: [[&str; 3]; 16] = [
    ["Ja", "Ja", "Yes"],
    ["Nei", "Nei", "No"],
    ["Vet ikke", "Veit ikkje", "Do not know"],
    ["Navn", "Namn", "Name"],
    ["Fornavn", "Førenamn", "First name"],
    ["Etternavn", "Etternamn", "Last name"],
    ["Adresse", "Adresse", "Address"],
    ["Vegadresse", "Vegadresse", "Street address"],
    ["Postnummer", "Postnummer", "Postcode"],
    ["Poststed", "Poststad", "Town"],
    ["Land", "Land", "Country"],
    ["Telefonnummer", "Telefonnummer", "Phone number"],
    ["E-post", "E-post", "Email"],
    ["Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"],
    ["Dine opplysninger", "Opplysningane dine", "Your details"],
    ["Vedlegg", "Vedlegg", "Attachments"],
];

fn common(text: &str, language: &str) -> Option<&'static str> {
    let at = match language {
        "nn" => 1,
        "en" => 2,
        _ => return None,
    };
    COMMON.iter().find(|words| words[0] == text).map(|words| words[at])
}

/// What is the same in each language: numbers and signs.
fn is_alike_everywhere(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_file_of_translations_is_told_by_its_shape() {
        assert!(is_translation(&json!({ "nn-NO": { "Ja": "Ja" }, "en": {} })));
        assert!(is_translation(&json!({ "en": [{ "translations": {} }] })));
        for other in [json!({}), json!({ "title": "x" }), json!({ "en": 1 }), json!([])] {
            assert!(!is_translation(&other), "{other}");
        }
    }

    #[test]
    fn texts_are_found_by_what_they_are_translated_from() {
        let mut translated = Translated::default();
        assert!(translated.add(&json!({ "en": { "<p>Hei</p>": "<p>Hello</p>", "Tom": " " }, "nn-NO": {} })));
        assert!(translated.add(&json!({ "nn-NO": [{ "translations": { "Ikke": { "value": "Ikkje" } } }] })));
        assert_eq!(translated.languages("<p>Hei</p>", &[]), ["nb", "en"]);
        assert_eq!(translated.languages("", &["en", "nn-NO"]), ["nb", "nn", "en"]);
        assert_eq!(translated.of("en", "<p>Hei</p>"), Some("<p>Hello</p>"));
        assert_eq!(translated.of("nn", "Ikke"), Some("Ikkje"));
        assert_eq!(translated.of("en", "Tom"), None);
    }
}
