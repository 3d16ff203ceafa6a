//! A service of 1,000 questions with 300 conditions is checked, and each of its conditions is looked into.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "it prints how long it takes"
)]

#[path = "../../exemplar-bench/src/scale/service.rs"]
#[allow(dead_code, reason = "what a person answers is for the benchmark")]
mod service;

mod folder;

use std::time::Instant;

use exemplar_core::definition::diff::compare;
use exemplar_core::definition::finding::render;
use exemplar_core::definition::read;

#[test]
fn a_thousand_questions_are_checked() {
    let of = |words: &str| {
        folder::of(&[
            ("service.yaml", &service::service_yaml()),
            ("questions.yaml", &service::questions_yaml(words)),
        ])
    };
    let folder = of("What is first?");
    let since = Instant::now();
    let checked = read(&folder);
    println!("checked in {:?}", since.elapsed());
    let told: String = checked
        .findings
        .iter()
        .map(|finding| render(finding, &folder))
        .collect();
    assert_eq!(told, "");
    // Chains of facts look at many answers; they are few.
    assert!(checked.not_proved < 20, "{}", checked.not_proved);
    let definition = checked.definition.expect("it is right");
    assert_eq!(definition.questions().count(), service::QUESTIONS);
    let conditions = definition.pages.iter().filter(|page| page.when.is_some()).count() + definition.facts.len();
    assert_eq!(conditions, 300);

    let since = Instant::now();
    let difference = compare(&folder, &of("What is the first of all?")).expect("both can be read");
    println!("compared in {:?}", since.elapsed());
    assert_eq!(difference.changes.len(), 1);
}
