//! Translations: every language is complete, and holds nothing but words.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::definition::keys::{DOCUMENT, Heading, OPTION, SERVICE, Shape, kind_of};
use crate::definition::read::{Reader, is_draft};
use crate::definition::shape::kind_words;
use crate::definition::source::{Document, Key, Node, Place, What};
use crate::expression::closest;
use crate::kind::Takes;

/// How many of the missing texts are named.
const NAMED: usize = 8;

/// Checks all translations.
pub(super) fn check(document: &Document, reader: &Reader<'_>) {
    let mut mistyped: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (language, node) in &document.words {
        let known = reader.languages().iter().position(|known| *known.0 == **language);
        match known {
            None => reader.warning(
                whole(node),
                "draft_translation",
                format!("\"{language}\" is not among the languages, so this translation is a draft."),
                "Add it to languages when it is complete.",
            ),
            Some(0) => reader.error(
                whole(node),
                "own_language",
                "The first language needs no translation.",
                "Its words stand in the definition itself.",
            ),
            Some(_) => {}
        }
        let translation = Translation {
            reader,
            mistyped: RefCell::default(),
        };
        translation.under(node, &document.root, &SERVICE);
        mistyped.insert(language.as_str(), translation.mistyped.into_inner());
    }
    for message in document
        .messages
        .iter()
        .chain(&document.text_messages)
        .chain(&document.certificates)
        .filter(|message| is_draft(message, reader.languages()))
    {
        let place = Place {
            file: message.file,
            ..Place::default()
        };
        let text = format!("\"{}\" is not among the languages.", message.language);
        reader.warning(
            place,
            "draft_translation",
            text,
            "Add it to languages when it is complete.",
        );
    }
    missing(document, reader, &mistyped);
}

/// Texts that lack a language, but for those whose heading was mistyped in it.
fn missing(document: &Document, reader: &Reader<'_>, mistyped: &BTreeMap<&str, BTreeSet<String>>) {
    for (language, paths) in reader.missing().iter() {
        let tag = &reader.languages()[*language];
        let follows = |path: &&String| {
            let mistyped = mistyped.get(&*tag.0);
            mistyped.is_some_and(|mistyped| path.split('.').any(|heading| mistyped.contains(heading)))
        };
        let paths: Vec<&String> = paths.iter().filter(|path| !follows(path)).collect();
        if paths.is_empty() {
            continue;
        }
        let named: Vec<&str> = paths.iter().take(NAMED).map(|path| path.as_str()).collect();
        let more = paths.len().saturating_sub(NAMED);
        let more = if more > 0 {
            format!(", and {more} more")
        } else {
            String::new()
        };
        let place = document.words.get(&*tag.0).map_or(document.root.place, whole);
        reader.error(
            place,
            "translation_missing",
            format!(
                "{} missing in \"{tag}\": {}{more}.",
                match paths.len() {
                    1 => "1 text is".to_owned(),
                    many => format!("{many} texts are"),
                },
                named.join(", ")
            ),
            format!("Write them into words/{tag}.yaml, or take \"{tag}\" out of languages."),
        );
    }
}

fn whole(node: &Node) -> Place {
    Place {
        line: 0,
        column: 0,
        length: 1,
        ..node.place
    }
}

struct Translation<'r, 'a> {
    reader: &'r Reader<'a>,
    /// Headings of the definition that were mistyped here, so that what stands beneath them is not missing.
    mistyped: RefCell<BTreeSet<String>>,
}

impl Translation<'_, '_> {
    /// A heading's keys: each stands in the definition too, and leads to words.
    fn under(&self, words: &Node, own: &Node, heading: &Heading) {
        for (key, node) in words.entries() {
            match (heading.rule(&key.text), own.get(&key.text)) {
                // A note is for whoever translates, and may stand anywhere.
                (Some(rule), _) if rule.key == "note" => {}
                // What an answer is called may follow from the question in one language and not in another.
                (Some(rule), None) if rule.key == "called" && own.get("ask").is_some() => {
                    self.shape(key, node, node, rule.takes);
                }
                (Some(rule), Some(own)) => self.shape(key, node, own, rule.takes),
                (None, Some(own)) if heading.kind && kind_of(&key.text).is_some() => {
                    self.kind(key, node, own);
                }
                _ => self.strange(key, own),
            }
        }
    }

