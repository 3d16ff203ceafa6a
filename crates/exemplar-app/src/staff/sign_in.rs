//! Signing in and out, and who a cookie stands for. Wrong tries are counted in the store, over all instances.

use exemplar_core::permission::{Scope, Staff, StaffRole, StaffState, may};
use exemplar_store::{Fault, StaffSaved, StaffSession};
use jiff::{SignedDuration, Timestamp};

use super::{second_factor, token};
use crate::{App, secret};

/// A session ends after so many hours, however much it is used.
pub const SESSION_HOURS: i64 = 12;
/// A session ends after so many minutes without use.
pub const IDLE_MINUTES: i64 = 30;
/// So many tries may one caller make at one account within [`TRIES_MINUTES`].
const TRIES_AT_ACCOUNT: i64 = 5;
/// So many tries may one caller make at all accounts.
const TRIES_OF_CALLER: i64 = 30;
/// So many tries may all callers together make at one account: more than people mistype, too few to guess a code.
const TRIES_OF_ALL: i64 = 50;
/// The time over which tries are counted, in minutes.
pub const TRIES_MINUTES: i64 = 15;
/// The use of a session is noted at most so often.
const NOTE_SECONDS: i64 = 60;

/// Purposes of keyed hashes.
pub(super) const SESSION: &str = "staff session";
pub(super) const CSRF: &str = "staff csrf";
const TRIES: &str = "staff tries";

/// What somebody typed to sign in.
pub struct Credentials<'a> {
    /// The e-mail address.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
    /// A one-time code or a recovery code.
    pub code: &'a str,
    /// Who asks: an address of the network.
    pub caller: &'a str,
    /// The class of the device.
    pub device: String,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum NotSignedIn {
    /// Something of it is wrong; it does not say what.
    #[error("e-mail address, password or code is wrong")]
    Wrong,
    /// Too many tries: again after this many minutes.
    #[error("too many tries")]
    TooMany(i64),
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Somebody who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who.
    pub staff: Staff,
    /// What they may see.
    pub scope: Scope,
    /// The token of their forms.
    pub csrf: String,
    /// When they were last asked.
    pub now: Timestamp,
    /// When the session ends, where nothing more is done.
    pub until: Timestamp,
    /// When password and code were last given.
    pub confirmed: Timestamp,
    pub(super) session: [u8; 32],
}

/// A try to sign in, for counting.
pub(super) struct Try<'a> {
    pub email: &'a str,
    pub caller: &'a str,
}

/// Whether a session's time is over.
pub(super) fn is_over(session: &StaffSession, now: Timestamp) -> bool {
    now >= until(session)
}

/// When a session ends, where nothing more is done.
fn until(session: &StaffSession) -> Timestamp {
    let idle = session.seen.saturating_add(SignedDuration::from_mins(IDLE_MINUTES));
    session.ends.min(idle.unwrap_or(session.ends))
}

/// Somebody who acts without a session: those who work on made-up cases.
pub(crate) fn acting(staff: Staff, now: Timestamp) -> SignedIn {
    SignedIn {
        scope: Scope::of(&staff, now),
        staff,
        csrf: String::new(),
        now,
        until: now,
        confirmed: now,
        session: [0; 32],
    }
}

impl SignedIn {
    /// Whether they have one of these roles.
    #[must_use]
    pub fn may(&self, roles: &[StaffRole]) -> bool {
        may(&self.staff, roles, self.now)
    }
}

impl App {
    /// Signs somebody in. Gives the cookie's value.
    ///
    /// # Errors
    /// As [`NotSignedIn`] says.
    pub async fn sign_in(&self, typed: Credentials<'_>) -> Result<String, NotSignedIn> {
        let now = self.clock.now();
        let (email, caller) = (typed.email, typed.caller);
        self.count_sign_in(&Try { email, caller }, now).await?;
        let found = self.store.staff_by_email(typed.email).await?;
        let found = found.filter(|staff| staff.state == StaffState::Active);
        let hash = found.as_ref().and_then(|staff| staff.private.password.clone());
        // An address that nobody has takes as long as a wrong password.
        let right = secret::is_exactly(typed.password.to_owned(), hash.unwrap_or_default()).await?;
        let mut staff = found.filter(|_| right).ok_or(NotSignedIn::Wrong)?;
        let left = second_factor::used(self.store.keys(), &staff.private, typed.code, now);
        staff.private = left.ok_or(NotSignedIn::Wrong)?;
        staff.revision += 1;
        // Two who use the same code at once: one of them is not signed in.
        if self.store.save_staff(&staff).await? != StaffSaved::Saved {
            return Err(NotSignedIn::Wrong);
        }
        let cookie = token()?;
        let ends = now
            .saturating_add(SignedDuration::from_hours(SESSION_HOURS))
            .unwrap_or(now);
        let session = StaffSession {
            hash: self.store.keys().hash(SESSION, "", &cookie),
            organisation: staff.organisation.clone(),
            staff: staff.id,
            started: now,
            seen: now,
            ends,
            device: typed.device,
            confirmed: now,
        };
        self.store.begin_staff_session(&session).await?;
        Ok(cookie)
    }

    /// Who a cookie stands for; none where its session is over.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn signed_in(&self, cookie: &str) -> Result<Option<SignedIn>, Fault> {
        let now = self.clock.now();
        let hash = self.store.keys().hash(SESSION, "", cookie);
        let session = self.store.staff_session(hash).await?;
        let Some(mut session) = session.filter(|session| !is_over(session, now)) else {
            return Ok(None);
        };
        let staff = self.store.staff(session.staff).await?;
        let Some(staff) = staff.filter(|staff| staff.state == StaffState::Active) else {
            return Ok(None);
        };
        if now.duration_since(session.seen) >= SignedDuration::from_secs(NOTE_SECONDS) {
            self.store.use_staff_session(hash, now).await?;
            session.seen = now;
        }
        let scope = Scope::of(&staff, now);
        let csrf = self.store.keys().hash_text(CSRF, "", cookie);
        Ok(Some(SignedIn {
            staff,
            scope,
            csrf,
            now,
            until: until(&session),
            confirmed: session.confirmed,
            session: hash,
        }))
    }

    /// Signs somebody out, on this device.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_out(&self, who: &SignedIn) -> Result<(), Fault> {
        self.store.end_staff_session(who.session).await
    }

    pub(super) async fn count_sign_in(&self, typed: &Try<'_>, now: Timestamp) -> Result<(), NotSignedIn> {
        let email = typed.email.trim().to_lowercase();
        let counts = [
            ("staff_pair", format!("{} {email}", typed.caller), TRIES_AT_ACCOUNT),
            ("staff_caller", typed.caller.to_owned(), TRIES_OF_CALLER),
            ("staff_all", email, TRIES_OF_ALL),
        ];
        for (kind, what, most) in counts {
            let hash = self.store.keys().hash(TRIES, kind, &what);
            let window = SignedDuration::from_mins(TRIES_MINUTES);
            if self.store.count_guess(kind, hash, now, window).await? > most {
                return Err(NotSignedIn::TooMany(TRIES_MINUTES));
            }
        }
        Ok(())
    }
}
