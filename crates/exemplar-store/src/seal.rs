//! Sealing: AES-256-GCM under a key for each case. What a value is sealed for is bound to it, so that a value moved
//! elsewhere does not open. Which keys wrap these keys is in [`crate::keys`].

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::rand;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::Fault;

/// The first byte of each encoded record. A new format is read by one release and written by the next.
const FORMAT_JSON: u8 = 1;

/// A key that seals.
pub(crate) struct SealKey {
    key: LessSafeKey,
}

impl SealKey {
    pub(crate) fn new(bytes: &[u8; 32]) -> Result<Self, Fault> {
        let key = UnboundKey::new(&AES_256_GCM, bytes).map_err(|_| Fault::Defect("a key of a wrong length".into()))?;
        Ok(Self {
            key: LessSafeKey::new(key),
        })
    }

    /// The nonce and what it seals.
    pub(crate) fn seal(&self, bound_to: &BoundTo, plain: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut nonce = [0; NONCE_LEN];
        fill(&mut nonce)?;
        let mut sealed = Vec::with_capacity(NONCE_LEN + plain.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let tag = self
            .key
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(bound_to.bytes()),
                &mut sealed[NONCE_LEN..],
            )
            .map_err(|_| Fault::Defect("a value could not be sealed".into()))?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    pub(crate) fn open(&self, bound_to: &BoundTo, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let does_not_open = || Fault::broken(format!("{} does not open", bound_to.record));
        let (nonce, body) = sealed.split_at_checked(NONCE_LEN).ok_or_else(does_not_open)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| does_not_open())?;
        let mut body = body.to_vec();
        let plain = self
            .key
            .open_in_place(nonce, Aad::from(bound_to.bytes()), &mut body)
            .map_err(|_| does_not_open())?;
        let length = plain.len();
        body.truncate(length);
        Ok(body)
    }

    /// Seals a record in its present format.
    pub(crate) fn seal_record(&self, bound_to: &BoundTo, record: &impl Serialize) -> Result<Vec<u8>, Fault> {
        let mut plain = vec![FORMAT_JSON];
        serde_json::to_writer(&mut plain, record)
            .map_err(|error| Fault::Defect(format!("{} cannot be encoded: {error}", bound_to.record)))?;
        self.seal(bound_to, &plain)
    }

    /// Opens a record in any format that was ever written.
    pub(crate) fn open_record<T: DeserializeOwned>(&self, bound_to: &BoundTo, sealed: &[u8]) -> Result<T, Fault> {
        let plain = self.open(bound_to, sealed)?;
        match plain.split_first() {
            Some((&FORMAT_JSON, json)) => {
                serde_json::from_slice(json).map_err(|_| Fault::broken(format!("{} cannot be read", bound_to.record)))
            }
            _ => Err(Fault::broken(format!(
                "{} has a format that this release does not know",
                bound_to.record
            ))),
        }
    }
}

/// What a sealed value belongs to: the kind of record, its case, its key within the case and its revision.
pub(crate) struct BoundTo<'a> {
    pub record: &'static str,
    pub id: Uuid,
    pub n: i64,
    pub name: &'a str,
    pub revision: i64,
}

impl<'a> BoundTo<'a> {
    /// A record that is known by its kind and id alone.
    pub(crate) fn id(record: &'static str, id: Uuid) -> Self {
        Self::n(record, id, 0, 0)
    }

    /// A record that has a number and a revision within its case.
    pub(crate) fn n(record: &'static str, id: Uuid, n: i64, revision: i64) -> Self {
        Self::named(record, id, n, "", revision)
    }

    /// A record that has a name as well.
    pub(crate) fn named(record: &'static str, id: Uuid, n: i64, name: &'a str, revision: i64) -> Self {
        Self {
            record,
            id,
            n,
            name,
            revision,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.record.len() + self.name.len() + 34);
        bytes.extend_from_slice(self.record.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(self.id.as_bytes());
        bytes.extend_from_slice(&self.n.to_be_bytes());
        bytes.extend_from_slice(&self.revision.to_be_bytes());
        bytes.extend_from_slice(self.name.as_bytes());
        bytes
    }
}

/// Fills bytes with chance.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), Fault> {
    rand::fill(bytes).map_err(|_| Fault::Keys("the system gave no random bytes".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SealKey {
        SealKey::new(&[7; 32]).unwrap()
    }

    #[test]
    fn what_was_sealed_opens_where_it_belongs_and_nowhere_else() {
        let id = Uuid::from_u128(1);
        let sealed = key().seal(&BoundTo::named("part", id, 0, "all", 3), b"secret").unwrap();
        let opens = |bound_to: BoundTo| key().open(&bound_to, &sealed).is_ok();
        assert!(opens(BoundTo::named("part", id, 0, "all", 3)));
        assert!(!opens(BoundTo::named("part", id, 0, "all", 4)));
        assert!(!opens(BoundTo::named("part", id, 1, "all", 3)));
        assert!(!opens(BoundTo::named("part", id, 0, "home", 3)));
        assert!(!opens(BoundTo::named("part", Uuid::from_u128(2), 0, "all", 3)));
        assert!(!opens(BoundTo::named("event", id, 0, "all", 3)));
    }

    #[test]
    fn a_changed_or_short_value_does_not_open() {
        let bound_to = BoundTo::id("job", Uuid::from_u128(1));
        let mut sealed = key().seal(&bound_to, b"secret").unwrap();
        sealed[14] ^= 1;
        assert!(key().open(&bound_to, &sealed).is_err());
        assert!(key().open(&bound_to, &sealed[..5]).is_err());
    }

    #[test]
    fn a_format_of_a_later_release_is_a_fault() {
        let bound_to = BoundTo::id("job", Uuid::from_u128(1));
        let sealed = key().seal(&bound_to, b"\x02{}").unwrap();
        assert!(key().open_record::<serde_json::Value>(&bound_to, &sealed).is_err());
    }
}
