//! The content of uploaded files, outside of the database: sealed in segments, in a [`folder`] or in a [`bucket`]. What is
//! known of a file and who may have it is not here.
//!
//! [`seal`] closes and opens segments; [`write`] takes a content piece by piece, [`read`] gives it segment by segment, so that
//! no content is ever held as a whole. It is `coming` until all of it was looked at, and `kept` from then on; one that
//! never came to its end is swept away.

mod bucket;
mod folder;
mod read;
mod seal;
mod write;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use exemplar_core::id::CaseId;
use uuid::Uuid;

pub use bucket::{BadBucket, BucketSettings};
pub use read::ObjectReader;
pub use seal::{OVERHEAD, ObjectKey, SEGMENT};
pub use write::PieceWriter;

use bucket::Bucket;
use folder::Folder;

/// So many bytes of a content are one piece, which is sent, and sent again, as a whole: 80 segments.
pub const PIECE: u64 = 80 * SEGMENT as u64;

/// The contents of an installation.
#[derive(Debug, Clone)]
pub struct Objects {
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Folder(Folder),
    Bucket(Arc<Bucket>),
}

/// A content, and whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObjectName {
    /// The case.
    pub case: CaseId,
    /// Drawn when its first byte came.
    pub object: Uuid,
}

/// A content that is still coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// Under which it is kept.
    pub object: Uuid,
    /// What was said of it, sealed.
    pub about: Vec<u8>,
    /// The pieces that are there.
    pub pieces: Vec<u32>,
}

/// Why a content cannot be kept or given.
#[derive(Debug, thiserror::Error)]
pub enum ObjectFault {
    /// The folder.
    #[error("the folder of files failed: {0}")]
    Folder(#[from] io::Error),
    /// The bucket, or the way to it.
    #[error("the bucket of files failed: {0}")]
    Bucket(String),
    /// What is there is not what was put there.
    #[error("a file is damaged: {0}")]
    Damaged(&'static str),
    /// Nothing is there.
    #[error("a file is not there")]
    Gone,
    /// A piece is longer than a piece is, or a piece in the middle is shorter.
    #[error("a piece of a file has a wrong length")]
    Length,
}

impl Objects {
    /// Contents in a folder, which is made with the first of them.
    #[must_use]
    pub fn folder(folder: PathBuf) -> Self {
        Self {
            place: Place::Folder(Folder(folder)),
        }
    }

    /// Contents in a bucket of an object store that speaks the language of Amazon S3. Nothing is asked of it yet.
    ///
    /// # Errors
    /// As [`BadBucket`] says.
    pub fn bucket(settings: &BucketSettings) -> Result<Self, BadBucket> {
        Ok(Self {
            place: Place::Bucket(Arc::new(Bucket::new(settings)?)),
        })
    }

    /// The folder in which contents are kept that are whole: what a backup takes along. None where they are in a bucket,
    /// which is copied by its own means.
    #[must_use]
    pub fn kept(&self) -> Option<PathBuf> {
        match &self.place {
            Place::Folder(folder) => Some(folder.kept()),
            Place::Bucket(_) => None,
        }
    }

    /// Begins a content, of which `about` is said.
    ///
    /// # Errors
    /// If it cannot be written.
    pub async fn begin(&self, name: ObjectName, key: &ObjectKey, about: &[u8]) -> Result<(), ObjectFault> {
        let about = key.seal(seal::ABOUT_PLACE, true, about)?;
        match &self.place {
            Place::Folder(folder) => folder.begin(name, &about).await,
            Place::Bucket(bucket) => bucket.begin(name, about).await,
        }
    }

    /// What was said of a content that is still coming.
    ///
    /// # Errors
    /// If it does not open.
    pub fn about(&self, key: &ObjectKey, coming: &Coming) -> Result<Vec<u8>, ObjectFault> {
        key.open(seal::ABOUT_PLACE, true, coming.about.clone())
    }

    /// One content that is still coming; none where there is none of that name.
    ///
    /// # Errors
    /// If it cannot be read.
    pub async fn coming(&self, name: ObjectName) -> Result<Option<Coming>, ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.coming(name).await,
            Place::Bucket(bucket) => bucket.coming(name).await,
        }
    }

    /// All contents of a case that are still coming.
    ///
    /// # Errors
    /// If they cannot be read.
    pub async fn all_coming(&self, case: CaseId) -> Result<Vec<Coming>, ObjectFault> {
        let mut found = match &self.place {
            Place::Folder(folder) => folder.all_coming(case).await?,
            Place::Bucket(bucket) => bucket.all_coming(case).await?,
        };
        found.sort_by_key(|coming| coming.object);
        Ok(found)
    }

    /// Takes a piece of a content. It is there once [`PieceWriter::finish`] is done, and not before.
    ///
    /// # Errors
    /// If nothing can be written, or the content was not begun.
    pub async fn piece(&self, name: ObjectName, piece: u32) -> Result<PieceWriter, ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.piece(name, piece).await,
            Place::Bucket(bucket) => PieceWriter::to_bucket(bucket.clone(), name, piece).await,
        }
    }

    /// Reads a content that is still coming, to look at it.
    #[must_use]
    pub fn read_coming(&self, name: ObjectName, key: ObjectKey) -> ObjectReader {
        self.reader(name, key, false)
    }

    /// Reads a content that is kept.
    #[must_use]
    pub fn read(&self, name: ObjectName, key: ObjectKey) -> ObjectReader {
        self.reader(name, key, true)
    }

    fn reader(&self, name: ObjectName, key: ObjectKey, is_kept: bool) -> ObjectReader {
        let pieces = match &self.place {
            Place::Folder(folder) => folder.pieces(name, is_kept),
            // They do not move there.
            Place::Bucket(bucket) => read::Pieces::Objects(bucket.clone(), name),
        };
        ObjectReader::new(pieces, key)
    }

    /// Keeps a content all of which has come. Done twice, it is kept once.
    ///
    /// # Errors
    /// If nothing can be written.
    pub async fn keep(&self, name: ObjectName) -> Result<(), ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.keep(name).await,
            Place::Bucket(bucket) => bucket.keep(name).await,
        }
    }

    /// Forgets a content, wherever it stands. One that is not there is forgotten.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub async fn forget(&self, name: ObjectName) -> Result<(), ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.forget(name).await,
            Place::Bucket(bucket) => bucket.forget(name).await,
        }
    }

    /// Forgets all contents of a case.
    ///
    /// # Errors
    /// If they cannot be removed.
    pub async fn forget_case(&self, case: CaseId) -> Result<(), ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.forget_case(case).await,
            Place::Bucket(bucket) => bucket.forget_case(case).await,
        }
    }

    /// Sweeps away what came no further for so long before `now`. Gives how many contents it was.
    ///
    /// # Errors
    /// If they cannot be listed or removed.
    pub async fn sweep(&self, now: SystemTime, idle: Duration) -> Result<usize, ObjectFault> {
        match &self.place {
            Place::Folder(folder) => folder.sweep(now, idle).await,
            Place::Bucket(bucket) => bucket.sweep(now, idle).await,
        }
    }
}

#[cfg(test)]
mod tests;
