//! A bank account: of Great Britain by sort code and account number, of any other country by its IBAN. Whether a bank has
//! the account is not asked: the modulus checks of Britain's banks change each quarter and are not here.

use super::cleaning;
use super::field::{Field, Fields, filled, typed_fields};
use super::iban;
use super::identifier::Wrong;
use super::text::width_for;
use super::{
    Control, Kind, KindKeys, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, countries_of,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// Whose the account is.
const NAME: Field = Field {
    suffix: "name",
    label: "kinds-bank-name",
    autocomplete: Some("name"),
    when_empty: Some("error-bank-name-empty"),
    at_most: 100,
    when_too_long: "error-bank-name-too-long",
};

/// The bank and branch, of Great Britain.
const SORT_CODE: &str = "sort_code";
/// The account there.
const NUMBER: &str = "number";
/// The account at a building society, where its number alone does not name it.
const ROLL_NUMBER: Field = Field {
    suffix: "roll_number",
    label: "kinds-bank-roll-number",
    autocomplete: None,
    when_empty: None,
    at_most: 18,
    when_too_long: "error-bank-roll-number-too-long",
};
/// The account anywhere.
const IBAN: &str = "iban";

/// How many digits a sort code has.
const SORT_CODE_DIGITS: usize = 6;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "bank_account",
    says: "A bank account: of GB by sort code and account number, of any other country by its IBAN.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::CountryOf("bank_account"),
        needed: false,
        says: "The country; where it is not written, an IBAN of any country is taken.",
    }],
    type_of: Type::Text,
    example: "bank_account: { of: GB }",
    build,
};

/// A bank account of one country or of any.
#[derive(Debug)]
struct BankAccount {
    of: Option<&'static str>,
    controls: Vec<Control>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let countries: Vec<&str> = countries_of(KEYS.key).into_iter().map(|(country, _)| country).collect();
    let of = rules.get(|reader| reader.word("of", &countries));
    let name = Line {
        autocomplete: NAME.autocomplete,
        ..Line::field(NAME.suffix, NAME.label)
    };
    let mut lines = vec![name];
    if of == Some("GB") {
        lines.extend([
            Line {
                width: 5,
                inputmode: Some("numeric"),
                hint: Some("kinds-bank-sort-code-hint"),
                ..Line::field(SORT_CODE, "kinds-bank-sort-code")
            },
            Line {
                width: 10,
                inputmode: Some("numeric"),
                hint: Some("kinds-bank-number-hint"),
                ..Line::field(NUMBER, "kinds-bank-number")
            },
            Line {
                width: 10,
                optional: true,
                left_to_right: true,
                hint: Some("kinds-bank-roll-number-hint"),
                ..Line::field(ROLL_NUMBER.suffix, ROLL_NUMBER.label)
            },
        ]);
    } else {
        lines.push(Line {
            width: width_for(usize::MAX),
            left_to_right: true,
            ..Line::field(IBAN, "kinds-bank-iban")
        });
    }
    Some(Box::new(BankAccount {
        of,
        controls: lines.into_iter().map(Control::Line).collect(),
    }))
}

/// The digits of a number, whatever signs stand between them; none where anything else was typed.
fn digits(typed: &str) -> Option<String> {
    let digits: String = cleaning::plain(typed)
        .chars()
        .filter(|c| !matches!(c, ' ' | '-'))
        .collect();
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(digits)
}

/// Reads the sort code.
fn read_sort_code(typed: &Typed) -> Result<Option<String>, Problem> {
    match digits(typed.get(SORT_CODE)) {
        Some(none) if none.is_empty() => Err(Problem::new("empty", "error-bank-sort-code-empty")),
        Some(digits) if digits.len() == SORT_CODE_DIGITS => Ok(Some(digits)),
        _ => Err(Problem::new("wrong", "error-bank-sort-code-format")),
    }
    .map_err(|problem| problem.at(SORT_CODE))
}

/// Reads the account number. Banks that have fewer than eight digits are asked for as many as they have.
fn read_number(typed: &Typed) -> Result<Option<String>, Problem> {
    match digits(typed.get(NUMBER)) {
        Some(none) if none.is_empty() => Err(Problem::new("empty", "error-bank-number-empty")),
        Some(digits) if (6..=8).contains(&digits.len()) => Ok(Some(digits)),
        _ => Err(Problem::new("wrong", "error-bank-number-format")),
    }
    .map_err(|problem| problem.at(NUMBER))
}

/// Reads the roll number: letters, digits and the signs that building societies use.
fn read_roll_number(typed: &Typed) -> Result<Option<String>, Problem> {
    let roll_number = ROLL_NUMBER.read(typed)?;
    let is_sign = |c: char| matches!(c, ' ' | '-' | '/' | '.');
    match roll_number {
        Some(roll_number) if !roll_number.chars().all(|c| c.is_ascii_alphanumeric() || is_sign(c)) => {
            Err(Problem::new("wrong", "error-bank-roll-number-format").at(ROLL_NUMBER.suffix))
        }
        roll_number => Ok(roll_number),
    }
}

impl BankAccount {
    /// A number of the country, or of another where any is taken.
    fn example_iban(&self) -> String {
        iban::example(self.of.unwrap_or("NL"))
    }

