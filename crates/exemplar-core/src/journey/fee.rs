//! What a service costs one person: its lines worked out from their answers, each rounded once, and their sum.
//! How it is paid is not here.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Walk;
use crate::definition::{Calendar, FeeLine};
use crate::expression::{Scope, Value};
use crate::id::Name;
use crate::language::coins;

/// A line comes to at most so many of the smallest coins, either way: far above any fee, and far below where sums
/// of [`crate::definition::limits::FEE_LINES`] lines would not fit.
const LINE_AT_MOST: i64 = 100_000_000_000_000;

/// What it costs somebody.
#[derive(Debug, Clone)]
pub struct FeeDue<'a> {
    /// The lines that count and are not nothing, in order.
    pub lines: Vec<LineDue<'a>>,
    /// ISO 4217.
    pub currency: &'a str,
}

/// A line of what it costs somebody.
#[derive(Debug, Clone, Copy)]
pub struct LineDue<'a> {
    /// The line of the definition.
    pub line: &'a FeeLine,
    /// What it adds, in the smallest coins of the currency; below nought where it takes off.
    pub minor_units: i64,
}

impl FeeDue<'_> {
    /// The sum of the lines, in the smallest coins; never below nothing.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.lines.iter().map(|line| line.minor_units).sum::<i64>().max(0)
    }

    /// An amount of the smallest coins as it is written.
    #[must_use]
    pub fn in_currency(&self, minor_units: i64) -> Decimal {
        in_currency(minor_units, self.currency)
    }
}

/// An amount of a currency's smallest coins as it is written.
#[must_use]
pub fn in_currency(minor_units: i64, currency: &str) -> Decimal {
    Decimal::new(minor_units, coins(currency))
}

impl<'a> Walk<'a> {
    /// What it costs, as far as the answers say; none in a service that is free for everybody.
    #[must_use]
    pub fn fee(&self) -> Option<FeeDue<'a>> {
        let fee = self.definition.fee.as_ref()?;
        let currency = self.definition.currency.as_str();
        let mut above: Vec<LineDue<'a>> = Vec::with_capacity(fee.lines.len());
        for line in &fee.lines {
            let scope = Above {
                walk: self,
                lines: &above,
                currency,
            };
            let counts = line.when.as_ref().is_none_or(|when| when.holds(&scope));
            let amount = if counts { line.amount.value(&scope) } else { None };
            let minor_units = rounded(amount, currency);
            above.push(LineDue {
                line,
                minor_units: if line.is_less { -minor_units } else { minor_units },
            });
        }
        above.retain(|line| line.minor_units != 0);
        Some(FeeDue { lines: above, currency })
    }
}

/// An amount in the smallest coins, rounded half up. What has no value is nothing.
fn rounded(amount: Option<Value>, currency: &str) -> i64 {
    let Some(Value::Money(amount) | Value::Number(amount)) = amount else {
        return 0;
    };
    let most = in_currency(LINE_AT_MOST, currency);
    let coin = coins(currency);
    let amount = amount.clamp(-most, most);
    let rounded = amount.round_dp_with_strategy(coin, RoundingStrategy::MidpointAwayFromZero);
    let in_coins = rounded * Decimal::from(10_u32.pow(coin));
    in_coins.to_i64().unwrap_or_default()
}

/// What the expressions of a line see: the journey, and the lines above.
struct Above<'w, 'a> {
    walk: &'w Walk<'a>,
    lines: &'w [LineDue<'a>],
    currency: &'w str,
}

impl Scope for Above<'_, '_> {
    fn around(&self) -> Option<&dyn Scope> {
        Some(self.walk)
    }

    fn fact(&self, fact: &Name) -> Option<Value> {
        let Some(name) = fact.as_str().strip_prefix("fee.") else {
            return self.walk.fact(fact.as_str());
        };
        let line = self.lines.iter().find(|line| line.line.name.as_str() == name)?;
        Some(Value::Money(in_currency(line.minor_units.abs(), self.currency)))
    }

    fn today(&self) -> Date {
        Scope::today(self.walk)
    }

    fn each_row(&self, rows: &Name, see: &mut dyn FnMut(&dyn Scope)) {
        Scope::each_row(self.walk, rows, see);
    }

    fn calendar(&self) -> &Calendar {
        Scope::calendar(self.walk)
    }
}
