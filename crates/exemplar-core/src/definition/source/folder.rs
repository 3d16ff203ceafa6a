//! A folder's digest, and whether its files may be read at all.

use sha2::{Digest as _, Sha256};

use super::{Findings, Place};
use crate::definition::Folder;
use crate::definition::limits::{FOLDER_BYTES, FOLDER_FILES, PATH_CHARACTERS};
use crate::id::Digest;
use crate::publishing::is_preview;

impl Folder {
    /// SHA-256 over path, length and content of every file, by path. The folder's name does not count, unless it is
    /// that of a preview: the preview of a version is a version of its own.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut hash = Sha256::new();
        let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX).to_be_bytes();
        if is_preview(&self.name) {
            hash.update(self.name.as_bytes());
        }
        for (path, content) in &self.files {
            hash.update(number(path.len()));
            hash.update(path.as_bytes());
            hash.update(number(content.len()));
            hash.update(content);
        }
        Digest(hash.finalize().into())
    }

    /// The text of a file, where it is there and is UTF-8.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }
}

/// Whether a path stays inside the folder and is plain enough for every system.
#[must_use]
pub fn is_safe_path(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    !path.is_empty()
        && path.len() <= PATH_CHARACTERS
        && path.split('/').count() <= 3
        && path
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(plain))
}

/// Notes what makes the folder unreadable as a whole. The rest is read only where this finds nothing.
pub(super) fn check_folder(folder: &Folder, findings: &mut Findings) {
    if folder.files.len() > FOLDER_FILES {
        let place = whole(findings, "service.yaml");
        let count = folder.files.len();
        findings.error(
            place,
            "too_many_files",
            format!("The folder has {count} files; at most {FOLDER_FILES} are read."),
            "Take out what does not belong to the service.",
        );
        return;
    }
    let bytes: usize = folder.files.values().map(Vec::len).sum();
    if bytes > FOLDER_BYTES {
        let place = whole(findings, "service.yaml");
        findings.error(
            place,
            "folder_too_large",
            format!("The folder has {bytes} bytes; at most {FOLDER_BYTES} are read."),
            "Shorten lists, or take out what does not belong to the service.",
        );
        return;
    }
    for (path, content) in &folder.files {
        check_file(path, content, findings);
    }
}

fn check_file(path: &str, content: &[u8], findings: &mut Findings) {
    if !is_safe_path(path) {
        let shown: String = path.chars().take(PATH_CHARACTERS).filter(|c| !c.is_control()).collect();
        let place = whole(findings, &shown);
        findings.error(
            place,
            "file_name",
            "This file name cannot be used.",
            "Use letters, digits, \"-\", \"_\" and \".\", and at most two folders.",
        );
        return;
    }
    let place = whole(findings, path);
    let Ok(text) = std::str::from_utf8(content) else {
        findings.error(
            place,
            "not_utf8",
            "This file is not text in UTF-8.",
            "Save it as UTF-8.",
        );
        return;
    };
    for (number, line) in text.lines().enumerate() {
        if let Some(column) = line.chars().position(is_hidden) {
            let place = Place {
                line: number + 1,
                column: column + 1,
                length: 1,
                ..place
            };
            findings.error(
                place,
                "hidden_character",
                "A character here cannot be seen, and may change what the line seems to say.",
                "Type the line again.",
            );
            return;
        }
    }
}

/// Control characters, and those that turn the direction of writing without being seen.
/// The marks U+200E and U+200F that Arabic and Hebrew texts need are allowed. Source: Unicode Technical Report 36.
pub(in crate::definition) fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

fn whole(findings: &mut Findings, path: &str) -> Place {
    Place {
        file: findings.file(path),
        ..Place::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_inside_the_folder() {
        for path in ["service.yaml", "messages/received.en.md", "words/zh-Hant.yaml"] {
            assert!(is_safe_path(path), "{path}");
        }
        for path in [
            "../x",
            "/etc/passwd",
            "a/../b",
            "",
            "a//b",
            ".git/config",
            "a\\b",
            "a/b/c/d",
            "a\0b",
        ] {
            assert!(!is_safe_path(path), "{path}");
        }
    }

    #[test]
    fn a_digest_changes_with_any_byte() {
        let mut folder = Folder::default();
        folder.files.insert("a".into(), b"bc".to_vec());
        let first = folder.digest();
        folder.files.insert("a".into(), b"bd".to_vec());
        assert_ne!(folder.digest(), first);
        let mut moved = Folder::default();
        moved.files.insert("ab".into(), b"c".to_vec());
        assert_ne!(moved.digest(), first);
    }
}
