//! Words that people choose, as argon2id hashes. Parameters by OWASP's Password Storage Cheat Sheet: 19 MiB, two passes.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use exemplar_store::Fault;

/// Hashes a word, with capitals and spaces at its ends left out: a word is said from memory.
///
/// # Errors
/// Where the machine gives no random bytes.
pub async fn hash(word: &str) -> Result<String, Fault> {
    let word = plain(word);
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(word.as_bytes()).map(|hash| hash.to_string())
    });
    let failed = || Fault::Defect("a word could not be hashed".to_owned());
    hashed.await.map_err(|_| failed())?.map_err(|_| failed())
}

/// Whether a word is the one that was hashed. Takes as long where there is no hash.
///
/// # Errors
/// Where the machine fails.
pub async fn is(word: &str, hash: String) -> Result<bool, Fault> {
    let word = plain(word);
    let checked = tokio::task::spawn_blocking(move || {
        let Ok(parsed) = PasswordHash::new(&hash) else { return false };
        Argon2::default().verify_password(word.as_bytes(), &parsed).is_ok()
    });
    checked.await.map_err(|_| Fault::Defect("a word could not be checked".to_owned()))
}

fn plain(word: &str) -> String {
    word.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_word_is_known_again_whatever_its_capitals() {
        let hashed = hash(" Blue Kettle ").await.unwrap();
        assert!(is("blue kettle", hashed.clone()).await.unwrap());
        assert!(!is("blue kettles", hashed).await.unwrap());
        assert!(!is("blue kettle", String::new()).await.unwrap());
    }
}
