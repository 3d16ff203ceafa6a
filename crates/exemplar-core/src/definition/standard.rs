//! What a service shows to whoever holds it against a standard: who answers for it, evidence, targets, exceptions.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::id::Name;

/// Evidence and targets.
#[derive(Debug)]
pub struct Standard {
    /// The standard.
    pub follows: Option<Name>,
    /// How far the service is.
    pub phase: Option<Name>,
    /// Who answers for what.
    pub people: IndexMap<Name, Arc<str>>,
    /// What shows that it keeps to the standard, by what it shows.
    pub evidence: IndexMap<Name, Vec<Evidence>>,
    /// By indicator.
    pub targets: IndexMap<Name, Target>,
    /// Why it does not keep to a check.
    pub exceptions: IndexMap<Name, Arc<str>>,
}

/// One thing that was done.
#[derive(Debug)]
pub struct Evidence {
    /// The day.
    pub at: Date,
    /// What it was.
    pub what: Arc<str>,
    /// How many of the people had access needs, where people took part.
    pub access_needs: Option<u64>,
    /// Where it can be read.
    pub link: Option<Arc<str>>,
}

/// Where an indicator is, and where it should be.
#[derive(Debug, PartialEq, Eq)]
pub struct Target {
    /// Where it is, where that was said.
    pub now: Option<Measure>,
    /// Where it should be.
    pub target: Measure,
}

/// What an indicator is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Of a hundred.
    Percent(Decimal),
    /// In the service's currency.
    Money(Decimal),
}
