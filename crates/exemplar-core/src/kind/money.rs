//! An amount of the definition's currency. Fees and payments are not here.

use rust_decimal::Decimal;

use super::cleaning;
use super::figure::figure;
use super::number::{fitting, inputmode, out_of_range, typed_number, width_for};
use super::range::Range;
use super::{
    Control, Kind, KindKeys, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};
use crate::id::Language;
use crate::language::{Conventions, coins};

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "money",
    says: "An amount of money.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Money),
            needed: false,
            says: "The lowest amount; nothing at all where it is not written.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Money),
            needed: false,
            says: "The highest amount.",
        },
        RuleKey {
            key: "whole",
            takes: Takes::Yes,
            needed: false,
            says: "Whether the amount must be whole.",
        },
    ],
    type_of: Type::Money,
    example: "money: { from: 1 GBP, to: 50000 GBP }",
    build,
};

/// An amount with its rules.
#[derive(Debug)]
struct Money {
    range: Range,
    decimals: u32,
    /// The currency's code and sign: may be typed with the amount.
    currency: [String; 2],
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Money);
    let code = rules.currency();
    let first = rules.languages().first().map_or("", Language::as_str);
    let sign = Conventions::of(first).sign(code);
    let decimals = if rules.yes("whole") { 0 } else { coins(code) };
    let mut failing = vec!["empty", "wrong", "decimals", "from"];
    failing.extend(range.rules().filter(|rule| *rule != "from"));
    let lowest = range.literal_from().unwrap_or_default();
    let line = Line {
        width: width_for(range.literal_to(), decimals + 1).max(5),
        inputmode: inputmode(Some(lowest), decimals),
        prefix: Some(sign.into()),
        left_to_right: true,
        ..Line::plain()
    };
    Some(Box::new(Money {
        range,
        decimals,
        currency: [code.to_lowercase(), sign.trim_end_matches('\u{200e}').to_lowercase()],
        rules: failing,
        controls: [Control::Line(line)],
    }))
}

impl Money {
    /// The amount without its currency, before or after it: `-£5`, `5 GBP`.
    fn without_currency(&self, plain: &str) -> String {
        let mut rest = plain.to_lowercase();
        for sign in &self.currency {
            if let Some(at) = rest.find(sign.as_str()) {
                rest.replace_range(at..at + sign.len(), " ");
                break;
            }
        }
        rest.trim().to_owned()
    }

    /// Both ends, nothing at all being the lowest where there is no other.
    fn ends(&self, facts: &Reading<'_>) -> (Option<Decimal>, Option<Decimal>) {
        let (from, to) = self.range.decimals(facts);
        (from.or(Some(Decimal::ZERO)), to)
    }

    /// An amount that would be taken.
    fn fitting(&self, facts: &Reading<'_>) -> Decimal {
        let ends = self.range.decimals(facts);
        fitting(ends, Decimal::from(100), self.decimals)
    }

    /// What is wrong with an amount.
    fn problem(&self, amount: Decimal, facts: &Reading<'_>) -> Option<Problem> {
        if amount.scale() > self.decimals {
            return Some(match self.decimals {
                0 => {
                    Problem::new("decimals", "error-money-not-whole").with("example", Param::Money(self.fitting(facts)))
                }
                n => Problem::new("decimals", "error-money-too-many-decimals").with("n", Param::Count(i64::from(n))),
            });
        }
        let (from, to) = self.ends(facts);
        let messages = ["error-money-too-low", "error-money-too-high", "error-money-not-between"];
        out_of_range(amount, from, to, messages, Param::Money)
    }
}

impl Kind for Money {
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
        let Some(amount) = figure(&self.without_currency(&plain)) else {
            let problem = Problem::new("wrong", "error-money-not-an-amount");
            return Err(vec![problem.with("example", Param::Money(self.fitting(facts)))]);
        };
        match self.problem(amount, facts) {
            Some(problem) => Err(vec![problem]),
            None => Ok(Answer::Number(amount)),
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
            Answer::Number(amount) => Some(Value::Money(*amount)),
            _ => None,
        }
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        match answer {
            Answer::Number(amount) => vec![(words.money)(*amount)],
            _ => Vec::new(),
        }
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

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, read_within, refused, told};
    use super::*;

    fn amount(n: &str) -> Result<Answer, Vec<Problem>> {
        Ok(Answer::Number(n.parse().unwrap()))
    }

    #[test]
    fn the_currency_may_be_typed() {
        let kind = TestRules::default().kind("money");
        for typed in ["£1,000.50", "1000.5", "1 000.50 gbp", "GBP1000.50", "￡1000.50"] {
            assert_eq!(read(&*kind, typed), amount("1000.5"), "{typed}");
        }
        for wrong in ["$5", "££5", "five", "1,5", "50p"] {
            assert_eq!(
                refused(&*kind, wrong),
                [("", "wrong", "error-money-not-an-amount")],
                "{wrong}"
            );
        }
    }

    #[test]
    fn an_amount_is_not_below_nothing_unless_a_rule_says_so() {
        let kind = TestRules::default().kind("money");
        assert_eq!(refused(&*kind, "-£5"), [("", "from", "error-money-too-low")]);
        let kind = TestRules::of(&[("from", "-10")]).kind("money");
        assert_eq!(read(&*kind, "-£5"), amount("-5"));
    }

    #[test]
    fn there_is_no_coin_below_the_smallest() {
        let kind = TestRules::default().kind("money");
        assert_eq!(
            refused(&*kind, "1.005"),
            [("", "decimals", "error-money-too-many-decimals")]
        );
        let whole = TestRules::of(&[("whole", "yes")]).kind("money");
        assert_eq!(refused(&*whole, "1.50"), [("", "decimals", "error-money-not-whole")]);
        assert_eq!(read(&*whole, "1.00"), amount("1"));
    }

    #[test]
    fn its_example_is_taken_whatever_the_bounds() {
        for bounds in [[("from", "1.2"), ("to", "9")], [("from", "0"), ("to", "0.9")]] {
            let rules = [&bounds[..], &[("whole", "yes")]].concat();
            let kind = TestRules::of(&rules).kind("money");
            let none = std::collections::BTreeMap::new();
            let facts = Reading {
                today: super::super::testing::TODAY,
                bounds: &none,
                not_offered: &[],
            };
            assert!(kind.read(&kind.example(&facts), &facts).is_ok());
        }
    }

    #[test]
    fn a_bound_may_depend_on_another_answer() {
        let kind = TestRules::of(&[("from", "1"), ("to", "worked")]).kind("money");
        let most = [("to", Value::Money(Decimal::from(50)))];
        assert_eq!(
            told(read_within(&*kind, &Typed::of("51"), &most)),
            [("", "to", "error-money-not-between")]
        );
    }
}
