//! A point on the earth, by its latitude and longitude in degrees. A line and an area are [`super::outline`]; maps are not
//! here.

use rust_decimal::Decimal;

use super::cleaning;
use super::field::{Fields, filled, typed_fields};
use super::figure::figure;
use super::outline::Outline;
use super::{
    Control, Kind, KindKeys, Line, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed, Written,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// One of the two numbers of a point.
#[derive(Debug)]
pub(super) struct Axis {
    /// In answers, and the suffix of its control.
    name: &'static str,
    label: &'static str,
    hint: &'static str,
    when_empty: &'static str,
    when_wrong: &'static str,
    /// How far it goes on either side, in degrees.
    limit: u32,
    /// The letters for above and below nought.
    sides: [char; 2],
}

/// North and south, then east and west.
pub(super) const AXES: [Axis; 2] = [
    Axis {
        name: "latitude",
        label: "kinds-place-latitude",
        hint: "kinds-place-latitude-hint",
        when_empty: "error-place-latitude-empty",
        when_wrong: "error-place-latitude-format",
        limit: 90,
        sides: ['N', 'S'],
    },
    Axis {
        name: "longitude",
        label: "kinds-place-longitude",
        hint: "kinds-place-longitude-hint",
        when_empty: "error-place-longitude-empty",
        when_wrong: "error-place-longitude-format",
        limit: 180,
        sides: ['E', 'W'],
    },
];

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "place",
    says: "A point on the earth, by its latitude and longitude in degrees; with `as`, a line or an area through points.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "as",
            takes: Takes::OneOf(&["point", "line", "shape"]),
            needed: false,
            says: "What is asked for; a point where it is not written. A shape is the outline of an area.",
        },
        RuleKey {
            key: "at_least",
            takes: Takes::Count,
            needed: false,
            says: "The fewest points of a line or shape.",
        },
        RuleKey {
            key: "at_most",
            takes: Takes::Count,
            needed: false,
            says: "The most points of a line or shape; 100 where it is not written, and never more than 500.",
        },
    ],
    type_of: Type::Fields,
    example: "place:",
    build,
};

/// A point.
#[derive(Debug)]
struct Place {
    controls: [Control; 2],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    match rules.get(|reader| reader.word("as", &["point", "line", "shape"])) {
        Some("line") => return Outline::build(false, rules),
        Some("shape") => return Outline::build(true, rules),
        _ => {}
    }
    for rule in ["at_least", "at_most"] {
        if rules.get(|reader| reader.count(rule)).is_some() {
            let says = "A point is one point.";
            rules.refuse(RuleProblem::new(rule, says).mend("Take it out, or write `as: line` or `as: shape`."));
        }
    }
    let line = |axis: Axis| {
        Control::Line(Line {
            width: 10,
            hint: Some(axis.hint),
            left_to_right: true,
            ..Line::field(axis.name, axis.label)
        })
    };
    Some(Box::new(Place {
        controls: AXES.map(line),
    }))
}

/// The two numbers as they were typed. Both in the first box, as maps give them, are taken apart.
fn apart(typed: &Typed) -> [String; 2] {
    let [first, second] = AXES.map(|axis| cleaning::plain(typed.get(axis.name)));
    match first.split_once(',') {
        Some((latitude, longitude)) if second.is_empty() => [latitude.trim().to_owned(), longitude.trim().to_owned()],
        _ => [first, second],
    }
}

impl Axis {
    /// Reads one of the two: `51.5034`, `-0.1276`, `0.1276° W`.
    pub(super) fn read(&self, typed: &str) -> Result<Option<String>, Problem> {
        if typed.is_empty() {
            return Err(Problem::new("empty", self.when_empty).at(self.name));
        }
        let upper = typed.to_uppercase();
        let side = self.sides.iter().position(|side| upper.ends_with(*side));
        let degrees = upper
            .trim_end_matches(self.sides)
            .trim_end()
            .trim_end_matches('°')
            .trim_end();
        let number = figure(degrees).and_then(|number| match side {
            // A sign and a letter together could mean either.
            Some(_) if number.is_sign_negative() => None,
            Some(1) => Some(-number),
            _ => Some(number),
        });
        let limit = Decimal::from(self.limit);
        match number {
            Some(number) if number.abs() <= limit => Ok(Some(number.normalize().to_string())),
            _ => Err(Problem::new("wrong", self.when_wrong).at(self.name)),
        }
    }
}

impl Kind for Place {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty").at(AXES[0].name)
    }

    fn read(&self, typed: &Typed, _facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let mut fields = Fields::default();
        for (axis, typed) in AXES.iter().zip(apart(typed)) {
            fields.add(axis.name, axis.read(&typed));
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

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Fields(fields) if !fields.is_empty() => Some(Value::Fields(fields.clone())),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, _words: &Showing<'_>) -> Vec<String> {
        let numbers = filled(answer, AXES.iter().map(|axis| axis.name));
        if numbers.is_empty() {
            return Vec::new();
        }
        vec![numbers.join(", ")]
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong"]
    }

    /// The point from which Great Britain measures longitude.
    fn example(&self, _facts: &Reading<'_>) -> Typed {
        Typed::fields([("latitude", "51.4779"), ("longitude", "0")])
    }

    /// Both numbers in one line, or one each.
    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => Typed::fields([(AXES[0].name, &**line)]),
            Written::Several(numbers) => {
                let names = AXES.iter().map(|axis| axis.name);
                Typed::fields(names.zip(numbers.iter().map(String::as_str)))
            }
            Written::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    fn read(latitude: &str, longitude: &str) -> Result<Answer, Vec<Problem>> {
        let kind = TestRules::default().kind("place");
        read_fields(&*kind, &[("latitude", latitude), ("longitude", longitude)])
    }

    #[test]
    fn a_point_is_read_as_people_and_maps_write_it() {
        let point = read("53.8008", "-1.5491").unwrap();
        for (latitude, longitude) in [
            ("53.8008°", "−1.5491"),
            ("53.8008 N", "1.5491 w"),
            ("53.8008° N", "1.5491°W"),
            ("53.8008, -1.5491", ""),
            ("53.80080", "-01.5491"),
        ] {
            assert_eq!(read(latitude, longitude).as_ref(), Ok(&point), "{latitude} {longitude}");
        }
        assert!(read("-90", "180").is_ok());
    }

    #[test]
    fn each_number_that_is_missing_or_wrong_is_said() {
        let both = [
            ("latitude", "wrong", "error-place-latitude-format"),
            ("longitude", "wrong", "error-place-longitude-format"),
        ];
        for (latitude, longitude) in [
            ("90.1", "180.1"),
            ("Leeds", "1° 32′ 56″"),
            ("-5 S", "-5 W"),
            ("5 E", "5 N"),
        ] {
            assert_eq!(told(read(latitude, longitude)), both, "{latitude} {longitude}");
        }
        assert_eq!(
            told(read("", "1")),
            [("latitude", "empty", "error-place-latitude-empty")]
        );
        assert_eq!(
            told(read("1", "")),
            [("longitude", "empty", "error-place-longitude-empty")]
        );
    }
}
