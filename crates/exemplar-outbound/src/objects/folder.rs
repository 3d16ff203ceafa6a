//! Contents in a folder of this machine, or in one that several share: a content is a folder of pieces, which is moved when
//! all of it has come.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use exemplar_core::id::CaseId;
use tokio::fs;
use uuid::Uuid;

use super::read::Pieces;
use super::{Coming, ObjectFault, ObjectName, PieceWriter};

/// What is known of a content that is still coming; sealed like the content itself.
const ABOUT: &str = "about";
const COMING: &str = "coming";
const KEPT: &str = "kept";

/// The folder, which is made with the first content.
#[derive(Debug, Clone)]
pub(super) struct Folder(pub PathBuf);

impl Folder {
    /// Where contents are kept that are whole.
    pub(super) fn kept(&self) -> PathBuf {
        self.0.join(KEPT)
    }

    fn at(&self, state: &str, name: ObjectName) -> PathBuf {
        self.of(state, name.case).join(name.object.to_string())
    }

    fn of(&self, state: &str, case: CaseId) -> PathBuf {
        self.0.join(state).join(case.0.to_string())
    }

    /// Begins a content, of which `about` is said.
    pub(super) async fn begin(&self, name: ObjectName, about: &[u8]) -> Result<(), ObjectFault> {
        let folder = self.at(COMING, name);
        fs::create_dir_all(&folder).await?;
        Ok(fs::write(folder.join(ABOUT), about).await?)
    }

    /// One content that is still coming; none where there is none of that name.
    pub(super) async fn coming(&self, name: ObjectName) -> Result<Option<Coming>, ObjectFault> {
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
    pub(super) async fn all_coming(&self, case: CaseId) -> Result<Vec<Coming>, ObjectFault> {
        let mut found = Vec::new();
        for object in named(&self.of(COMING, case)).await? {
            found.extend(self.coming(ObjectName { case, object }).await?);
        }
        found.sort_by_key(|coming| coming.object);
        Ok(found)
    }

    /// Takes a piece of a content. It is there once [`PieceWriter::finish`] is done, and not before.
    pub(super) async fn piece(&self, name: ObjectName, piece: u32) -> Result<PieceWriter, ObjectFault> {
        PieceWriter::in_folder(&self.at(COMING, name), piece).await
    }

    pub(super) fn pieces(&self, name: ObjectName, is_kept: bool) -> Pieces {
        Pieces::Files(self.at(if is_kept { KEPT } else { COMING }, name))
    }

    /// Keeps a content all of which has come. Done twice, it is kept once.
    pub(super) async fn keep(&self, name: ObjectName) -> Result<(), ObjectFault> {
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
        synced(&self.0.join(KEPT)).await
    }

    /// Forgets a content, wherever it stands. One that is not there is forgotten.
    pub(super) async fn forget(&self, name: ObjectName) -> Result<(), ObjectFault> {
        for state in [COMING, KEPT] {
            removed(&self.at(state, name)).await?;
        }
        Ok(())
    }

    /// Forgets all contents of a case.
    pub(super) async fn forget_case(&self, case: CaseId) -> Result<(), ObjectFault> {
        for state in [COMING, KEPT] {
            removed(&self.of(state, case)).await?;
        }
        Ok(())
    }

    /// Sweeps away what came no further for so long before `now`. Gives how many contents it was.
    pub(super) async fn sweep(&self, now: SystemTime, idle: Duration) -> Result<usize, ObjectFault> {
        let mut swept = 0;
        for case in named(&self.0.join(COMING)).await? {
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
