//! Taking a piece of a content, segment by segment. Under its own name it stands only once it is whole and on the disk, or
//! whole in the bucket.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt as _;
use uuid::Uuid;

use super::bucket::Bucket;
use super::{ObjectFault, ObjectKey, ObjectName, PIECE, SEGMENT};

/// A piece that is being taken. Dropped before its end it is nothing, and swept away.
#[derive(Debug)]
pub struct PieceWriter {
    file: File,
    end: End,
    piece: u32,
    /// The place of its next segment in the content.
    place: u64,
    taken: u64,
    open: Vec<u8>,
}

/// Where a piece goes when it is whole.
#[derive(Debug)]
enum End {
    /// Another try at the same piece has another draft.
    Folder { draft: PathBuf, done: PathBuf },
    /// The draft has no name on this machine: it is gone with the writer.
    Bucket(Arc<Bucket>, ObjectName),
}

impl PieceWriter {
    pub(super) async fn in_folder(folder: &Path, piece: u32) -> Result<Self, ObjectFault> {
        let draft = folder.join(format!("{}.draft", Uuid::now_v7()));
        let file = match File::create_new(&draft).await {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(ObjectFault::Gone),
            Err(error) => return Err(error.into()),
        };
        let done = folder.join(format!("{piece:05}"));
        Ok(Self::new(file, End::Folder { draft, done }, piece))
    }

    pub(super) async fn to_bucket(bucket: Arc<Bucket>, name: ObjectName, piece: u32) -> Result<Self, ObjectFault> {
        if !bucket.is_coming(name).await? {
            return Err(ObjectFault::Gone);
        }
        let file = File::from_std(tempfile::tempfile()?);
        Ok(Self::new(file, End::Bucket(bucket, name), piece))
    }

    fn new(file: File, end: End, piece: u32) -> Self {
        Self {
            file,
            end,
            piece,
            place: u64::from(piece) * (PIECE / SEGMENT as u64),
            taken: 0,
            open: Vec::with_capacity(SEGMENT),
        }
    }

    /// How much more belongs into this piece.
    #[must_use]
    pub fn room(&self) -> u64 {
        PIECE - self.taken
    }

    /// How much was taken.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// If nothing can be written, or there is no room for them.
    pub async fn write(&mut self, key: &ObjectKey, mut bytes: &[u8]) -> Result<(), ObjectFault> {
        if bytes.len() as u64 > self.room() {
            return Err(ObjectFault::Length);
        }
        self.taken += bytes.len() as u64;
        while !bytes.is_empty() {
            // A full segment is closed only when more follows: until then it may be the last.
            if self.open.len() == SEGMENT {
                self.close(key, false).await?;
            }
            let room = SEGMENT - self.open.len();
            let (now, rest) = bytes.split_at(bytes.len().min(room));
            self.open.extend_from_slice(now);
            bytes = rest;
        }
        Ok(())
    }

    async fn close(&mut self, key: &ObjectKey, is_last: bool) -> Result<(), ObjectFault> {
        let sealed = key.seal(self.place, is_last, &self.open)?;
        self.file.write_all(&sealed).await?;
        self.place += 1;
        self.open.clear();
        Ok(())
    }

    /// Ends the piece; `is_last` where the content ends with it. Then it is there for good.
    ///
    /// # Errors
    /// If nothing can be written, or a piece in the middle is not full.
    pub async fn finish(mut self, key: &ObjectKey, is_last: bool) -> Result<(), ObjectFault> {
        if !is_last && self.room() > 0 {
            return Err(ObjectFault::Length);
        }
        self.close(key, is_last).await?;
        self.file.flush().await?;
        match self.end {
            End::Folder { draft, done } => {
                self.file.sync_all().await?;
                Ok(fs::rename(&draft, &done).await?)
            }
            End::Bucket(bucket, name) => bucket.take_piece(name, self.piece, self.file).await,
        }
    }

    /// Takes it back.
    ///
    /// # Errors
    /// If nothing can be written.
    pub async fn give_up(self) -> Result<(), ObjectFault> {
        drop(self.file);
        match self.end {
            End::Folder { draft, .. } => Ok(fs::remove_file(&draft).await?),
            End::Bucket(..) => Ok(()),
        }
    }
}
