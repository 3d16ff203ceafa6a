//! Seals sessions into cookies. AES-256-GCM; the cookie's name is bound to its value.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use data_encoding::BASE64URL_NOPAD;

use super::{MAX_AGE_SECONDS, Session};

/// The name on HTTPS: browsers take it only from this host, by HTTPS, for the whole site.
const SECURE_NAME: &str = "__Host-exemplar";
/// The name on plain HTTP, on this machine alone: browsers refuse the other there.
const PLAIN_NAME: &str = "exemplar";
/// A cookie longer than this is not ours.
const VALUE_LIMIT: usize = 2048;

/// Seals and opens sessions.
pub struct Sealer {
    /// The newest seals; all open.
    keys: Vec<LessSafeKey>,
    secure: bool,
}

impl Sealer {
    /// A sealer with its keys, newest first. `secure` where the site is reached by HTTPS.
    #[must_use]
    pub fn new(keys: &[[u8; 64]], secure: bool) -> Self {
        let keys = keys
            .iter()
            .filter_map(|key| UnboundKey::new(&AES_256_GCM, &key[..AES_256_GCM.key_len()]).ok())
            .map(LessSafeKey::new)
            .collect();
        Self { keys, secure }
    }

    /// The cookie's name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        if self.secure { SECURE_NAME } else { PLAIN_NAME }
    }

    /// The session in a `Cookie` header, if there is one and it is ours.
    #[must_use]
    pub fn open(&self, cookies: &str) -> Option<Session> {
        let name = self.name();
        let value = cookies.split(';').find_map(|cookie| {
            let (key, value) = cookie.trim().split_once('=')?;
            (key == name).then_some(value)
        })?;
        if value.len() > VALUE_LIMIT {
            return None;
        }
        let sealed = BASE64URL_NOPAD.decode(value.as_bytes()).ok()?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>()?;
        self.keys.iter().find_map(|key| {
            let mut bytes = sealed.to_vec();
            let nonce = Nonce::assume_unique_for_key(*nonce);
            let plain = key.open_in_place(nonce, Aad::from(name), &mut bytes).ok()?;
            Session::from_bytes(plain)
        })
    }

    /// The `Set-Cookie` header that gives a browser this session. None where chance or sealing fails.
    #[must_use]
    pub fn seal(&self, session: &Session) -> Option<String> {
        let mut nonce = [0; NONCE_LEN];
        aws_lc_rs::rand::fill(&mut nonce).ok()?;
        let mut bytes = session.to_bytes();
        self.keys
            .first()?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(self.name()), &mut bytes)
            .ok()?;
        let mut sealed = nonce.to_vec();
        sealed.append(&mut bytes);
        let secure = if self.secure { "; Secure" } else { "" };
        Some(format!(
            "{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={MAX_AGE_SECONDS}{secure}",
            self.name(),
            BASE64URL_NOPAD.encode(&sealed),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie_of(header: &str) -> &str {
        header.split(';').next().unwrap()
    }

    #[test]
    fn a_session_comes_back_from_its_cookie() {
        let sealer = Sealer::new(&[[1; 64]], true);
        let header = sealer.seal(&Session::new([5; 16])).unwrap();
        assert!(header.starts_with("__Host-exemplar=") && header.ends_with("; Secure"));
        let opened = sealer.open(&format!("other=1; {}", cookie_of(&header))).unwrap();
        assert_eq!(opened.csrf, [5; 16]);
    }

    #[test]
    fn a_cookie_of_the_key_before_is_still_opened() {
        let header = Sealer::new(&[[1; 64]], false).seal(&Session::new([5; 16])).unwrap();
        assert!(
            Sealer::new(&[[2; 64], [1; 64]], false)
                .open(cookie_of(&header))
                .is_some()
        );
        assert!(Sealer::new(&[[2; 64]], false).open(cookie_of(&header)).is_none());
    }

    #[test]
    fn a_changed_cookie_is_nobodys() {
        let sealer = Sealer::new(&[[1; 64]], false);
        let header = sealer.seal(&Session::new([5; 16])).unwrap();
        let cookie = cookie_of(&header);
        let last = if cookie.ends_with('A') { 'B' } else { 'A' };
        assert!(sealer.open(&format!("{}{last}", &cookie[..cookie.len() - 1])).is_none());
        assert!(sealer.open("exemplar=").is_none());
    }
}
