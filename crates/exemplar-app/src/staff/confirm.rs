//! Asking again who somebody is before what cannot be undone, and keeping what they typed meanwhile: also what came
//! after their session had ended.

use exemplar_core::permission::{Staff, StaffState};
use exemplar_store::{Fault, StaffSaved, StaffSession};
use jiff::SignedDuration;

use super::sign_in::{CSRF, SESSION, Try, is_over};
use super::{NotSignedIn, SignedIn, second_factor, token};
use crate::{App, secret};

/// Password and code that were given within so many minutes need not be given again.
pub const CONFIRMED_MINUTES: i64 = 5;
/// What was typed is kept for so many minutes.
const KEPT_MINUTES: i64 = 60;

/// The kind of what is kept.
const FORM: &str = "form";

/// A form that was sent and not yet acted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The address that it was sent to.
    pub path: String,
    /// Its fields, in order.
    pub fields: Vec<(String, String)>,
}

impl SignedIn {
    /// Whether password and code were given a short while ago.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.now.duration_since(self.confirmed) < SignedDuration::from_mins(CONFIRMED_MINUTES)
    }
}

impl App {
    /// Takes password and code of somebody who is signed in. Wrong ones are counted as at signing in.
    ///
    /// # Errors
    /// As [`NotSignedIn`] says.
    pub async fn confirm_staff(
        &self,
        who: &SignedIn,
        password: &str,
        code: &str,
        caller: &str,
    ) -> Result<(), NotSignedIn> {
        let now = self.clock.now();
        let email = &who.staff.private.email;
        self.count_sign_in(&Try { email, caller }, now).await?;
        let staff = self.store.staff(who.staff.id).await?;
        let mut staff = staff
            .filter(|staff| staff.state == StaffState::Active)
            .ok_or(NotSignedIn::Wrong)?;
        let hash = staff.private.password.clone().unwrap_or_default();
        if !secret::is_exactly(password.to_owned(), hash).await? {
            return Err(NotSignedIn::Wrong);
        }
        let left = second_factor::used(self.store.keys(), &staff.private, code, now);
        staff.private = left.ok_or(NotSignedIn::Wrong)?;
        staff.revision += 1;
        if self.store.save_staff(&staff).await? != StaffSaved::Saved {
            return Err(NotSignedIn::Wrong);
        }
        self.store.confirm_staff_session(who.session, now).await?;
        Ok(())
    }

    /// Keeps a form for a member of staff. Gives the id under which they find it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_form(&self, staff: &Staff, form: &Kept) -> Result<String, Fault> {
        let id = token()?;
        let now = self.clock.now();
        let until = now
            .saturating_add(SignedDuration::from_mins(KEPT_MINUTES))
            .unwrap_or(now);
        let what = serde_json::json!([form.path, form.fields]);
        self.store.keep(staff, FORM, &id, until, &what).await?;
        Ok(id)
    }

    /// A form that was kept for this member of staff.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kept_form(&self, who: &SignedIn, id: &str) -> Result<Option<Kept>, Fault> {
        let kept = self.store.kept(who.staff.id, FORM, id, self.clock.now()).await?;
        let Some(kept) = kept else { return Ok(None) };
        let read = serde_json::from_value(kept);
        let (path, fields) = read.map_err(|_| Fault::Defect("a kept form cannot be read".to_owned()))?;
        Ok(Some(Kept { path, fields }))
    }

    /// Forgets a form that was kept. Answers whether it was there.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_kept_form(&self, id: &str) -> Result<bool, Fault> {
        self.store.drop_kept(id).await
    }

    /// Whose form comes late: the session of the cookie is over, and the form carries its token. None where the session
    /// was ended on purpose, or the account is.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn late(&self, cookie: &str, csrf: &str) -> Result<Option<Staff>, Fault> {
        let keys = self.store.keys();
        let own = keys.hash_text(CSRF, "", cookie);
        let is_own = aws_lc_rs::constant_time::verify_slices_are_equal(own.as_bytes(), csrf.as_bytes()).is_ok();
        if !is_own {
            return Ok(None);
        }
        let session = self.store.staff_session(keys.hash(SESSION, "", cookie)).await?;
        let Some(session) = session.filter(|session| is_over(session, self.clock.now())) else {
            return Ok(None);
        };
        let staff = self.store.staff(session.staff).await?;
        Ok(staff.filter(|staff| staff.state == StaffState::Active))
    }

    /// The sessions of who is signed in that hold, the latest first; with each whether it is the present one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_sessions(&self, who: &SignedIn) -> Result<Vec<(StaffSession, bool)>, Fault> {
        let all = self.store.staff_sessions(who.staff.id).await?;
        let holding = all.into_iter().filter(|session| !is_over(session, who.now));
        Ok(holding
            .map(|session| {
                let is_present = session.hash == who.session;
                (session, is_present)
            })
            .collect())
    }
}
