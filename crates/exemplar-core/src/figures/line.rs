//! One line of a report: all figures of one month, or of several together, as the public may see them.

use rust_decimal::Decimal;

use super::Month;
use super::formula::Days;
use super::withhold::Shown;

/// The figures of one month, or of all months that are over.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// Whether it has passed: else the figures still grow.
    pub is_over: bool,
    /// Completed transactions, by [`super::Report::ways`].
    pub by_way: Vec<Shown>,
    /// All completed transactions.
    pub completed: Shown,
    /// By the digital service alone.
    pub digital_alone: Shown,
    /// By the digital service, with help.
    pub digital_assisted: Shown,
    /// In another way.
    pub other: Shown,
    /// Digital take-up without those who were helped: the reading of 2013 to 2016.
    pub take_up: Shown<Decimal>,
    /// Digital take-up with those who were helped: the later reading.
    pub take_up_assisted: Shown<Decimal>,
    /// Drafts begun by people alone, in their browser.
    pub started: Shown,
    /// Of these, completed ones by started ones.
    pub completion: Shown<Decimal>,
    /// Answers to the satisfaction question, from very dissatisfied to very satisfied.
    pub levels: Vec<Shown>,
    /// All of them.
    pub answers: Shown,
    /// By definition A.
    pub satisfied: Shown<Decimal>,
    /// By definition B.
    pub mean_satisfaction: Shown<Decimal>,
    /// Cost per transaction, over all channels.
    pub cost: Shown<Decimal>,
    /// Cases that were decided.
    pub decided: Shown,
    /// From submission to decision.
    pub days: Shown<Days>,
}
