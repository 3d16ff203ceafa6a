//! Cases that are kept until so long after what they were issued comes to an end: `keep: awarded: 14 months after award
//! ends`, or after what they booked: `keep: booked: 6 months after times`. How an end may move is in [`crate::issuing`].

use jiff::civil::Date;

use crate::definition::{Definition, Keeping};
use crate::expression::add_period;
use crate::id::Name;
use crate::issuing::ended_on;
use crate::record::{LoadedCase, RegisterEntry};

/// A term that counts from the end of what was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAfter {
    /// What was issued, by its name in the definition.
    pub issue: Name,
    /// The day before which it must have ended for the term to be over.
    pub before: Date,
}

/// The term of cases in this state, where it counts from the end of what they were issued.
#[must_use]
pub fn kept_after(definition: &Definition, state: &str, today: Date) -> Option<KeptAfter> {
    let Keeping::After(term, ends) = definition.keep.0.get(state)? else {
        return None;
    };
    Some(KeptAfter {
        issue: ends.issue.clone(),
        before: add_period(today, *term, false, &definition.holidays)?,
    })
}

/// Whether the term of a case is over that was issued this; where nothing was, its term counted from its decision and is
/// over. An entry that is good forever, or for longer since it was renewed, keeps its case.
#[must_use]
pub fn is_over_after(kept: &KeptAfter, entry: Option<&RegisterEntry>) -> bool {
    entry.is_none_or(|entry| ended_on(entry).is_some_and(|ended| ended < kept.before))
}

/// A term that counts from the day of what was booked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAfterBooked {
    /// The question of times.
    pub question: Name,
    /// The day before which what was booked must have been for the term to be over.
    pub before: Date,
}

/// The term of cases in this state, where it counts from what they booked.
#[must_use]
pub fn kept_after_booked(definition: &Definition, state: &str, today: Date) -> Option<KeptAfterBooked> {
    let Keeping::AfterBooked(term, question) = definition.keep.0.get(state)? else {
        return None;
    };
    Some(KeptAfterBooked {
        question: question.clone(),
        before: add_period(today, *term, false, &definition.holidays)?,
    })
}

impl KeptAfterBooked {
    /// Whether the term of a case is over; where it booked nothing, it counted from its decision and is over.
    #[must_use]
    pub fn is_over(&self, loaded: &LoadedCase) -> bool {
        let mut slots = loaded.parts.iter().map(|part| part.answers.slots(&self.question));
        let booked = slots.find_map(|slots| slots?.booked.as_ref());
        booked.is_none_or(|booked| booked.at.date() < self.before)
    }
}
