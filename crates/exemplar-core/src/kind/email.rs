//! An e-mail address. Whether anybody reads what is sent there is not known here.

use email_address::{EmailAddress, Options};

use super::cleaning;
use super::text::{shown_text, text_value, typed_text};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, Rules, SearchTerm, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The most bytes of an address. Source: RFC 5321, section 4.5.3.1.3, without the angle brackets.
const LONGEST: usize = 254;

/// What an address looks like.
const EXAMPLE: &str = "name@example.com";

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "email",
    says: "An e-mail address.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Text,
    example: "email:",
    build,
};

/// An e-mail address.
#[derive(Debug)]
struct Email {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Some(Box::new(Email {
        controls: [Control::Line(Line {
            input_type: "email",
            autocomplete: Some("email"),
            ..Line::default()
        })],
    }))
}

/// The address that was typed, without what is often copied along with it: brackets, `mailto:`, a full stop.
///
/// Quoted names and numbers in place of a host are addresses by the standard and slips of the hand in a form.
#[must_use]
pub fn email_address(typed: &str) -> Option<String> {
    let plain = cleaning::plain(typed);
    let bare = plain
        .trim_start_matches(['<', '"'])
        .trim_end_matches(['>', '.', ',', ';', '"']);
    let bare = match bare.get(..7) {
        Some(start) if start.eq_ignore_ascii_case("mailto:") => &bare[7..],
        _ => bare,
    };
    let options = Options::default()
        .with_required_tld()
        .without_domain_literal()
        .without_display_text();
    let is_plain = !bare.contains(['"', '\\', ' ']) && bare.len() <= LONGEST;
    let is_address = is_plain && EmailAddress::parse_with_options(bare, options).is_ok();
    is_address.then(|| bare.to_owned())
}

impl Kind for Email {
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
        email_address(typed.get(""))
            .map(Answer::Text)
            .ok_or_else(|| vec![Problem::new("wrong", "error-email-format").like(EXAMPLE)])
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

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        match answer {
            Answer::Text(address) => vec![SearchTerm {
                kind: "email",
                value: address.to_lowercase(),
            }],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn an_address_is_kept_as_it_was_typed() {
        let kind = TestRules::default().kind("email");
        for (typed, kept) in [
            (
                " Amina.Clarke+permit@example.co.uk ",
                "Amina.Clarke+permit@example.co.uk",
            ),
            ("<a@example.com>.", "a@example.com"),
            ("mailto:a@example.com", "a@example.com"),
            ("ａ＠example.com", "a@example.com"),
            ("siân@exämple.cymru", "siân@exämple.cymru"),
            ("o'neil@example.com", "o'neil@example.com"),
        ] {
            assert_eq!(read(&*kind, typed), Ok(Answer::Text(kept.to_owned())));
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        let kind = TestRules::default().kind("email");
        let long = format!("{}@example.com", "a".repeat(300));
        for wrong in [
            "amina",
            "@example.com",
            "amina@",
            "amina@localhost",
            "a b@example.com",
            "a@b@example.com",
            "a@example..com",
            "a@[127.0.0.1]",
            "\"a b\"@example.com",
            "a@example.com, b@example.com",
            "Amina <a@example.com>",
            &long,
        ] {
            assert_eq!(refused(&*kind, wrong), [("", "wrong", "error-email-format")], "{wrong}");
        }
    }

    #[test]
    fn an_address_is_found_in_any_case() {
        let kind = TestRules::default().kind("email");
        let terms = kind.search_terms(&Answer::Text("Amina@Example.com".to_owned()));
        assert_eq!(terms[0].value, "amina@example.com");
    }
}
