//! The services in `services/` are read, checked and walked without a finding, and formatting keeps what they say.

mod folder;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Folder, format, read};
use exemplar_core::id::Digest;

fn told(folder: &Folder) -> String {
    let findings = read(folder).findings;
    findings
        .iter()
        .map(|finding| render(finding, folder))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_service_is_without_a_finding() {
    let services = folder::all_services();
    assert!(services.len() >= 2);
    for folder in services {
        assert_eq!(told(&folder), "", "{}", folder.name);
        let checked = read(&folder);
        assert!(checked.definition.is_some());
        assert!(!checked.examples.is_empty());
    }
}

/// All of the model, in one text.
fn model(folder: &Folder) -> String {
    let mut definition = read(folder).definition.expect("the service is right");
    definition.digest = Digest([0; 32]);
    format!("{definition:#?}")
}

#[test]
fn formatting_keeps_the_model_and_formatting_again_changes_nothing() {
    for folder in folder::all_services() {
        let formatted = format(&folder).expect("the service is right");
        assert_eq!(told(&formatted), "", "{}", folder.name);
        assert!(
            model(&folder) == model(&formatted),
            "{} says something else",
            folder.name
        );
        assert!(
            format(&formatted).as_ref() == Ok(&formatted),
            "{} changes again",
            folder.name
        );
    }
}
