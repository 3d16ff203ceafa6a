//! By which terms a case is found once it was handed in: each a kind and one normalised value. Nothing is hashed or
//! stored here; the store keeps keyed hashes of them alone, and deletes them when the case is erased.
//!
//! [`already`] is the term by which an applicant asks whether they applied before, [`found`] are those by which staff find a case,
//! [`party`] those by which it is hidden from staff who have a part in it.

mod already;
mod found;
mod party;

pub use already::{ALREADY, Asked, Wondered, asked, read_asked};
pub use found::{Typed, typed};
pub use party::{PARTY, has_part, of_people, party};

use crate::journey::Walk;
use crate::record::SearchTerm;

/// The terms of a case with the answers of this walk: what is sent, and nothing else.
///
/// Every kind of term is added here, so that all of them are written in the one commit that hands the case in, in
/// place of those before.
#[must_use]
pub fn terms(walk: &Walk<'_>) -> Vec<SearchTerm> {
    let mut terms = Vec::new();
    terms.extend(already::of_walk(walk));
    terms.extend(found::of_walk(walk));
    terms.extend(party::of_walk(walk));
    terms
}
