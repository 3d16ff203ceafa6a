//! The second thing that staff show besides a password: a one-time code (RFC 6238), or one of the recovery codes.

use exemplar_core::id::{code, code_as_given};
use exemplar_core::permission::StaffPrivate;
use exemplar_store::{Fault, Keys};
use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

use crate::chance;

/// So many recovery codes are given.
const RECOVERY_CODES: usize = 8;
/// A recovery code has so many groups of four characters: 60 bits.
const RECOVERY_GROUPS: usize = 3;
/// The secret of one-time codes has so many bytes: as RFC 4226 recommends.
const SECRET_BYTES: usize = 20;
/// The name under which an app lists the codes.
const ISSUER: &str = "Exemplar";

/// Purposes of keyed hashes.
const CODE_SECRET: &str = "staff code secret";
const RECOVERY: &str = "staff recovery code";

/// The secret that belongs to a first link: worked out from its token, so that the page can be shown again.
pub fn secret_of_link(keys: &Keys, token: &str) -> String {
    let hash = keys.hash(CODE_SECRET, "", token);
    data_encoding::BASE32_NOPAD.encode(&hash[..SECRET_BYTES])
}

/// The address that an authenticator app reads.
pub fn address(email: &str, secret: &str) -> String {
    let email = in_address(email);
    format!("otpauth://totp/{ISSUER}:{email}?secret={secret}&issuer={ISSUER}&algorithm=SHA1&digits=6&period=30")
}

/// Text as it may stand in an address (RFC 3986).
fn in_address(text: &str) -> String {
    let mut address = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The step of a right one-time code.
pub fn step_of(secret: &str, typed: &str, now: Timestamp) -> Option<u64> {
    let digits: String = typed.chars().filter(|letter| !letter.is_whitespace()).collect();
    totp(secret)?.check(&digits, seconds(now))
}

fn totp(secret: &str) -> Option<Totp> {
    Builder::new()
        .with_secret(Secret::try_from_base32(secret).ok()?)
        .build()
        .ok()
}

fn seconds(now: Timestamp) -> u64 {
    u64::try_from(now.as_second()).unwrap_or_default()
}

/// New recovery codes: what is shown once, and the keyed hashes that are kept.
pub fn recovery_codes(keys: &Keys) -> Result<(Vec<String>, Vec<String>), Fault> {
    let mut shown = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        shown.push(code(&chance::bytes::<12>()?, RECOVERY_GROUPS));
    }
    let hashed = shown
        .iter()
        .map(|shown| keys.hash_text(RECOVERY, "", &code_as_given(shown)))
        .collect();
    Ok((shown, hashed))
}

/// Uses up what was typed: a one-time code that was not taken before, or a recovery code. Gives what is left, or
/// none where it was neither.
pub fn used(keys: &Keys, private: &StaffPrivate, typed: &str, now: Timestamp) -> Option<StaffPrivate> {
    let mut left = private.clone();
    let step = private
        .code_secret
        .as_ref()
        .and_then(|secret| step_of(secret, typed, now));
    if let Some(step) = step {
        left.code_step = step;
        return (step > private.code_step).then_some(left);
    }
    let hashed = keys.hash_text(RECOVERY, "", &code_as_given(typed));
    left.recovery.retain(|kept| *kept != hashed);
    (left.recovery.len() < private.recovery.len()).then_some(left)
}

/// The one-time code of a moment.
#[cfg(test)]
pub fn code_at(secret: &str, now: Timestamp) -> String {
    totp(secret)
        .map(|totp| totp.generate(seconds(now)).to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_rfc_6238() {
        // Source: RFC 6238, appendix B, SHA-1, the last six of its eight digits.
        let secret = data_encoding::BASE32_NOPAD.encode(b"12345678901234567890");
        assert_eq!(code_at(&secret, at(59)), "287082");
        assert_eq!(code_at(&secret, at(1_111_111_109)), "081804");
        assert_eq!(step_of(&secret, "287 082", at(59)), Some(1));
        assert_eq!(step_of(&secret, "287083", at(59)), None);
        assert_eq!(step_of(&secret, "287082", at(59 + 120)), None);
    }

    #[test]
    fn no_code_is_taken_twice() {
        let keys = Keys::make_in_memory().unwrap();
        let secret = secret_of_link(&keys, "token");
        let (shown, recovery) = recovery_codes(&keys).unwrap();
        let private = StaffPrivate {
            code_secret: Some(secret.clone()),
            recovery,
            ..StaffPrivate::default()
        };
        let now = at(1_800_000_000);
        let typed = code_at(&secret, now);
        let left = used(&keys, &private, &typed, now).unwrap();
        assert!(used(&keys, &left, &typed, now).is_none());
        let left = used(&keys, &left, &shown[3].to_lowercase(), now).unwrap();
        assert_eq!(left.recovery.len(), RECOVERY_CODES - 1);
        assert!(used(&keys, &left, &shown[3], now).is_none());
        assert!(used(&keys, &left, "", now).is_none());
    }
}
