//! HTML cut into texts and tags. It is read as browsers do where it is untidy: nothing is refused.

use super::signs::sign;

/// The longest tag that is read with its quotes.
const LONGEST: usize = 4_000;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text, with its signs resolved.
    Text(String),
    /// `<name key="value">`.
    Open(String, Vec<(String, String)>),
    /// `</name>`.
    Close(String),
}

/// The pieces of a text. What stands in comments, scripts and styles is not among them, but their tags are.
pub(super) fn pieces(html: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = html;
    let last = html.rfind('>').unwrap_or(0);
    while let Some(at) = rest.find('<') {
        let (text, from) = rest.split_at(at);
        push_text(&mut out, text);
        if let Some(after) = from.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, rest)| rest);
        } else if is_tag(from, html.len() - from.len() < last) {
            let (inner, after) = inside(&from[1..]);
            rest = after;
            match tag(inner) {
                Some(Piece::Open(name, attributes)) if matches!(name.as_str(), "script" | "style") => {
                    rest = &rest[end_of(rest, &name)..];
                    out.push(Piece::Open(name, attributes));
                }
                Some(piece) => out.push(piece),
                None => {}
            }
        } else {
            push_text(&mut out, "<");
            rest = &from[1..];
        }
    }
    push_text(&mut out, rest);
    out
}

/// Where the end of a script or style begins.
fn end_of(text: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find("</") {
        let begins = at + found;
        let after = text.get(begins + 2..begins + 2 + name.len());
        if after.is_some_and(|after| after.eq_ignore_ascii_case(name)) {
            return begins;
        }
        at = begins + 2;
    }
    text.len()
}

fn push_text(out: &mut Vec<Piece>, text: &str) {
    if text.is_empty() {
        return;
    }
    let text = resolved(text);
    match out.last_mut() {
        Some(Piece::Text(before)) => before.push_str(&text),
        _ => out.push(Piece::Text(text)),
    }
}

/// Whether a `<` begins a tag: `a < b` does not.
fn is_tag(from: &str, is_closed: bool) -> bool {
    let mut characters = from.chars().skip(1);
    match characters.next() {
        Some('/' | '!' | '?') => true,
        Some(c) => c.is_ascii_alphabetic() && is_closed,
        None => false,
    }
}

/// What stands between `<` and its `>`, which may stand in quotes too, and what comes after.
fn inside(from: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in from.char_indices().take(LONGEST) {
        match (c, quote) {
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            ('>', None) => return (&from[..at], &from[at + 1..]),
            _ => {}
        }
    }
    // A quote that never ends: the first sign is meant.
    from.split_once('>').unwrap_or((from, ""))
}

fn tag(inner: &str) -> Option<Piece> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if let Some(name) = inner.strip_prefix('/') {
        let name: String = name.chars().take_while(|c| is_name(*c)).collect();
        return Some(Piece::Close(name.to_ascii_lowercase()));
    }
    let name: String = inner.chars().take_while(|c| is_name(*c)).collect();
    if name.is_empty() {
        return None;
    }
    let attributes = attributes(&inner[name.len()..]);
    Some(Piece::Open(name.to_ascii_lowercase(), attributes))
}

/// `key="value"`, `key='value'`, `key=value` and `key`.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/');
        let (key, after) = rest.split_at(end.unwrap_or(rest.len()));
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        if !key.is_empty() {
            out.push((key.to_ascii_lowercase(), resolved(value)));
        }
        let next = after.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        // Each turn takes something, whatever stands there.
        rest = if next.len() == rest.len() { "" } else { next };
    }
    out
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(text) = text.strip_prefix(quote) {
            return text.split_once(quote).unwrap_or((text, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at(end)
}

/// The text with `&amp;` and its like resolved.
fn resolved(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let from = &rest[at..];
        match sign(from) {
            Some((c, length)) => {
                out.push_str(&c);
                rest = &from[length..];
            }
            None => {
                out.push('&');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}
