//! Texts in both languages. They are Markdown with some HTML in it: as HTML they go through [`crate::html`], which keeps
//! what is safe.

use serde_json::Value;

use super::{FRENCH, Reader};
use crate::form::Words;
use crate::html;
use crate::report::Became;

impl Reader<'_> {
    /// A text on one line: `titleEn` and `titleFr`.
    pub(super) fn words(&mut self, value: &Value, key: &str, place: &str) -> Words {
        self.both(value, key, place, html::to_plain)
    }

    /// A text of several lines, as Markdown.
    pub(super) fn markdown(&mut self, value: &Value, key: &str, place: &str) -> Words {
        self.both(value, key, place, html::to_markdown)
    }

    /// An option's label, which has keys of its own.
    pub(super) fn label(&mut self, choice: &Value, place: &str) -> Words {
        let own = self.made(choice.get("en"), place, html::to_plain);
        let french = self.made(choice.get("fr"), place, html::to_plain);
        Words::only(own).and(FRENCH, french)
    }

    fn both(&mut self, value: &Value, key: &str, place: &str, make: fn(&str) -> html::Made) -> Words {
        let own = self.made(value.get(format!("{key}En")), place, make);
        let french = self.made(value.get(format!("{key}Fr")), place, make);
        if own.is_empty() && !french.is_empty() {
            let says = "This text is there in French alone: it is left out.";
            self.report.note(Became::Untidy, (place, key), "one_language", says);
            return Words::default();
        }
        if !own.is_empty() && french.is_empty() {
            let says = format!(
                "There is no French for \"{}\".",
                own.chars().take(80).collect::<String>()
            );
            self.report.note(Became::ToComplete, (place, key), "no_french", says);
        }
        Words::only(own).and(FRENCH, french)
    }

    fn made(&mut self, text: Option<&Value>, place: &str, make: fn(&str) -> html::Made) -> String {
        let Some(text) = text.and_then(Value::as_str) else {
            return String::new();
        };
        let made = make(&to_html(text));
        for what in &made.lost {
            let says = format!("{what} cannot stand in this text: its words are there without it.");
            self.report.note(Became::Approximated, (place, "text"), "html", says);
        }
        html::without_names(made.text.trim())
    }
}

/// The list that a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    None,
    Bullets,
    Numbers,
}

impl List {
    fn tag(self) -> &'static str {
        match self {
            Self::None => "p",
            Self::Bullets => "ul",
            Self::Numbers => "ol",
        }
    }
}

/// Markdown, with the HTML that stands in it, as HTML.
fn to_html(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + 16);
    let mut open = List::None;
    for line in markdown.split(['\n', '\r']) {
        let line = line.trim();
        let (list, rest) = entry(line);
        if list != open && (list != List::None || line.is_empty() || line.starts_with('#')) {
            if open != List::None {
                out.push_str(&format!("</{}>", open.tag()));
            }
            if list != List::None {
                out.push_str(&format!("<{}>", list.tag()));
            }
            open = list;
        }
        let level = line.chars().take_while(|c| *c == '#').count();
        if line.is_empty() {
            out.push_str("<p>");
        } else if (1..=6).contains(&level) && level < line.len() {
            let said = inline(line[level..].trim().trim_end_matches('#').trim());
            out.push_str(&format!("<h{level}>{said}</h{level}>"));
        } else if list == List::None {
            out.push_str(&inline(rest));
            out.push('\n');
        } else {
            out.push_str(&format!("<li>{}", inline(rest)));
        }
    }
    if open != List::None {
        out.push_str(&format!("</{}>", open.tag()));
    }
    out
}

/// Whether a line is an entry of a list, and its words.
fn entry(line: &str) -> (List, &str) {
    for mark in ["- ", "* ", "+ ", "• "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (List::Bullets, rest.trim());
        }
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.get(digits..).and_then(|rest| rest.strip_prefix(". ")) {
        Some(rest) if (1..=3).contains(&digits) => (List::Numbers, rest.trim()),
        _ => (List::None, line),
    }
}

/// Bold words and links. Other marks are taken away, and their words stay.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut bold = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")) {
            out.push_str(if bold { "</b>" } else { "<b>" });
            bold = !bold;
            rest = after;
        } else if let Some((said, address, after)) = link(rest) {
            out.push_str(&format!("<a href=\"{address}\">{said}</a>"));
            rest = after;
        } else if let Some(after) = rest
            .strip_prefix('\\')
            .filter(|after| after.starts_with(['*', '_', '#', '[']))
        {
            out.push_str(&after[..1]);
            rest = &after[1..];
        } else {
            if c != '*' {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    if bold {
        out.push_str("</b>");
    }
    out
}

/// `[words](address)` at the beginning, and what follows.
fn link(text: &str) -> Option<(&str, &str, &str)> {
    let (said, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    let is_plain = !said.contains(['[', ']', '\n']) && !address.contains(['"', '<', '>', ' ', '\n']);
    is_plain.then_some((said, address, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_with_html_in_it_is_read() {
        for (text, made) in [
            ("###Files\n Ask **them** first.", "## Files\n\nAsk **them** first."),
            (
                "See [this](https://a.example) or <a href='https://b.example'>that</a>.",
                "See [this](https://a.example) or [that](https://b.example).",
            ),
            ("One\n\rTwo", "One\n\nTwo"),
            ("- a\n- b\n\nc", "- a\n- b\n\nc"),
            ("1. a\n2. b", "1. a\n2. b"),
            ("**not closed", "**not closed**"),
            ("[a](javascript:b)", "a"),
        ] {
            assert_eq!(html::to_markdown(&to_html(text)).text, made, "{text}");
        }
    }
}
