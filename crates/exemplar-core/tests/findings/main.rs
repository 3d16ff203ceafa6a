//! What is told of mistakes that people make: the kind, the place, and that the definition is or is not used.
//! This file has how a test says what it expects; the modules beside it have the mistakes, by what they are made in.

#[path = "../folder/mod.rs"]
mod folder;

mod causes;
mod examples;
mod journey;
mod keys;
mod lists;
mod owners;
mod rows;
mod service;
mod texts;
mod words;

use exemplar_core::definition::{Folder, Severity, read};

const QUESTIONS: &str = "\
questions:
  nation:
    ask: Where?
    called: where
    one_of: { england: England, wales: Wales }
  moved:
    when: nation is wales
    ask: Moved?
    called: moved
    yes_no:
  truth:
    ask: Truth?
    called: truth
    declaration: Yes
";

/// The code, the file and the text beneath the carets of every finding.
fn told(folder: &Folder) -> Vec<(&'static str, String, String)> {
    let findings = read(folder).findings;
    let told = findings.iter().map(|finding| {
        let text = folder.text(&finding.file).unwrap_or_default();
        let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let beneath = line.chars().skip(finding.column.saturating_sub(1)).take(finding.length);
        (finding.code, finding.file.clone(), beneath.collect())
    });
    told.collect()
}

fn check_folder(folder: &Folder, code: &'static str, file: &str, beneath: &str) {
    let wanted = (code, file.to_owned(), beneath.to_owned());
    let told = told(folder);
    assert!(told.contains(&wanted), "{wanted:?} was wanted, told was {told:?}");
}

/// A service of these questions and further lines has this finding.
fn check(lines: &str, code: &'static str, beneath: &str) {
    check_folder(
        &folder::with(&format!("{QUESTIONS}{lines}")),
        code,
        "service.yaml",
        beneath,
    );
}

fn check_with_file(lines: &str, path: &str, content: &str, code: &'static str, beneath: &str) {
    let mut folder = folder::with(&format!("{QUESTIONS}{lines}"));
    folder.files.insert(path.into(), content.as_bytes().to_vec());
    check_folder(&folder, code, path, beneath);
}

fn codes(folder: &Folder) -> Vec<&'static str> {
    told(folder).into_iter().map(|(code, _, _)| code).collect()
}

#[test]
fn the_service_itself_has_no_findings() {
    assert_eq!(told(&folder::with(QUESTIONS)), []);
}

#[test]
fn warnings_leave_the_definition_usable() {
    let checked = read(&folder::with(&format!("{QUESTIONS}facts: {{ f: not moved }} # why\n")));
    assert!(checked.definition.is_some());
    assert!(
        checked
            .findings
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
    assert!(checked.findings.iter().any(|finding| finding.code == "comment"));
}
