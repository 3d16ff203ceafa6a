//! A number, perhaps with a unit. An amount of money is another kind.

use rust_decimal::Decimal;

use super::cleaning;
use super::figure::figure;
use super::range::Range;
use super::{
    Control, Kind, KindKeys, Label, Line, Param, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed,
    WorkedBound,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};
use crate::text::Text;

/// The most decimals: more than any measure needs, fewer than a number can hold.
const MOST_DECIMALS: u32 = 10;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "number",
    says: "A number, perhaps with a unit.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The lowest number.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The highest number.",
        },
        RuleKey {
            key: "decimals",
            takes: Takes::Count,
            needed: false,
            says: "How many decimal places it may have; whole numbers only where it is not written.",
        },
        RuleKey {
            key: "unit",
            takes: Takes::Words,
            needed: false,
            says: "What is counted or measured, such as `kg`; stands after the number.",
        },
    ],
    type_of: Type::Number,
    example: "number: { from: 1, to: 10 }",
    build,
};

/// A number with its rules.
#[derive(Debug)]
struct Number {
    range: Range,
    decimals: u32,
    unit: Option<Text>,
    /// The unit in every language, in lower case: may be typed after the number.
    units: Vec<String>,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Number);
    let decimals = most_decimals(rules);
    let unit = rules.get(|reader| reader.text("unit"));
    let units = unit
        .iter()
        .flat_map(|unit| (0..rules.languages().len()).map(|language| unit.get(language).to_lowercase()));
    let mut failing = vec!["empty", "wrong", "decimals"];
    failing.extend(range.rules());
    let line = Line {
        width: width_for(range.literal_to(), decimals),
        inputmode: inputmode(range.literal_from(), decimals),
        after: unit.clone().map(Label::Text),
        left_to_right: true,
        ..Line::plain()
    };
    Some(Box::new(Number {
        units: units.collect(),
        controls: [Control::Line(line)],
        range,
        decimals,
        unit,
        rules: failing,
    }))
}

/// Reads `decimals`.
pub(super) fn most_decimals(rules: &mut Rules<'_>) -> u32 {
    let decimals = rules.get(|reader| reader.count("decimals")).unwrap_or_default();
    if decimals > MOST_DECIMALS {
        let says = format!("`decimals` is more than {MOST_DECIMALS}.");
        rules.refuse(RuleProblem::new("decimals", says).mend("Write a smaller number."));
    }
    decimals
}

/// A keyboard of digits, where neither a minus nor a point can be needed: not every such keyboard has them.
pub(super) fn inputmode(from: Option<Decimal>, decimals: u32) -> Option<&'static str> {
    let is_plain = decimals == 0 && from.is_some_and(|from| !from.is_sign_negative());
    is_plain.then_some("numeric")
}

/// A line as wide as the highest number.
pub(super) fn width_for(to: Option<Decimal>, decimals: u32) -> u8 {
    let Some(to) = to else { return 10 };
    let characters = to.trunc().to_string().len() + decimals as usize;
    match characters {
        0..=2 => 2,
        3 => 3,
        4 => 4,
        5 => 5,
        6..=10 => 10,
        _ => 20,
    }
}

impl Number {
    /// The number without its unit.
    fn without_unit<'a>(&self, plain: &'a str) -> &'a str {
        let ends = |unit: &&String| {
            let start = plain.len().checked_sub(unit.len())?;
            let tail = plain.get(start..)?;
            (tail.to_lowercase() == **unit).then_some(start)
        };
        let start = self.units.iter().find_map(|unit| ends(&unit));
        start.map_or(plain, |start| plain[..start].trim_end())
    }

    /// A number that would be taken.
    fn fitting(&self, facts: &Reading<'_>) -> Decimal {
        fitting(self.range.decimals(facts), Decimal::from(30), self.decimals)
    }

    /// What is wrong with a number.
    fn problem(&self, number: Decimal, facts: &Reading<'_>) -> Option<Problem> {
        if number.scale() > self.decimals {
            return Some(match self.decimals {
                0 => Problem::new("decimals", "error-number-not-whole")
                    .with("example", Param::Number(self.fitting(facts))),
                n => Problem::new("decimals", "error-number-too-many-decimals").with("n", Param::Count(i64::from(n))),
            });
        }
        let (from, to) = self.range.decimals(facts);
        let messages = [
            "error-number-too-low",
            "error-number-too-high",
            "error-number-not-between",
        ];
        out_of_range(number, from, to, messages, Param::Number)
    }
}

/// A number that would be taken: the lowest, or else the usual one, as long as it is not above the highest.
pub(super) fn fitting((from, to): (Option<Decimal>, Option<Decimal>), usual: Decimal, decimals: u32) -> Decimal {
    let wanted = from.unwrap_or(usual);
    let within = to.map_or(wanted, |to| wanted.min(to));
    // A bound that was worked out may have more decimals than an answer: round towards the inside.
    let rounded = within.round_dp(decimals);
    let step = Decimal::new(1, decimals);
    match (from, to) {
        (Some(from), _) if rounded < from => rounded + step,
        (_, Some(to)) if rounded > to => rounded - step,
        _ => rounded,
    }
}

