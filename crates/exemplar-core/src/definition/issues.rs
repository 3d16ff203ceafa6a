//! What a decision issues, as its team writes it. What that comes to for one case is in [`crate::issuing`].

use std::sync::Arc;

use super::afterwards::{Duration, Keeping};
use super::model::Cases;
use crate::expression::Expression;
use crate::id::Name;
use crate::issuing::EntryState;
use crate::text::Text;

/// A registration, a licence, an award.
#[derive(Debug)]
pub struct Issue {
    /// Its name.
    pub name: Name,
    /// What it is called, where the team says so.
    pub title: Option<Text>,
    /// The outcome that issues it.
    pub at: Name,
    /// How its number looks, by the first condition that holds; empty where it has none.
    pub number: Vec<(Arc<str>, Option<Expression>)>,
    /// For how long it is good, by the first condition that holds.
    pub lasts: Vec<(Keeping, Option<Expression>)>,
    /// What is paid by it.
    pub pays: Option<Pays>,
    /// What the public register shows, in order; empty where there is none.
    pub public: Vec<Shown>,
    /// By what it is searched: some of what it shows.
    pub search_by: Vec<SearchedBy>,
    /// What staff can do to it.
    pub can_be: Vec<EntryState>,
    /// The certificate, by its name under `documents/`.
    pub document: Option<Name>,
    /// When it can be renewed, where it can be.
    pub renew: Option<Renew>,
}

/// When something that was issued can be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renew {
    /// From so long before its last day.
    pub from: Duration,
    /// Until so long after it.
    pub until: Duration,
}

/// The words of a certificate, from `documents/NAME.LANGUAGE.md`.
#[derive(Debug)]
pub struct Certificate {
    /// The first heading.
    pub title: Text,
    /// Markdown after it.
    pub body: Text,
}

/// What is paid, and how often.
#[derive(Debug)]
pub struct Pays {
    /// How much.
    pub amount: Cases,
    /// How often.
    pub every: Duration,
    /// From which day; that of the decision where nothing is said.
    pub from: Option<Cases>,
}

/// What a register shows of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Its number.
    Number,
    /// The day on which it was issued.
    Issued,
    /// The last day on which it is good.
    Expires,
    /// The answer to this question.
    Question(Name),
    /// What this fact comes to.
    Fact(Name),
}

/// By what a register is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SearchedBy {
    /// Its number.
    Number,
    /// The postcodes in the answers that are shown.
    Postcode,
    /// The words of the answer to this question, or of this fact.
    Words(Name),
}

impl Issue {
    /// Whether its entries stand in a public register.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !self.public.is_empty()
    }
}
