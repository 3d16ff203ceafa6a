//! What a definition says of the time after submission: casework, messages, keeping, channels.

use std::sync::Arc;

use indexmap::IndexMap;
use rust_decimal::Decimal;

use super::asks::AskRule;
use super::deciding::{Automatic, CheckRule, Stage};
use super::model::Cases;
use crate::expression::Expression;
use crate::id::Name;
use crate::record::Channel;
use crate::text::Text;

/// What happens after submission.
#[derive(Debug)]
pub struct Casework {
    /// The office to which a case goes: the name of one, from the definition's cases; none: the owner itself.
    pub team: Option<Cases>,
    /// How long a decision takes.
    pub decide_within: Duration,
    /// The same by cases; where none holds, as above.
    pub decide_within_cases: Option<Cases>,
    /// The questions that staff see first.
    pub show_first: Vec<Name>,
    /// The questions by whose answers staff find a case; each gives keyed terms, which show who has the same.
    pub search: Vec<Name>,
    /// A case goes first when this holds.
    pub urgent: Option<Expression>,
    /// The stations of a case, by name, in order; none: it is received, and then decided.
    pub stages: IndexMap<Name, Stage>,
    /// A second officer decides with the first when this holds.
    pub second_officer: Option<Expression>,
    /// What is looked up elsewhere, by name, in order.
    pub checks: IndexMap<Name, CheckRule>,
    /// What the office can ask for, by name, in order.
    pub asks_for: IndexMap<Name, AskRule>,
    /// What the computer decides, where it does.
    pub automatic: Option<Automatic>,
    /// What can come of it, by name, in order.
    pub outcomes: IndexMap<Name, OutcomeRule>,
}

/// A length of time as the language writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duration {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: DurationUnit,
}

/// What a length of time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationUnit {
    /// Every day.
    Days,
    /// Monday to Friday, without the calendar's holidays.
    WorkingDays,
    /// Seven days.
    Weeks,
    /// Calendar months; 31 January + 1 month = 28 February.
    Months,
    /// Calendar years.
    Years,
}

/// An outcome of casework.
#[derive(Debug)]
pub struct OutcomeRule {
    /// What the applicant and staff read.
    pub title: Text,
    /// Reasons to choose from; where there are any, one is needed.
    pub reasons: IndexMap<Name, Text>,
    /// Under which act each reason stands, where that was said.
    pub reason_laws: IndexMap<Name, Arc<str>>,
    /// Under which act the outcome stands.
    pub law: Option<Arc<str>>,
    /// To whom one can appeal, and for how long.
    pub appeal: Option<(Text, Duration)>,
    /// Whether the office looks at it again before.
    pub review_first: bool,
    /// The question of times of which it books the first that is free.
    pub books: Option<Name>,
    /// What of the fee is paid back; none where nothing is.
    pub refund: Option<RefundRule>,
}

/// What of a fee is paid back.
#[derive(Debug)]
pub enum RefundRule {
    /// All that was paid.
    All,
    /// So much, and never more than was paid.
    Amount(Cases),
}

/// A message's words, from `messages/NAME.LANGUAGE.md`.
#[derive(Debug)]
pub struct MessageTemplate {
    /// The first heading.
    pub subject: Text,
    /// Markdown after it.
    pub body: Text,
}

/// A text to a mobile telephone, from `messages/NAME.text.LANGUAGE.md`.
#[derive(Debug)]
pub struct TextMessage {
    /// What it says, without a subject.
    pub body: Text,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keeping {
    /// Until this long after.
    For(Duration),
    /// For good.
    Forever,
    /// Until this long after what was issued comes to an end: `award ends`, `registration expires`.
    After(Duration, IssueEnds),
    /// Until this long after the day of what was booked of this question of times.
    AfterBooked(Duration, Name),
}

/// The end of something that was issued, as `keep` names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueEnds {
    /// What, by its name under `issues`.
    pub issue: Name,
    /// The moment as it is written, such as `award ends`.
    pub moment: Arc<str>,
}

/// How long what is kept: by outcome, and `draft` and `withdrawn`.
#[derive(Debug, Default)]
pub struct Keep(pub IndexMap<Name, Keeping>);

/// A way to deal with the service.
#[derive(Debug)]
pub struct ChannelCost {
    /// Which one.
    pub channel: Channel,
    /// What one transaction costs by it.
    pub cost: Option<Decimal>,
    /// How many a year there were before.
    pub cases_before: Option<u64>,
    /// The telephone number.
    pub call: Option<Text>,
    /// When it is staffed.
    pub hours: Option<Text>,
    /// The postal address.
    pub write_to: Option<Text>,
    /// Where to go.
    pub visit: Option<Text>,
}
