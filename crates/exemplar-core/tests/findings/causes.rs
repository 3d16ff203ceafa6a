//! One mistake is told once, at its cause: what only follows from it is not told, or stands after it.

use exemplar_core::definition::{Folder, read};

use crate::{check_folder, folder, told};

/// A service in which each name is used several times.
const SERVICE: &str = "\
languages: [en, cy]
confirm_with: born
questions:
  born: { ask: What is your date of birth?, date: { in: past } }
  nation:
    ask: Where?
    called: where
    one_of: { england: England, wales: Wales }
  lives_abroad: { when: is_young and nation is wales, exit: Elsewhere }
  moved: { when: nation is wales, ask: Moved?, called: moved, yes_no: }
  why: { when: nation is not wales, ask: Why?, called: why, text: { at_most: 100 characters } }
  truth: { ask: ((nation))?, called: truth, declaration: Yes }
facts:
  is_young: age(born) < 18
  is_welsh: nation is wales
casework:
  show_first: [is_welsh, born]
  outcomes: { granted: { title: Yes }, refused: { title: No } }
  decide_within: [5 days when is_welsh, 10 days]
  automatic: { outcome: granted, when: nation is wales, law: An act }
";
const KEEP: &str = "keep: { draft: 1 day, withdrawn: 1 day, granted: 1 day, refused: 1 day }\n";
const CY: &str = "\
name: Prawf
questions:
  born: { ask: Pryd?, called: pryd }
  nation: { ask: Ble?, called: ble, one_of: { england: Lloegr, wales: Cymru } }
  lives_abroad: { exit: Arall }
  moved: { ask: Symud?, called: symud }
  why: { ask: Pam?, called: pam }
  truth: { ask: \"((nation))?\", called: gwir, declaration: Ie }
casework: { outcomes: { granted: { title: Ie }, refused: { title: Na } } }
";
const EXAMPLE: &str = "who: A\ntoday: 2026-05-01\nanswers: { born: 1984-07-19, nation: wales, moved: no, truth: yes }\n\
                       then: { path: [born, nation, moved, truth], facts: { is_welsh: yes } }\n";

fn service(before: &str, after: &str) -> Folder {
    let head = "name: Test\norganisation: council\nlaw: An act\n";
    let service = format!("{head}{SERVICE}{KEEP}");
    assert!(service.contains(before), "{before}");
    folder::of(&[
        ("service.yaml", &service.replacen(before, after, 1)),
        ("words/cy.yaml", CY),
        ("examples/a.yaml", EXAMPLE),
        (
            "messages/granted.en.md",
            "# Yes\n\nYou live in ((nation)), born ((born)).\n",
        ),
        ("messages/granted.cy.md", "# Ie\n\n((nation)) ((born))\n"),
    ])
}

#[test]
fn the_service_itself_has_no_findings() {
    assert_eq!(told(&service("name: Test", "name: Test")), []);
}

#[test]
fn a_name_that_was_mistyped_where_it_is_given_is_told_there_alone() {
    for (before, after, typo) in [
        ("  nation:\n", "  natoin:\n", "natoin"),
        ("  born: {", "  bron: {", "bron"),
        ("  is_welsh:", "  is_wesh:", "is_wesh"),
        ("wales: Wales", "wlaes: Wales", "wlaes"),
        ("outcomes: { granted", "outcomes: { grantde", "grantde"),
    ] {
        let told = told(&service(before, after));
        let (_, file, beneath) = &told[0];
        assert_eq!((file.as_str(), beneath.as_str()), ("service.yaml", typo), "{told:?}");
        assert!(told.len() <= 2, "{typo}: {told:?}");
    }
}

#[test]
fn a_name_that_was_mistyped_where_it_is_used_is_told_there_alone() {
    for (before, after, typo) in [
        ("when: is_young and", "when: is_yuong and", "is_yuong"),
        ("moved: { when: nation is", "moved: { when: natoin is", "natoin"),
        ("ask: ((nation))", "ask: ((natoin))", "((natoin))"),
        ("confirm_with: born", "confirm_with: bron", "bron"),
        ("age(born)", "age(bron)", "bron"),
    ] {
        let told = told(&service(before, after));
        let beneath: Vec<&str> = told.iter().map(|(_, _, beneath)| beneath.as_str()).collect();
        assert_eq!(beneath, [typo], "{told:?}");
    }
}

#[test]
fn the_cause_says_where_the_name_is_used() {
    let findings = read(&service("  nation:\n", "  natoin:\n")).findings;
    let cause = &findings[0];
    assert!(
        cause.message.contains("\"natoin\"") && cause.message.contains("\"nation\""),
        "{cause:?}"
    );
    assert!(
        cause.advice.contains("service.yaml:") && cause.advice.contains("more places"),
        "{cause:?}"
    );
}

#[test]
fn a_name_that_is_nowhere_is_told_once_with_its_other_places() {
    let lines = "questions:\n  ax: { ask: A?, called: a, yes_no: }\n  go: { when: quince is pear, exit: A }\n  \
                 zo: { when: quince is plum, exit: B }\n  wo: { ask: B?, called: b, yes_no: }\n";
    let findings = read(&folder::with(lines)).findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].message.contains("service.yaml:12"), "{findings:?}");
}

#[test]
fn nothing_is_told_of_the_pages_after_one_that_cannot_be_read() {
    let told = told(&service("at_most: 100 characters", "at_most: many"));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "rule");
}

#[test]
fn a_heading_that_was_mistyped_in_a_translation_leaves_nothing_missing() {
    let mut folder = service("name: Test", "name: Test");
    let words = CY.replace("  moved:", "  mvoed:");
    folder.files.insert("words/cy.yaml".into(), words.into_bytes());
    let told = told(&folder);
    assert_eq!(told.len(), 1, "{told:?}");
    check_folder(&folder, "not_in_definition", "words/cy.yaml", "mvoed");
}

#[test]
fn letters_that_changed_places_are_recognised() {
    for (typed, meant) in [
        ("aks", "ask"),
        ("wehn", "when"),
        ("hnit", "hint"),
        ("optoinal", "optional"),
    ] {
        let lines = format!("questions:\n  x: {{ {typed}: A?, called: a, yes_no: }}\n");
        let findings = read(&folder::with(&lines)).findings;
        let wanted = format!("Did you mean \"{meant}\"?");
        assert!(findings.iter().any(|finding| finding.advice == wanted), "{findings:?}");
    }
}
