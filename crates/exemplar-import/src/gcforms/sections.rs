//! Pages from a list of elements, as a designer would make them: a heading begins a section, short questions below it
//! stay together, and everything else has a page of its own.

use std::collections::HashMap;

use super::Reader;
use crate::form::{Content, Field, Kind, Page, Shown, Words, say_headings};
use crate::report::Became;

/// The most questions that stay together.
const TOGETHER: usize = 8;
/// The most words of a short label, and options of a short choice.
const SHORT: usize = 6;
/// The most words of a text that can stand for those of a question.
const LABEL: usize = 20;
/// A text of more words, before the first question, is read before starting.
const LONG: usize = 40;

/// What comes of a list of elements.
#[derive(Default)]
pub(super) struct Made {
    pub(super) pages: Vec<Page>,
    /// Texts before the first question.
    pub(super) before: Vec<Shown>,
    /// Texts after the last one.
    pub(super) after: Vec<Shown>,
}

/// Whether such an element only says something.
pub(super) fn is_text(kind: &str) -> bool {
    matches!(kind, "richText" | "plainText" | "heading")
}

struct Sections {
    made: Made,
    title: Words,
    title_is_used: bool,
    /// The heading before this one, which goes on where this one is the words of a single question.
    outer: Words,
    texts: Vec<Shown>,
    run: Vec<Content>,
    /// How often each label stands in the form.
    labels: HashMap<String, usize>,
    begins_form: bool,
}

impl Reader<'_> {
    /// Makes pages of the elements with these ids.
    pub(super) fn sections(&mut self, ids: &[String], title: Words, begins_form: bool) -> Made {
        let mut sections = Sections {
            made: Made::default(),
            title_is_used: true,
            title,
            outer: Words::default(),
            texts: Vec::new(),
            run: Vec::new(),
            labels: self.labels(),
            begins_form,
        };
        for id in ids {
            let Some((place, element)) = self.elements.get(id).cloned() else {
                continue;
            };
            if !self.may_read(&place) {
                break;
            }
            let kind = element["type"].as_str().unwrap_or_default();
            if is_text(kind) {
                let properties = &element["properties"];
                let heading = self.words(properties, "title", &place);
                let text = self.markdown(properties, "description", &place);
                let (heading, text) = if heading.is_empty() {
                    cut(&text)
                } else {
                    (heading, text)
                };
                let when = self.rules(properties);
                sections.text(
                    heading,
                    Shown {
                        words: text,
                        when,
                        place,
                        ..Shown::default()
                    },
                );
            } else {
                let mut field = self.field(element, id, &place);
                if field.label.is_empty() && sections.title.is_empty() {
                    self.unnamed(&mut field);
                }
                sections.field(field);
            }
        }
        let mut made = sections.end();
        for (place, heading) in say_headings(&mut made.pages) {
            let says =
                format!("The heading \"{heading}\" stands above the first of its questions, and not on each page.");
            self.report
                .note(Became::Approximated, (&place, "heading"), "heading", says);
        }
        made
    }

    fn labels(&self) -> HashMap<String, usize> {
        let mut labels = HashMap::new();
        for (_, element) in self.elements.values() {
            if let Some(label) = element["properties"]["titleEn"].as_str() {
                *labels.entry(label.trim().to_lowercase()).or_default() += 1;
            }
        }
        labels
    }
}

impl Sections {
    fn text(&mut self, heading: Words, text: Shown) {
        self.flush();
        if heading.is_empty() || text.when.is_some() {
            let words = heading.map(|heading| format!("## {heading}")).above(&text.words);
            let words = if heading.is_empty() { text.words.clone() } else { words };
            if !words.is_empty() {
                self.texts.push(Shown { words, ..text });
            }
            return;
        }
        self.outer = self.title.clone();
        self.unused();
        self.title = heading;
        self.title_is_used = false;
        if !text.words.is_empty() {
            self.texts.push(text);
        }
    }

    /// A heading below which nothing is asked stands above the texts that follow it.
    fn unused(&mut self) {
        if !self.title_is_used && !self.title.is_empty() {
            let words = std::mem::take(&mut self.title).map(|title| format!("## {title}"));
            let heading = Shown {
                words,
                ..Shown::default()
            };
            self.texts.insert(0, heading);
        }
        self.title_is_used = true;
        if self.begins_form && self.made.pages.is_empty() && self.run.is_empty() {
            self.made.before.append(&mut self.texts);
        }
    }

