//! A telephone number: of Great Britain as it is dialled there, of any country with its code.

use rlibphonenumber::enums::{NumberLengthType, Region};
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

use super::cleaning;
use super::text::{shown_text, typed_text};
use super::{Control, Kind, KindKeys, Line, Problem, Reading, Rules, SearchTerm, Showing, Takes, Typed};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// A number that rings nowhere. Source: Ofcom, telephone numbers for drama use.
const EXAMPLE: &str = "07700 900 123";

/// The most characters: the longest number with its code, an extension, and a sign after each digit.
const LONGEST: usize = 60;

/// From how many digits on, without the country's code, a number is long. Most of Great Britain's have ten.
const LONG_DIGITS: u32 = 9;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "phone",
    says: "A telephone number. One from abroad begins with the country's code.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[],
    type_of: Type::Text,
    example: "phone:",
    build,
};

/// A telephone number.
#[derive(Debug)]
struct Phone {
    controls: [Control; 1],
}

/// Makes the kind.
fn build(_rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    Some(Box::new(Phone {
        controls: [Control::Line(Line {
            width: 20,
            input_type: "tel",
            autocomplete: Some("tel"),
            ..Line::default()
        })],
    }))
}

/// The number as machines dial it: `+447700900123`. None where nobody could dial it.
///
/// A long number needs only a length that its country has: plans change before data about them does. A short one must
/// be in the plan, since it is more often the half of a long one.
#[must_use]
pub fn phone_number(typed: &str) -> Option<String> {
    let plain = cleaning::plain(typed);
    let without_extension = plain.to_lowercase().replace("ext", "").replace('x', "");
    let has_words = without_extension.chars().any(char::is_alphabetic);
    if plain.len() > LONGEST || has_words {
        return None;
    }
    let number = PHONE_NUMBER_UTIL.parse(&plain, Some(Region::GB)).ok()?;
    let is_whole = number.is_possible_with_reason() == Ok(NumberLengthType::IsPossible);
    let is_long = number.national_number >= 10_u64.pow(LONG_DIGITS - 1);
    (number.is_valid() || is_whole && is_long).then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
}

impl Kind for Phone {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    /// Kept as it was typed: people know their number in their own groups of digits.
    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let plain = cleaning::plain(typed.get(""));
        match phone_number(&plain) {
            Some(_) => Ok(Answer::Text(plain)),
            None => Err(vec![Problem::new("wrong", "error-phone-format").like(EXAMPLE)]),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_text(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    /// Expressions see one form, so that two answers with the same number are equal.
    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Text(number) => phone_number(number).map(Value::Text),
            _ => None,
        }
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

    /// Said because looking a number up in the world's plans takes longer than all other kinds together.
    fn reads_alone(&self) -> bool {
        true
    }

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        let Answer::Text(number) = answer else {
            return Vec::new();
        };
        let value = phone_number(number);
        let term = |value| SearchTerm { kind: "phone", value };
        value.map(term).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    #[test]
    fn a_number_is_kept_as_typed_and_compared_as_dialled() {
        let kind = TestRules::default().kind("phone");
        for typed in [
            "07700 900123",
            "(07700) 900-123",
            "+44 7700 900 123",
            "+44 (0)7700 900123",
            "0044 7700 900123",
            "０７７００ ９００１２３",
        ] {
            let answer = read(&*kind, typed).expect(typed);
            assert_eq!(
                kind.value(&answer),
                Some(Value::Text("+447700900123".to_owned())),
                "{typed}"
            );
            assert_eq!(kind.search_terms(&answer)[0].value, "+447700900123");
        }
        assert_eq!(
            read(&*kind, "  01632  960 100 "),
            Ok(Answer::Text("01632 960 100".to_owned()))
        );
    }

    #[test]
    fn numbers_from_abroad_begin_with_their_code() {
        assert_eq!(phone_number("+33 1 99 00 12 34").as_deref(), Some("+33199001234"));
        assert_eq!(phone_number("020 7946 0958 ext. 12").as_deref(), Some("+442079460958"));
        // Of a small country, and short.
        assert_eq!(phone_number("+290 23456").as_deref(), Some("+29023456"));
    }

    #[test]
    fn what_nobody_could_dial_is_refused() {
        let kind = TestRules::default().kind("phone");
        for wrong in [
            "12345",
            "07700 900",
            "ask at work",
            "0800 CALL NOW",
            "07700 900123 07700 900124",
            "+999 12345678",
            "a@example.com",
        ] {
            assert_eq!(refused(&*kind, wrong), [("", "wrong", "error-phone-format")], "{wrong}");
        }
    }
}
