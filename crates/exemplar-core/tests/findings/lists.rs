//! What is told of lists in files.

use exemplar_core::definition::{Folder, read};

use crate::{codes, folder};

const QUESTIONS: &str = "languages: [en, cy]\nquestions:\n  office: { ask: Which?, called: which, one_of: offices }\n";
const CY: &str = "name: Prawf\nquestions: { office: { ask: Pa?, called: pa } }\n\
                  casework: { outcomes: { approved: { title: Ie }, refused: { title: Na } } }\n";

fn with(list: &str) -> Folder {
    let outcomes = "casework: { outcomes: { approved: { title: Yes }, refused: { title: No } } }\n";
    let service = format!("{}{QUESTIONS}{outcomes}", folder::HEAD);
    folder::of(&[
        ("service.yaml", &service),
        ("words/cy.yaml", CY),
        ("lists/offices.csv", list),
    ])
}

#[track_caller]
fn check(list: &str, code: &str, line: usize, says: &str) {
    let findings = read(&with(list)).findings;
    let is_it = |found: &exemplar_core::definition::Finding| {
        let says_so = found.message.contains(says) || found.advice.contains(says);
        found.code == code && found.file == "lists/offices.csv" && found.line == line && says_so
    };
    assert!(findings.iter().any(is_it), "{findings:?}");
}

#[test]
fn lists_are_told_of_by_line() {
    assert_eq!(codes(&with("id,name,name_cy,also\na,A,A,X\nb,B,B,\n")), [] as [&str; 0]);
    check("id,name,name_cy\na,A,A\nb,B,B\na,C,C\n", "list_id", 4, "line 2");
    check("id,name,name_cy\na,A,A\n,B,B\n", "list_id", 3, "no id");
    check("id,nmae,name_cy\na,A,A\nb,B,B\n", "list_column", 1, "\"name\"");
    check("id,name,name_yc\na,A,A\nb,B,B\n", "list_column", 1, "\"name_cy\"");
    check("id,name,name_cy,name\na,A,A,A\nb,B,B,B\n", "list_columns", 1, "twice");
    check("id,name,\na,A,A\nb,B,B\n", "list_columns", 1, "no name");
    check("id,office\na,A\nb,B\n", "list_names", 1, "\"name\"");
    check("id,name\na,A\nb,B\n", "list_names", 1, "name_cy");
    check("id,name,name_cy\na,A,\nb,B,B\n", "list_names", 1, "\"cy\"");
}
