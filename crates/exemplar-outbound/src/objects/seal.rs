//! Segments of a content, each sealed by itself: AES-256-GCM under a key of that content alone. Bound to each are its
//! content, its place and whether it is the last, so that none can be moved, left out or cut off unseen.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::rand;
use uuid::Uuid;

use super::ObjectFault;

/// So many bytes of a content are one segment; the last may have fewer.
pub const SEGMENT: usize = 64 * 1024;
/// So many bytes more has a segment that is sealed.
pub const OVERHEAD: usize = NONCE_LEN + 16;
/// The place of what is said of a content, beyond all segments.
pub(super) const ABOUT_PLACE: u64 = u64::MAX;
/// Stands first in what is bound to a segment. Another format has another.
const FORMAT: &[u8] = b"exemplar file 1\0";

/// The key of one content.
pub struct ObjectKey {
    key: LessSafeKey,
    object: Uuid,
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ObjectKey").finish_non_exhaustive()
    }
}

impl ObjectKey {
    /// The key of a content.
    ///
    /// # Panics
    /// Never: a key of AES-256 has 32 bytes.
    #[must_use]
    pub fn new(object: Uuid, bytes: &[u8; 32]) -> Self {
        let key = UnboundKey::new(&AES_256_GCM, bytes).expect("a key of AES-256 has 32 bytes");
        Self {
            key: LessSafeKey::new(key),
            object,
        }
    }

    pub(super) fn seal(&self, place: u64, is_last: bool, plain: &[u8]) -> Result<Vec<u8>, ObjectFault> {
        let mut nonce = [0; NONCE_LEN];
        rand::fill(&mut nonce).map_err(|_| ObjectFault::Damaged("the system gave no random bytes"))?;
        let mut sealed = Vec::with_capacity(plain.len() + OVERHEAD);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self
            .key
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                self.bound_to(place, is_last),
                &mut sealed[NONCE_LEN..],
            )
            .map_err(|_| ObjectFault::Damaged("a segment could not be sealed"))?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    pub(super) fn open(&self, place: u64, is_last: bool, mut sealed: Vec<u8>) -> Result<Vec<u8>, ObjectFault> {
        let does_not_open = ObjectFault::Damaged("a segment does not open where it stands");
        let Some((nonce, body)) = sealed.split_at_mut_checked(NONCE_LEN) else {
            return Err(does_not_open);
        };
        let Ok(nonce) = Nonce::try_assume_unique_for_key(nonce) else {
            return Err(does_not_open);
        };
        let Ok(plain) = self.key.open_in_place(nonce, self.bound_to(place, is_last), body) else {
            return Err(does_not_open);
        };
        let length = plain.len();
        sealed.copy_within(NONCE_LEN..NONCE_LEN + length, 0);
        sealed.truncate(length);
        Ok(sealed)
    }

    fn bound_to(&self, place: u64, is_last: bool) -> Aad<Vec<u8>> {
        let mut bytes = Vec::with_capacity(FORMAT.len() + 25);
        bytes.extend_from_slice(FORMAT);
        bytes.extend_from_slice(self.object.as_bytes());
        bytes.extend_from_slice(&place.to_be_bytes());
        bytes.push(is_last.into());
        Aad::from(bytes)
    }
}
