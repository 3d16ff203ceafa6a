//! Renewing what was issued: when it can be, what a renewal knows of what it renews, how it begins and what it makes of
//! the entry of the register. A renewal is a case of its own; [`begin`] makes it, and [`known`] is what it begins with.
//!
//! What is renewed stands among the answers of the new case, under a name that no question can have: so every condition
//! sees it, it is sealed with them and goes with them.

mod begin;
mod known;
#[cfg(test)]
mod tests;

use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::answer::{Answer, Answers, Given};
use crate::definition::{Calendar, Definition, Issue, Renew};
use crate::expression::add_period;
use crate::id::{CaseId, Name};
use crate::issuing::{EntryPrivate, EntryState, Issued, PublicPart};
use crate::record::{Actor, Channel, RegisterEntry};

pub use begin::{Begin, RENEWAL_BEGUN, RENEWED, RENEWS, begin, renewed_event};
pub use known::{asked_again, known};

/// Under which name a case has what it renews, among its answers. Expressions know it by itself.
pub const RENEWING: &str = "renewing";

const ISSUE: &str = "issue";
const NUMBER: &str = "number";
const EXPIRES: &str = "expires";

/// What a case renews.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// What, by its name in the definition.
    pub issue: Name,
    /// Its number, which it keeps.
    pub number: String,
    /// Its last day, as it was when the renewal began.
    pub expires: Date,
}

impl Renewal {
    /// What these answers renew; none where they renew nothing.
    #[must_use]
    pub fn of(answers: &Answers) -> Option<Self> {
        let Answer::Fields(fields) = &answers.get(RENEWING)?.answer else {
            return None;
        };
        Some(Self {
            issue: Name::from(fields.get(ISSUE)?.as_str()),
            number: fields.get(NUMBER)?.clone(),
            expires: fields.get(EXPIRES)?.parse().ok()?,
        })
    }

    /// As it stands among answers.
    #[must_use]
    pub fn to_answer(&self) -> Answer {
        Answer::Fields(IndexMap::from([
            (ISSUE.to_owned(), self.issue.to_string()),
            (NUMBER.to_owned(), self.number.clone()),
            (EXPIRES.to_owned(), self.expires.to_string()),
        ]))
    }

    /// As it stands among answers, by whom and since when.
    #[must_use]
    pub fn given(&self, by: Actor, at: Timestamp, channel: Channel) -> (Name, Given) {
        let answer = self.to_answer();
        (
            Name::from(RENEWING),
            Given {
                answer,
                by,
                at,
                channel,
            },
        )
    }
}

/// Puts what is renewed beside the answers that are sent.
pub(crate) fn keep_renewal(sent: &mut Answers, all: &Answers) {
    if let Some(given) = all.get(RENEWING) {
        sent.0.insert(Name::from(RENEWING), given.clone());
    }
}

/// The days on which something can be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The last day of what is renewed.
    pub expires: Date,
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
}

/// Why something cannot be renewed. Data; the pages turn it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRenewed {
    /// The service renews nothing, or the case was issued nothing that it renews.
    Nothing,
    /// It is good forever.
    Forever,
    /// Not yet.
    TooEarly(Window),
    /// Not any more.
    TooLate(Window),
    /// It was revoked or ended.
    TakenAway,
    /// It was renewed since.
    Done,
}

/// What a service renews.
#[must_use]
pub fn renewable(definition: &Definition) -> Option<(&Issue, Renew)> {
    let mut issues = definition.issues.iter();
    issues.find_map(|issue| Some((issue, issue.renew?)))
}

/// When something can be renewed that expires on that day.
#[must_use]
pub fn window(renew: Renew, expires: Date, calendar: &Calendar) -> Option<Window> {
    Some(Window {
        expires,
        from: add_period(expires, renew.from, false, calendar)?,
        until: add_period(expires, renew.until, true, calendar)?,
    })
}

/// Whether an entry can be renewed on that day, and what a renewal of it knows.
///
/// # Errors
/// As [`NotRenewed`] says.
pub fn may_renew(
    definition: &Definition,
    entry: Option<&RegisterEntry>,
    today: Date,
) -> Result<(Renewal, Window), NotRenewed> {
    let (issue, renew) = renewable(definition).ok_or(NotRenewed::Nothing)?;
    let entry = entry.ok_or(NotRenewed::Nothing)?;
    let issued = Issued::of_entry(entry);
    let number = issued.number.filter(|_| issued.issue == issue.name);
    let number = number.ok_or(NotRenewed::Nothing)?;
    if is_over(entry) {
        return Err(NotRenewed::TakenAway);
    }
    let expires = entry.until.ok_or(NotRenewed::Forever)?;
    let window = window(renew, expires, &definition.holidays).ok_or(NotRenewed::Nothing)?;
    if today < window.from {
        return Err(NotRenewed::TooEarly(window));
    }
    if today > window.until {
        return Err(NotRenewed::TooLate(window));
    }
    let renewal = Renewal {
        issue: issue.name.clone(),
        number,
        expires,
    };
    Ok((renewal, window))
}

/// Whether a renewal that began can still be sent on that day.
///
/// # Errors
/// As [`NotRenewed`] says.
pub fn may_send(
    definition: &Definition,
    renewal: &Renewal,
    entry: Option<&RegisterEntry>,
    today: Date,
) -> Result<(), NotRenewed> {
    if entry.is_some_and(|entry| entry.until != Some(renewal.expires)) {
        return Err(NotRenewed::Done);
    }
    may_renew(definition, entry, today).map(|_| ())
}

/// Staff ended or revoked it: what is issued then is new.
#[must_use]
pub fn is_over(entry: &RegisterEntry) -> bool {
    matches!(
        EntryState::named(&entry.state),
        None | Some(EntryState::Revoked | EntryState::Ended)
    )
}

/// The day from which a renewed term counts: the last day of the one before, or the day of the decision where that is
/// over.
#[must_use]
pub fn counts_from(entry: &RegisterEntry, today: Date) -> Date {
    entry.until.filter(|until| *until >= today).unwrap_or(today)
}

/// The entry with its new term: the same number, from the same first day where it never ran out, and still suspended
/// where it was. `issued` is what the new term comes to; it is told of the number and the first day.
#[must_use]
pub fn renewed(
    entry: &RegisterEntry,
    issued: &mut Issued,
    (case, public): (CaseId, PublicPart),
    (today, now): (Date, Timestamp),
) -> RegisterEntry {
    let never_ran_out = entry.until.is_none_or(|until| until >= today);
    issued.number = Some(entry.number.clone());
    issued.from = if never_ran_out { entry.from } else { today };
    let as_new = issued.entry(&"".into(), case, public, now);
    let private = EntryPrivate {
        changes: EntryPrivate::of(entry).changes,
        ..EntryPrivate::of(&as_new)
    };
    RegisterEntry {
        register: entry.register.clone(),
        state: entry.state.clone(),
        private: private.to_value(),
        revision: entry.revision + 1,
        ..as_new
    }
}
