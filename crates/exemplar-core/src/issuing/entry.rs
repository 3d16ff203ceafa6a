//! An entry of a register: how it is called, what is sealed of it, and by which words it is found.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Issued, Paid};
use crate::definition::{Duration, DurationUnit, Issue, SearchedBy, Shown};
use crate::id::{CaseId, Name, ServiceId};
use crate::record::{FIRST, RegisterEntry};

/// A word that is searched for has at most so many characters; the rest of a longer one is left out.
const TERM_CHARACTERS: usize = 40;
/// So many words find one entry.
const TERMS_AT_MOST: usize = 40;

/// The register of what a service issues. Its name holds the service's, so that two services can issue the same.
#[must_use]
pub fn register_of(service: &ServiceId, issue: &Name) -> Name {
    Name::from(format!("{service}/{issue}").as_str())
}

/// Something that was done to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryChange {
    /// The state that it came to.
    pub to: String,
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
    /// By whom: the id of a member of staff.
    pub by: String,
}

/// What is sealed of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryPrivate {
    /// What is paid: the amount, how often, in what, from which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pays: Option<(String, u32, String, Date)>,
    /// What staff did to it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<EntryChange>,
}

impl EntryPrivate {
    /// What is sealed of an entry; nothing where it cannot be read.
    #[must_use]
    pub fn of(entry: &RegisterEntry) -> Self {
        serde_json::from_value(entry.private.clone()).unwrap_or_default()
    }

    /// As it is stored.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

const UNITS: [(DurationUnit, &str); 5] = [
    (DurationUnit::Days, "days"),
    (DurationUnit::WorkingDays, "working_days"),
    (DurationUnit::Weeks, "weeks"),
    (DurationUnit::Months, "months"),
    (DurationUnit::Years, "years"),
];

impl Paid {
    fn to_private(&self) -> (String, u32, String, Date) {
        let unit = UNITS.iter().find(|(unit, _)| *unit == self.every.unit);
        let unit = unit.map_or("days", |(_, word)| word);
        (self.amount.to_string(), self.every.count, unit.to_owned(), self.from)
    }

    fn from_private((amount, count, unit, from): &(String, u32, String, Date)) -> Option<Self> {
        let (unit, _) = UNITS.into_iter().find(|(_, word)| word == unit)?;
        Some(Self {
            amount: amount.parse::<Decimal>().ok()?,
            every: Duration { count: *count, unit },
            from: *from,
        })
    }
}

/// What everybody can read of an entry, as it is written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PublicPart {
    /// By what it stands in a list, in small letters.
    pub called: String,
    /// What is shown: by question or fact, in each language, line by line.
    pub shown: serde_json::Value,
}

impl Issued {
    /// The entry of the register that it becomes. What has no number of its own is kept under its case's id.
    #[must_use]
    pub fn entry(&self, service: &ServiceId, case: CaseId, public: PublicPart, updated: Timestamp) -> RegisterEntry {
        let private = EntryPrivate {
            pays: self.pays.as_ref().map(Paid::to_private),
            changes: Vec::new(),
        };
        RegisterEntry {
            register: register_of(service, &self.issue),
            number: self.number.clone().unwrap_or_else(|| case.to_string()),
            case,
            state: super::EntryState::Live.as_str().to_owned(),
            from: self.from,
            until: self.until,
            public: public.shown,
            private: private.to_value(),
            called: public.called,
            updated,
            revision: FIRST,
        }
    }

    /// What an entry of the register was issued as.
    #[must_use]
    pub fn of_entry(entry: &RegisterEntry) -> Self {
        let (_, issue) = entry.register.as_str().rsplit_once('/').unwrap_or_default();
        let pays = EntryPrivate::of(entry).pays;
        Self {
            issue: Name::from(issue),
            number: (entry.number != entry.case.to_string()).then(|| entry.number.clone()),
            from: entry.from,
            until: entry.until,
            pays: pays.as_ref().and_then(Paid::from_private),
        }
    }
}

/// What a register shows first of an entry, as what the entry is called in a list: the first answer or fact.
#[must_use]
pub fn holder_of(issue: &Issue) -> Option<&Name> {
    issue.public.iter().find_map(|shown| match shown {
        Shown::Question(name) | Shown::Fact(name) => Some(name),
        _ => None,
    })
}

/// The words by which an entry is found, from what is public of it: each in small letters, without signs.
/// `lines` gives what is shown of a question or fact.
#[must_use]
pub fn terms_of(issue: &Issue, number: &str, lines: &dyn Fn(&Name) -> Vec<String>) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for by in &issue.search_by {
        match by {
            SearchedBy::Number => terms.extend(words_of(number)),
            SearchedBy::Words(name) => terms.extend(lines(name).iter().flat_map(|line| words_of(line))),
            SearchedBy::Postcode => {
                let shown = issue.public.iter().filter_map(|shown| match shown {
                    Shown::Question(name) => Some(name),
                    _ => None,
                });
                let lines = shown.flat_map(lines);
                for line in lines.filter(|line| is_like_a_postcode(line)) {
                    // Some people type it in one, others with a blank.
                    terms.push(squeezed(&line));
                    terms.extend(words_of(&line));
                }
            }
        }
    }
    terms.sort();
    terms.dedup();
    terms.truncate(TERMS_AT_MOST);
    terms
}

/// The words of a line as they are searched for.
#[must_use]
pub fn words_of(line: &str) -> Vec<String> {
    let words = line.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '/' | ';'));
    words.map(squeezed).filter(|word| !word.is_empty()).collect()
}

/// A word in small letters, without signs.
fn squeezed(word: &str) -> String {
    let signs = word.chars().filter(|sign| sign.is_alphanumeric());
    signs.flat_map(char::to_lowercase).take(TERM_CHARACTERS).collect()
}

/// A postcode stands in a line of its own, with a digit and two words at most: no line of a street is so short.
fn is_like_a_postcode(line: &str) -> bool {
    let is_short = line.chars().count() <= 10 && line.split_whitespace().count() <= 2;
    is_short && line.chars().any(|sign| sign.is_ascii_digit())
}
