//! The keys that open what is stored. They come from a file outside the data folder and the database; from its few
//! secrets every other key is derived. The file itself is in [`file`].

mod file;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use aws_lc_rs::{hkdf, hmac};
use data_encoding::HEXLOWER;
use exemplar_core::id::{CaseId, OrganisationId};

use crate::Fault;
use crate::seal::{BoundTo, SealKey, fill};
use file::Secrets;

/// Whether the key file was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// It was read.
    Read,
    /// It was made: say where it is, and that nothing can be read without it.
    Made,
}

/// All keys of an installation.
pub struct Keys {
    secrets: Secrets,
    signing: Ed25519KeyPair,
    sealing: RwLock<HashMap<Purpose, Arc<SealKey>>>,
    hashing: RwLock<HashMap<Purpose, Arc<hmac::Key>>>,
}

/// What a derived key is for: the root it comes from (empty for hashes), the purpose, the organisation.
type Purpose = (String, String, String);

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").finish_non_exhaustive()
    }
}

impl Keys {
    /// Reads the key file.
    ///
    /// # Errors
    /// If it is not there, is open to other users, or is no key file.
    pub fn read(path: &Path) -> Result<Self, Fault> {
        Self::from_secrets(file::read(path)?)
    }

    /// Reads the key file, or makes one with new keys, which only the present user can read.
    ///
    /// # Errors
    /// If it can neither be read nor made.
    pub fn read_or_make(path: &Path) -> Result<(Self, Made), Fault> {
        if path.exists() {
            return Ok((Self::read(path)?, Made::Read));
        }
        let secrets = Secrets::make()?;
        file::write_new(path, &secrets)?;
        Ok((Self::from_secrets(secrets)?, Made::Made))
    }

    /// New keys that are kept nowhere: for tests and demonstrations.
    ///
    /// # Errors
    /// If the system gives no random bytes.
    pub fn make_in_memory() -> Result<Self, Fault> {
        Self::from_secrets(Secrets::make()?)
    }

    fn from_secrets(secrets: Secrets) -> Result<Self, Fault> {
        let signing = Ed25519KeyPair::from_seed_unchecked(&secrets.signing.key.0)
            .map_err(|_| Fault::Keys("the signing key in the key file is not one".into()))?;
        if secrets.roots.is_empty() || secrets.cookies.is_empty() {
            return Err(Fault::Keys("the key file lacks a root or a cookie key".into()));
        }
        Ok(Self {
            secrets,
            signing,
            sealing: RwLock::default(),
            hashing: RwLock::default(),
        })
    }

    /// A keyed hash of a value, the same for as long as the installation lives.
    ///
    /// The purpose keeps hashes apart: that of a return code tells nothing about that of a surname.
    /// `organisation` is empty for what belongs to the installation.
    #[must_use]
    pub fn hash(&self, purpose: &str, organisation: &str, value: &str) -> [u8; 32] {
        let tag = hmac::sign(&self.hash_key(purpose, organisation), value.as_bytes());
        let mut hash = [0; 32];
        hash.copy_from_slice(tag.as_ref());
        hash
    }

    /// [`Keys::hash`] as text, such as the value of a claim.
    #[must_use]
    pub fn hash_text(&self, purpose: &str, organisation: &str, value: &str) -> String {
        HEXLOWER.encode(&self.hash(purpose, organisation, value))
    }

    /// Whether records under the key with this id can be opened.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.secrets.roots.iter().any(|root| root.id == id)
    }

    /// The keys of cookies, newest first: the first one encrypts, all of them open.
    #[must_use]
    pub fn cookie(&self) -> &[[u8; 64]] {
        &self.secrets.cookies
    }

    /// Signs a checkpoint. Answers the key's id and the signature.
    pub(crate) fn sign(&self, message: &[u8]) -> (&str, Vec<u8>) {
        let signature = self.signing.sign(message).as_ref().to_vec();
        (&self.secrets.signing.id, signature)
    }

    /// Whether the present signing key signed `message`.
    pub(crate) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.signing.public_key().as_ref())
            .verify(message, signature)
            .is_ok()
    }

    /// The public half of the key that signs checkpoints, for a proof away from here.
    #[must_use]
    pub fn checkpoint_public_key(&self) -> Vec<u8> {
        self.signing.public_key().as_ref().to_vec()
    }

    /// The newest key for a purpose and its id.
    pub(crate) fn newest(&self, purpose: &str, whose: &str) -> Result<(String, Arc<SealKey>), Fault> {
        let id = self.secrets.roots[0].id.clone();
        let key = self.by_id(&id, purpose, whose)?;
        Ok((id, key))
    }

    /// The key for a purpose that comes from the root with this id.
    pub(crate) fn by_id(&self, id: &str, purpose: &str, whose: &str) -> Result<Arc<SealKey>, Fault> {
        let purpose = (id.to_owned(), purpose.to_owned(), whose.to_owned());
        let known = self.sealing.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = known.get(&purpose) {
            return Ok(Arc::clone(key));
        }
        drop(known);
        let root = self.secrets.roots.iter().find(|root| root.id == id);
        let root =
            root.ok_or_else(|| Fault::Keys(format!("the key file lacks the key {id}, which stored records need")))?;
        let key = Arc::new(SealKey::new(&derive(&root.key.0, &purpose)?)?);
        self.sealing
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(purpose, Arc::clone(&key));
        Ok(key)
    }

    fn hash_key(&self, purpose: &str, organisation: &str) -> Arc<hmac::Key> {
        let purpose = (String::new(), purpose.to_owned(), organisation.to_owned());
        let known = self.hashing.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = known.get(&purpose) {
            return Arc::clone(key);
        }
        drop(known);
        // HMAC as derivation: it cannot fail, and the purposes are of our own making.
        let lookup = hmac::Key::new(hmac::HMAC_SHA256, &self.secrets.lookup.0);
        let derived = hmac::sign(&lookup, &label(&purpose));
        let key = Arc::new(hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref()));
        self.hashing
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(purpose, Arc::clone(&key));
        key
    }
}

