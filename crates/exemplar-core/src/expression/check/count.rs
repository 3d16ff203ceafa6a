//! Sums, and numbers with a unit.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::say::{cannot_count, not_a};
use super::{Checking, Mistake, Options, Part};
use crate::definition::DurationUnit;
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::{Period, Sign, Tree};
use crate::expression::{Type, Value};

impl Checking<'_> {
    pub(super) fn arithmetic(&mut self, sign: Sign, left: &Raw, right: &Raw, raw: &Raw) -> Result<Part, Mistake> {
        if let (Sign::Times, RawWhat::Number(number), RawWhat::Word(unit)) = (sign, &left.what, &right.what)
            && let Some(part) = self.with_unit(*number, unit, raw)?
        {
            return Ok(part);
        }
        let a = self.part(left, &Options::None)?;
        let b = self.part(right, &Options::None)?;
        if let (Type::Date, Tree::Literal(Value::Period(period))) = (a.type_is, &b.tree) {
            let forward = match sign {
                Sign::Plus => true,
                Sign::Minus => false,
                _ => return Err(not_a("a number", Type::Date, left)),
            };
            let tree = Tree::Moved(Box::new(a.tree), forward, *period);
            return Ok(Part::new(tree, Type::Date));
        }
        if (sign, a.type_is, b.type_is) == (Sign::Minus, Type::Date, Type::Date) {
            return Err(Mistake::new(
                "dates_subtracted",
                raw.start..raw.end,
                "One date cannot be taken from another.".into(),
                "Use days_between(a, b), or weeks_between, months_between, years_between.".into(),
            ));
        }
        let type_is = result_type(sign, &a, &b).ok_or_else(|| cannot_count(sign, a.type_is, b.type_is, raw))?;
        let tree = Tree::Arithmetic(sign, Box::new(a.tree), Box::new(b.tree));
        Ok(Part::new(tree, type_is))
    }

    /// `3 months` and `154 GBP`.
    fn with_unit(&self, number: Decimal, unit: &str, raw: &Raw) -> Result<Option<Part>, Mistake> {
        if unit.len() == 3 && unit.chars().all(|letter| letter.is_ascii_uppercase()) {
            if unit != self.names.currency() {
                return Err(Mistake::new(
                    "other_currency",
                    raw.start..raw.end,
                    format!("The service's money is in {}.", self.names.currency()),
                    format!("Write {number} {}.", self.names.currency()),
                ));
            }
            return Ok(Some(Part::new(Tree::Literal(Value::Money(number)), Type::Money)));
        }
        let unit = match unit {
            "day" | "days" => DurationUnit::Days,
            "working_day" | "working_days" => DurationUnit::WorkingDays,
            "week" | "weeks" => DurationUnit::Weeks,
            "month" | "months" => DurationUnit::Months,
            "year" | "years" => DurationUnit::Years,
            _ => return Ok(None),
        };
        let count = number.is_integer().then(|| number.to_u32()).flatten().ok_or_else(|| {
            Mistake::new(
                "period",
                raw.start..raw.end,
                "A length of time is a whole number.".into(),
                "Use a smaller unit.".into(),
            )
        })?;
        let period = Period { count, unit };
        Ok(Some(Part::new(Tree::Literal(Value::Period(period)), Type::Period)))
    }
}

fn result_type(sign: Sign, a: &Part, b: &Part) -> Option<Type> {
    use Type::{Money, Number};
    let literal = |part: &Part| part.tree.as_number().is_some();
    match (sign, a.type_is, b.type_is) {
        (_, Number, Number) => Some(Number),
        (Sign::Plus | Sign::Minus, Money, Money) => Some(Money),
        (Sign::Plus | Sign::Minus, Money, Number) if literal(b) => Some(Money),
        (Sign::Plus | Sign::Minus, Number, Money) if literal(a) => Some(Money),
        (Sign::Times, Money, Number) | (Sign::Times, Number, Money) => Some(Money),
        (Sign::Over, Money, Number) => Some(Money),
        (Sign::Over, Money, Money) => Some(Number),
        _ => None,
    }
}
