//! Who works here: [`account`] gives accounts, [`change`] changes and ends them, [`confirm`] asks again who somebody is,
//! [`first`] is a person's first visit, [`sign_in`] every later
//! one, [`second_factor`] the one-time and recovery codes.

mod account;
mod change;
mod confirm;
mod first;
mod second_factor;
mod sign_in;

use exemplar_store::Fault;
pub use exemplar_store::StaffSession;

pub use account::{FIRST_LINK_HOURS, NewStaff, NotDone};
pub use change::{HAND_BACK_CASES, NewMembership, WRITE_TO_STAFF};
pub use confirm::{CONFIRMED_MINUTES, Kept};
pub use first::{First, NAME_AT_MOST, NotSetUp, PASSWORD_AT_LEAST, PASSWORD_AT_MOST, SetUp, is_email};
pub(crate) use sign_in::acting;
pub use sign_in::{Credentials, IDLE_MINUTES, NotSignedIn, SESSION_HOURS, SignedIn, TRIES_MINUTES};

use crate::chance;

/// A token that nobody guesses: 192 bits in the letters of addresses.
pub(crate) fn token() -> Result<String, Fault> {
    Ok(data_encoding::BASE64URL_NOPAD.encode(&chance::bytes::<24>()?))
}

#[cfg(test)]
mod tests;