    /// Reads the IBAN.
    fn read_iban(&self, typed: &Typed) -> Result<Option<String>, Problem> {
        let code = cleaning::code(typed.get(IBAN));
        if code.is_empty() {
            return Err(Problem::new("empty", "error-bank-iban-empty").at(IBAN));
        }
        let problem = match (iban::check(&code), self.of) {
            (Ok(()), Some(of)) if !code.starts_with(of) => {
                Problem::new("wrong", "error-bank-iban-country").with("start", Param::Text(of.to_owned()))
            }
            (Ok(()), _) => return Ok(Some(code)),
            (Err(Wrong::Shape), _) => {
                let example = iban::written_out(&self.example_iban());
                Problem::new("wrong", "error-bank-iban-format").like(example)
            }
            (Err(Wrong::Mistyped), _) => {
                Problem::new("wrong", "error-identifier-mistyped").about("kinds-called-bank-iban")
            }
        };
        Err(problem.at(IBAN))
    }
}

impl Kind for BankAccount {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty").at(NAME.suffix)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let mut fields = Fields::default();
        fields.add(NAME.suffix, NAME.read(typed));
        if self.of == Some("GB") {
            fields.add(SORT_CODE, read_sort_code(typed));
            fields.add(NUMBER, read_number(typed));
            fields.add(ROLL_NUMBER.suffix, read_roll_number(typed));
        } else {
            fields.add(IBAN, self.read_iban(typed));
        }
        fields.finish()
    }

    fn read_empty(&self, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        self.read(&Typed::default(), facts)
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    /// The account without its name: the IBAN, or sort code and number.
    fn value(&self, answer: &Answer) -> Option<Value> {
        let parts = filled(answer, [IBAN, SORT_CODE, NUMBER].into_iter());
        (!parts.is_empty()).then(|| Value::Text(parts.join(" ")))
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        let Answer::Fields(fields) = answer else {
            return Vec::new();
        };
        let written = |(name, value): (&String, &String)| match name.as_str() {
            SORT_CODE => written_in_twos(value),
            IBAN => iban::written_out(value),
            _ => value.clone(),
        };
        fields.iter().map(written).collect()
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    /// The sort code and number are of the kind that banks' own guides use; no bank has them.
    fn example(&self, _facts: &Reading<'_>) -> Typed {
        let name = (NAME.suffix, "Amina Clarke");
        if self.of == Some("GB") {
            return Typed::fields([name, (SORT_CODE, "00 00 00"), (NUMBER, "12345678")]);
        }
        Typed::fields([name, (IBAN, &*iban::written_out(&self.example_iban()))])
    }
}

/// `08 99 99`.
fn written_in_twos(digits: &str) -> String {
    let pairs = digits.as_bytes().chunks(2).map(String::from_utf8_lossy);
    pairs.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    fn account(number: &str) -> [(&str, &str); 3] {
        [("name", "A Clarke"), ("sort_code", "08-99–99"), ("number", number)]
    }

    #[test]
    fn a_british_account_is_read_with_the_signs_that_people_type() {
        let kind = TestRules::of(&[("of", "GB")]).kind("bank_account");
        for number in ["66374958", "6637 4958", "663749"] {
            let answer = read_fields(&*kind, &account(number)).expect("it is right");
            let value = format!("089999 {}", number.replace(' ', ""));
            assert_eq!(kind.value(&answer), Some(Value::Text(value)));
        }
    }

    #[test]
    fn every_line_that_is_missing_or_wrong_is_said() {
        let kind = TestRules::of(&[("of", "GB")]).kind("bank_account");
        assert_eq!(
            told(read_fields(&*kind, &[("roll_number", "A*1")])),
            [
                ("name", "empty", "error-bank-name-empty"),
                ("sort_code", "empty", "error-bank-sort-code-empty"),
                ("number", "empty", "error-bank-number-empty"),
                ("roll_number", "wrong", "error-bank-roll-number-format"),
            ]
        );
        let wrong = [("name", "A"), ("sort_code", "12345"), ("number", "123456789")];
        assert_eq!(
            told(read_fields(&*kind, &wrong)),
            [
                ("sort_code", "wrong", "error-bank-sort-code-format"),
                ("number", "wrong", "error-bank-number-format"),
            ]
        );
        let lettered = [("name", "A"), ("sort_code", "12345a"), ("number", "12345678")];
        assert_eq!(
            told(read_fields(&*kind, &lettered)),
            [("sort_code", "wrong", "error-bank-sort-code-format")]
        );
    }

    #[test]
    fn anywhere_else_it_is_an_iban() {
        let any = TestRules::default().kind("bank_account");
        let norwegian = TestRules::of(&[("of", "NO")]).kind("bank_account");
        let iban = |typed| [("name", "Nils Berg"), ("iban", typed)];
        assert!(read_fields(&*any, &iban("de89 3704 0044 0532 0130 00")).is_ok());
        assert!(read_fields(&*norwegian, &iban("NO93 8601 1117 947")).is_ok());
        for (kind, typed, message) in [
            (&any, "", "error-bank-iban-empty"),
            (&any, "8601 11 17947", "error-bank-iban-format"),
            (&any, "NO93 8601 1117 948", "error-identifier-mistyped"),
            (&norwegian, "DE89 3704 0044 0532 0130 00", "error-bank-iban-country"),
        ] {
            let problems = told(read_fields(&**kind, &iban(typed)));
            let rule = if typed.is_empty() { "empty" } else { "wrong" };
            assert_eq!(problems, [("iban", rule, message)], "{typed}");
        }
        assert_eq!(TestRules::of(&[("of", "US")]).problems("bank_account").len(), 1);
    }
}
