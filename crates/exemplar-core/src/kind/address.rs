//! A postal address: of Great Britain with its postcode, or of any country. Where it lies on a map is not known here.

use std::sync::Arc;

use super::field::{Field, Fields, filled, typed_fields};
use super::postcode::{self, EXAMPLE_GB};
use super::world;
use super::{
    ChoiceOf, Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, Rules, SearchTerm, Select, Showing, Takes,
    Typed,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// The most characters of a line, and of a town or county.
const LONGEST: usize = 100;

/// The suffix of the postcode.
const POSTCODE: &str = "postcode";

/// The suffix of the country.
const COUNTRY: &str = "country";

/// The lines before postcode and country.
const LINES: [Field; 4] = [
    Field {
        suffix: "line_1",
        label: "apply-address-line-1",
        autocomplete: Some("address-line1"),
        when_empty: Some("error-address-line-1-empty"),
        at_most: LONGEST,
        when_too_long: "error-address-line-1-too-long",
    },
    Field {
        suffix: "line_2",
        label: "apply-address-line-2",
        autocomplete: Some("address-line2"),
        when_empty: None,
        at_most: LONGEST,
        when_too_long: "error-address-line-2-too-long",
    },
    Field {
        suffix: "town",
        label: "apply-address-town",
        autocomplete: Some("address-level2"),
        when_empty: Some("error-address-town-empty"),
        at_most: LONGEST,
        when_too_long: "error-address-town-too-long",
    },
    Field {
        suffix: "county",
        label: "apply-address-county",
        autocomplete: None,
        when_empty: None,
        at_most: LONGEST,
        when_too_long: "error-address-county-too-long",
    },
];

/// The postcode of an address in any country: not every country has them.
const ANY_POSTCODE: Field = Field {
    suffix: POSTCODE,
    label: "apply-address-postcode",
    autocomplete: Some("postal-code"),
    when_empty: None,
    at_most: postcode::LONGEST,
    when_too_long: "error-address-postcode-too-long",
};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "address",
    says: "A postal address.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[RuleKey {
        key: "of",
        takes: Takes::OneOf(&["GB"]),
        needed: false,
        says: "The country; where it is not written, it is asked for.",
    }],
    type_of: Type::Fields,
    example: "address: { of: GB }",
    build,
};

/// An address of one country or of any.
#[derive(Debug)]
struct Address {
    of_gb: bool,
    /// For each language of the definition: the order of countries differs.
    controls: Vec<Vec<Control>>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let of_gb = rules.get(|reader| reader.word("of", &["GB"])).is_some();
    let controls = if of_gb {
        vec![controls_of_gb()]
    } else {
        let choices = world::COUNTRIES.choices(rules.languages());
        choices.into_iter().map(controls_of_any).collect()
    };
    Some(Box::new(Address { of_gb, controls }))
}

/// The controls for an address of Great Britain.
fn controls_of_gb() -> Vec<Control> {
    let mut controls: Vec<Control> = LINES.iter().map(control).collect();
    controls.push(Control::Line(Line {
        optional: false,
        width: 10,
        ..line(&ANY_POSTCODE)
    }));
    controls
}

/// The controls for an address of any country.
fn controls_of_any(choices: Arc<[ChoiceOf]>) -> Vec<Control> {
    let mut controls: Vec<Control> = LINES.iter().map(control).collect();
    controls.push(control(&ANY_POSTCODE));
    controls.push(Control::Select(Select {
        suffix: COUNTRY,
        label: Some("apply-address-country"),
        autocomplete: Some("country"),
        choices,
    }));
    controls
}

/// The control of a field.
fn control(field: &Field) -> Control {
    Control::Line(line(field))
}

/// The line of a field.
fn line(field: &Field) -> Line {
    Line {
        optional: field.when_empty.is_none(),
        width: if field.suffix == POSTCODE { 10 } else { 0 },
        left_to_right: field.suffix == POSTCODE,
        autocomplete: field.autocomplete,
        ..Line::field(field.suffix, field.label)
    }
}

/// Reads the postcode of an address in Great Britain.
fn read_postcode_of_gb(typed: &Typed) -> Result<Option<String>, Problem> {
    let typed = typed.get(POSTCODE);
    if typed.is_empty() {
        return Err(Problem::new("empty", "error-address-postcode-empty").at(POSTCODE));
    }
    postcode::written_in_gb(typed).map(Some).ok_or_else(|| {
        let problem = Problem::new("wrong", "error-address-postcode-format");
        problem.at(POSTCODE).like(EXAMPLE_GB)
    })
}

