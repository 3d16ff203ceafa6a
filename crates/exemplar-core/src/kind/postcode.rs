//! A postcode alone. One that belongs to an address is read there, with the same rules.

use super::cleaning;
use super::text::{shown_text, text_value, typed_text};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, Rules, SearchTerm, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// A postcode of Great Britain that is taken: it is that of the Houses of Parliament.
pub(super) const EXAMPLE_GB: &str = "SW1A 0AA";

/// The most characters of a postcode of any country.
pub(super) const LONGEST: usize = 20;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "postcode",
    says: "A postcode.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::OneOf(&["GB"]),
        needed: false,
        says: "The country; any country where it is not written.",
    }],
    type_of: Type::Text,
    example: "postcode: { of: GB }",
    build,
};

/// A postcode of one country or of any.
#[derive(Debug)]
struct Postcode {
    of_gb: bool,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let of_gb = rules.get(|reader| reader.word("of", &["GB"])).is_some();
    Some(Box::new(Postcode {
        of_gb,
        controls: [Control::Line(Line {
            width: 10,
            autocomplete: Some("postal-code"),
            left_to_right: true,
            ..Line::plain()
        })],
    }))
}

/// A postcode of Great Britain or Northern Ireland as it is written: `ls11ur` is `LS1 1UR`.
///
/// The shape is checked and which letters may stand where, not whether the postcode was given to anybody.
/// Source: BS 7666 and the Royal Mail's description of the postcode's parts.
pub(super) fn written_in_gb(typed: &str) -> Option<String> {
    let code = cleaning::code(typed);
    if !code.is_ascii() {
        return None;
    }
    let (outward, inward) = code.split_at_checked(code.len().checked_sub(3)?)?;
    let is_right = outward == "GIR" && inward == "0AA" || is_outward(outward) && is_inward(inward);
    is_right.then(|| format!("{outward} {inward}"))
}

/// `LS1`, `W1A`, `EC1A`, `B33`.
fn is_outward(outward: &str) -> bool {
    let letters = outward.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (area, district) = outward.split_at(letters);
    let area_is_right = match area.as_bytes() {
        [first] => !b"QVX".contains(first),
        [first, second] => !b"QVX".contains(first) && !b"IJZ".contains(second),
        _ => false,
    };
    let district_is_right = match district.as_bytes() {
        [first] => first.is_ascii_digit(),
        [first, second] => first.is_ascii_digit() && second.is_ascii_alphanumeric(),
        _ => false,
    };
    area_is_right && district_is_right
}

/// `1UR`: a digit and two letters that are told apart in handwriting.
fn is_inward(inward: &str) -> bool {
    match inward.as_bytes() {
        [digit, letters @ ..] => {
            let is_letter = |b: &u8| b.is_ascii_alphabetic() && !b"CIKMOV".contains(b);
            digit.is_ascii_digit() && letters.iter().all(is_letter)
        }
        [] => false,
    }
}

/// A postcode of any country, tidied.
pub(super) fn written_anywhere(typed: &str) -> Option<String> {
    let written = cleaning::plain(typed).to_uppercase();
    let has_code = written.chars().any(char::is_alphanumeric);
    (has_code && written.chars().count() <= LONGEST).then_some(written)
}

impl Kind for Postcode {
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
        let written = if self.of_gb {
            written_in_gb(typed.get(""))
        } else {
            written_anywhere(typed.get(""))
        };
        written.map(Answer::Text).ok_or_else(|| {
            let problem = Problem::new("wrong", "error-postcode-format");
            vec![problem.like(EXAMPLE_GB)]
        })
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
        Typed::of(EXAMPLE_GB)
    }

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        match answer {
            Answer::Text(postcode) => vec![search_term(postcode)],
            _ => Vec::new(),
        }
    }
}

/// How a postcode is searched for.
pub(super) fn search_term(postcode: &str) -> SearchTerm {
    SearchTerm {
        kind: "postcode",
        value: cleaning::code(postcode),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn a_postcode_is_read_however_it_is_typed() {
        for (typed, written) in [
            ("ls11ur", "LS1 1UR"),
            (" L S1 1-ur ", "LS1 1UR"),
            ("ＬＳ１ １ＵＲ", "LS1 1UR"),
            ("m11ae", "M1 1AE"),
            ("b338th", "B33 8TH"),
            ("cr26xh", "CR2 6XH"),
            ("dn551pt", "DN55 1PT"),
            ("w1a0ax", "W1A 0AX"),
            ("ec1a1bb", "EC1A 1BB"),
            ("bf11aa", "BF1 1AA"),
            ("gir0aa", "GIR 0AA"),
        ] {
            assert_eq!(written_in_gb(typed).as_deref(), Some(written), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_a_postcode_is_refused() {
        let kind = TestRules::of(&[("of", "GB")]).kind("postcode");
        for wrong in [
            "LS1",
            "1AA",
            "LS1 1U",
            "LS1 1CI",
            "QS1 1UR",
            "AJ1 1UR",
            "LSX 1UR",
            "LS111 1UR",
            "ÅS1 1UR",
            "LS1 1UR LS1 1UR",
            "?",
        ] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-postcode-format")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn other_countries_have_other_postcodes() {
        let kind = TestRules::default().kind("postcode");
        assert_eq!(read(&*kind, "k1a 0b1"), Ok(Answer::Text("K1A 0B1".to_owned())));
        assert_eq!(refused(&*kind, "--"), [("", "wrong", "error-postcode-format")]);
    }

    #[test]
    fn a_postcode_is_found_however_it_was_typed() {
        let kind = TestRules::default().kind("postcode");
        let terms = kind.search_terms(&Answer::Text("LS1 1UR".to_owned()));
        assert_eq!(terms[0].value, "LS11UR");
    }
}
