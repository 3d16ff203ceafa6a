//! A person's first visit: the link that they were given lets them choose a password and set up one-time codes.

use exemplar_core::id::StaffId;
use exemplar_core::permission::{Staff, StaffState};
use exemplar_store::{Fault, StaffSaved};

use super::second_factor;
use crate::{App, secret};

/// A password has at least this many characters.
/// Source: OWASP Authentication Cheat Sheet, and NIST SP 800-63B: length, no rules of composition.
pub const PASSWORD_AT_LEAST: usize = 12;
/// A password has at most this many characters.
pub const PASSWORD_AT_MOST: usize = 200;

/// A name has at most this many characters.
pub const NAME_AT_MOST: usize = 100;

/// Whether something can be an e-mail address: one `@` with something on both sides, and no space.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((before, after)) = text.rsplit_once('@') else {
        return false;
    };
    let fits = text.len() <= 254 && !text.contains(char::is_whitespace);
    fits && !before.is_empty() && after.split('.').count() > 1 && after.split('.').all(|label| !label.is_empty())
}

/// What the page of a first visit shows.
#[derive(Debug)]
pub struct First {
    /// Whose account it is.
    pub staff: Staff,
    /// The secret for an authenticator app, in base 32.
    pub secret: String,
    /// The same as an address of `otpauth:`.
    pub address: String,
}

/// What a person chose.
pub struct SetUp<'a> {
    /// The name; heeded where the account has none yet.
    pub name: &'a str,
    /// The e-mail address; heeded where the account has none yet.
    pub email: &'a str,
    /// The password.
    pub password: &'a str,
    /// The code that the app shows.
    pub code: &'a str,
}

/// Why an account was not set up.
#[derive(Debug, thiserror::Error)]
pub enum NotSetUp {
    /// The link was used, is too old or never was.
    #[error("the link no longer works")]
    Gone,
    /// The name is missing or too long.
    #[error("the name is missing or too long")]
    Name,
    /// The e-mail address is not one.
    #[error("the e-mail address is not one")]
    Email,
    /// The password is too short or too long.
    #[error("the password has a wrong length")]
    Password,
    /// The code is not the one that the app should show.
    #[error("the code is wrong")]
    Code,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl App {
    /// What a first link leads to. Looking changes nothing.
    ///
    /// # Errors
    /// [`NotSetUp::Gone`], or when the store fails.
    pub async fn first_visit(&self, token: &str) -> Result<First, NotSetUp> {
        let id = token
            .split_once('.')
            .and_then(|(id, _)| id.parse().ok())
            .ok_or(NotSetUp::Gone)?;
        let staff = self.store.staff(StaffId(id)).await?.ok_or(NotSetUp::Gone)?;
        let hashed = self.first_link_hash(token);
        let link = staff.private.first_link.as_ref();
        let opens = link.is_some_and(|link| link.hashed == hashed && self.clock.now() < link.until);
        // The account that waits for the first administrator is nobody's once there is other staff.
        let is_late = staff.private.email.is_empty() && self.is_staffed().await?;
        if !opens || is_late || staff.state == StaffState::Ended {
            return Err(NotSetUp::Gone);
        }
        let secret = second_factor::secret_of_link(self.store.keys(), token);
        let address = second_factor::address(&staff.private.email, &secret);
        Ok(First { staff, secret, address })
    }

    /// Sets an account up and uses its link. Gives the recovery codes, which are shown once.
    ///
    /// # Errors
    /// As [`NotSetUp`] says.
    pub async fn set_up(&self, token: &str, chosen: &SetUp<'_>) -> Result<Vec<String>, NotSetUp> {
        let First { mut staff, secret, .. } = self.first_visit(token).await?;
        if staff.private.email.is_empty() {
            let (name, email) = (chosen.name.trim(), chosen.email.trim());
            if name.is_empty() || name.chars().count() > NAME_AT_MOST {
                return Err(NotSetUp::Name);
            }
            if !is_email(email) {
                return Err(NotSetUp::Email);
            }
            staff.private.name = name.to_owned();
            staff.private.email = email.to_owned();
        }
        let length = chosen.password.chars().count();
        if !(PASSWORD_AT_LEAST..=PASSWORD_AT_MOST).contains(&length) {
            return Err(NotSetUp::Password);
        }
        let step = second_factor::step_of(&secret, chosen.code, self.clock.now()).ok_or(NotSetUp::Code)?;
        let (shown, hashed) = second_factor::recovery_codes(self.store.keys())?;
        staff.state = StaffState::Active;
        staff.revision += 1;
        let private = &mut staff.private;
        private.password = Some(secret::hash_exactly(chosen.password.to_owned()).await?);
        private.code_secret = Some(secret);
        private.code_step = step;
        private.recovery = hashed;
        private.first_link = None;
        match self.store.save_staff(&staff).await? {
            StaffSaved::Saved => Ok(shown),
            // Somebody was faster with the same link, or the account was ended.
            StaffSaved::Conflict | StaffSaved::Taken => Err(NotSetUp::Gone),
        }
    }
}
