//! The address of a website. Whether anything answers there is not asked: nothing is ever called.

use super::cleaning;
use super::text::{shown_text, text_value, typed_text};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, Rules, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// An address that would be taken. Source of the name: RFC 2606, names that nobody has.
const EXAMPLE: &str = "www.example.com";

/// The most characters, as browsers take them.
const LONGEST: usize = 2_000;

/// The most characters of a name, and of one part of it. Source: RFC 1035, section 2.3.4.
const LONGEST_NAME: usize = 253;
/// The most of one part.
const LONGEST_PART: usize = 63;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "website",
    says: "The address of a website, with or without `https://`.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Text,
    example: "website:",
    build,
};

/// The address of a website.
#[derive(Debug)]
struct Website {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Some(Box::new(Website {
        controls: [Control::Line(Line {
            inputmode: Some("url"),
            autocomplete: Some("url"),
            ..Line::plain()
        })],
    }))
}

/// The address as it is kept: the part that names the site in lower case, the rest as it was typed.
fn address(typed: &str) -> Option<String> {
    let (scheme, rest) = match typed.split_once("://") {
        Some((scheme, rest)) => (Some(scheme.to_lowercase()), rest),
        None => (None, typed),
    };
    if scheme
        .as_ref()
        .is_some_and(|scheme| scheme != "http" && scheme != "https")
    {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (site, path) = rest.split_at(end);
    let (name, port) = match site.split_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (site, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    let is_whole = !typed.contains(char::is_whitespace) && typed.chars().count() <= LONGEST;
    if !is_whole || !is_name(name) || !port.is_none_or(is_port) {
        return None;
    }
    let scheme = scheme.map_or_else(String::new, |scheme| format!("{scheme}://"));
    Some(format!("{scheme}{}{path}", site.to_lowercase()))
}

/// Whether it names a site: parts of letters, digits and hyphens, at least two of them, the last not a number.
fn is_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let is_part = |part: &&str| {
        (1..=LONGEST_PART).contains(&part.len())
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let last = parts.last().copied().unwrap_or_default();
    name.len() <= LONGEST_NAME
        && parts.len() > 1
        && parts.iter().all(is_part)
        && last.chars().count() > 1
        && last.chars().any(char::is_alphabetic)
}

impl Kind for Website {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let line = cleaning::line(typed.get(""));
        if line.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        let problem = || vec![Problem::new("wrong", "error-website-format").like(EXAMPLE)];
        address(&line).map(Answer::Text).ok_or_else(problem)
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_text(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        text_value(answer)
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        shown_text(answer)
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(EXAMPLE)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn an_address_is_read_with_and_without_its_beginning() {
        let kind = TestRules::default().kind("website");
        for (typed, kept) in [
            ("example.com", "example.com"),
            (" WWW.Example.COM/About?a=B#C ", "www.example.com/About?a=B#C"),
            ("HTTPS://example.com", "https://example.com"),
            ("http://example.com:8080/", "http://example.com:8080/"),
            ("https://müller.example", "https://müller.example"),
            ("पर.example.भारत", "पर.example.भारत"),
        ] {
            assert_eq!(read(&*kind, typed), Ok(Answer::Text(kept.to_owned())), "{typed}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_website_is_refused() {
        let kind = TestRules::default().kind("website");
        for wrong in [
            "example",
            "exam ple.com",
            "javascript://example.com/%0aalert(1)",
            "ftp://example.com",
            "https://user:secret@example.com",
            "amina@example.com",
            "https://",
            "example..com",
            "-a.example",
            "192.0.2.1",
            "example.com:0",
            "example.com:99999",
        ] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-website-format")],
                "{wrong}"
            );
        }
    }
}