/// That a number or an amount is not between its bounds; `messages` for too low, too high, and where there are both.
pub(super) fn out_of_range(
    number: Decimal,
    from: Option<Decimal>,
    to: Option<Decimal>,
    messages: [&'static str; 3],
    param: fn(Decimal) -> Param,
) -> Option<Problem> {
    let rule = match (from, to) {
        (Some(from), _) if number < from => "from",
        (_, Some(to)) if number > to => "to",
        _ => return None,
    };
    let message = match (from, to) {
        (Some(_), Some(_)) => messages[2],
        _ if rule == "from" => messages[0],
        _ => messages[1],
    };
    let mut problem = Problem::new(rule, message);
    problem.with = [("from", from), ("to", to)]
        .into_iter()
        .filter_map(|(name, bound)| bound.map(|bound| (name, param(bound))))
        .collect();
    Some(problem)
}

impl Kind for Number {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let plain = cleaning::plain(typed.get(""));
        if plain.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        let Some(number) = figure(self.without_unit(&plain)) else {
            let problem = Problem::new("wrong", "error-number-not-a-number");
            return Err(vec![problem.with("example", Param::Number(self.fitting(facts)))]);
        };
        match self.problem(number, facts) {
            Some(problem) => Err(vec![problem]),
            None => Ok(Answer::Number(number)),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_number(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        match answer {
            Answer::Number(number) => Some(Value::Number(*number)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Number(number) = answer else {
            return Vec::new();
        };
        let shown = (words.number)(*number);
        vec![match &self.unit {
            Some(unit) => format!("{shown} {}", unit.get(words.language)),
            None => shown,
        }]
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        Typed::of(&self.fitting(facts).to_string())
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.range.worked
    }

    fn personal(&self) -> bool {
        false
    }
}

/// What was typed for an answer that is kept as a number.
pub(super) fn typed_number(answer: &Answer) -> Typed {
    match answer {
        Answer::Number(number) => Typed::of(&number.to_string()),
        _ => Typed::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, read_within, refused, told};
    use super::*;

    fn number(n: &str) -> Result<Answer, Vec<Problem>> {
        Ok(Answer::Number(n.parse().unwrap()))
    }

    #[test]
    fn a_whole_number_is_expected_where_nothing_else_is_said() {
        let kind = TestRules::default().kind("number");
        assert_eq!(read(&*kind, "１,０００"), number("1000"));
        assert_eq!(read(&*kind, "3.0"), number("3"));
        assert_eq!(refused(&*kind, "3.5"), [("", "decimals", "error-number-not-whole")]);
        assert_eq!(refused(&*kind, "three"), [("", "wrong", "error-number-not-a-number")]);
    }

    #[test]
    fn bounds_hold_and_are_named() {
        let kind = TestRules::of(&[("from", "1"), ("to", "10")]).kind("number");
        assert_eq!(read(&*kind, "10"), number("10"));
        assert_eq!(refused(&*kind, "0"), [("", "from", "error-number-not-between")]);
        assert_eq!(refused(&*kind, "11"), [("", "to", "error-number-not-between")]);
        assert_eq!(kind.rules(), ["empty", "wrong", "decimals", "from", "to"]);
    }

    #[test]
    fn a_bound_may_depend_on_another_answer() {
        let kind = TestRules::of(&[("to", "worked")]).kind("number");
        assert_eq!(kind.bounds()[0].rule, "to");
        let within = |typed, bounds: &[_]| read_within(&*kind, &Typed::of(typed), bounds);
        let five = [("to", Value::Number(Decimal::from(5)))];
        assert_eq!(told(within("6", &five)), [("", "to", "error-number-too-high")]);
        assert_eq!(within("6", &[]), number("6"));
    }

    #[test]
    fn the_unit_may_be_typed() {
        let kind = TestRules::of(&[("unit", "kg"), ("decimals", "1")]).kind("number");
        assert_eq!(read(&*kind, "2.5 KG"), number("2.5"));
        assert_eq!(
            refused(&*kind, "2.55kg"),
            [("", "decimals", "error-number-too-many-decimals")]
        );
        assert_eq!(refused(&*kind, "kg"), [("", "wrong", "error-number-not-a-number")]);
    }

    #[test]
    fn bounds_that_no_answer_can_keep_are_refused() {
        assert_eq!(
            TestRules::of(&[("from", "10"), ("to", "1")]).problems("number").len(),
            1
        );
        assert_eq!(TestRules::of(&[("from", "1"), ("to", "1")]).problems("number").len(), 0);
    }
}
