//! Contents in a bucket of an object store that speaks the language of Amazon S3. What is asked of the store is in [`calls`].
//!
//! Nothing can be moved there, so a piece has one name for good, `content/CASE/FILE/PIECE`. Beside it stands `coming/CASE/FILE`
//! with what was said of the content while it is coming, and `kept/CASE/FILE`, which is empty, from then on.

mod calls;

use std::fmt;
use std::time::{Duration, SystemTime};

use exemplar_core::id::CaseId;
use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};
use rusty_s3::{Credentials, UrlStyle};
use tokio::fs::File;
use uuid::Uuid;

use super::{Coming, ObjectFault, ObjectName};
use crate::http::{Address, Dial};
use calls::Sent;

/// Where the bucket is, and what opens it.
#[derive(Clone)]
pub struct BucketSettings {
    /// Its name.
    pub bucket: String,
    /// Stands before the name of each object; may be empty.
    pub prefix: String,
    /// The address of the store, without the bucket: `https://`, or `http://` to this machine.
    pub endpoint: String,
    /// The region for which requests are signed.
    pub region: String,
    /// The name of the key.
    pub access_key: String,
    /// The key itself.
    pub secret_key: String,
}

/// Why a bucket cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadBucket {
    /// Its address.
    #[error("the address of the object store cannot be used: write https://HOST; http:// only to this machine")]
    Endpoint,
    /// Its name.
    #[error("\"{0}\" cannot be the name of a bucket, or of what stands before its objects")]
    Name(String),
    /// The certificates of this machine.
    #[error("the certificates that this machine trusts cannot be read, so that no https:// address can be asked")]
    Certificates,
}

/// The bucket.
pub(super) struct Bucket {
    bucket: rusty_s3::Bucket,
    credentials: Credentials,
    prefix: String,
    dial: Dial,
}

// A key must not come into a log.
impl fmt::Debug for Bucket {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Bucket").field(&self.bucket.name()).finish()
    }
}

impl Bucket {
    pub(super) fn new(settings: &BucketSettings) -> Result<Self, BadBucket> {
        let usable = |name: &str| name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._/".contains(&b));
        let prefix = settings.prefix.trim_matches('/');
        if settings.bucket.is_empty() || settings.bucket.contains('/') || !usable(&settings.bucket) {
            return Err(BadBucket::Name(settings.bucket.clone()));
        }
        if !usable(prefix) {
            return Err(BadBucket::Name(prefix.to_owned()));
        }
        let address = Address::read(&settings.endpoint).ok_or(BadBucket::Endpoint)?;
        let endpoint = settings.endpoint.parse().map_err(|_| BadBucket::Endpoint)?;
        // The name in the path, and not before the host: every such store understands that.
        let (name, region) = (settings.bucket.clone(), settings.region.clone());
        Ok(Self {
            bucket: rusty_s3::Bucket::new(endpoint, UrlStyle::Path, name, region).map_err(|_| BadBucket::Endpoint)?,
            credentials: Credentials::new(&settings.access_key, &settings.secret_key),
            prefix: if prefix.is_empty() {
                String::new()
            } else {
                format!("{prefix}/")
            },
            dial: Dial::to([&address]).ok_or(BadBucket::Certificates)?,
        })
    }

    fn key(&self, state: &str, name: ObjectName) -> String {
        format!("{}{}", self.of(state, name.case), name.object)
    }

    /// Begins the names of all that a case has there.
    fn of(&self, state: &str, case: CaseId) -> String {
        format!("{}{state}/{}/", self.prefix, case.0)
    }

    fn piece_key(&self, name: ObjectName, piece: u32) -> String {
        format!("{}/{piece:05}", self.key("content", name))
    }

    pub(super) async fn begin(&self, name: ObjectName, about: Vec<u8>) -> Result<(), ObjectFault> {
        self.put(&self.key("coming", name), Sent::Bytes(about.into())).await
    }

    pub(super) async fn is_coming(&self, name: ObjectName) -> Result<bool, ObjectFault> {
        Ok(self.get(&self.key("coming", name)).await?.is_some())
    }

