//! How a case is decided: what is told of mistakes in it, what `docs/definition.md` says of it, and what examples expect.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the documents that are shipped"
)]

mod folder;

use std::path::Path;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Folder, format, read};

const QUESTIONS: &str = "\
questions:
  applies_as:
    ask: Who?
    called: who
    one_of: { student: Student, other: Somebody else }
  cards:
    ask: How many cards?
    called: how many
    number: { from: 0, to: 99 }
  picture:
    ask: Your picture?
    called: your picture
    optional: yes
    file:
";

fn folder(lines: &str) -> Folder {
    folder::with(&format!("{QUESTIONS}{lines}"))
}

fn told(folder: &Folder) -> Vec<String> {
    let findings = read(folder).findings;
    findings.iter().map(|finding| render(finding, folder)).collect()
}

#[track_caller]
fn check(lines: &str, code: &str) {
    let codes: Vec<_> = read(&folder(lines))
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [code], "{lines}: {:?}", told(&folder(lines)));
}

fn chapter() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/definition.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, chapter) = text.split_once("\n## How a case is decided\n").unwrap();
    chapter.split("\n## ").next().unwrap().to_owned()
}

#[test]
fn the_service_of_the_documentation_stays_the_same_when_it_is_formatted() {
    let chapter = chapter();
    let example = chapter.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = folder(example);
    assert_eq!(told(&folder), [""; 0], "{example}");
    let formatted = format(&folder).unwrap();
    assert_eq!(format(&formatted).as_ref(), Ok(&formatted));
    let model = |folder: &Folder| format!("{:?}", read(folder).definition.unwrap().casework);
    assert_eq!(model(&folder), model(&formatted));
}

const CHECKS: &str = "casework:\n  checks:\n    known: { from: register, send: [cards] }\n";

#[test]
fn mistakes_in_checks_are_told() {
    let one = |keys: &str| format!("casework:\n  checks:\n    known: {{ {keys} }}\n");
    check(&one("send: [cards]"), "missing");
    check(&one("from: register"), "missing");
    check(&one("from: Register Office, send: [cards]"), "name");
    check(&one("from: register, send: [card]"), "unknown_name");
    check(&one("from: register, send: [picture]"), "wrong_kind");
    check(&one("from: register, send: [cards], at: nowhere"), "unknown_name");
    check(&one("from: register, send: [cards], gives: text"), "wrong_form");
    check(
        "casework:\n  checks:\n    cards: { from: register, send: [cards] }\n",
        "name_twice",
    );
    check(
        "casework:\n  automatic: { outcome: approved, when: knwon }\n",
        "unknown_name",
    );
    check("casework:\n  second_officer: cards\n", "not_a_condition");
}

#[test]
fn a_check_is_known_only_after_the_question_at_which_it_is_asked() {
    let page = "  end:\n    exit: No\n    say: No.\n    when: not known\n";
    let at = |at: &str| {
        let checks = format!("casework:\n  checks:\n    known: {{ from: register, send: [cards]{at} }}\n");
        folder::with(&format!("{QUESTIONS}{page}{checks}"))
    };
    let codes = |folder: &Folder| -> Vec<_> { read(folder).findings.iter().map(|finding| finding.code).collect() };
    assert_eq!(codes(&at("")), ["asked_later"]);
    assert_eq!(codes(&at(", at: cards")), [""; 0]);
    let fact = "facts:\n  is_known: known\n";
    let through = folder::with(&format!(
        "{QUESTIONS}{}{CHECKS}{fact}",
        page.replace("known", "is_known")
    ));
    assert_eq!(codes(&through), ["asked_later"]);
}

