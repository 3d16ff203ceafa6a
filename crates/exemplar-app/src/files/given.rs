//! Giving files to the applicant whose they are; staff come by casework, where each is a look on record. What no scanner found to be clean is given to nobody.

use std::sync::Arc;

use exemplar_core::answer::Answer;
use exemplar_core::definition::Definition;
use exemplar_core::file::OneFile;
use exemplar_core::id::Name;
use exemplar_core::record::{File, LoadedCase, ScanState};
use exemplar_outbound::{ObjectKey, ObjectName, ObjectReader};
use exemplar_store::Fault;

use crate::App;
use crate::apply::{Access, Draft, Opened};

/// What is known of a file's harmlessness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// A scanner found nothing.
    Clean,
    /// A scanner will look at it, or has begun to.
    Waiting,
    /// No scanner is set: nobody looks at it.
    Unscanned,
    /// A scanner found something; its content is gone.
    Harmful,
}

/// A file as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownFile {
    /// Its number in the case.
    pub n: i32,
    /// The question it answers.
    pub question: Name,
    /// Its name.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Whether it can be given.
    pub state: FileState,
}

/// A file that is given.
#[derive(Debug)]
pub struct GivenFile {
    /// Its name.
    pub name: String,
    /// Sniffed, not as claimed.
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    /// Its content.
    pub content: ObjectReader,
}

impl App {
    /// The files of a case, by question and in the order in which they came. Asks the store only where there are any.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn shown_files(&self, loaded: &LoadedCase) -> Result<Vec<ShownFile>, Fault> {
        let all: Vec<_> = every(loaded).collect();
        if all.is_empty() {
            return Ok(Vec::new());
        }
        let rows = self.store.files(loaded.case.id).await?;
        let state = |file: &OneFile| match row_of(&rows, file).map(|row| row.scan) {
            Some(ScanState::Clean) => FileState::Clean,
            Some(ScanState::Infected) => FileState::Harmful,
            Some(ScanState::Unscanned) if self.scanner.is_some() => FileState::Waiting,
            Some(ScanState::Unscanned) | None => FileState::Unscanned,
        };
        Ok(all
            .into_iter()
            .map(|(question, file)| ShownFile {
                n: file.n,
                question: question.clone(),
                name: file.name.clone(),
                size: file.size,
                state: state(file),
            })
            .collect())
    }

    /// A file for the applicant; none where it is not theirs, or not clean.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_file(&self, live: &Arc<Definition>, access: Access, n: i32) -> Result<Option<GivenFile>, Fault> {
        let (Opened::Draft(draft) | Opened::Submitted(draft)) = self.open(live, access).await? else {
            return Ok(None);
        };
        let Draft {
            loaded: Some(loaded), ..
        } = draft
        else {
            return Ok(None);
        };
        self.given(&loaded, n).await
    }

    /// A file of a case that was read, where it is clean.
    pub(crate) async fn given(&self, loaded: &LoadedCase, n: i32) -> Result<Option<GivenFile>, Fault> {
        let Some((_, file)) = every(loaded).find(|(_, file)| file.n == n) else {
            return Ok(None);
        };
        let rows = self.store.files(loaded.case.id).await?;
        if row_of(&rows, file).is_none_or(|row| row.scan != ScanState::Clean) {
            return Ok(None);
        }
        let name = ObjectName {
            case: loaded.case.id,
            object: file.object,
        };
        let key = ObjectKey::new(file.object, &self.store.content_key(loaded, file.object)?);
        Ok(Some(GivenFile {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            content: self.files.read(name, key),
        }))
    }
}

/// Every file of a case with its question.
pub(crate) fn every(loaded: &LoadedCase) -> impl Iterator<Item = (&Name, &OneFile)> {
    let given = loaded.parts.iter().flat_map(|part| part.answers.0.iter());
    given
        .filter_map(|(name, given)| match &given.answer {
            Answer::Files(files) => Some((name, files)),
            _ => None,
        })
        .flat_map(|(name, files)| files.files.iter().map(move |file| (name, file)))
}

fn row_of<'a>(rows: &'a [File], file: &OneFile) -> Option<&'a File> {
    rows.iter().find(|row| row.n == file.n)
}
