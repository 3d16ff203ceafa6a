//! What a decision issues, for one case: its number, its days, what is paid by it. [`state`] is what becomes of an
//! entry of the register; how its words are written and how it is kept are not here.

mod entry;
mod moments;
mod state;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::definition::{Duration, Issue, Keeping};
use crate::expression::{Value, add_period};
use crate::id::Name;
use crate::journey::Walk;

pub use entry::{EntryChange, EntryPrivate, PublicPart, holder_of, register_of, terms_of, words_of};
pub use moments::{ended_on, instant, instant_as_issued, moments};
pub use state::{Changing, EntryState, NotChanged, Standing, change, is_allowed, standing};

/// Digits of a number that are drawn: 12 are more than any register needs.
pub const MOST_DIGITS: usize = 12;

/// Random bytes of one number: two for each digit, so that none is likelier than another by more than a thousandth.
pub const NUMBER_BYTES: usize = MOST_DIGITS * 2;

/// Something that was issued, or is about to be.
#[derive(Debug, Clone, PartialEq)]
pub struct Issued {
    /// What, by its name in the definition.
    pub issue: Name,
    /// Its number, where it has one.
    pub number: Option<String>,
    /// The first day.
    pub from: Date,
    /// The last day; none where it is good forever.
    pub until: Option<Date>,
    /// What is paid by it.
    pub pays: Option<Paid>,
}

/// What is paid by what was issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Paid {
    /// How much.
    pub amount: Decimal,
    /// How often.
    pub every: Duration,
    /// From which day.
    pub from: Date,
}

/// What an outcome issues, in order. A service that issues nothing costs nothing here.
pub fn issued_by<'d>(issues: &'d [Issue], outcome: &str) -> impl Iterator<Item = &'d Issue> {
    let outcome = outcome.to_owned();
    issues.iter().filter(move |issue| issue.at.as_str() == outcome)
}

/// What is issued to one case on that day. The number comes of random bytes: it says nothing of whose it is, and the
/// number of another cannot be worked out from it.
#[must_use]
pub fn issue(issue: &Issue, walk: &Walk<'_>, today: Date, random: &[u8; NUMBER_BYTES]) -> Issued {
    let number = issue.number.iter().find(|(_, when)| counts(when.as_ref(), walk));
    let lasts = issue.lasts.iter().find(|(_, when)| counts(when.as_ref(), walk));
    let until = match lasts {
        Some((Keeping::For(term), _)) => add_period(today, *term, true, &walk.definition().holidays),
        _ => None,
    };
    Issued {
        issue: issue.name.clone(),
        number: number.map(|(pattern, _)| drawn(pattern, random)),
        from: today,
        until,
        pays: paid(issue, walk, today),
    }
}

fn counts(when: Option<&crate::expression::Expression>, walk: &Walk<'_>) -> bool {
    when.is_none_or(|when| walk.holds(when))
}

fn paid(issue: &Issue, walk: &Walk<'_>, today: Date) -> Option<Paid> {
    let pays = issue.pays.as_ref()?;
    let amount = match walk.cases(&pays.amount)? {
        Value::Money(amount) | Value::Number(amount) => amount,
        _ => return None,
    };
    let from = pays.from.as_ref().and_then(|from| walk.cases(from));
    let from = match from {
        Some(Value::Date(day)) => day,
        _ => today,
    };
    Some(Paid {
        amount,
        every: pays.every,
        from,
    })
}

/// A number by its pattern: each # is a digit of the random bytes.
fn drawn(pattern: &str, random: &[u8; NUMBER_BYTES]) -> String {
    let (pairs, _) = random.as_chunks::<2>();
    let mut pairs = pairs.iter();
    let digit = |pair: &[u8; 2]| char::from(b'0' + u8::try_from(u16::from_be_bytes(*pair) % 10).unwrap_or_default());
    pattern
        .chars()
        .map(|sign| match sign {
            '#' => pairs.next().map_or('0', digit),
            sign => sign,
        })
        .collect()
}
