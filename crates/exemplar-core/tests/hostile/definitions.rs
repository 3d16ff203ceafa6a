//! Definitions that mean harm, one test each. What is held against them, `refused_folder` and `taken_folder`, is in the
//! module above.

use super::{folder, refused_folder, taken_folder};

fn refused(lines: &str, code: &str) {
    refused_folder(&folder::with(lines), code);
}

fn refused_file(path: &str, content: &[u8], code: &str) {
    let mut folder = folder::with(QUESTIONS);
    folder.files.insert(path.into(), content.to_vec());
    refused_folder(&folder, code);
}

const QUESTIONS: &str = "questions:\n  a:\n    ask: A?\n    called: a\n    yes_no:\n";

/// A question with this condition.
fn condition(expression: &str) -> String {
    format!("{QUESTIONS}  b:\n    when: {expression}\n    ask: B?\n    called: b\n    yes_no:\n")
}

#[test]
fn the_service_that_they_are_made_from_is_taken() {
    taken_folder(&folder::with(QUESTIONS));
}

#[test]
fn aliases_that_multiply() {
    let mut bomb = String::from("phrases:\n  a0: &a0 lol\n");
    for i in 1..30 {
        let before = i - 1;
        bomb.push_str(&format!("  a{i}: &a{i} [*a{before}, *a{before}, *a{before}]\n"));
    }
    refused(&bomb, "anchor");
}

#[test]
fn an_alias_without_an_anchor() {
    refused("phrases: { a: *b }\n", "alias");
}

#[test]
fn a_tag_that_hides_a_condition() {
    refused(&condition("!a"), "tag");
}

#[test]
fn a_merge_key() {
    refused("phrases:\n  <<: { a: b }\n", "merge_key");
}

#[test]
fn a_second_document() {
    refused("---\nname: other\n", "several_documents");
}

#[test]
fn a_directive() {
    refused_file("questions.yaml", b"%TAG ! tag:evil,2026:\n---\na: b\n", "yaml");
}

#[test]
fn headings_far_too_deep() {
    let deep = "a: {".to_owned() + &"b: {".repeat(100_000);
    refused(&deep, "too_deep");
}

#[test]
fn headings_too_deep_in_blocks() {
    let deep: String = (0..200).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
    refused(&format!("phrases:\n{deep}"), "too_deep");
}

#[test]
fn brackets_far_too_deep() {
    refused(&format!("languages: {}\n", "[".repeat(500_000)), "yaml");
}

#[test]
fn a_huge_text() {
    refused(&format!("phrases:\n  a: {}\n", "x".repeat(1_000_000)), "text_too_long");
}

#[test]
fn a_huge_heading() {
    refused(&format!("phrases:\n  \"{}\": x\n", "x".repeat(900)), "long_key");
}

#[test]
fn very_many_headings() {
    let many: String = (0..300_000).map(|i| format!("k{i}: 1\n")).collect();
    refused(&many, "folder_too_large");
    let many: String = (0..60_000).map(|i| format!(" k{i}: 1\n")).collect();
    refused(&format!("phrases:\n{many}"), "too_much");
}

#[test]
fn very_many_unknown_headings() {
    let many: String = (0..40_000).map(|i| format!("k{i}: 1\n")).collect();
    refused(&many, "more_findings");
}

#[test]
fn a_heading_twice() {
    refused("phrases: { a: x, a: y }\n", "twice");
}

#[test]
fn facts_in_a_circle() {
    let circle = "facts:\n  x: y\n  y: z and a\n  z: not x\n";
    refused(&format!("{QUESTIONS}{circle}"), "fact_cycle");
}

#[test]
fn facts_in_a_long_line() {
    let line: String = (0..250).map(|i| format!("  f{i}: f{}\n", i + 1)).collect();
    refused(&format!("{QUESTIONS}facts:\n{line}  f250: a\n"), "facts_too_deep");
}

#[test]
fn facts_that_multiply_are_each_worked_out_once() {
    let facts: String = (1..30).map(|i| format!("  f{i}: f{0} and f{0}\n", i - 1)).collect();
    taken_folder(&folder::with(&format!("{QUESTIONS}facts:\n  f0: a\n{facts}")));
}

#[test]
fn brackets_too_deep_in_an_expression() {
    refused(
        &condition(&format!("{}a{}", "(".repeat(200), ")".repeat(200))),
        "too_many_brackets",
    );
}

