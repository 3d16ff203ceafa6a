//! Rules written in a test, and what came of an answer. Only for the tests of kinds.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::{Bound, CalendarFound, Document, Kind, Problem, Reading, RuleProblem, RuleReader, Size, Typed, build};
use crate::answer::Answer;
use crate::definition::{Cases, Choices, Duration, DurationUnit, Option_, SlotCalendar};
use crate::expression::{Type, Value};
use crate::id::{Language, Name};
use crate::text::Text;

/// The day of every test.
pub(super) const TODAY: Date = date(2026, 5, 1);

/// Rules as a definition has them.
#[derive(Debug)]
pub(super) struct TestRules {
    rules: Vec<(&'static str, &'static str)>,
    options: Vec<Option_>,
    languages: [Language; 2],
}

impl Default for TestRules {
    fn default() -> Self {
        Self::of(&[])
    }
}

impl TestRules {
    pub(super) fn of(rules: &[(&'static str, &'static str)]) -> Self {
        Self {
            rules: rules.to_vec(),
            options: Vec::new(),
            languages: [Language::from("en"), Language::from("cy")],
        }
    }

    /// Options by name; one whose name ends in `!` stands alone.
    pub(super) fn options<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let options = names.into_iter().map(|name| Option_ {
            name: Name::from(name.trim_end_matches('!')),
            label: Text::only(&name.trim_end_matches('!').to_uppercase()),
            hint: None,
            also: None,
            when: None,
            alone: name.ends_with('!'),
        });
        Self {
            options: options.collect(),
            ..Self::default()
        }
    }

    /// The same with a rule.
    pub(super) fn and(mut self, rule: &'static str, value: &'static str) -> Self {
        self.rules.push((rule, value));
        self
    }

    pub(super) fn kind(&self, key: &str) -> Box<dyn Kind> {
        build(key, self).expect("the rules are right")
    }

    pub(super) fn problems(&self, key: &str) -> Vec<RuleProblem> {
        build(key, self).err().unwrap_or_default()
    }

    fn parsed<T>(&self, rule: &str, parse: impl Fn(&'static str) -> Option<T>) -> Result<Option<T>, RuleProblem> {
        match self.rules.iter().find(|(name, _)| *name == rule) {
            None => Ok(None),
            Some((_, value)) => parse(value)
                .map(Some)
                .ok_or_else(|| RuleProblem::new(rule, format!("not {value}"))),
        }
    }
}

impl RuleReader for TestRules {
    fn written(&self) -> Vec<&str> {
        let names = self.rules.iter().map(|(name, _)| *name);
        // The ways of documents stand with each of them, and are no rule of the kind.
        names.filter(|name| !name.is_empty() && *name != "ways").collect()
    }

    fn languages(&self) -> &[Language] {
        &self.languages
    }

