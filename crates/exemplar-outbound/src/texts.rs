//! Texts to mobile telephones, as files in a folder from which whoever sends them takes them.

use std::path::PathBuf;

use exemplar_core::id::{CaseId, JobId};

use crate::NotSent;

/// Writes texts, one `.txt` file each, named by case and job: written twice, it is still one. The number stands in the
/// first line, the words after an empty one.
#[derive(Debug, Clone)]
pub struct Texts {
    folder: PathBuf,
}

/// One text.
#[derive(Debug, Clone, Copy)]
pub struct TextTo<'a> {
    /// The case that it is about.
    pub case: CaseId,
    /// The job.
    pub job: JobId,
    /// The number, as machines dial it.
    pub number: &'a str,
    /// What it says.
    pub words: &'a str,
}

impl Texts {
    /// Texts in this folder, which is made when the first is written.
    #[must_use]
    pub fn folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes a text. Safe to call twice.
    ///
    /// # Errors
    /// [`NotSent::Down`] where the folder cannot be written to.
    pub async fn send(&self, text: &TextTo<'_>) -> Result<(), NotSent> {
        let content = format!("{}\n\n{}\n", text.number, text.words);
        let written = async {
            tokio::fs::create_dir_all(&self.folder).await?;
            // Under another name first, so that nobody takes half a text away.
            let whole = self.folder.join(format!("{}.{}.txt", text.case, text.job));
            let part = whole.with_extension("part");
            tokio::fs::write(&part, content).await?;
            tokio::fs::rename(&part, &whole).await
        };
        written.await.map_err(|_| NotSent::Down)
    }

    /// Removes the texts about a case that was erased, as far as they are still here. Answers how many there were.
    ///
    /// # Errors
    /// Where the folder cannot be read or a file not be removed.
    pub fn forget(&self, case: CaseId) -> std::io::Result<usize> {
        let prefix = format!("{case}.");
        let mut removed = 0;
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(0),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                std::fs::remove_file(entry.path())?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id<T>(make: impl Fn(uuid::Uuid) -> T, n: u128) -> T {
        make(uuid::Uuid::from_u128(n))
    }

    #[tokio::test]
    async fn a_text_is_one_file_however_often_it_is_sent_and_goes_with_its_case() {
        let folder = tempfile::tempdir().unwrap();
        let texts = Texts::folder(folder.path().join("texts"));
        assert_eq!(texts.forget(id(CaseId, 1)).unwrap(), 0, "nothing was written yet");
        for case in [1, 2, 1] {
            let text = TextTo {
                case: id(CaseId, case),
                job: id(JobId, 7),
                number: "+447700900123",
                words: "Come at 10.",
            };
            texts.send(&text).await.unwrap();
        }
        assert_eq!(texts.forget(id(CaseId, 1)).unwrap(), 1);
        let left: Vec<_> = std::fs::read_dir(folder.path().join("texts")).unwrap().collect();
        let left = std::fs::read_to_string(left[0].as_ref().unwrap().path()).unwrap();
        assert_eq!(left, "+447700900123\n\nCome at 10.\n");
    }
}
