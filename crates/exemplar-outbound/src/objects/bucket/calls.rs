//! What is asked of an object store: put, get, list, delete. Each is signed, and tried again where it may work then.

use std::io::SeekFrom;
use std::time::{Duration, SystemTime};

use futures_util::stream::try_unfold;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, Full, Limited, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::CONTENT_LENGTH;
use hyper::{Method, Request, Response};
use jiff::Timestamp;
use rusty_s3::S3Action as _;
use rusty_s3::actions::{ListObjectsV2, ListObjectsV2Response};
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use url::Url;

use super::{Address, Bucket, ObjectFault};

/// So long a signed request may be used. It is made for one try, and clocks differ by some minutes.
const SIGNED_FOR: Duration = Duration::from_secs(15 * 60);
/// So long is waited for a piece to be taken, for the head of a reply, and for each part of its body.
const PATIENCE: Duration = Duration::from_secs(60);
/// Before each further try.
const PAUSES: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(2)];
/// A list of 1,000 names, the longest there is, has some 400 KiB.
const LIST_LIMIT: usize = 2 * 1024 * 1024;
/// So much of a file is read at once to send it.
const READ: usize = 64 * 1024;

type Body = BoxBody<Bytes, std::io::Error>;

/// What is put.
pub(super) enum Sent {
    Bytes(Bytes),
    /// A file, and how long it is.
    File(File, u64),
}

/// An object that was listed.
pub(super) struct Listed {
    pub key: String,
    /// When it was put.
    pub at: SystemTime,
}

impl Sent {
    pub(super) async fn file(file: File) -> Result<Self, ObjectFault> {
        let length = file.metadata().await?.len();
        Ok(Self::File(file, length))
    }

    fn length(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, length) => *length,
        }
    }

    /// All of it, for one try.
    async fn body(&self) -> Result<Body, ObjectFault> {
        match self {
            Self::Bytes(bytes) => Ok(whole(bytes.clone())),
            Self::File(file, _) => {
                let mut file = file.try_clone().await?;
                file.seek(SeekFrom::Start(0)).await?;
                let parts = try_unfold(file, |mut file| async move {
                    let mut part = vec![0; READ];
                    let count = file.read(&mut part).await?;
                    part.truncate(count);
                    Ok::<_, std::io::Error>((count > 0).then(|| (Frame::data(Bytes::from(part)), file)))
                });
                Ok(BodyExt::boxed(StreamBody::new(parts)))
            }
        }
    }
}

fn whole(bytes: Bytes) -> Body {
    Full::new(bytes).map_err(|never| match never {}).boxed()
}

fn no_bucket() -> ObjectFault {
    ObjectFault::Bucket("there is no bucket of that name".to_owned())
}

pub(super) async fn in_time<T>(coming: impl Future<Output = T>) -> Result<T, ObjectFault> {
    let late = |_| ObjectFault::Bucket("no answer came in time".to_owned());
    tokio::time::timeout(PATIENCE, coming).await.map_err(late)
}

impl Bucket {
    /// Puts an object. It is there for good when this is done.
    pub(super) async fn put(&self, key: &str, sent: Sent) -> Result<(), ObjectFault> {
        let sign = || self.bucket.put_object(Some(&self.credentials), key).sign(SIGNED_FOR);
        match self.asked(Method::PUT, sign, Some(&sent)).await? {
            Some(_) => Ok(()),
            None => Err(no_bucket()),
        }
    }

    /// What an object holds, as it comes; none where there is none of that name.
    pub(super) async fn get(&self, key: &str) -> Result<Option<Incoming>, ObjectFault> {
        let sign = || self.bucket.get_object(Some(&self.credentials), key).sign(SIGNED_FOR);
        Ok(self.asked(Method::GET, sign, None).await?.map(Response::into_body))
    }

    /// Removes an object. One that is not there is removed.
    pub(super) async fn delete(&self, key: &str) -> Result<(), ObjectFault> {
        let sign = || self.bucket.delete_object(Some(&self.credentials), key).sign(SIGNED_FOR);
        self.asked(Method::DELETE, sign, None).await?;
        Ok(())
    }

    /// All objects whose names begin so.
    pub(super) async fn list(&self, begins: &str) -> Result<Vec<Listed>, ObjectFault> {
        let mut all = Vec::new();
        for page in self.pages(begins).await? {
            for object in page.contents {
                let at = object.last_modified.and_then(|at| at.parse::<Timestamp>().ok());
                let at = at.ok_or_else(|| ObjectFault::Bucket("an object has no time".to_owned()))?;
                all.push(Listed {
                    key: object.key,
                    at: SystemTime::from(at),
                });
            }
        }
        Ok(all)
    }

    async fn pages(&self, begins: &str) -> Result<Vec<ListObjectsV2Response>, ObjectFault> {
        let mut pages: Vec<ListObjectsV2Response> = Vec::new();
        loop {
            let next = pages.last().and_then(|page| page.next_continuation_token.clone());
            if next.is_none() && !pages.is_empty() {
                return Ok(pages);
            }
            let sign = || {
                let mut list = self.bucket.list_objects_v2(Some(&self.credentials));
                list.with_prefix(begins.to_owned());
                if let Some(next) = &next {
                    list.with_continuation_token(next.clone());
                }
                list.sign(SIGNED_FOR)
            };
            let Some(reply) = self.asked(Method::GET, sign, None).await? else {
                return Err(no_bucket());
            };
            let body = in_time(Limited::new(reply.into_body(), LIST_LIMIT).collect()).await?;
            let body = body.map_err(|error| ObjectFault::Bucket(error.to_string()))?.to_bytes();
            let wrong = || ObjectFault::Bucket("its list cannot be read".to_owned());
            let text = std::str::from_utf8(&body).map_err(|_| wrong())?;
            pages.push(ListObjectsV2::parse_response(text).map_err(|_| wrong())?);
        }
    }

    /// Asks, and asks again where the store could not be reached or said so. None where it has no such object.
    async fn asked(
        &self,
        method: Method,
        sign: impl Fn() -> Url,
        sent: Option<&Sent>,
    ) -> Result<Option<Response<Incoming>>, ObjectFault> {
        let mut pauses = PAUSES.iter();
        loop {
            let failed = match self.once(&method, &sign(), sent).await {
                Ok(reply) => match reply.status().as_u16() {
                    200..=299 => return Ok(Some(reply)),
                    404 => return Ok(None),
                    status @ (408 | 429 | 500..=599) => ObjectFault::Bucket(format!("it answered {status}")),
                    status => return Err(ObjectFault::Bucket(format!("it answered {status}"))),
                },
                Err(fault) => fault,
            };
            let Some(pause) = pauses.next() else {
                return Err(failed);
            };
            tokio::time::sleep(*pause).await;
        }
    }

    async fn once(&self, method: &Method, url: &Url, sent: Option<&Sent>) -> Result<Response<Incoming>, ObjectFault> {
        let fault = |error: &dyn std::fmt::Display| ObjectFault::Bucket(error.to_string());
        let address = Address::read(url.as_str()).ok_or_else(|| fault(&"its address cannot be used"))?;
        let mut request = Request::builder().method(method).uri(address.path.as_str());
        let body = match sent {
            Some(sent) => {
                request = request.header(CONTENT_LENGTH, sent.length());
                sent.body().await?
            }
            None => whole(Bytes::new()),
        };
        let request = request.body(body).map_err(|error| fault(&error))?;
        let reply = in_time(self.dial.send(&address, request)).await?;
        reply.map_err(|error| fault(&error))
    }
}
