//! The number by which a country knows a person. Each country's scheme is one row of a table.

use super::cleaning;
use super::text::{text_value, typed_text};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, Rules, SearchTerm, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// A country's scheme.
#[derive(Debug)]
struct Scheme {
    /// ISO 3166-1 alpha-2.
    country: &'static str,
    /// Whether letters and digits in upper case, without signs between them, are such a number.
    is_right: fn(&str) -> bool,
    /// How many characters stand together when it is written out.
    groups: &'static [usize],
    /// A number that keeps the rules and is nobody's that we know of, without signs.
    example: &'static str,
}

/// All schemes. To add one: a row, its function, its tests, its country's code in [`COUNTRIES`].
static SCHEMES: &[Scheme] = &[Scheme {
    country: "GB",
    is_right: is_national_insurance_number,
    groups: &[2, 2, 2, 2, 1],
    example: "AB123456C",
}];

/// The countries that have a scheme.
const COUNTRIES: &[&str] = &["GB"];

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "national_id",
    says: "The number by which a country knows a person; of GB, the National Insurance number.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::OneOf(COUNTRIES),
        needed: true,
        says: "The country.",
    }],
    type_of: Type::Text,
    example: "national_id: { of: GB }",
    build,
};

/// A number of one country.
#[derive(Debug)]
struct NationalId {
    scheme: &'static Scheme,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let country = rules.get(|reader| reader.word("of", COUNTRIES))?;
    let scheme = SCHEMES.iter().find(|scheme| scheme.country == country)?;
    Some(Box::new(NationalId {
        scheme,
        controls: [Control::Line(Line {
            width: if scheme.example.len() > 10 { 20 } else { 10 },
            ..Line::plain()
        })],
    }))
}

/// Two letters, six digits, a letter from A to D.
///
/// Source: HM Revenue & Customs, National Insurance Manual, NIM39110: which letters and prefixes are not given out.
/// The `QQ123456C` of its forms is thereby not a number that anybody has.
fn is_national_insurance_number(code: &str) -> bool {
    const NEVER_FIRST: &[u8] = b"DFIQUV";
    const NEVER_SECOND: &[u8] = b"DFIOQUV";
    const NEVER_PREFIX: [&[u8; 2]; 7] = [b"BG", b"GB", b"KN", b"NK", b"NT", b"TN", b"ZZ"];
    let &[first, second, ref digits @ .., last] = code.as_bytes() else {
        return false;
    };
    first.is_ascii_alphabetic()
        && second.is_ascii_alphabetic()
        && !NEVER_FIRST.contains(&first)
        && !NEVER_SECOND.contains(&second)
        && !NEVER_PREFIX.contains(&&[first, second])
        && digits.len() == 6
        && digits.iter().all(u8::is_ascii_digit)
        && matches!(last, b'A'..=b'D')
}

impl Scheme {
    /// The number as it is written on paper: `AB 12 34 56 C`.
    fn written_out(&self, code: &str) -> String {
        let mut rest = code;
        let mut groups = Vec::with_capacity(self.groups.len());
        for length in self.groups {
            let Some((group, after)) = rest.split_at_checked(*length) else {
                return code.to_owned();
            };
            groups.push(group);
            rest = after;
        }
        groups.join(" ")
    }
}

impl Kind for NationalId {
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
        let code = cleaning::code(typed.get(""));
        if (self.scheme.is_right)(&code) {
            return Ok(Answer::Text(code));
        }
        let example = self.scheme.written_out(self.scheme.example);
        Err(vec![Problem::new("wrong", "error-national-id-format").like(example)])
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
        match answer {
            Answer::Text(code) => vec![self.scheme.written_out(code)],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::of(self.scheme.example)
    }

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        match answer {
            Answer::Text(code) => vec![SearchTerm {
                kind: "national_id",
                value: code.clone(),
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
    fn a_national_insurance_number_is_read_however_it_is_typed() {
        let kind = TestRules::of(&[("of", "GB")]).kind("national_id");
        for typed in ["AB123456C", "ab 12 34 56 c", "AB-12-34-56-C", "ＡＢ１２３４５６Ｃ"] {
            assert_eq!(read(&*kind, typed), Ok(Answer::Text("AB123456C".to_owned())), "{typed}");
        }
        assert_eq!(kind_groups(), "AB 12 34 56 C");
    }

    fn kind_groups() -> String {
        SCHEMES[0].written_out("AB123456C")
    }

    #[test]
    fn numbers_that_nobody_has_are_refused() {
        let kind = TestRules::of(&[("of", "GB")]).kind("national_id");
        for wrong in [
            "QQ123456C",
            "AO123456C",
            "GB123456C",
            "ZZ123456C",
            "AB123456E",
            "AB12345C",
            "AB1234567C",
            "AB123456",
            "1B123456C",
            "ÅB123456C",
        ] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-national-id-format")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn every_scheme_takes_its_own_example() {
        let countries: Vec<&str> = SCHEMES.iter().map(|scheme| scheme.country).collect();
        assert_eq!(countries, COUNTRIES);
        for scheme in SCHEMES {
            assert!((scheme.is_right)(scheme.example), "{}", scheme.country);
            assert_eq!(scheme.groups.iter().sum::<usize>(), scheme.example.len());
        }
    }

    #[test]
    fn the_country_is_needed() {
        assert_eq!(TestRules::default().problems("national_id").len(), 1);
    }
}
