//! Texts: HTML with the marks of a template in it, and components that show something.

use serde_json::Value;

use super::lists::list_of;
use super::{Reader, array, text_of};
use crate::form::{Shown, Words};
use crate::html;
use crate::report::Became;
use crate::write::ANSWER;

impl Reader<'_> {
    /// A text that is plain: a title, a label, a hint. It may stand in several languages.
    pub(crate) fn words(&mut self, value: &Value, place: &str) -> Words {
        match value {
            Value::String(text) => Words::only(self.plain(text, place)),
            Value::Object(by_language) => {
                let own = by_language.get(self.language).or_else(|| by_language.values().next());
                let own = own
                    .and_then(Value::as_str)
                    .map(|text| self.plain(text, place))
                    .unwrap_or_default();
                Words::only(own)
            }
            Value::Number(number) => Words::only(number.to_string()),
            _ => Words::default(),
        }
    }

    fn plain(&mut self, text: &str, place: &str) -> String {
        let text = self.template(text, place);
        let made = html::to_plain(&text);
        self.lost(&made.lost, place);
        html::without_names(&made.text)
    }

    /// A text of several lines, as Markdown.
    pub(crate) fn markdown(&mut self, text: &str, place: &str) -> Words {
        let text = labels_as_blocks(&self.template(text, place));
        let made = html::to_markdown(&text);
        self.lost(&made.lost, place);
        Words::only(html::without_names(&made.text))
    }

    fn lost(&mut self, lost: &[String], place: &str) {
        for what in lost {
            let says = format!("{what} cannot stand in this text: its words are there without it.");
            self.report.note(Became::Approximated, (place, "text"), "html", says);
        }
    }

    /// `{{ field }}` as the answer of that field; whatever else a template does is left out.
    fn template(&mut self, text: &str, place: &str) -> String {
        if !text.contains("{{") && !text.contains("{%") {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            let (end, is_answer) = match from.get(..2) {
                Some("{{") => ("}}", true),
                Some("{%") => ("%}", false),
                _ => {
                    out.push('{');
                    rest = &from[1..];
                    continue;
                }
            };
            let Some((inner, after)) = from[2..].split_once(end) else {
                out.push_str(from);
                rest = "";
                continue;
            };
            let inner = inner.trim();
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
            let keys = if is_answer && inner.chars().all(is_name) {
                self.resolved(inner)
            } else {
                Vec::new()
            };
            match keys.first() {
                Some(key) => out.push_str(&format!("{}{key}{}", ANSWER.0, ANSWER.1)),
                None => {
                    let inner: String = inner.chars().take(80).collect();
                    let says = format!("\"{inner}\" of the template is left out: the words around it are there.");
                    self.report
                        .note(Became::Approximated, (place, "text"), "template", says);
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    /// What a component shows; none where it is no such component, or says nothing.
    pub(crate) fn shown(&mut self, component: &Value, place: &str) -> Option<Shown> {
        let content = component.get("content").map(|content| match content {
            Value::String(text) => text.clone(),
            Value::Object(by_language) => {
                let own = by_language.get(self.language).or_else(|| by_language.values().next());
                own.and_then(Value::as_str).unwrap_or_default().to_owned()
            }
            _ => String::new(),
        });
        let kind = text_of(component, "type").unwrap_or_default();
        let words = match kind {
            "Para" | "Html" | "InsetText" | "Details" | "ContentWithState" => {
                let words = self.markdown(&content.unwrap_or_default(), place);
                // The words of a button: every start page has one.
                words.map(|text| {
                    text.split("\n\n")
                        .filter(|block| *block != "Start now")
                        .collect::<Vec<_>>()
                        .join("\n\n")
                })
            }
            "List" | "FlashCard" => self.items(component, place),
            _ => return None,
        };
        let title = component
            .get("title")
            .map(|title| self.words(title, place))
            .unwrap_or_default();
        let opens = (kind == "Details" && !title.is_empty()).then_some(title);
        let options = component.get("options");
        let when = options
            .and_then(|options| text_of(options, "condition"))
            .filter(|name| !name.is_empty());
        let when = when.map(|name| self.reference(name));
        if words.is_empty() {
            let says = "This text says nothing.";
            self.report.note(Became::LeftOut, (place, kind), "no_words", says);
            return None;
        }
        Some(Shown {
            words,
            opens,
            when,
            place: place.to_owned(),
        })
    }

    /// The entries of a list that is only shown.
    fn items(&mut self, component: &Value, place: &str) -> Words {
        let list = list_of(component).and_then(|name| self.lists.get(name).copied());
        let mut lines = Vec::new();
        for item in list.map_or(&[][..], |list| array(list, "items")) {
            let text = item
                .get("text")
                .map(|text| self.words(text, place).own)
                .unwrap_or_default();
            let more = text_of(item, "description")
                .map(|more| self.plain(more, place))
                .unwrap_or_default();
            let line = if more.is_empty() || more == text {
                text
            } else {
                format!("{text}: {more}")
            };
            if !line.trim().is_empty() {
                lines.push(format!("- {}", line.replace('*', "\\*")));
            }
        }
        Words::only(lines.join("\n"))
    }
}

/// HTML in which a span with the class of a label, which stands on a line of its own, is a paragraph.
fn labels_as_blocks(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, from)) = rest.split_once("<span") {
        out.push_str(before);
        let parts = from
            .split_once('>')
            .and_then(|(tag, inner)| Some((tag, inner.split_once("</span>")?)));
        match parts.filter(|(tag, (inner, _))| tag.contains("govuk-label") && !inner.contains('<')) {
            Some((_, (inner, after))) => {
                out.push_str(&format!("<p>{inner}</p>"));
                rest = after;
            }
            None => {
                out.push_str("<span");
                rest = from;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_is_a_label_stands_on_its_own() {
        let html = "a <span>b</span> <span class='govuk-label'>c</span>d <span";
        assert_eq!(labels_as_blocks(html), "a <span>b</span> <p>c</p>d <span");
    }
}
