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
    hash_exactly(plain(word)).await
}

/// Whether a word is the one that was hashed. Takes as long where there is no hash.
///
/// # Errors
/// Where the machine fails.
pub async fn is(word: &str, hash: String) -> Result<bool, Fault> {
    is_exactly(plain(word), hash).await
}

/// Hashes a password as it was typed.
///
/// # Errors
/// Where the machine gives no random bytes.
pub async fn hash_exactly(word: String) -> Result<String, Fault> {
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(word.as_bytes())
            .map(|hash| hash.to_string())
    });
    let failed = || Fault::Defect("a word could not be hashed".to_owned());
    hashed.await.map_err(|_| failed())?.map_err(|_| failed())
}

/// Whether a password is the one that was hashed, letter by letter. Takes as long where there is no hash.
///
/// # Errors
/// Where the machine fails.
pub async fn is_exactly(word: String, hash: String) -> Result<bool, Fault> {
    let checked = tokio::task::spawn_blocking(move || {
        let Ok(parsed) = PasswordHash::new(&hash) else {
            // The same work for nothing, so that the time does not tell that there is no hash.
            let _ = Argon2::default().hash_password(word.as_bytes());
            return false;
        };
        Argon2::default().verify_password(word.as_bytes(), &parsed).is_ok()
    });
    checked
        .await
        .map_err(|_| Fault::Defect("a word could not be checked".to_owned()))
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

    #[tokio::test]
    async fn the_capitals_of_a_password_count() {
        let hashed = hash_exactly("Blue Kettle 12".to_owned()).await.unwrap();
        assert!(is_exactly("Blue Kettle 12".to_owned(), hashed.clone()).await.unwrap());
        assert!(!is_exactly("blue kettle 12".to_owned(), hashed).await.unwrap());
    }
}
