//! A second person who signs before a case is sent, as the team writes it.

use super::afterwards::Duration;
use crate::expression::Expression;
use crate::id::Name;
use crate::text::Text;

/// A second person who must sign.
#[derive(Debug)]
pub struct Signatory {
    /// They must when this holds; always where nothing is said.
    pub when: Option<Expression>,
    /// The question whose answer is their name.
    pub name: Name,
    /// The question whose answer is their e-mail address.
    pub email: Name,
    /// Markdown: what they are asked, above the answers that they see.
    pub say: Option<Text>,
    /// The questions whose answers they see, in this order.
    pub shows: Vec<Name>,
    /// What they declare by signing.
    pub declaration: Text,
    /// For how long they can sign.
    pub within: Duration,
}