impl Kind for Address {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, language: usize) -> &[Control] {
        let controls = self.controls.get(language).or(self.controls.first());
        controls.map_or(&[], Vec::as_slice)
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty").at(LINES[0].suffix)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let country = world::COUNTRIES.find(typed.get(COUNTRY)).map(|country| country.code);
        let mut fields = Fields::default();
        for field in &LINES {
            fields.add(field.suffix, field.read(typed));
        }
        let postcode = if self.of_gb || country == Some("GB") {
            read_postcode_of_gb(typed)
        } else {
            ANY_POSTCODE.read(typed)
        };
        fields.add(POSTCODE, postcode);
        if !self.of_gb {
            let problem = Problem::new("empty", "error-address-country-empty").at(COUNTRY);
            let read = country.map(|code| Some(code.to_owned())).ok_or(problem);
            fields.add(COUNTRY, read);
        }
        fields.finish()
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Fields(fields) if !fields.is_empty() => Some(Value::Fields(fields.clone())),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let suffixes = LINES.iter().map(|field| field.suffix);
        let mut lines: Vec<String> = filled(answer, suffixes.chain([POSTCODE]))
            .into_iter()
            .map(str::to_owned)
            .collect();
        let country = filled(answer, [COUNTRY].into_iter());
        lines.extend(country.iter().map(|code| world::COUNTRIES.name(code, words.tag)));
        lines
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    fn example(&self, _facts: &Reading<'_>) -> Typed {
        let fields = [("line_1", "7 Mill Road"), ("town", "Leeds"), (POSTCODE, "LS2 1AA")];
        let country = (!self.of_gb).then_some((COUNTRY, "GB"));
        Typed::fields(fields.into_iter().chain(country))
    }

    fn search_terms(&self, answer: &Answer) -> Vec<SearchTerm> {
        let postcode = filled(answer, [POSTCODE].into_iter());
        let terms = postcode.into_iter().map(postcode::search_term);
        terms.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    #[test]
    fn an_address_of_great_britain_ends_with_its_postcode() {
        let kind = TestRules::of(&[("of", "GB")]).kind("address");
        let fields = [("line_1", " 7  Mill Road"), ("town", "Leeds"), ("postcode", "ls21aa")];
        let answer = read_fields(&*kind, &fields).expect("it is right");
        let text = |text: &str| Some(Value::Text(text.to_owned()));
        assert!(matches!(kind.value(&answer), Some(Value::Fields(fields)) if fields["town"] == "Leeds"));
        assert_eq!(kind.part(&answer, "postcode"), text("LS2 1AA"));
        assert_eq!(kind.search_terms(&answer)[0].value, "LS21AA");
    }

    #[test]
    fn every_line_that_is_missing_is_said() {
        let kind = TestRules::of(&[("of", "GB")]).kind("address");
        assert_eq!(
            told(read_fields(&*kind, &[("county", "Kent"), ("postcode", "ME1")])),
            [
                ("line_1", "empty", "error-address-line-1-empty"),
                ("town", "empty", "error-address-town-empty"),
                ("postcode", "wrong", "error-address-postcode-format"),
            ]
        );
    }

    #[test]
    fn an_address_anywhere_has_a_country_and_perhaps_a_postcode() {
        let kind = TestRules::default().kind("address");
        let town = [("line_1", "1 Main Street"), ("town", "Cork")];
        let with = |more: &[(&'static str, &'static str)]| {
            let fields: Vec<_> = town.iter().chain(more).copied().collect();
            read_fields(&*kind, &fields)
        };
        assert!(with(&[("country", "IE")]).is_ok());
        assert_eq!(told(with(&[])), [("country", "empty", "error-address-country-empty")]);
        assert_eq!(
            told(with(&[("country", "GB")])),
            [("postcode", "empty", "error-address-postcode-empty")]
        );
    }

    #[test]
    fn a_country_sent_to_a_form_that_does_not_ask_changes_nothing() {
        let kind = TestRules::of(&[("of", "GB")]).kind("address");
        let fields = [
            ("line_1", "1 A"),
            ("town", "B"),
            ("postcode", "LS2 1AA"),
            ("country", "FR"),
        ];
        let answer = read_fields(&*kind, &fields).expect("it is right");
        assert_eq!(kind.part(&answer, "country"), None);
    }
}
