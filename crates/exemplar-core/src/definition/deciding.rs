//! How a case comes to be decided, as the team writes it: its stages, what is checked elsewhere first, when a second officer is
//! needed, and when no officer is.

use std::sync::Arc;

use super::afterwards::Duration;
use crate::expression::Expression;
use crate::id::{Name, OfficeId};
use crate::text::Text;

/// Something that is looked up outside of the service: another system answers, or a caseworker who looked there.
#[derive(Debug)]
pub struct CheckRule {
    /// What staff read; its name in plain words where nothing is said.
    pub called: Option<Text>,
    /// The connector that is asked, as the operator's settings name it.
    pub from: Name,
    /// The questions and facts whose answers it gets; nothing else leaves.
    pub send: Vec<Name>,
    /// It is asked once this question is answered, while the person waits; after sending where nothing is said.
    pub at: Option<Name>,
}

/// When the computer decides.
#[derive(Debug)]
pub struct Automatic {
    /// What it decides.
    pub outcome: Name,
    /// The reason, where the outcome has reasons.
    pub reason: Option<Name>,
    /// It does when this holds, and no second officer is needed.
    pub when: Expression,
    /// Under which act; an adverse outcome needs one.
    pub law: Option<Arc<str>>,
}

/// A station of a case on its way to the decision.
#[derive(Debug)]
pub struct Stage {
    /// What the applicant and staff read.
    pub title: Text,
    /// The office that has the case in it; the one that has it already where nothing is said.
    pub team: Option<OfficeId>,
    /// How long it takes.
    pub within: Option<Duration>,
    /// Cases come to it when this holds; always where nothing is said.
    pub when: Option<Expression>,
}
