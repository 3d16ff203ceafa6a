//! The content of uploaded files, outside of the database: sealed in segments, in a folder. What is known of a file
//! and who may have it is not here.
//!
//! [`seal`] closes and opens segments; [`write`] takes a content piece by piece, [`read`] gives it segment by segment, so that
//! no content is ever held as a whole. A content is a folder of pieces. It is `coming` until all of it was
//! looked at, and `kept` from then on; one that never came to its end is swept away.

mod read;
mod seal;
mod write;

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use exemplar_core::id::CaseId;
use tokio::fs;
use uuid::Uuid;

pub use read::ObjectReader;
pub use seal::{OVERHEAD, ObjectKey, SEGMENT};
pub use write::PieceWriter;

/// So many bytes of a content are one piece, which is sent, and sent again, as a whole: 80 segments.
pub const PIECE: u64 = 80 * SEGMENT as u64;

/// What is known of a content that is still coming; sealed like the content itself.
const ABOUT: &str = "about";
const COMING: &str = "coming";
const KEPT: &str = "kept";

/// The contents of an installation.
#[derive(Debug, Clone)]
pub struct Objects {
    folder: PathBuf,
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
        Self { folder }
    }

    /// Where contents are kept that are whole: what a backup takes along.
    #[must_use]
    pub fn kept(&self) -> PathBuf {
        self.folder.join(KEPT)
    }

    fn at(&self, state: &str, name: ObjectName) -> PathBuf {
        self.of(state, name.case).join(name.object.to_string())
    }

    fn of(&self, state: &str, case: CaseId) -> PathBuf {
        self.folder.join(state).join(case.0.to_string())
    }

    /// Begins a content, of which `about` is said.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub async fn begin(&self, name: ObjectName, key: &ObjectKey, about: &[u8]) -> Result<(), ObjectFault> {
        let folder = self.at(COMING, name);
        fs::create_dir_all(&folder).await?;
        fs::write(folder.join(ABOUT), key.seal(seal::ABOUT_PLACE, true, about)?).await?;
        Ok(())
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
    /// If the folder cannot be read.
    pub async fn coming(&self, name: ObjectName) -> Result<Option<Coming>, ObjectFault> {
        let folder = self.at(COMING, name);
        let about = match fs::read(folder.join(ABOUT)).await {
            Ok(about) => about,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut pieces = Vec::new();
        let mut entries = fs::read_dir(&folder).await?;
        while let Some(entry) = entries.next_entry().await? {
            pieces.extend(entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()));
        }
        pieces.sort_unstable();
        Ok(Some(Coming {
            object: name.object,
            about,
            pieces,
        }))
    }

    /// All contents of a case that are still coming.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub async fn all_coming(&self, case: CaseId) -> Result<Vec<Coming>, ObjectFault> {
        let mut found = Vec::new();
        for object in named(&self.of(COMING, case)).await? {
            found.extend(self.coming(ObjectName { case, object }).await?);
        }
        found.sort_by_key(|coming| coming.object);
        Ok(found)
    }

    /// Takes a piece of a content. It is there once [`PieceWriter::finish`] is done, and not before.
    ///
    /// # Errors
    /// If the folder cannot be written, or the content was not begun.
    pub async fn piece(&self, name: ObjectName, piece: u32) -> Result<PieceWriter, ObjectFault> {
        PieceWriter::new(&self.at(COMING, name), piece).await
    }

    /// Reads a content that is still coming, to look at it.
    #[must_use]
    pub fn read_coming(&self, name: ObjectName, key: ObjectKey) -> ObjectReader {
        ObjectReader::new(self.at(COMING, name), key)
    }

    /// Reads a content that is kept.
    #[must_use]
    pub fn read(&self, name: ObjectName, key: ObjectKey) -> ObjectReader {
        ObjectReader::new(self.at(KEPT, name), key)
    }

    /// Keeps a content all of which has come. Done twice, it is kept once.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub async fn keep(&self, name: ObjectName) -> Result<(), ObjectFault> {
        let (from, to) = (self.at(COMING, name), self.at(KEPT, name));
        let whose = self.of(KEPT, name.case);
        fs::create_dir_all(&whose).await?;
        match fs::remove_file(from.join(ABOUT)).await {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        match fs::rename(&from, &to).await {
            Err(error) if error.kind() == ErrorKind::NotFound && fs::try_exists(&to).await? => {}
            moved => moved?,
        }
        synced(&whose).await?;
        synced(&self.folder.join(KEPT)).await
    }

    /// Forgets a content, wherever it stands. One that is not there is forgotten.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub async fn forget(&self, name: ObjectName) -> Result<(), ObjectFault> {
        for state in [COMING, KEPT] {
            removed(&self.at(state, name)).await?;
        }
        Ok(())
    }

    /// Forgets all contents of a case.
    ///
    /// # Errors
    /// If the folder cannot be written.
    pub async fn forget_case(&self, case: CaseId) -> Result<(), ObjectFault> {
        for state in [COMING, KEPT] {
            removed(&self.of(state, case)).await?;
        }
        Ok(())
    }

    /// Sweeps away what came no further for so long before `now`. Gives how many contents it was.
    ///
    /// # Errors
    /// If the folder cannot be read or written.
    pub async fn sweep(&self, now: SystemTime, idle: Duration) -> Result<usize, ObjectFault> {
        let mut swept = 0;
        for case in named(&self.folder.join(COMING)).await? {
            let case = CaseId(case);
            for object in named(&self.of(COMING, case)).await? {
                let folder = self.at(COMING, ObjectName { case, object });
                let last = last_touched(&folder).await?;
                if last.is_some_and(|last| now.duration_since(last).is_ok_and(|since| since >= idle)) {
                    removed(&folder).await?;
                    swept += 1;
                }
            }
            // It stays where something else is coming.
            match fs::remove_dir(self.of(COMING, case)).await {
                Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::DirectoryNotEmpty) => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        Ok(swept)
    }

    /// The cases with contents that are kept: those of which the store knows nothing were erased.
    ///
    /// # Errors
    /// If the folder cannot be read.
    pub async fn cases(&self) -> Result<Vec<CaseId>, ObjectFault> {
        Ok(named(&self.folder.join(KEPT)).await?.into_iter().map(CaseId).collect())
    }
}

/// The ids by which a folder's entries are named; none where it is not there.
async fn named(folder: &Path) -> Result<Vec<Uuid>, ObjectFault> {
    let mut entries = match fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut ids = Vec::new();
    while let Some(entry) = entries.next_entry().await? {
        ids.extend(entry.file_name().to_str().and_then(|name| name.parse::<Uuid>().ok()));
    }
    Ok(ids)
}

/// When something in a folder was written last.
async fn last_touched(folder: &Path) -> Result<Option<SystemTime>, ObjectFault> {
    let mut entries = match fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut last = fs::metadata(folder).await?.modified()?;
    while let Some(entry) = entries.next_entry().await? {
        match entry.metadata().await {
            Ok(about) => last = last.max(about.modified()?),
            // It was finished, and has another name now.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Some(last))
}

async fn removed(folder: &Path) -> Result<(), ObjectFault> {
    match fs::remove_dir_all(folder).await {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Makes sure that what a folder names is still named there after a power cut.
async fn synced(folder: &Path) -> Result<(), ObjectFault> {
    Ok(fs::File::open(folder).await?.sync_all().await?)
}

#[cfg(test)]
mod tests;
