//! What a service costs, as its team writes it. What it comes to for one person is in [`crate::journey`].

use std::sync::Arc;

use super::afterwards::{Duration, DurationUnit};
use super::model::Cases;
use crate::expression::Expression;
use crate::id::Name;
use crate::text::Text;

/// What a service costs: the sum of its lines, never below nothing.
#[derive(Debug)]
pub struct Fee {
    /// In order; a line can name those above it.
    pub lines: Vec<FeeLine>,
}

/// One line of a fee.
#[derive(Debug)]
pub struct FeeLine {
    /// Its name; `fee` where the fee was written as one amount.
    pub name: Name,
    /// What is paid for, or why less is paid; none where the fee was written as one amount.
    pub called: Option<Text>,
    /// It counts when this holds.
    pub when: Option<Expression>,
    /// How much it is.
    pub amount: Cases,
    /// Whether it is taken off.
    pub is_less: bool,
    /// Under which act.
    pub law: Option<Arc<str>>,
}

/// How a fee is paid.
#[derive(Debug)]
pub struct Payment {
    /// Whether it is paid only once something was granted, and not before sending.
    pub after_decision: bool,
    /// For how long one can pay.
    pub within: Duration,
    /// Markdown: how and where.
    pub say: Option<Text>,
    /// Markdown: what is paid back, and when.
    pub refund: Option<Text>,
}

impl Default for Payment {
    fn default() -> Self {
        Self {
            after_decision: false,
            within: Duration {
                count: 14,
                unit: DurationUnit::Days,
            },
            say: None,
            refund: None,
        }
    }
}