    fn strange(&self, key: &Key, own: &Node) {
        let names = own.entries().iter().map(|(key, _)| key.text.as_str());
        let like = closest(&key.text, names);
        self.mistyped.borrow_mut().extend(like.clone());
        let advice = like.map_or_else(
            || "Take it out, or write it in the definition first.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        let message = format!("The definition has no \"{}\" here.", key.text);
        let mut findings = self.reader.findings();
        findings.missing(key.place, &key.text, "not_in_definition", message, advice);
    }

    fn shape(&self, key: &Key, words: &Node, own: &Node, shape: Shape) {
        match shape {
            Shape::Words => self.text(words),
            Shape::Under(heading) => self.under(words, own, heading),
            Shape::Each(inner) | Shape::YesOr(inner) => {
                for (key, node) in words.entries() {
                    match own.get(&key.text) {
                        Some(own) => self.shape(key, node, own, *inner),
                        None => self.strange(key, own),
                    }
                }
            }
            Shape::CasesOrEach(inner) if matches!(own.what, What::Map(_)) => {
                self.shape(key, words, own, Shape::Each(inner));
            }
            Shape::WordsOr(heading) | Shape::CasesOr(heading) => match words.what {
                What::Map(_) if matches!(own.what, What::Map(_)) => self.under(words, own, heading),
                _ if matches!(shape, Shape::WordsOr(_)) => self.text(words),
                _ => self.only_words(key),
            },
            Shape::Cells => match words.what {
                What::Map(_) if own.get("name").is_some() => {}
                _ => self.text(words),
            },
            Shape::Options if own.text().is_none() => self.options(words, own, &OPTION),
            Shape::Plain if key.text == "note" => {}
            _ => self.only_words(key),
        }
    }

    /// Options or documents, each with its label.
    fn options(&self, words: &Node, own: &Node, heading: &'static Heading) {
        for (key, node) in words.entries() {
            match own.get(&key.text) {
                Some(own) => {
                    let shape = Shape::WordsOr(heading);
                    // A label in short form may be translated in long form, and the other way round.
                    match node.what {
                        What::Map(_) if own.text().is_none() => self.shape(key, node, own, shape),
                        What::Map(_) => self.text(node.get("label").unwrap_or(node)),
                        _ => self.text(node),
                    }
                }
                None => self.strange(key, own),
            }
        }
    }

    fn only_words(&self, key: &Key) {
        let message = format!("\"{}\" is not translated.", key.text);
        self.reader.error(
            key.place,
            "only_words",
            message,
            "Take it out: a translation holds only words.",
        );
    }

    fn text(&self, words: &Node) {
        if words.text().is_none_or(|text| text.trim().is_empty()) {
            self.reader.error(
                words.place,
                "wrong_form",
                "A text is needed here.",
                "Write the translation.",
            );
        }
    }

    fn kind(&self, key: &Key, words: &Node, own: &Node) {
        let Some(kind) = kind_of(&key.text) else { return };
        match kind.takes {
            Takes::Choices | Takes::Documents => {
                let heading = if kind.takes == Takes::Choices {
                    &OPTION
                } else {
                    &DOCUMENT
                };
                self.options(words, own, heading);
            }
            Takes::Words => self.text(words),
            _ => {
                let translated = kind_words(kind);
                for (key, node) in words.entries() {
                    if translated.contains(&key.text.as_str()) {
                        self.text(node);
                    } else {
                        self.only_words(key);
                    }
                }
            }
        }
    }
}
