//! A percentage. Its value is the number before the sign: 25 for 25 %.

use rust_decimal::Decimal;

use super::cleaning;
use super::figure::figure;
use super::number::{fitting, inputmode, most_decimals, out_of_range, typed_number, width_for};
use super::range::Range;
use super::{
    Control, Kind, KindKeys, Label, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};
use crate::language::Conventions;

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "percent",
    says: "A percentage from 0 to 100, where no rule says otherwise. Its value is the number: 25 for 25%.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The lowest percentage; 0 where it is not written.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "The highest percentage; 100 where it is not written.",
        },
        RuleKey {
            key: "decimals",
            takes: Takes::Count,
            needed: false,
            says: "How many decimal places it may have; whole numbers only where it is not written.",
        },
    ],
    type_of: Type::Number,
    example: "percent: { from: 1, decimals: 1 }",
    build,
};

/// A percentage with its rules.
#[derive(Debug)]
struct Percent {
    range: Range,
    decimals: u32,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Number);
    let decimals = most_decimals(rules);
    let highest = range.literal_to().unwrap_or(Decimal::ONE_HUNDRED);
    let lowest = range.literal_from().unwrap_or_default();
    let line = Line {
        width: width_for(Some(highest), decimals),
        inputmode: inputmode(Some(lowest), decimals),
        after: Some(Label::Word("kinds-percent-sign")),
        left_to_right: true,
        ..Line::plain()
    };
    Some(Box::new(Percent {
        range,
        decimals,
        controls: [Control::Line(line)],
    }))
}

impl Percent {
    /// Both ends: all of nothing and all of it, where there are no others.
    fn ends(&self, facts: &Reading<'_>) -> (Option<Decimal>, Option<Decimal>) {
        let (from, to) = self.range.decimals(facts);
        let from = from.unwrap_or_else(|| Decimal::ZERO.min(to.unwrap_or_default()));
        let to = to.unwrap_or_else(|| Decimal::ONE_HUNDRED.max(from));
        (Some(from), Some(to))
    }

    /// A percentage that would be taken.
    fn fitting(&self, facts: &Reading<'_>) -> Decimal {
        let (from, to) = self.range.decimals(facts);
        fitting((from, to.or(self.ends(facts).1)), Decimal::from(25), self.decimals)
    }

    /// What is wrong with a percentage.
    fn problem(&self, number: Decimal, facts: &Reading<'_>) -> Option<Problem> {
        if number.scale() > self.decimals {
            return Some(match self.decimals {
                0 => Problem::new("decimals", "error-percent-not-whole")
                    .with("example", Param::Number(self.fitting(facts))),
                n => Problem::new("decimals", "error-number-too-many-decimals").with("n", Param::Count(i64::from(n))),
            });
        }
        let (from, to) = self.ends(facts);
        let between = "error-percent-not-between";
        out_of_range(number, from, to, [between; 3], Param::Number)
    }
}

impl Kind for Percent {
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
        let Some(number) = figure(without_sign(&plain)) else {
            let problem = Problem::new("wrong", "error-percent-not-a-number");
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
        match answer {
            Answer::Number(number) => vec![words.conventions.percent_of(&(words.number)(*number))],
            _ => Vec::new(),
        }
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong", "decimals", "from", "to"]
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

/// The number without the sign or the words for it, in any language of the platform.
fn without_sign(plain: &str) -> &str {
    let lower = plain.to_lowercase();
    let words = Conventions::all()
        .flat_map(|own| &own.percent_words)
        .map(String::as_str);
    let sign = ["%", "٪"].into_iter().chain(words).find(|sign| lower.ends_with(sign));
    // None of the signs changes its length with its case.
    let end = sign.map_or(plain.len(), |sign| plain.len().saturating_sub(sign.len()));
    plain.get(..end).map_or(plain, str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, refused};
    use super::*;

    fn number(n: &str) -> Result<Answer, Vec<Problem>> {
        Ok(Answer::Number(n.parse().unwrap()))
    }

    #[test]
    fn the_sign_may_be_typed() {
        let kind = TestRules::of(&[("decimals", "1")]).kind("percent");
        for typed in [
            "12.5",
            "12.5%",
            "12.5 %",
            "12.5 per cent",
            "12.5 y cant",
            "12.5 في المئة",
            "12.5٪",
            "１２.５％",
        ] {
            assert_eq!(read(&*kind, typed), number("12.5"), "{typed}");
        }
        for wrong in ["%", "half", "12,5", "ẞ%"] {
            assert_eq!(refused(&*kind, wrong), [("", "wrong", "error-percent-not-a-number")]);
        }
    }

    #[test]
    fn a_percentage_is_from_nothing_to_all_unless_a_rule_says_otherwise() {
        let kind = TestRules::default().kind("percent");
        assert_eq!(read(&*kind, "0"), number("0"));
        assert_eq!(read(&*kind, "100"), number("100"));
        assert_eq!(refused(&*kind, "101"), [("", "to", "error-percent-not-between")]);
        assert_eq!(refused(&*kind, "-1"), [("", "from", "error-percent-not-between")]);
        assert_eq!(refused(&*kind, "12.5"), [("", "decimals", "error-percent-not-whole")]);
        let growth = TestRules::of(&[("from", "-50"), ("to", "200")]).kind("percent");
        assert_eq!(read(&*growth, "-12%"), number("-12"));
        assert_eq!(read(&*growth, "150"), number("150"));
    }
}
