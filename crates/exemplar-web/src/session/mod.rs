//! The applicant's session: one sealed cookie that holds ids and epochs, never answers.
//!
//! [`Session`] is what it says; [`Sealer`] turns it into a cookie's value and back.

mod sealer;

use exemplar_core::id::{CaseId, ServiceId};
use jiff::Timestamp;
use uuid::Uuid;

pub use sealer::Sealer;

/// The newest so many cases are held; older ones are reached by their code.
pub const CASES_LIMIT: usize = 20;

/// After so many minutes without use a draft is locked.
pub const LOCK_AFTER_MINUTES: u32 = 30;

/// For so long a browser keeps the cookie, in seconds: 28 days, the usual life of a draft.
pub const MAX_AGE_SECONDS: u32 = 28 * 24 * 60 * 60;

/// What a browser may reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Random: forms carry it too, and what comes without it is refused.
    pub csrf: [u8; 16],
    /// The cases, oldest first.
    pub cases: Vec<Held>,
    /// Whether the browser must be given the cookie anew.
    pub changed: bool,
}

/// A case that a browser holds, or, before its first answer, the id that it will have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The case.
    pub case: CaseId,
    /// Which service, as [`service_mark`] has it.
    pub service: u32,
    /// The participant's epoch when it was opened; another one ends the session.
    pub epoch: i32,
    /// The minute of its last use, since 1970.
    pub used_minute: u32,
}

impl Session {
    /// A session that holds nothing yet.
    #[must_use]
    pub fn new(csrf: [u8; 16]) -> Self {
        Self {
            csrf,
            cases: Vec::new(),
            changed: true,
        }
    }

    /// The newest case of a service.
    #[must_use]
    pub fn of_service(&self, service: &ServiceId) -> Option<Held> {
        let mark = service_mark(service);
        self.cases.iter().rev().find(|held| held.service == mark).copied()
    }

    /// A case by its id.
    #[must_use]
    pub fn of_case(&self, case: CaseId) -> Option<Held> {
        let is_it = |held: &&Held| held.case == case && held.service != signing_mark();
        self.cases.iter().find(is_it).copied()
    }

    /// The newest case that waits for this person's signature. It opens nothing else.
    #[must_use]
    pub fn to_sign(&self) -> Option<Held> {
        let mark = signing_mark();
        self.cases.iter().rev().find(|held| held.service == mark).copied()
    }

    /// Holds a case for a second person, beside what the browser may reach as an applicant.
    pub fn hold_to_sign(&mut self, case: CaseId, epoch: i32, now: Timestamp) {
        self.cases.retain(|held| held.service != signing_mark());
        if self.cases.len() >= CASES_LIMIT {
            self.cases.remove(0);
        }
        self.cases.push(Held {
            case,
            service: signing_mark(),
            epoch,
            used_minute: minute(now),
        });
        self.changed = true;
    }

    /// Lets go of the case that waited for a signature.
    pub fn let_go_of_signing(&mut self) {
        self.cases.retain(|held| held.service != signing_mark());
        self.changed = true;
    }

    /// Holds a case, as the newest of its service. The oldest of all goes when there are too many.
    pub fn hold(&mut self, case: CaseId, service: &ServiceId, epoch: i32, now: Timestamp) {
        self.cases
            .retain(|held| held.case != case || held.service == signing_mark());
        if self.cases.len() >= CASES_LIMIT {
            self.cases.remove(0);
        }
        self.cases.push(Held {
            case,
            service: service_mark(service),
            epoch,
            used_minute: minute(now),
        });
        self.changed = true;
    }

    /// Holds a case whose code or link was right, but not yet the second fact: it opens nothing.
    pub fn let_try(&mut self, case: CaseId, service: &ServiceId) {
        if self.of_case(case).is_none() {
            self.hold(case, service, NOT_OPENED, Timestamp::UNIX_EPOCH);
        }
    }

    /// Lets go of a case.
    pub fn let_go(&mut self, case: CaseId) {
        self.cases
            .retain(|held| held.case != case || held.service == signing_mark());
        self.changed = true;
    }

    /// Notes that a case was used now. At most one new cookie a minute.
    pub fn used(&mut self, case: CaseId, now: Timestamp) {
        let now = minute(now);
        if let Some(held) = self
            .cases
            .iter_mut()
            .find(|held| held.case == case && held.service != signing_mark() && held.used_minute != now)
        {
            held.used_minute = now;
            self.changed = true;
        }
    }

    /// The token of this session's forms.
    #[must_use]
    pub fn csrf_token(&self) -> String {
        data_encoding::BASE64URL_NOPAD.encode(&self.csrf)
    }