    pub(super) async fn coming(&self, name: ObjectName) -> Result<Option<Coming>, ObjectFault> {
        let Some(about) = self.get(&self.key("coming", name)).await? else {
            return Ok(None);
        };
        let about = Self::in_time(about.collect()).await?;
        let about = about.map_err(|error| ObjectFault::Bucket(error.to_string()))?;
        let begins = format!("{}/", self.key("content", name));
        let there = self.list(&begins).await?;
        let mut pieces: Vec<u32> = there.iter().filter_map(|object| last(&object.key)).collect();
        pieces.sort_unstable();
        Ok(Some(Coming {
            object: name.object,
            about: about.to_bytes().into(),
            pieces,
        }))
    }

    pub(super) async fn all_coming(&self, case: CaseId) -> Result<Vec<Coming>, ObjectFault> {
        let mut found = Vec::new();
        for listed in self.list(&self.of("coming", case)).await? {
            if let Some(object) = last(&listed.key) {
                found.extend(self.coming(ObjectName { case, object }).await?);
            }
        }
        Ok(found)
    }

    /// Takes a piece that is whole. Where the content was swept away meanwhile, the piece goes too.
    pub(super) async fn take_piece(&self, name: ObjectName, piece: u32, file: File) -> Result<(), ObjectFault> {
        let key = self.piece_key(name, piece);
        self.put(&key, Sent::file(file).await?).await?;
        if self.is_coming(name).await? {
            return Ok(());
        }
        self.delete(&key).await?;
        Err(ObjectFault::Gone)
    }

    /// What a piece holds, as it comes; none where there is none of that number.
    pub(super) async fn piece(&self, name: ObjectName, piece: u32) -> Result<Option<Incoming>, ObjectFault> {
        self.get(&self.piece_key(name, piece)).await
    }

    pub(super) async fn keep(&self, name: ObjectName) -> Result<(), ObjectFault> {
        self.put(&self.key("kept", name), Sent::Bytes(Bytes::new())).await?;
        self.delete(&self.key("coming", name)).await
    }

    pub(super) async fn forget(&self, name: ObjectName) -> Result<(), ObjectFault> {
        // First what says that more may come.
        self.delete(&self.key("coming", name)).await?;
        self.delete_all(&format!("{}/", self.key("content", name))).await?;
        self.delete(&self.key("kept", name)).await
    }

    pub(super) async fn forget_case(&self, case: CaseId) -> Result<(), ObjectFault> {
        for state in ["coming", "content", "kept"] {
            self.delete_all(&self.of(state, case)).await?;
        }
        Ok(())
    }

    pub(super) async fn sweep(&self, now: SystemTime, idle: Duration) -> Result<usize, ObjectFault> {
        let mut swept = 0;
        for begun in self.list(&format!("{}coming/", self.prefix)).await? {
            let mut parts = begun.key.rsplit('/').filter_map(|part| part.parse::<Uuid>().ok());
            let (Some(object), Some(case)) = (parts.next(), parts.next()) else {
                continue;
            };
            let name = ObjectName {
                case: CaseId(case),
                object,
            };
            let begins = format!("{}/", self.key("content", name));
            let pieces = self.list(&begins).await?;
            let touched = pieces.iter().map(|piece| piece.at).fold(begun.at, SystemTime::max);
            if now.duration_since(touched).is_ok_and(|since| since >= idle) {
                self.forget(name).await?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    async fn delete_all(&self, begins: &str) -> Result<(), ObjectFault> {
        for object in self.list(begins).await? {
            self.delete(&object.key).await?;
        }
        Ok(())
    }

    /// Waits for the next of what a reply holds, and not for ever.
    pub(super) async fn in_time<T>(coming: impl Future<Output = T>) -> Result<T, ObjectFault> {
        calls::in_time(coming).await
    }
}

/// The last part of a name, where it is what is looked for.
fn last<T: std::str::FromStr>(key: &str) -> Option<T> {
    key.rsplit('/').next()?.parse().ok()
}