/// HKDF with SHA-256 (RFC 5869): a key for one purpose of one organisation.
fn derive(root: &[u8; 32], purpose: &Purpose) -> Result<[u8; 32], Fault> {
    let defect = |_| Fault::Defect("a key could not be derived".into());
    let mut key = [0; 32];
    let label = label(purpose);
    hkdf::Salt::new(hkdf::HKDF_SHA256, b"exemplar")
        .extract(root)
        .expand(&[&label], hkdf::HKDF_SHA256)
        .map_err(defect)?
        .fill(&mut key)
        .map_err(defect)?;
    Ok(key)
}

/// Purpose and organisation, each with its length before it, so that no two pairs look alike.
fn label((_, purpose, whose): &Purpose) -> Vec<u8> {
    let mut label = Vec::with_capacity(purpose.len() + whose.len() + 16);
    for part in [purpose, whose] {
        label.extend_from_slice(&(part.len() as u64).to_be_bytes());
        label.extend_from_slice(part.as_bytes());
    }
    label
}

/// The key of one case, opened.
pub(crate) struct CaseKey {
    bytes: [u8; 32],
    pub(crate) seal: SealKey,
}

/// The key of one case as it is stored.
pub(crate) struct WrappedKey {
    pub(crate) key_id: String,
    pub(crate) wrapped: Vec<u8>,
}

const WRAP: &str = "case keys";

impl CaseKey {
    pub(crate) fn draw() -> Result<Self, Fault> {
        let mut bytes = [0; 32];
        fill(&mut bytes)?;
        Self::from_bytes(bytes)
    }

    fn from_bytes(bytes: [u8; 32]) -> Result<Self, Fault> {
        Ok(Self {
            bytes,
            seal: SealKey::new(&bytes)?,
        })
    }

    /// The key of one content of the case: with the case's key it is gone.
    pub(crate) fn of_content(&self, content: uuid::Uuid) -> Result<[u8; 32], Fault> {
        let purpose = (String::new(), "content of a file".to_owned(), content.to_string());
        derive(&self.bytes, &purpose)
    }

    /// Wraps the key under the newest key of the organisation that holds the case.
    pub(crate) fn wrap(&self, keys: &Keys, case: CaseId, organisation: &OrganisationId) -> Result<WrappedKey, Fault> {
        let (key_id, key) = keys.newest(WRAP, organisation.as_str())?;
        let wrapped = key.seal(&bound(case, organisation), &self.bytes)?;
        Ok(WrappedKey { key_id, wrapped })
    }

    pub(crate) fn unwrap(
        keys: &Keys,
        case: CaseId,
        organisation: &OrganisationId,
        stored: &WrappedKey,
    ) -> Result<Self, Fault> {
        let key = keys.by_id(&stored.key_id, WRAP, organisation.as_str())?;
        let bytes = key.open(&bound(case, organisation), &stored.wrapped)?;
        let bytes = bytes.try_into();
        Self::from_bytes(bytes.map_err(|_| Fault::broken("a case key has a wrong length"))?)
    }
}

fn bound(case: CaseId, organisation: &OrganisationId) -> BoundTo<'_> {
    BoundTo::named("case_key", case.0, 0, organisation.as_str(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_depends_on_purpose_organisation_value_and_installation() {
        let keys = Keys::make_in_memory().unwrap();
        let hash = keys.hash("surname", "council", "green");
        assert_eq!(hash, keys.hash("surname", "council", "green"));
        assert_ne!(hash, keys.hash("town", "council", "green"));
        assert_ne!(hash, keys.hash("surname", "county", "green"));
        assert_ne!(hash, keys.hash("surname", "council", "brown"));
        assert_ne!(hash, keys.hash("surnamec", "ouncil", "green"));
        let others = Keys::make_in_memory().unwrap();
        assert_ne!(hash, others.hash("surname", "council", "green"));
    }

    #[test]
    fn a_case_key_opens_for_its_case_and_organisation_only() {
        let keys = Keys::make_in_memory().unwrap();
        let case = CaseId(uuid::Uuid::from_u128(1));
        let council = OrganisationId::from("council");
        let wrapped = CaseKey::draw().unwrap().wrap(&keys, case, &council).unwrap();
        assert!(CaseKey::unwrap(&keys, case, &council, &wrapped).is_ok());
        assert!(CaseKey::unwrap(&keys, case, &"county".into(), &wrapped).is_err());
        let other = CaseId(uuid::Uuid::from_u128(2));
        assert!(CaseKey::unwrap(&keys, other, &council, &wrapped).is_err());
    }

    #[test]
    fn a_checkpoint_is_signed_by_the_installation_s_own_key() {
        let keys = Keys::make_in_memory().unwrap();
        let (_, signature) = keys.sign(b"heads");
        assert!(keys.signed(b"heads", &signature));
        assert!(!keys.signed(b"tails", &signature));
        assert!(!Keys::make_in_memory().unwrap().signed(b"heads", &signature));
    }
}
