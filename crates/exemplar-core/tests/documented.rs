//! What `docs/definition.md` says of kinds of answer is held against the program: every example is checked, and every
//! kind and rule has its place.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the documents that are shipped"
)]

mod folder;

use std::path::Path;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::read;
use exemplar_core::kind::{KEYS, countries_of};

fn chapter() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/definition.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, chapter) = text.split_once("\n## Kinds of answer\n").unwrap();
    chapter.split("\n## ").next().unwrap().to_owned()
}

/// The sections of the chapter: the kind's key and its text.
fn sections(chapter: &str) -> Vec<(&str, &str)> {
    let sections = chapter.split("\n#### `").skip(1);
    sections.map(|section| section.split_once("`\n").unwrap()).collect()
}

/// The examples of a section.
fn examples(section: &str) -> Vec<&str> {
    let parts = section.split("```");
    parts
        .skip(1)
        .step_by(2)
        .map(|block| block.strip_prefix("yaml\n").unwrap())
        .collect()
}

#[test]
fn every_example_passes_the_check() {
    let chapter = chapter();
    for (kind, section) in sections(&chapter) {
        let examples = examples(section);
        assert!(!examples.is_empty(), "{kind} has no example");
        for example in examples {
            assert!(example.contains(&format!("  {kind}:")), "{kind}: {example}");
            let lines: String = example.lines().map(|line| format!("  {line}\n")).collect();
            let folder = folder::with(&format!("questions:\n{lines}"));
            let checked = read(&folder);
            let told: Vec<String> = checked
                .findings
                .iter()
                .map(|finding| render(finding, &folder))
                .collect();
            assert_eq!(told, [""; 0], "{kind}");
            assert!(checked.definition.is_some(), "{kind}");
        }
    }
}

#[test]
fn every_kind_and_each_of_its_rules_is_explained() {
    let chapter = chapter();
    let sections = sections(&chapter);
    for keys in KEYS {
        let section = sections.iter().find(|(kind, _)| *kind == keys.key);
        let (_, section) = section.unwrap_or_else(|| panic!("{} is not explained", keys.key));
        for rule in keys.rules {
            let is_named = section.contains(&format!("`{}", rule.key)) || section.contains(&format!("{}:", rule.key));
            assert!(is_named, "{}: {}", keys.key, rule.key);
        }
    }
    assert_eq!(sections.len(), KEYS.len());
}

#[test]
fn every_country_with_a_scheme_is_named() {
    let chapter = chapter();
    for (kind, section) in sections(&chapter) {
        if kind != "bank_account" {
            for (country, _) in countries_of(kind) {
                assert!(section.contains(country), "{kind} of {country}");
            }
        }
    }
}
