//! Reads the folder of a service from disk, within limits.

use std::collections::BTreeMap;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use exemplar_core::definition::Folder;
use exemplar_core::definition::limits::{FOLDER_BYTES, FOLDER_FILES};

/// Why a folder could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FolderProblem {
    /// The file system said no.
    #[error("{path}: {source}")]
    Unreadable {
        /// Where.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
    /// Too many files, or too much in them.
    #[error("{path} is too large: a service has at most {FOLDER_FILES} files and {FOLDER_BYTES} bytes")]
    TooLarge {
        /// Which folder.
        path: PathBuf,
    },
    /// The path does not end in a name.
    #[error("{path} is not the folder of a service: it needs a name in lower case")]
    NoName {
        /// Which path.
        path: PathBuf,
    },
}

/// Reads a service's folder: its files and those one folder down. Links are not followed, hidden files are passed over.
///
/// # Errors
/// As [`FolderProblem`] says.
pub fn read_folder(path: &Path) -> Result<Folder, FolderProblem> {
    let whole = path.canonicalize().map_err(|source| FolderProblem::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let name = whole.file_name().and_then(|name| name.to_str());
    let name = name
        .ok_or_else(|| FolderProblem::NoName { path: path.to_owned() })?
        .to_owned();
    let mut files = Files::default();
    read(&mut files, path, "", 0).map_err(|problem| match problem {
        FolderProblem::TooLarge { .. } => FolderProblem::TooLarge { path: path.to_owned() },
        other => other,
    })?;
    Ok(Folder {
        name,
        files: files.files,
    })
}

/// A service's folder as a browser sends it: file by file, each with its path, the name of the folder first. The same
/// files are passed over as by [`read_folder`].
#[derive(Debug, Default)]
pub struct ComingFolder {
    name: Option<String>,
    files: Files,
}

impl ComingFolder {
    /// Whether a file of that path belongs to the folder. What does not need not be read.
    ///
    /// # Errors
    /// [`FolderProblem::NoName`] where the path has no folder, or another one than the files before.
    pub fn wants(&mut self, path: &str) -> Result<bool, FolderProblem> {
        let no_name = || FolderProblem::NoName { path: path.into() };
        let (name, inside) = path.split_once('/').ok_or_else(no_name)?;
        if self.name.get_or_insert_with(|| name.to_owned()) != name {
            return Err(no_name());
        }
        let parts: Vec<&str> = inside.split('/').collect();
        Ok(parts.len() <= DEPTH_LIMIT + 1 && !parts.iter().any(|part| is_passed_over(part)))
    }

    /// Adds a file that is wanted.
    ///
    /// # Errors
    /// [`FolderProblem::TooLarge`].
    pub fn add(&mut self, path: &str, content: Vec<u8>) -> Result<(), FolderProblem> {
        let inside = path.split_once('/').map_or(path, |(_, inside)| inside);
        self.files.add(Path::new(path), inside.to_owned(), content)
    }

    /// The folder; none where no file came.
    #[must_use]
    pub fn finish(self) -> Option<Folder> {
        let files = self.files.files;
        Some(Folder {
            name: self.name?,
            files,
        })
    }
}

/// The files of a service, within the limits.
#[derive(Debug, Default)]
struct Files {
    files: BTreeMap<String, Vec<u8>>,
    bytes: usize,
}

impl Files {
    /// How many bytes may still come.
    fn left(&self) -> u64 {
        FOLDER_BYTES.saturating_sub(self.bytes) as u64
    }

    fn add(&mut self, path: &Path, inside: String, content: Vec<u8>) -> Result<(), FolderProblem> {
        if content.len() as u64 > self.left() || self.files.len() >= FOLDER_FILES {
            return Err(FolderProblem::TooLarge { path: path.to_owned() });
        }
        self.bytes += content.len();
        self.files.insert(inside, content);
        Ok(())
    }
}

/// A service's files lie at most this many folders down: `messages/received.en.md`.
const DEPTH_LIMIT: usize = 1;

/// Whether a file or a folder of that name is no part of a service.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name == "README.md"
}

fn read(files: &mut Files, folder: &Path, prefix: &str, depth: usize) -> Result<(), FolderProblem> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        |source| FolderProblem::Unreadable { path, source }
    };
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let entry = entry.map_err(unreadable(folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type().map_err(unreadable(folder))?;
        if is_passed_over(&name) {
            continue;
        }
        let inside = format!("{prefix}{name}");
        let path = entry.path();
        if kind.is_dir() && depth < DEPTH_LIMIT {
            read(files, &path, &format!("{inside}/"), depth + 1)?;
        } else if kind.is_file() {
            let mut content = Vec::new();
            std::fs::File::open(&path)
                .and_then(|file| file.take(files.left() + 1).read_to_end(&mut content))
                .map_err(unreadable(&path))?;
            files.add(&path, inside, content)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_comes_file_by_file_without_what_is_no_part_of_it() {
        let mut coming = ComingFolder::default();
        for (path, wanted) in [
            ("permit/service.yaml", true),
            ("permit/words/cy.yaml", true),
            ("permit/README.md", false),
            ("permit/.git/config", false),
            ("permit/a/b/c.yaml", false),
        ] {
            assert_eq!(coming.wants(path).unwrap(), wanted, "{path}");
        }
        assert!(coming.wants("service.yaml").is_err());
        assert!(coming.wants("other/service.yaml").is_err());
        coming.add("permit/words/cy.yaml", b"a".to_vec()).unwrap();
        let folder = coming.finish().unwrap();
        assert_eq!(
            (folder.name.as_str(), folder.files["words/cy.yaml"].as_slice()),
            ("permit", &b"a"[..])
        );
        assert!(ComingFolder::default().finish().is_none());
    }

    #[test]
    fn a_folder_that_is_too_large_does_not_come() {
        let mut coming = ComingFolder::default();
        coming.add("permit/a.csv", vec![0; FOLDER_BYTES]).unwrap();
        assert!(matches!(
            coming.add("permit/b.csv", vec![0]),
            Err(FolderProblem::TooLarge { .. })
        ));
        let mut coming = ComingFolder::default();
        let added: Result<(), _> = (0..=FOLDER_FILES).try_for_each(|n| coming.add(&format!("permit/{n}"), Vec::new()));
        assert!(matches!(added, Err(FolderProblem::TooLarge { .. })));
    }
}
