//! What must not stand in a crate: input, output, time and chance in core; SQL outside the store; HTML in crates that
//! make no pages. Rough on purpose: it looks at words. Which crate may use which library is in [`super::graph`] and
//! [`super::homes`].

use super::Finding;
use super::source::{Source, test_paths};
use super::tree::Tree;

/// The crate of pure rules.
const CORE: &str = "crates/exemplar-core/";
/// The crate of SQL.
const STORE: &str = "crates/exemplar-store/";
/// The crates without HTML.
const PLAIN: &[&str] = &[CORE, STORE, "crates/exemplar-app/"];

/// Paths and words that core's code does not hold.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "Zoned::now",
    "rand",
    "now_v7",
    "new_v4",
    "new_v7",
    "async",
    "await",
    "tracing",
];
/// What a group such as `use std::{fs, env}` must not hold in core.
const IMPURE_OF_STD: &[&str] = &["fs", "env", "net", "process"];
/// How statements begin.
const STATEMENTS: &[&str] = &["SELECT ", "INSERT INTO ", "DELETE FROM ", "CREATE TABLE "];
/// How elements begin.
const ELEMENTS: &[&str] = &["<div", "<p>", "<p ", "<span", "<h1", "<a href", "<form", "<input"];

/// Looks at every Rust file of the crates, without its tests.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let tests = test_paths(tree);
    let mut findings = Vec::new();
    for (file, text) in tree.texts(".rs").filter(|(file, _)| file.path.starts_with("crates/")) {
        let path = file.path.as_str();
        if tests.contains(path) {
            continue;
        }
        let source = Source::read(text);
        if path.starts_with(CORE) {
            findings.extend(source.code().filter_map(|(line, code)| impure(path, line, code)));
        }
        for (line, literal) in source.literals() {
            if !path.starts_with(STORE) && STATEMENTS.iter().any(|start| literal.contains(start)) {
                let mend = "move the query into exemplar-store, which is the only home of SQL";
                findings.push(Finding::new(path, line, "SQL outside the store", mend));
            }
            if PLAIN.iter().any(|start| path.starts_with(start)) && ELEMENTS.iter().any(|start| literal.contains(start))
            {
                let mend = "return data, and let exemplar-web make the page";
                findings.push(Finding::new(path, line, "HTML in a crate that makes no pages", mend));
            }
        }
    }
    findings
}

fn impure(path: &str, line: usize, code: &str) -> Option<Finding> {
    let word = IMPURE
        .iter()
        .find(|word| holds_word(code, word))
        .copied()
        .or_else(|| grouped(code))?;
    let wrong = format!("`{word}` in the rules");
    Some(Finding::new(
        path,
        line,
        wrong,
        "take what is needed as an argument, and return what should happen",
    ))
}

/// A forbidden word in a group of imports from `std`.
fn grouped(code: &str) -> Option<&'static str> {
    let (_, group) = code.split_once("std::{")?;
    IMPURE_OF_STD.iter().find(|word| holds_word(group, word)).copied()
}

/// Whether `word` stands in `code` by itself, not as a part of a longer name.
fn holds_word(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    fn check_core(text: &str) -> Vec<String> {
        found(check, &[("crates/exemplar-core/src/a.rs", text)])
    }

    #[test]
    fn the_rules_read_no_clock_file_or_chance() {
        for (text, word) in [
            ("let now = jiff::Timestamp::now();", "Timestamp::now"),
            ("use std::{fmt, fs};", "fs"),
            ("let a = std::env::var(b);", "std::env"),
            ("use rand::Rng;", "rand"),
            ("pub async fn a() {}", "async"),
        ] {
            assert_eq!(
                check_core(text),
                [format!("crates/exemplar-core/src/a.rs:1: `{word}` in the rules")]
            );
        }
    }

    #[test]
    fn a_longer_name_a_comment_and_a_text_are_allowed() {
        assert_eq!(
            check_core("// std::fs\nlet a = \"SystemTime\";\nbrand(operand);\nuse std::{fmt, sync};\n"),
            [""; 0]
        );
    }

    #[test]
    fn tests_may_do_what_the_rules_may_not() {
        assert_eq!(check_core("#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n"), [""; 0]);
    }

    #[test]
    fn sql_stands_in_the_store_alone() {
        let text = "let a = \"SELECT a FROM b\";";
        let files = [
            ("crates/exemplar-app/src/a.rs", text),
            ("crates/exemplar-store/src/a.rs", text),
        ];
        assert_eq!(
            found(check, &files),
            ["crates/exemplar-app/src/a.rs:1: SQL outside the store"]
        );
    }

    #[test]
    fn html_stands_in_pages_alone() {
        let text = "let a = r#\"<div class=\"b\">\"#;";
        let files = [
            ("crates/exemplar-core/src/a.rs", text),
            ("crates/exemplar-web/src/a.rs", text),
        ];
        assert_eq!(
            found(check, &files),
            ["crates/exemplar-core/src/a.rs:1: HTML in a crate that makes no pages"]
        );
    }
}