#[test]
fn a_very_long_expression() {
    refused(&condition(&vec!["a"; 3_000].join(" and ")), "expression_too_long");
}

#[test]
fn an_expression_of_signs() {
    refused(&condition(&format!("a is {}1", "- ".repeat(200))), "cannot_compare");
    refused(&condition("a[0]"), "index");
    refused(&condition("'[a].map(x, x)'"), "unknown_sign");
    refused(&condition("a.all(x, x)"), "unknown_sign");
    refused(&condition("'\"{}\".b'"), "unknown_sign");
}

#[test]
fn a_control_character() {
    refused("phrases:\n  a: \"x\0y\"\n", "hidden_character");
    refused("phrases:\n  a: x\u{202E}y\n", "hidden_character");
    refused("\u{FEFF}phrases:\n  a: xy\n", "hidden_character");
}

#[test]
fn a_control_character_that_was_escaped() {
    refused("phrases:\n  a: \"x\\0y\\u202Ez\"\n", "hidden_character");
}

#[test]
fn a_path_out_of_the_folder() {
    for path in [
        "../../etc/passwd",
        "/etc/passwd",
        "lists/../../x.csv",
        "lists/..\\x.csv",
        ".env",
        "lists/\u{202E}x.csv",
    ] {
        refused_file(path, b"id\n", "file_name");
    }
}

#[test]
fn a_very_long_file_name() {
    refused_file(&format!("lists/{}.csv", "x".repeat(4_000)), b"id\n", "file_name");
}

#[test]
fn a_file_that_is_no_text() {
    refused_file("lists/x.csv", &[0xFF, 0xFE, 0x00], "not_utf8");
}

#[test]
fn a_file_of_another_kind() {
    refused_file("run.sh", b"#!/bin/sh\n", "unknown_file");
}

#[test]
fn very_many_files() {
    let mut folder = folder::with(QUESTIONS);
    for i in 0..5_000 {
        folder.files.insert(format!("lists/l{i}.csv"), b"id\n".to_vec());
    }
    refused_folder(&folder, "too_many_files");
}

#[test]
fn a_list_with_a_million_cells() {
    let row = format!("x{}\n", ",y".repeat(400));
    refused_file(
        "lists/x.csv",
        format!("id{}\n{}", ",c".repeat(400), row.repeat(500)).as_bytes(),
        "list_columns",
    );
}

#[test]
fn names_that_mean_something() {
    for name in [
        "today",
        "not",
        "package",
        "days",
        "age",
        "no",
        "__proto__",
        "A",
        "a-b",
        "1a",
    ] {
        let code = if ["__proto__", "A", "a-b", "1a"].contains(&name) {
            "name"
        } else {
            "reserved_name"
        };
        refused(
            &format!("questions:\n  {name}:\n    ask: A?\n    called: a\n    yes_no:\n"),
            code,
        );
    }
}

#[test]
fn addresses_of_the_platform() {
    let mut folder = folder::with(QUESTIONS);
    folder.name = "staff".into();
    refused_folder(&folder, "reserved_address");
    refused(
        "questions:\n  check_answers:\n    ask: A?\n    called: a\n    yes_no:\n",
        "reserved_address",
    );
}

#[test]
fn very_many_pages() {
    let pages: String = (0..1_300)
        .map(|i| format!("  q{i}:\n    ask: A?\n    called: a\n    yes_no:\n"))
        .collect();
    refused(&format!("questions:\n{pages}"), "too_many_pages");
}

#[test]
fn very_many_expressions() {
    let cases: String = (0..20_000).map(|i| format!("    - {i} when a\n")).collect();
    refused(&format!("{QUESTIONS}facts:\n  f:\n{cases}"), "too_many_expressions");
    let rules: String = (0..1_900)
        .map(|i| format!("      r{i}: {{ be: x{i} is a and a, or_say: A }}\n"))
        .collect();
    refused(&format!("{QUESTIONS}    must:\n{rules}"), "more_findings");
}

#[test]
fn text_that_runs() {
    for words in [
        "((a.__class__))",
        "((7*7))",
        "[[ include 'x' ]]",
        "[[ for x in range(1000000) ]]",
        "((a|safe))",
    ] {
        refused(&format!("{QUESTIONS}phrases:\n  b: \"{words}\"\n"), "text");
    }
}
