//! Giving a content again, segment by segment, in order and to its end.

use std::io::ErrorKind;
use std::path::PathBuf;

use tokio::fs::File;
use tokio::io::AsyncReadExt as _;

use super::{OVERHEAD, ObjectFault, ObjectKey, SEGMENT};

/// A content that is being read.
#[derive(Debug)]
pub struct ObjectReader {
    folder: PathBuf,
    key: ObjectKey,
    /// The piece that is open, and the file of it.
    piece: u32,
    file: Option<File>,
    /// A segment that was read ahead: whether it is the last is known once nothing follows.
    ahead: Option<Vec<u8>>,
    place: u64,
    is_over: bool,
}

impl ObjectReader {
    pub(super) fn new(folder: PathBuf, key: ObjectKey) -> Self {
        Self {
            folder,
            key,
            piece: 0,
            file: None,
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

    /// The next segment as it stands on the disk.
    async fn sealed(&mut self) -> Result<Option<Vec<u8>>, ObjectFault> {
        loop {
            let file = match &mut self.file {
                Some(file) => file,
                None => {
                    let path = self.folder.join(format!("{:05}", self.piece));
                    match File::open(path).await {
                        Ok(file) => self.file.insert(file),
                        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                        Err(error) => return Err(error.into()),
                    }
                }
            };
            let mut sealed = Vec::with_capacity(SEGMENT + OVERHEAD);
            file.take((SEGMENT + OVERHEAD) as u64).read_to_end(&mut sealed).await?;
            if !sealed.is_empty() {
                return Ok(Some(sealed));
            }
            self.file = None;
            self.piece += 1;
        }
    }
}
