//! The services in `services/` are read, checked and walked without a finding.

use std::path::{Path, PathBuf};

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Checked, Folder, read};

fn services() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services")
}

fn folder(path: &Path) -> Folder {
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

fn checked(name: &str) -> (Folder, Checked) {
    let folder = folder(&services().join(name));
    let checked = read(&folder);
    (folder, checked)
}

#[test]
fn every_service_is_without_a_finding() {
    for entry in std::fs::read_dir(services()).unwrap() {
        let path = entry.unwrap().path();
        let (folder, checked) = checked(&path.file_name().unwrap().to_string_lossy());
        let told: Vec<String> = checked
            .findings
            .iter()
            .map(|finding| render(finding, &folder))
            .collect();
        assert!(told.is_empty(), "{}\n{}", folder.name, told.join("\n"));
        assert!(checked.definition.is_some());
        assert!(!checked.examples.is_empty());
    }
}