    fn currency(&self) -> &'static str {
        "GBP"
    }

    fn text(&self, rule: &str) -> Result<Option<Text>, RuleProblem> {
        self.parsed(rule, |value| Some(Text::only(value)))
    }

    fn plain(&self, rule: &str) -> Result<Option<String>, RuleProblem> {
        self.parsed(rule, |value| Some(value.to_owned()))
    }

    fn size(&self, rule: &str) -> Result<Option<Size>, RuleProblem> {
        self.parsed(rule, |value| {
            let (n, unit) = value.split_once(' ')?;
            match unit {
                "words" => Some(Size::Words(n.parse().ok()?)),
                _ => Some(Size::Characters(n.parse().ok()?)),
            }
        })
    }

    fn length(&self, rule: &str) -> Result<Option<Duration>, RuleProblem> {
        self.parsed(rule, |value| {
            let (count, unit) = value.split_once(' ')?;
            let unit = match unit {
                "days" => DurationUnit::Days,
                "weeks" => DurationUnit::Weeks,
                "months" => DurationUnit::Months,
                "working_days" => DurationUnit::WorkingDays,
                _ => return None,
            };
            let count = count.parse().ok()?;
            Some(Duration { count, unit })
        })
    }

    fn count(&self, rule: &str) -> Result<Option<u32>, RuleProblem> {
        self.parsed(rule, |value| value.parse().ok())
    }

    fn number(&self, rule: &str) -> Result<Option<Decimal>, RuleProblem> {
        self.parsed(rule, |value| value.parse().ok())
    }

    fn bound(&self, rule: &str, of: Type) -> Result<Option<Bound>, RuleProblem> {
        self.parsed(rule, |value| {
            if value == "worked" {
                return Some(Bound::Worked(Cases(Vec::new()).into()));
            }
            Some(Bound::Literal(match of {
                Type::Date => Value::Date(value.parse().ok()?),
                Type::Money => Value::Money(value.parse().ok()?),
                Type::Time => Value::Time(value.parse().ok()?),
                _ => Value::Number(value.parse().ok()?),
            }))
        })
    }

    fn yes(&self, rule: &str) -> Result<Option<bool>, RuleProblem> {
        self.parsed(rule, |value| Some(value == "yes"))
    }

    fn word(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<&'static str>, RuleProblem> {
        self.parsed(rule, |value| allowed.iter().find(|word| **word == value).copied())
    }

    fn words(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<Vec<&'static str>>, RuleProblem> {
        self.parsed(rule, |value| {
            let find = |word| allowed.iter().find(|known| **known == word).copied();
            value.split(", ").map(find).collect()
        })
    }

    fn calendar(&self, rule: &str) -> Result<Option<CalendarFound>, RuleProblem> {
        self.parsed(rule, |value| {
            Some(CalendarFound {
                calendar: std::sync::Arc::new(SlotCalendar::on_tuesdays(value, TODAY)),
                of: None,
            })
        })
    }

    fn documents(&self, allowed: &[&'static str]) -> Result<Option<Vec<Document>>, RuleProblem> {
        let ways = self.words("ways", allowed)?.unwrap_or_default();
        let document = |option: &Option_| Document {
            option: option.clone(),
            ways: ways.clone(),
            within: None,
        };
        Ok((!self.options.is_empty()).then(|| self.options.iter().map(document).collect()))
    }

    fn choices(&self) -> Result<Option<Choices>, RuleProblem> {
        Ok((!self.options.is_empty()).then(|| Choices(self.options.clone())))
    }
}

/// Reads on [`TODAY`], with bounds worked out.
pub(super) fn read_within(
    kind: &dyn Kind,
    typed: &Typed,
    bounds: &[(&'static str, Value)],
) -> Result<Answer, Vec<Problem>> {
    let bounds: BTreeMap<_, _> = bounds.iter().cloned().collect();
    let facts = Reading {
        today: TODAY,
        bounds: &bounds,
        not_offered: &[],
    };
    kind.read(typed, &facts)
}

/// Reads what stands in several controls.
pub(super) fn read_fields(kind: &dyn Kind, fields: &[(&str, &str)]) -> Result<Answer, Vec<Problem>> {
    read_within(kind, &Typed::fields(fields.iter().copied()), &[])
}

/// Reads what stands in the main control.
pub(super) fn read(kind: &dyn Kind, typed: &str) -> Result<Answer, Vec<Problem>> {
    read_within(kind, &Typed::of(typed), &[])
}

/// Control, rule and message of a problem. Tests compare them with literals.
#[derive(Debug)]
pub(super) struct Told(Problem);

impl PartialEq<(&str, &str, &str)> for Told {
    fn eq(&self, (control, rule, message): &(&str, &str, &str)) -> bool {
        self.0.control == *control && self.0.rule == *rule && self.0.message == *message
    }
}

/// What was told of an answer that was refused.
pub(super) fn told(result: Result<Answer, Vec<Problem>>) -> Vec<Told> {
    let problems = result.expect_err("the answer was taken");
    problems.into_iter().map(Told).collect()
}

/// What was told of what stands in the main control.
pub(super) fn refused(kind: &dyn Kind, typed: &str) -> Vec<Told> {
    told(read(kind, typed))
}
