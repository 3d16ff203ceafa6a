//! Files that people upload: what is known of each, what a question takes, and what a content turns out to be.
//! Their content is not here, nor how it is kept.
//!
//! [`media`] tells types by their content; [`name`] makes a name harmless; [`size`] reads and shows sizes.

pub mod media;
pub mod name;
pub mod size;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use media::{FileKind, Inspector, Media, NotTaken};
pub use name::clean_name;

/// What this installation takes at the most for one file, whatever a definition says: 100 MB.
pub const LARGEST: u64 = 100 * size::MEGABYTE;
/// The files of one question where the definition says nothing.
pub const USUAL_FILES: u32 = 5;
/// The size of a file where the definition says nothing.
pub const USUAL_SIZE: u64 = 10 * size::MEGABYTE;
/// The most files of one question.
pub const FILES_LIMIT: u32 = 20;
/// The most files of one case: as many can leave it in one commit.
pub const FILES_OF_A_CASE: usize = 50;

/// What a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRules {
    /// So many files.
    pub at_most: u32,
    /// Each of so many bytes.
    pub each_at_most: u64,
    /// Of these kinds.
    pub kinds: Vec<FileKind>,
}

impl FileRules {
    /// The types that are taken, as people call them: `PDF, JPG, PNG`.
    #[must_use]
    pub fn called(&self) -> String {
        let called: Vec<_> = self.media().map(|media| media.called).collect();
        called.join(", ")
    }

    /// What a browser offers to choose from: `.pdf,.jpg`.
    #[must_use]
    pub fn accept(&self) -> String {
        let endings: Vec<_> = self
            .media()
            .flat_map(|media| media.endings)
            .map(|ending| format!(".{ending}"))
            .collect();
        endings.join(",")
    }

    /// The types that are taken.
    pub fn media(&self) -> impl Iterator<Item = &'static Media> + '_ {
        media::ALL.iter().filter(|media| self.kinds.contains(&media.kind))
    }
}

/// The answer to a question of files. While drafting, the person may not have said yet that these are all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// In the order in which they came.
    pub files: Vec<OneFile>,
    /// The highest number that a file of this question ever had.
    pub last: i32,
    /// Whether the person went on from the page.
    pub finished: bool,
}

/// One file of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OneFile {
    /// Its number in the case; no later file has it again.
    pub n: i32,
    /// Under which its content is kept.
    pub object: Uuid,
    /// As the person named it, made harmless.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// Sniffed, not as claimed.
    pub media_type: String,
    /// Whether a scanner found it to be harmful: it has to be removed before the person goes on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub harmful: bool,
}

impl Files {
    /// The file with this number.
    #[must_use]
    pub fn file(&self, n: i32) -> Option<&OneFile> {
        self.files.iter().find(|file| file.n == n)
    }

    /// Whether the person said that these are all, and none of them is harmful.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.finished && !self.files.is_empty() && !self.files.iter().any(|file| file.harmful)
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, file: OneFile) -> Self {
        self.last = self.last.max(file.n);
        self.files.push(file);
        self.finished = false;
        self
    }

    /// The same without one.
    #[must_use]
    pub fn without(mut self, n: i32) -> Self {
        self.files.retain(|file| file.n != n);
        self.finished = false;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(n: i32) -> OneFile {
        OneFile {
            n,
            object: Uuid::from_u128(1),
            name: "a.pdf".into(),
            size: 3,
            media_type: "application/pdf".into(),
            harmful: false,
        }
    }

    #[test]
    fn adding_and_removing_ask_again_whether_these_are_all() {
        let files = Files {
            finished: true,
            ..Files::default().with(file(1))
        };
        assert!(files.is_done());
        assert!(!files.clone().with(file(2)).is_done());
        assert!(!files.without(1).is_done());
    }

    #[test]
    fn an_answer_with_a_harmful_file_is_not_done() {
        let files = Files::default().with(OneFile {
            harmful: true,
            ..file(1)
        });
        let files = Files {
            finished: true,
            ..files
        };
        assert!(!files.is_done());
    }

    #[test]
    fn files_are_stored_in_a_form_that_stays() {
        let files = crate::answer::Answer::Files(Files::default().with(file(1)));
        let written = serde_json::to_value(&files).unwrap();
        assert_eq!(
            written,
            serde_json::json!({ "files": { "last": 1, "finished": false, "files": [{
                "n": 1, "object": "00000000-0000-0000-0000-000000000001", "name": "a.pdf", "size": 3,
                "media_type": "application/pdf" }] } })
        );
        assert_eq!(serde_json::from_value::<crate::answer::Answer>(written).unwrap(), files);
    }
}
