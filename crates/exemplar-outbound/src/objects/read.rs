//! Giving a content again, segment by segment, in order and to its end.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};
use tokio::fs::File;
use tokio::io::AsyncReadExt as _;

use super::bucket::Bucket;
use super::{OVERHEAD, ObjectFault, ObjectKey, ObjectName, SEGMENT};

/// So long is a segment that is sealed; the last may be shorter.
const SEALED: usize = SEGMENT + OVERHEAD;

/// Where the pieces of a content are.
#[derive(Debug)]
pub(super) enum Pieces {
    Files(PathBuf),
    Objects(Arc<Bucket>, ObjectName),
}

/// A piece that is open.
#[derive(Debug)]
enum Open {
    File(File),
    /// What comes, and what of it came already and was not taken.
    Object(Incoming, Bytes),
}

/// A content that is being read.
#[derive(Debug)]
pub struct ObjectReader {
    pieces: Pieces,
    key: ObjectKey,
    /// The piece that is open, or is the next to be.
    piece: u32,
    open: Option<Open>,
    /// A segment that was read ahead: whether it is the last is known once nothing follows.
    ahead: Option<Vec<u8>>,
    place: u64,
    is_over: bool,
}

impl ObjectReader {
    pub(super) fn new(pieces: Pieces, key: ObjectKey) -> Self {
        Self {
            pieces,
            key,
            piece: 0,
            open: None,
            ahead: None,
            place: 0,
            is_over: false,
        }
    }

    /// The next segment; none at the end.
    ///
    /// # Errors
    /// If it is not there, or not what was put there: also where the content was cut off.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ObjectFault> {
        if self.is_over {
            return Ok(None);
        }
        let sealed = match self.ahead.take() {
            Some(sealed) => sealed,
            None => self.sealed().await?.ok_or(ObjectFault::Gone)?,
        };
        self.ahead = self.sealed().await?;
        self.is_over = self.ahead.is_none();
        let plain = self.key.open(self.place, self.is_over, sealed)?;
        self.place += 1;
        Ok(Some(plain))
    }

    /// The next segment as it was kept.
    async fn sealed(&mut self) -> Result<Option<Vec<u8>>, ObjectFault> {
        loop {
            let open = match &mut self.open {
                Some(open) => open,
                None => match self.pieces.open(self.piece).await? {
                    Some(open) => self.open.insert(open),
                    None => return Ok(None),
                },
            };
            let sealed = open.segment().await?;
            if !sealed.is_empty() {
                return Ok(Some(sealed));
            }
            self.open = None;
            self.piece += 1;
        }
    }
}

impl Pieces {
    /// Opens a piece; none where there is none of that number.
    async fn open(&self, piece: u32) -> Result<Option<Open>, ObjectFault> {
        match self {
            Self::Files(folder) => match File::open(folder.join(format!("{piece:05}"))).await {
                Ok(file) => Ok(Some(Open::File(file))),
                Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error.into()),
            },
            Self::Objects(bucket, name) => {
                let body = bucket.piece(*name, piece).await?;
                Ok(body.map(|body| Open::Object(body, Bytes::new())))
            }
        }
    }
}

impl Open {
    /// The next segment of the piece, sealed; nothing at its end.
    async fn segment(&mut self) -> Result<Vec<u8>, ObjectFault> {
        let mut sealed = Vec::with_capacity(SEALED);
        match self {
            Self::File(file) => {
                file.take(SEALED as u64).read_to_end(&mut sealed).await?;
            }
            Self::Object(body, came) => loop {
                let now = came.split_to(came.len().min(SEALED - sealed.len()));
                sealed.extend_from_slice(&now);
                if sealed.len() == SEALED {
                    break;
                }
                match Bucket::in_time(body.frame()).await?.transpose() {
                    Ok(Some(frame)) => *came = frame.into_data().unwrap_or_default(),
                    Ok(None) => break,
                    Err(error) => return Err(ObjectFault::Bucket(error.to_string())),
                }
            },
        }
        Ok(sealed)
    }
}
