//! How long something takes or lasted, in one unit or in two that belong together. When it was is not asked.

use rust_decimal::Decimal;

use super::cleaning;
use super::field::{Fields, filled, typed_fields};
use super::range::Range;
use super::{
    Control, Kind, KindKeys, Label, Line, Param, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed,
    WorkedBound, Written,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// A unit of time.
#[derive(Debug, PartialEq, Eq)]
struct Unit {
    /// In definitions and answers, and the suffix of its control.
    name: &'static str,
    /// The platform's word above its box.
    label: &'static str,
    /// The platform's word in messages.
    called: &'static str,
    /// The platform's word for so many of it.
    counted: &'static str,
    /// How many of the next unit it has, where the two are asked for together.
    holds: u32,
}

/// The units, each followed by the one that may stand beside it.
static UNITS: [Unit; 6] = [
    unit("years", "kinds-years", "kinds-called-years", "dates-years", 12),
    unit("months", "kinds-months", "kinds-called-months", "dates-months", 1),
    unit("weeks", "kinds-weeks", "kinds-called-weeks", "dates-weeks", 7),
    unit("days", "kinds-days", "kinds-called-days", "dates-days", 1),
    unit("hours", "kinds-hours", "kinds-called-hours", "dates-hours", 60),
    unit("minutes", "kinds-minutes", "kinds-called-minutes", "dates-minutes", 1),
];

/// Their names.
const NAMES: &[&str] = &["years", "months", "weeks", "days", "hours", "minutes"];

/// The most of one unit: more years than any person, more days than ten years.
const MOST: u32 = 9_999;

/// Writes one unit of the table.
const fn unit(
    name: &'static str,
    label: &'static str,
    called: &'static str,
    counted: &'static str,
    holds: u32,
) -> Unit {
    Unit {
        name,
        label,
        called,
        counted,
        holds,
    }
}

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "duration",
    says: "How long something takes or lasted. Its value is a number of the smaller unit: 27 for 2 years and 3 months.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The shortest, as a number of the smaller unit.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The longest, as a number of the smaller unit.",
        },
        RuleKey {
            key: "parts",
            takes: Takes::SomeOf(NAMES),
            needed: false,
            says: "The units: one of them, or `[years, months]`, which is usual, `[weeks, days]` or `[hours, minutes]`.",
        },
    ],
    type_of: Type::Number,
    example: "duration: { from: 1, parts: [years, months] }",
    build,
};

/// A length of time with its rules.
#[derive(Debug)]
struct Duration {
    /// One, or two of which the first holds a number of the second.
    units: Vec<&'static Unit>,
    range: Range,
    rules: Vec<&'static str>,
    controls: Vec<Control>,
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Number);
    let names = rules.get(|reader| reader.words("parts", NAMES));
    let names = names.unwrap_or_else(|| vec!["years", "months"]);
    let units: Vec<&Unit> = names
        .iter()
        .filter_map(|name| UNITS.iter().find(|unit| unit.name == *name))
        .collect();
    let is_right = match units.as_slice() {
        [_] => true,
        [first, second] => UNITS
            .windows(2)
            .any(|two| two[0].holds > 1 && [first, second] == [&&two[0], &&two[1]]),
        _ => false,
    };
    if !is_right {
        let says = "These units do not go together.";
        let mend = "Write one unit, or `[years, months]`, `[weeks, days]` or `[hours, minutes]`.";
        rules.refuse(RuleProblem::new("parts", says).mend(mend));
    }
    let mut failing = vec!["empty", "wrong"];
    failing.extend(range.rules());
    let is_alone = units.len() == 1;
    let line = |unit: &&'static Unit| {
        Control::Line(Line {
            label: (!is_alone).then_some(unit.label),
            after: is_alone.then_some(Label::Word(unit.called)),
            width: 4,
            inputmode: Some("numeric"),
            ..Line::field(unit.name, unit.label)
        })
    };
    Some(Box::new(Duration {
        controls: units.iter().map(line).collect(),
        units,
        range,
        rules: failing,
    }))
}

/// Reads one box; nothing where it is empty.
fn read_unit(unit: &Unit, typed: &Typed) -> Result<Option<u32>, Problem> {
    let plain = cleaning::plain(typed.get(unit.name));
    if plain.is_empty() {
        return Ok(None);
    }
    let is_whole = plain.bytes().all(|b| b.is_ascii_digit());
    let count = plain.parse().ok().filter(|count| is_whole && *count <= MOST);
    count.map(Some).ok_or_else(|| {
        let problem = Problem::new("wrong", "error-duration-not-whole").at(unit.name);
        problem.about(unit.called).with("to", Param::Number(MOST.into()))
    })
}

