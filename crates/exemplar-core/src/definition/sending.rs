//! When a message goes, to whom and by which means: what stands under `messages: NAME`. Its words are elsewhere.

use std::sync::Arc;

use super::afterwards::Duration;
use crate::expression::Expression;
use crate::id::Name;
use crate::record::Means;

/// How a message is sent.
#[derive(Debug)]
pub struct Sending {
    /// The moment from which it counts.
    pub at: Moment,
    /// How long before or after that; none where it goes at once.
    pub shift: Option<Shift>,
    /// It goes only where this holds when it is to go.
    pub when: Option<Expression>,
    /// To whom.
    pub to: Recipient,
    /// By which means; empty for the usual: e-mail if an address was given, else post.
    pub by: Vec<Means>,
}

/// A moment of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// Something is done: `submitted`, `paid`, `withdrawn`, or an outcome is decided.
    Act(Name),
    /// A day that stands in the case: a question or fact that comes to a date.
    Day(Name),
    /// The end of what the case was issued, as `registration expires`.
    Issued(Arc<str>),
    /// The start of what is booked of this question of times.
    Booked(Name),
}

/// A length of time before or after a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// Before it.
    Before(Duration),
    /// After it.
    After(Duration),
}

/// To whom a message goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Who applied.
    Applicant,
    /// Where the answer to this question says: an e-mail address, a postal address or a telephone number.
    Question(Name),
    /// One message for each row of this question.
    Each(Name),
}

/// The kind of answer that says where a message goes by a means.
#[must_use]
pub fn kind_for(means: Means) -> &'static str {
    match means {
        Means::Email => "email",
        Means::Text => "phone",
        Means::Letter => "address",
    }
}

/// The means by which a message goes to an answer of this kind.
#[must_use]
pub fn means_for(kind: &str) -> Option<Means> {
    [Means::Email, Means::Text, Means::Letter]
        .into_iter()
        .find(|means| kind_for(*means) == kind)
}
