//! The shape of a Rust file: how long it is, how it begins, what it is called.

use super::Finding;
use super::source::{Source, test_paths};
use super::tree::Tree;

/// A file has at most so many lines without its tests; docs/style.md aims at 300.
const LINES_LIMIT: usize = 400;
/// Names that say nothing of what is in a file.
const EMPTY_NAMES: &[&str] = &[
    "util", "utils", "helper", "helpers", "manager", "managers", "common", "misc",
];

/// Looks at every Rust file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let tests = test_paths(tree);
    let mut findings = Vec::new();
    for (file, text) in tree.texts(".rs") {
        let path = file.path.as_str();
        let source = Source::read(text);
        if !text.starts_with("//!") {
            let mend = "begin with `//!` and one or two sentences: what is here and what is not";
            findings.push(Finding::new(path, 1, "the file does not say what is in it", mend));
        }
        if !tests.contains(path) && source.length() > LINES_LIMIT {
            let wrong = format!(
                "{} lines without its tests; {LINES_LIMIT} is the limit",
                source.length()
            );
            findings.push(Finding::new(path, 0, wrong, "split it by what its parts are about"));
        }
        for name in path
            .trim_end_matches(".rs")
            .split('/')
            .filter(|name| EMPTY_NAMES.contains(name))
        {
            findings.push(Finding::new(
                path,
                0,
                format!("`{name}` says nothing"),
                "name it after the one thing in it",
            ));
        }
        findings.extend(
            source
                .all_code()
                .filter_map(|(line, code)| empty_module(path, line, code)),
        );
    }
    findings
}

/// A module with an empty name inside a file; a declared one is found by its file.
fn empty_module(path: &str, line: usize, code: &str) -> Option<Finding> {
    let (_, name) = code.trim().strip_suffix('{')?.rsplit_once("mod ")?;
    let name = name.trim();
    EMPTY_NAMES.contains(&name).then(|| {
        Finding::new(
            path,
            line,
            format!("`{name}` says nothing"),
            "name it after the one thing in it",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    #[test]
    fn a_file_begins_with_what_is_in_it() {
        assert_eq!(
            found(check, &[("a.rs", "use b;\n"), ("b.rs", "//! What is here.\n")]),
            ["a.rs:1: the file does not say what is in it"]
        );
    }

    #[test]
    fn a_file_of_401_lines_is_too_long_and_its_tests_do_not_count() {
        let lines = |n: usize| format!("//! A.\n{}", "x();\n".repeat(n - 1));
        let with_tests = format!("{}#[cfg(test)]\nmod tests {{\n    x();\n}}\n", lines(400));
        assert_eq!(
            found(
                check,
                &[
                    ("a.rs", &with_tests),
                    ("b/tests/c.rs", &lines(401)),
                    ("d.rs", &lines(401))
                ]
            ),
            ["d.rs: 401 lines without its tests; 400 is the limit"]
        );
    }

    #[test]
    fn an_empty_name_is_found_in_folders_files_and_modules() {
        let files = [
            ("crates/a/utils/b.rs", "//! A.\n"),
            ("crates/common.rs", "//! A.\npub mod misc {\n}\n"),
        ];
        assert_eq!(
            found(check, &files),
            [
                "crates/a/utils/b.rs: `utils` says nothing",
                "crates/common.rs: `common` says nothing",
                "crates/common.rs:2: `misc` says nothing",
            ]
        );
    }

    #[test]
    fn a_name_that_only_holds_such_a_word_is_allowed() {
        assert_eq!(found(check, &[("crates/a/utility_bill.rs", "//! A.\n")]), [""; 0]);
    }
}
