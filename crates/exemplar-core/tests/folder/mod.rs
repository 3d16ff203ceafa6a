//! Folders for tests: those in `services/` and `tests/services/`, and small ones written in a test.
#![allow(dead_code, reason = "each test uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the services that are shipped"
)]

use std::path::{Path, PathBuf};

use exemplar_core::definition::Folder;

/// Where the services are.
pub fn services() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services")
}

/// Where the services are that tests alone use.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/services")
}

/// Every service that is shipped, and every one that tests use.
pub fn all_services() -> Vec<Folder> {
    [services(), fixtures()]
        .iter()
        .flat_map(|place| in_folder(place))
        .collect()
}

fn in_folder(place: &Path) -> Vec<Folder> {
    let entries = std::fs::read_dir(place).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    paths.map(|path| from_disk(&path)).collect()
}

fn from_disk(path: &Path) -> Folder {
    let mut folder = Folder {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        ..Folder::default()
    };
    add(&mut folder, path, "");
    folder
}

fn add(folder: &mut Folder, path: &Path, before: &str) {
    for entry in std::fs::read_dir(path).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            add(folder, &entry.path(), &format!("{name}/"));
        } else {
            folder.files.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
}

/// A folder of these files.
pub fn of(files: &[(&str, &str)]) -> Folder {
    Folder {
        name: "test-service".into(),
        files: files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect(),
    }
}

/// The head of a small service without findings.
pub const HEAD: &str = "name: Test\norganisation: council\nlaw: An act\nkeep:\n  draft: 1 day\n  withdrawn: 1 day\n  \
                        approved: 1 year\n  refused: 1 year\n";

/// A small service with these further lines.
pub fn with(lines: &str) -> Folder {
    of(&[("service.yaml", &format!("{HEAD}{lines}"))])
}
