//! HTML in texts. It is never shown: texts are Markdown, or plain words.

use crate::definition::read::Reader;
use crate::definition::source::{Document, Place};

/// Keys whose texts are Markdown. All others are plain words, in which a sign is shown as it stands.
const MARKDOWN: &[&str] = &[
    "say",
    "who_can",
    "have_ready",
    "closed_says",
    "found",
    "not_found",
    "before",
    "after",
];

/// Elements that people write out of habit, and what to write instead.
const INSTEAD: &[(&[&str], &str)] = &[
    (&["br", "p", "div"], "Leave a line empty: a new paragraph begins."),
    (&["b", "strong"], "Write **words** for bold."),
    (&["i", "em"], "Write *words* for emphasis."),
    (&["a"], "Write [what one finds there](address)."),
    (
        &["ul", "ol", "li"],
        "Begin each entry of a list on a line of its own, with \"- \".",
    ),
    (
        &["h1", "h2", "h3", "h4"],
        "Begin a heading on a line of its own, with \"## \".",
    ),
    (
        &["img"],
        "Pages of services show no images: say in words what it would show.",
    ),
    (
        &[
            "u", "span", "font", "center", "small", "sup", "sub", "table", "hr", "script", "style", "iframe",
        ],
        "Leave it out: how a text looks is not said in it.",
    ),
];

/// Notes each tag in each text.
pub(super) fn check(document: &Document, reader: &Reader<'_>) {
    for written in reader.written().iter() {
        let Some(text) = written.node.text() else { continue };
        let is_markdown = MARKDOWN.contains(&written.path.rsplit('.').next().unwrap_or_default());
        for tag in tags(text).into_iter().filter(|tag| is_markdown || tag.is_known()) {
            tell(reader, written.node.within(&(tag.at..tag.at + tag.length)), &tag);
        }
    }
    for message in document.messages.iter().chain(&document.certificates) {
        for (number, line) in message.text.lines().enumerate() {
            for tag in tags(line) {
                let place = Place {
                    file: message.file,
                    line: number + 1,
                    column: tag.at + 1,
                    length: tag.length,
                };
                tell(reader, place, &tag);
            }
        }
    }
}

fn tell(reader: &Reader<'_>, place: Place, tag: &Tag) {
    let instead = INSTEAD.iter().find(|(names, _)| names.contains(&tag.name.as_str()));
    let advice = instead.map_or("Write \\< for a sign that is to be shown.", |(_, instead)| instead);
    let message = format!("\"{}\" is HTML, which is not taken.", tag.typed);
    reader.error(place, "html", message, advice);
}

/// A tag in a text.
struct Tag {
    /// The name in small letters.
    name: String,
    typed: String,
    /// In characters.
    at: usize,
    length: usize,
}

impl Tag {
    fn is_known(&self) -> bool {
        INSTEAD.iter().any(|(names, _)| names.contains(&self.name.as_str()))
    }
}

/// The tags of a text: `<`, at once a letter, and `>` at its end. `if < 5`, `<https://example.org>` and what stands
/// between backticks is none.
fn tags(text: &str) -> Vec<Tag> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut is_code = false;
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        match letter {
            '`' => is_code = !is_code,
            '\\' => at += 1,
            '<' if !is_code => {
                if let Some(tag) = tag_at(&letters, at) {
                    at += tag.length - 1;
                    found.push(tag);
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn tag_at(letters: &[char], at: usize) -> Option<Tag> {
    let rest = &letters[at + 1..];
    let rest = rest.strip_prefix(&['/']).unwrap_or(rest);
    let name: String = rest
        .iter()
        .take_while(|letter| letter.is_ascii_alphanumeric())
        .collect();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let after = &rest[name.len()..];
    let is_tag = after
        .first()
        .is_some_and(|next| matches!(next, '>' | '/') || next.is_whitespace());
    let end = after.iter().position(|letter| matches!(letter, '<' | '>'))?;
    if !is_tag || after[end] != '>' {
        return None;
    }
    let length = letters.len() - at - (after.len() - end) + 1;
    Some(Tag {
        name: name.to_ascii_lowercase(),
        typed: letters[at..at + length].iter().collect(),
        at,
        length,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_told_from_a_sign() {
        let of = |text: &str| {
            tags(text)
                .into_iter()
                .map(|tag| (tag.typed, tag.at))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("a <br> b"), [("<br>".to_owned(), 2)]);
        assert_eq!(
            of("</B><a href=\"x\">"),
            [("</B>".to_owned(), 0), ("<a href=\"x\">".to_owned(), 4)]
        );
        assert_eq!(of("ä<br/>"), [("<br/>".to_owned(), 1)]);
        for none in [
            "if < 5 and > 3",
            "5<6>3",
            "<https://example.org>",
            "<a@example.org>",
            "`<b>`",
            "\\<b>",
            "a <b",
            "x <y < z>",
        ] {
            assert_eq!(of(none), [], "{none}");
        }
    }
}
