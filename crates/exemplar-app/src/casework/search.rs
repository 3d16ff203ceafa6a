//! Searching for cases: what was typed is kept for a short while under a random id that the address carries, so that
//! back, reload and other pages of the list work, and no address holds a name.

use exemplar_core::id::{CaseId, code_as_given};
use exemplar_core::record::{ClaimKind, SearchTerm};
use exemplar_core::search::{Typed, typed};
use exemplar_store::{Fault, InQueue, PAGE};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::At;
use crate::App;
use crate::staff::{SignedIn, token};

/// A search is kept for so many minutes.
pub const SEARCH_MINUTES: i64 = 15;

/// The kind of what is kept.
const SEARCH: &str = "search";

/// What somebody searches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Search {
    /// The case with this reference.
    Reference(String),
    /// Cases that have all of this.
    Answers(Typed),
}

/// What a search found, a page of it.
#[derive(Debug)]
pub struct Found {
    /// The cases, newest first.
    pub cases: Vec<InQueue>,
    /// After which case the next page begins.
    pub next: Option<CaseId>,
}

impl App {
    /// Keeps a search. Gives its id, or none where what was typed can find nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_search(&self, who: &SignedIn, search: &Search) -> Result<Option<String>, Fault> {
        let what = match search {
            Search::Reference(typed) => json!({ "reference": code_as_given(typed) }),
            Search::Answers(asked) => match typed(asked).filter(|terms| !terms.is_empty()) {
                Some(terms) => {
                    let pair = |term: &SearchTerm| json!([term.kind, term.value]);
                    json!({ "terms": terms.iter().map(pair).collect::<Vec<_>>() })
                }
                None => return Ok(None),
            },
        };
        let (id, now) = (token()?, self.clock.now());
        let until = now
            .saturating_add(SignedDuration::from_mins(SEARCH_MINUTES))
            .unwrap_or(now);
        self.store.keep(&who.staff, SEARCH, &id, until, &what).await?;
        Ok(Some(id))
    }

    /// A page of what a kept search finds. The look is on record when this returns; none where its time is over or it
    /// is not theirs.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn search(&self, who: &SignedIn, id: &str, after: Option<CaseId>) -> Result<Option<Found>, Fault> {
        let kept = self.store.kept(who.staff.id, SEARCH, id, self.clock.now()).await?;
        let Some(kept) = kept else { return Ok(None) };
        let mut cases = match kept["reference"].as_str() {
            Some(reference) => self.by_reference(who, reference).await?,
            None => {
                let terms = kept["terms"].as_array().map(Vec::as_slice).unwrap_or_default();
                let terms: Vec<SearchTerm> = terms.iter().filter_map(term).collect();
                self.store.search(&who.scope, &terms, after).await?
            }
        };
        let has_more = cases.len() > PAGE;
        cases.truncate(PAGE);
        let next = cases.last().filter(|_| has_more).map(|last| last.case);
        // What was searched for is personal, so the record says that somebody searched, and not for whom.
        self.look(who, At::List(SEARCH, "")).await?;
        Ok(Some(Found { cases, next }))
    }

    async fn by_reference(&self, who: &SignedIn, reference: &str) -> Result<Vec<InQueue>, Fault> {
        let Some(claim) = self.store.find_claim(ClaimKind::Reference, reference).await? else {
            return Ok(Vec::new());
        };
        let found = self.store.case_by_reference(&who.scope, claim.owner).await?;
        Ok(found.into_iter().collect())
    }
}

/// A term as it was kept; its kind is one of ours.
fn term(kept: &Value) -> Option<SearchTerm> {
    const KINDS: [&str; 6] = ["name", "email", "phone", "postcode", "national_id", "born"];
    let (kind, value) = (kept[0].as_str()?, kept[1].as_str()?);
    let kind = KINDS.into_iter().find(|known| *known == kind)?;
    Some(SearchTerm {
        kind,
        value: value.to_owned(),
    })
}