    /// Whether a form's token is this session's. Takes the same time for any wrong one.
    #[must_use]
    pub fn is_csrf_token(&self, token: &str) -> bool {
        let Ok(bytes) = data_encoding::BASE64URL_NOPAD.decode(token.as_bytes()) else {
            return false;
        };
        aws_lc_rs::constant_time::verify_slices_are_equal(&bytes, &self.csrf).is_ok()
    }
}

impl Held {
    /// Whether it has not been used for so long that it must be opened again.
    #[must_use]
    pub fn is_locked(&self, now: Timestamp) -> bool {
        minute(now).saturating_sub(self.used_minute) >= LOCK_AFTER_MINUTES
    }
}

/// The epoch of a case that was found by its code or link and not opened yet: no participant has it.
const NOT_OPENED: i32 = -1;

/// Minutes since 1970.
fn minute(now: Timestamp) -> u32 {
    u32::try_from(now.as_second() / 60).unwrap_or_default()
}

/// Tells services apart inside the cookie, in four bytes: FNV-1a of the name.
/// Two services with one mark would only share "the newest draft", which names its service itself.
#[must_use]
pub fn service_mark(service: &ServiceId) -> u32 {
    service.as_str().bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The mark of a case that is held to be signed: of no service, since its name is none that a folder can have.
fn signing_mark() -> u32 {
    service_mark(&ServiceId::from("/sign"))
}

impl Session {
    /// The bytes of a session: a format, the token, then 28 bytes a case.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(17 + 28 * self.cases.len());
        bytes.push(FORMAT);
        bytes.extend_from_slice(&self.csrf);
        for held in &self.cases {
            bytes.extend_from_slice(held.case.0.as_bytes());
            bytes.extend_from_slice(&held.service.to_be_bytes());
            bytes.extend_from_slice(&held.epoch.to_be_bytes());
            bytes.extend_from_slice(&held.used_minute.to_be_bytes());
        }
        bytes
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (&format, rest) = bytes.split_first()?;
        let (csrf, mut rest) = rest.split_first_chunk::<16>()?;
        if format != FORMAT || rest.len() % 28 != 0 {
            return None;
        }
        let mut cases = Vec::with_capacity(rest.len() / 28 + 1);
        while let Some((case, after)) = rest.split_first_chunk::<16>() {
            let (service, after) = after.split_first_chunk::<4>()?;
            let (epoch, after) = after.split_first_chunk::<4>()?;
            let (used, after) = after.split_first_chunk::<4>()?;
            cases.push(Held {
                case: CaseId(Uuid::from_bytes(*case)),
                service: u32::from_be_bytes(*service),
                epoch: i32::from_be_bytes(*epoch),
                used_minute: u32::from_be_bytes(*used),
            });
            rest = after;
        }
        Some(Self {
            csrf: *csrf,
            cases,
            changed: false,
        })
    }
}

/// The format of the bytes. Another one is a session from before, which begins anew.
const FORMAT: u8 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    fn case(n: u128) -> CaseId {
        CaseId(Uuid::from_u128(n))
    }

    #[test]
    fn a_session_is_read_as_it_was_written() {
        let mut session = Session::new([7; 16]);
        session.hold(case(1), &ServiceId::from("example-permit"), 3, at(0));
        session.hold(case(2), &ServiceId::from("register-to-vote"), -1, at(5));
        let read = Session::from_bytes(&session.to_bytes()).unwrap();
        assert_eq!(read.cases, session.cases);
        assert_eq!(read.csrf, session.csrf);
    }

    #[test]
    fn the_newest_twenty_cases_are_held() {
        let mut session = Session::new([0; 16]);
        for n in 0..25 {
            session.hold(case(n), &ServiceId::from("a"), 0, at(0));
        }
        assert_eq!(session.cases.len(), CASES_LIMIT);
        assert_eq!(session.cases[0].case, case(5));
    }

    #[test]
    fn a_draft_is_locked_after_thirty_minutes_without_use() {
        let mut session = Session::new([0; 16]);
        session.hold(case(1), &ServiceId::from("a"), 0, at(0));
        assert!(!session.cases[0].is_locked(at(29)));
        assert!(session.cases[0].is_locked(at(30)));
        session.used(case(1), at(29));
        assert!(!session.cases[0].is_locked(at(58)));
    }

    #[test]
    fn a_form_without_the_sessions_token_is_told_apart() {
        let session = Session::new([9; 16]);
        assert!(session.is_csrf_token(&session.csrf_token()));
        assert!(!session.is_csrf_token(&Session::new([8; 16]).csrf_token()));
        assert!(!session.is_csrf_token(""));
    }
}