impl Duration {
    /// The smaller unit, or the only one.
    fn smallest(&self) -> &'static Unit {
        self.units.last().copied().unwrap_or(&UNITS[0])
    }

    /// How many of the smaller unit one of `unit` is.
    fn holds(&self, unit: &Unit) -> u32 {
        if unit == self.smallest() { 1 } else { unit.holds }
    }

    /// The whole length, in the smaller unit.
    fn length(&self, answer: &Answer) -> Option<Decimal> {
        let Answer::Fields(fields) = answer else { return None };
        let mut length = None;
        for unit in &self.units {
            if let Some(count) = fields.get(unit.name) {
                let count: u32 = count.parse().ok()?;
                length = Some(length.unwrap_or_default() + Decimal::from(count) * Decimal::from(self.holds(unit)));
            }
        }
        length
    }

    /// What is wrong with the whole length.
    fn problem(&self, length: Decimal, facts: &Reading<'_>) -> Option<Problem> {
        let (from, to) = self.range.decimals(facts);
        let (rule, message) = match (from, to) {
            (Some(from), Some(to)) if length < from || length > to => {
                (if length < from { "from" } else { "to" }, "error-duration-not-between")
            }
            (Some(from), None) if length < from => ("from", "error-duration-too-short"),
            (None, Some(to)) if length > to => ("to", "error-duration-too-long"),
            _ => return None,
        };
        let mut problem = Problem::new(rule, message).at(self.units[0].name);
        let counted =
            |bound: Decimal| Param::Counted(self.smallest().counted, i64::try_from(bound).unwrap_or(i64::MAX));
        problem.with = [("from", from), ("to", to)]
            .into_iter()
            .filter_map(|(name, bound)| bound.map(|bound| (name, counted(bound))))
            .collect();
        Some(problem)
    }
}

impl Kind for Duration {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty").at(self.units[0].name)
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let mut fields = Fields::default();
        for unit in &self.units {
            let read = read_unit(unit, typed).map(|count| count.map(|count| count.to_string()));
            fields.add(unit.name, read);
        }
        let answer = fields.finish()?;
        let Some(length) = self.length(&answer) else {
            return Err(vec![self.when_empty()]);
        };
        match self.problem(length, facts) {
            Some(problem) => Err(vec![problem]),
            None => Ok(answer),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_fields(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        self.length(answer).map(Value::Number)
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let counted = |unit: &&'static Unit| {
            let count = filled(answer, std::iter::once(unit.name)).first()?.parse().ok()?;
            Some((words.counted)(unit.counted, count))
        };
        let parts: Vec<String> = self.units.iter().filter_map(counted).collect();
        if parts.is_empty() {
            return Vec::new();
        }
        vec![words.conventions.measure(&parts)]
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let (from, to) = self.range.decimals(facts);
        let one = Decimal::ONE;
        let length = to.map_or(from.unwrap_or(one), |to| from.unwrap_or(one).min(to));
        Typed::fields([(self.smallest().name, &*length.ceil().to_string())])
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.range.worked
    }

    fn personal(&self) -> bool {
        false
    }

    /// A number alone is of the smaller unit.
    fn typed_for(&self, written: &Written) -> Typed {
        match written {
            Written::Line(line) => Typed::fields([(self.smallest().name, &**line)]),
            Written::Several(values) => {
                let names = self.units.iter().map(|unit| unit.name);
                Typed::fields(names.zip(values.iter().map(String::as_str)))
            }
            Written::Fields(fields) => Typed::fields(fields.iter().map(|(suffix, value)| (&**suffix, &**value))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read_fields, told};
    use super::*;

    fn length(kind: &dyn Kind, fields: &[(&str, &str)]) -> Option<Value> {
        kind.value(&read_fields(kind, fields).expect("it is right"))
    }

    fn number(n: u32) -> Option<Value> {
        Some(Value::Number(Decimal::from(n)))
    }

    #[test]
    fn its_value_is_a_number_of_the_smaller_unit() {
        let kind = TestRules::default().kind("duration");
        assert_eq!(length(&*kind, &[("years", "2"), ("months", "３")]), number(27));
        assert_eq!(length(&*kind, &[("years", "2")]), number(24));
        assert_eq!(length(&*kind, &[("months", "18")]), number(18));
        let weeks = TestRules::of(&[("parts", "weeks, days")]).kind("duration");
        assert_eq!(length(&*weeks, &[("weeks", "1"), ("days", "1")]), number(8));
        let hours = TestRules::of(&[("parts", "hours")]).kind("duration");
        assert_eq!(length(&*hours, &[("hours", "7")]), number(7));
    }

    #[test]
    fn each_box_that_is_wrong_is_said() {
        let kind = TestRules::default().kind("duration");
        let wrong = "error-duration-not-whole";
        assert_eq!(
            told(read_fields(&*kind, &[("years", "two"), ("months", "1.5")])),
            [("years", "wrong", wrong), ("months", "wrong", wrong)]
        );
        assert_eq!(
            told(read_fields(&*kind, &[("years", "10000")])),
            [("years", "wrong", wrong)]
        );
        assert_eq!(
            told(read_fields(&*kind, &[("years", "\u{200b}")])),
            [("years", "empty", "error-empty")]
        );
    }

    #[test]
    fn bounds_hold_for_the_whole() {
        let kind = TestRules::of(&[("from", "6"), ("to", "24")]).kind("duration");
        let read = |years, months| read_fields(&*kind, &[("years", years), ("months", months)]);
        assert!(read("2", "").is_ok() && read("", "6").is_ok());
        assert_eq!(told(read("", "5")), [("years", "from", "error-duration-not-between")]);
        assert_eq!(told(read("2", "1")), [("years", "to", "error-duration-not-between")]);
    }

    #[test]
    fn units_that_do_not_go_together_are_refused() {
        let problems = |parts| TestRules::of(&[("parts", parts)]).problems("duration").len();
        assert_eq!(problems("years, days"), 1);
        assert_eq!(problems("months, years"), 1);
        assert_eq!(problems("months, weeks"), 1);
        assert_eq!(problems("years, months, days"), 1);
        assert_eq!(problems("hours, minutes"), 0);
        assert_eq!(problems("days"), 0);
    }
}