#[test]
fn what_a_computer_decides_against_somebody_has_a_law_and_an_appeal() {
    let deciding = |automatic: &str, refused: &str| {
        format!(
            "casework:\n  automatic:\n    when: cards > 5\n{automatic}  outcomes:\n    approved:\n      title: Yes\n    \
             refused:\n      title: No\n{refused}"
        )
    };
    let appeal = "      appeal: { to: Court, within: 1 month }\n";
    check(&deciding("    outcome: refused\n", ""), "adverse_automatic");
    check(
        &deciding("    outcome: refused\n    law: An act\n", ""),
        "adverse_automatic",
    );
    check(&deciding("    outcome: refused\n", appeal), "adverse_automatic");
    let lawful = deciding("    outcome: refused\n    law: An act\n", appeal);
    assert_eq!(told(&folder(&lawful)), [""; 0]);
    let reasons = format!("{appeal}      reasons:\n        many: Too many.\n");
    check(&deciding("    outcome: refused\n    law: An act\n", &reasons), "reason");
    let named = deciding("    outcome: refused\n    law: An act\n    reason: many\n", &reasons);
    assert_eq!(told(&folder(&named)), [""; 0]);
    check(&deciding("    outcome: gone\n", ""), "unknown_name");
    check("casework:\n  automatic: { outcome: approved }\n", "missing");
}

/// What is told of an example in a service where many cards need a second officer, and known people need nobody.
#[track_caller]
fn comes_out(example: &str, expected: &[&str]) {
    let service = format!("{CHECKS}  second_officer: cards > 10\n  automatic: {{ outcome: approved, when: known }}\n");
    let mut folder = folder(&service);
    let example = format!("who: A\ntoday: 2026-05-01\n{example}");
    folder
        .files
        .insert("examples/a.yaml".into(), example.clone().into_bytes());
    let findings = read(&folder).findings;
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(messages, expected, "{example}");
}

#[test]
fn examples_say_what_checks_answer_and_what_two_officers_and_the_computer_decide() {
    let few = "answers: { applies_as: other, cards: 1 }\n";
    let many = "answers: { applies_as: other, cards: 11 }\n";
    let known = "checks: { known: yes }\n";
    let refused = "staff: [{ decide: refused }]\n";
    let both = "staff: [{ decide: refused }, { approve: yes }]\n";
    comes_out(
        &format!("{few}{known}then: {{ outcome: approved, second_officer: no }}\n"),
        &[],
    );
    comes_out(
        &format!("{few}checks: {{ known: no }}\n{refused}then: {{ outcome: refused }}\n"),
        &[],
    );
    comes_out(
        &format!("{few}then: {{ outcome: approved }}\n"),
        &["nothing is decided."],
    );
    comes_out(
        &format!("{many}{known}{both}then: {{ outcome: refused, second_officer: yes }}\n"),
        &[],
    );
    comes_out(
        &format!("{many}{refused}then: {{ outcome: refused }}\n"),
        &["nothing is decided."],
    );
    comes_out(
        &format!("{many}then: {{ second_officer: no }}\n"),
        &["A second officer is needed."],
    );
    comes_out(
        &format!("{few}checks: {{ other: yes }}\nthen: {{ second_officer: no }}\n"),
        &["There is no check \"other\"."],
    );
    comes_out(
        &format!("{few}staff: [{{ approve: yes, decide: refused }}]\nthen: {{ second_officer: no }}\n"),
        &["A second officer only approves."],
    );
}

#[test]
fn a_decision_takes_as_long_as_its_case_says() {
    let cases = "casework:\n  decide_within:\n    - 10 days when cards > 5\n    - 2 days\n";
    let by = |cards: u8, day: &str| {
        let mut folder = folder(cases);
        let answers = format!("answers: {{ applies_as: other, cards: {cards} }}");
        let example = format!("who: A\ntoday: 2026-05-01\n{answers}\nthen: {{ decide_by: {day} }}\n");
        folder.files.insert("examples/a.yaml".into(), example.into_bytes());
        told(&folder)
    };
    assert_eq!(by(1, "2026-05-03"), [""; 0]);
    assert_eq!(by(6, "2026-05-11"), [""; 0]);
    check(
        "casework:\n  decide_within:\n    - 10 days when cards > 5\n",
        "no_last_case",
    );
    check("casework:\n  decide_within: soon\n", "duration");
    check("casework:\n  stages:\n    one: { within: 2 days }\n", "missing");
    check("casework:\n  stages:\n    received: { title: A }\n", "reserved_name");
    check("casework:\n  urgent: cards\n", "not_a_condition");
}
