//! The hostile definitions of core, each given to the program as a folder: refused within 200 MB of memory.

#[path = "../../../exemplar-core/tests/hostile/definitions.rs"]
mod definitions;
#[path = "../../../exemplar-core/tests/folder/mod.rs"]
mod folder;

use std::path::{Component, Path};
use std::process::{Command, Output, Stdio};

use exemplar_core::definition::Folder;

/// What a check may take of memory, in units of 1,024 bytes: 200 MB, its code and stacks with it.
const LIMIT: u32 = 200_000_000 / 1_024;

fn refused_folder(folder: &Folder, code: &str) {
    let Some(output) = checked(folder, LIMIT) else { return };
    let said = String::from_utf8(output.stdout).unwrap();
    let failed = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{code}: {said} {failed}");
    // What is too large is not read from the disk at all, so nothing is found in it.
    let is_unread = ["folder_too_large", "too_many_files"].contains(&code) && failed.contains("is too large");
    let is_found = said.contains(&format!("\"{code}\""));
    assert!(is_unread || is_found, "{code} was wanted, found {said} {failed}");
}

fn taken_folder(folder: &Folder) {
    let output = checked(folder, LIMIT).unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{said}");
}

/// Checks a folder with so much memory. None for files that no disk can hold: nothing reads such a folder from one.
fn checked(folder: &Folder, limit: u32) -> Option<Output> {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join(&folder.name);
    for (path, content) in &folder.files {
        let is_plain = |part: Component<'_>| matches!(part, Component::Normal(name) if name.len() < 256);
        // A name that begins with a dot is left out where a folder is read.
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        if is_hidden || !Path::new(path).components().all(is_plain) {
            return None;
        }
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("ulimit -v {limit} && exec \"$0\" \"$@\""));
    command
        .arg(env!("CARGO_BIN_EXE_exemplar"))
        .args(["check", "--format", "json"]);
    Some(command.arg(root).stdin(Stdio::null()).output().unwrap())
}

#[test]
fn the_limit_is_one() {
    let output = checked(&folder::with(""), LIMIT / 10).unwrap();
    assert!(output.status.code().is_none_or(|code| code > 1), "{output:?}");
}
