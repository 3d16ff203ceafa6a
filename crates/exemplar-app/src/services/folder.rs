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
    let mut reader = FolderReader {
        root: path,
        files: BTreeMap::new(),
        bytes: 0,
    };
    reader.read(path, "", 0)?;
    Ok(Folder {
        name,
        files: reader.files,
    })
}

struct FolderReader<'a> {
    root: &'a Path,
    files: BTreeMap<String, Vec<u8>>,
    bytes: u64,
}

/// A service's files lie at most this many folders down: `messages/received.en.md`.
const DEPTH_LIMIT: usize = 1;

impl FolderReader<'_> {
    fn read(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), FolderProblem> {
        let unreadable = |source| FolderProblem::Unreadable {
            path: folder.to_owned(),
            source,
        };
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(unreadable)?;
            if name.starts_with('.') || name == "README.md" {
                continue;
            }
            let inside = format!("{prefix}{name}");
            if kind.is_dir() && depth < DEPTH_LIMIT {
                self.read(&entry.path(), &format!("{inside}/"), depth + 1)?;
            } else if kind.is_file() {
                self.file(&entry.path(), inside)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, inside: String) -> Result<(), FolderProblem> {
        let too_large = || FolderProblem::TooLarge {
            path: self.root.to_owned(),
        };
        let left = FOLDER_BYTES as u64 - self.bytes;
        let mut content = Vec::new();
        std::fs::File::open(path)
            .and_then(|file| file.take(left + 1).read_to_end(&mut content))
            .map_err(|source| FolderProblem::Unreadable {
                path: path.to_owned(),
                source,
            })?;
        if content.len() as u64 > left || self.files.len() >= FOLDER_FILES {
            return Err(too_large());
        }
        self.bytes += content.len() as u64;
        self.files.insert(inside, content);
        Ok(())
    }
}