    fn field(&mut self, mut field: Field) {
        let takes_title = field.label.is_empty() && !self.title_is_used;
        if field.label.is_empty() && !takes_title {
            self.words_above(&mut field);
        }
        let words = self.texts.iter().map(|text| text.words.own.split_whitespace().count());
        let is_first = self.begins_form && self.made.pages.is_empty() && self.run.is_empty();
        if is_first && (self.title.is_empty() || words.sum::<usize>() > LONG) {
            self.unused();
            self.title = Words::default();
        }
        self.title_is_used = true;
        let small = !self.title.is_empty() && is_small(&field);
        let looks_back = field.when.as_ref().is_some_and(|test| {
            self.run
                .iter()
                .any(|content| matches!(content, Content::Field(known) if test.looks_at(&known.key)))
        });
        let count = self
            .run
            .iter()
            .filter(|content| matches!(content, Content::Field(_)))
            .count();
        if !small || looks_back || count >= TOGETHER {
            self.flush();
        }
        self.run.extend(self.texts.drain(..).map(Content::Shown));
        self.run.push(Content::Field(Box::new(field)));
        if !small {
            self.flush();
        }
        if takes_title {
            self.title = std::mem::take(&mut self.outer);
        }
    }

    /// Gives a question without words of its own those that stand straight above it.
    fn words_above(&mut self, field: &mut Field) {
        let is_short = |text: &&mut Shown| {
            let words = &text.words.own;
            text.when.is_none() && !words.contains(['\n', '[', '*']) && words.split_whitespace().count() <= LABEL
        };
        if let Some(above) = self.texts.last_mut().filter(is_short) {
            field.label = std::mem::take(&mut above.words).map(|text| text.trim_end_matches([':', '.']).to_owned());
            self.texts.pop();
        }
    }

    /// Makes a page of what was gathered.
    fn flush(&mut self) {
        let mut content = std::mem::take(&mut self.run);
        let fields = content
            .iter()
            .filter(|content| matches!(content, Content::Field(_)))
            .count();
        if fields == 0 {
            return;
        }
        let mut title = self.title.clone();
        if fields == 1
            && let Some(Content::Field(field)) = content.last_mut()
        {
            let is_common = self
                .labels
                .get(&field.label.own.to_lowercase())
                .is_some_and(|count| *count > 1);
            if field.label.is_empty() {
                field.label = std::mem::take(&mut title);
            } else if is_common && !title.is_empty() {
                field.label = joined(&title, &field.label);
                title = Words::default();
            }
        }
        let place = content.iter().find_map(|content| match content {
            Content::Field(field) => Some(field.place.clone()),
            Content::Shown(_) => None,
        });
        let place = place.unwrap_or_default();
        self.made.pages.push(Page {
            id: place.clone(),
            place,
            title,
            content,
            ..Page::default()
        });
    }

    fn end(mut self) -> Made {
        self.flush();
        if !self.title_is_used {
            let words = std::mem::take(&mut self.title).map(|title| format!("## {title}"));
            self.texts.insert(
                0,
                Shown {
                    words,
                    ..Shown::default()
                },
            );
        }
        self.made.after = self.texts;
        self.made
    }
}

/// Whether a question can stand beside others.
fn is_small(field: &Field) -> bool {
    let label = field.label.own.trim();
    let is_short = !label.is_empty() && !label.ends_with('?') && label.split_whitespace().count() <= SHORT;
    let has_few = match &field.kind {
        Kind::Choice { options, .. } => options.len() <= SHORT || options.len() > 12,
        kind => !matches!(kind.key(), "long_text" | "declaration" | "unknown" | "address"),
    };
    is_short && has_few && !field.kind.stands_alone() && field.say.is_empty()
}

/// `Exterior ramp 1: Additional details`, in each language that has both.
fn joined(title: &Words, label: &Words) -> Words {
    let mut words = Words::only(format!("{}: {}", title.own, label.own));
    for (language, title) in &title.others {
        if let Some(label) = label.others.get(language) {
            words = words.and(language, format!("{title} : {label}"));
        }
    }
    words
}

/// A text that begins with a heading, as that and the rest. A short line in bold alone is one too.
fn cut(text: &Words) -> (Words, Words) {
    let parts = |text: &str| -> Option<(String, String)> {
        let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
        let bold = first.strip_prefix("**").and_then(|first| first.strip_suffix("**"));
        let bold = bold.filter(|bold| bold.split_whitespace().count() <= 2 * SHORT && !bold.contains("**"));
        let heading = first.strip_prefix("## ").or(bold.filter(|bold| !bold.ends_with('.')))?;
        let plain = crate::html::to_plain(&heading.replace('\\', "")).text;
        (!plain.contains("](")).then(|| (plain, rest.to_owned()))
    };
    let Some((heading, rest)) = parts(&text.own) else {
        return (Words::default(), text.clone());
    };
    let (mut heading, mut rest) = (Words::only(heading), Words::only(rest));
    for (language, text) in &text.others {
        if let Some((own, other)) = parts(text) {
            heading = heading.and(language, own);
            rest = rest.and(language, other);
        } else {
            // A heading that only one language has is a text of its own there.
            return (Words::default(), text_of_both(&heading, &rest, language, text));
        }
    }
    (heading, rest)
}

fn text_of_both(heading: &Words, rest: &Words, language: &str, other: &str) -> Words {
    let own = Words::only(format!("## {}", heading.own)).above(&Words::only(rest.own.clone()));
    Words::only(own.own).and(language, other)
}
