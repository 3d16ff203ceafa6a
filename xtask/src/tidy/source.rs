//! Takes Rust source apart into code, comments and string literals, and finds its unit tests.
//! A small lexer, exact for what compiles; it does not parse.

use std::collections::BTreeSet;

use super::tree::Tree;

/// A Rust file, taken apart.
pub struct Source {
    /// The code, line by line, with comments and the contents of literals left out.
    code: Vec<String>,
    /// String literals, each with the line on which it begins, from 1.
    literals: Vec<(usize, String)>,
    /// For each line, whether it belongs to a module that is compiled for tests only.
    tests: Vec<bool>,
}

impl Source {
    /// Takes a file apart.
    pub fn read(text: &str) -> Self {
        let (code, literals) = Lexer::new(text).run();
        let tests = test_lines(&code);
        Self { code, literals, tests }
    }

    /// The lines of code outside unit tests, with their numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code.iter().enumerate().filter(|(at, _)| !self.is_test(at + 1));
        lines.map(|(at, line)| (at + 1, line.as_str()))
    }

    /// The lines of code, unit tests included, with their numbers.
    pub fn all_code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code.iter().enumerate().map(|(at, line)| (at + 1, line.as_str()))
    }

    /// The string literals outside unit tests, with their lines.
    pub fn literals(&self) -> impl Iterator<Item = (usize, &str)> {
        let literals = self.literals.iter().filter(|(line, _)| !self.is_test(*line));
        literals.map(|(line, text)| (*line, text.as_str()))
    }

    /// How many lines there are outside unit tests.
    pub fn length(&self) -> usize {
        self.tests.iter().filter(|&&test| !test).count()
    }

    fn is_test(&self, line: usize) -> bool {
        self.tests.get(line - 1).copied().unwrap_or_default()
    }

    /// The names in `#[cfg(test)] mod name;`: files of their own that are compiled for tests only.
    fn test_files(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut marked = false;
        for line in &self.code {
            let line = line.trim();
            if let Some(name) = declared(line).filter(|_| marked || line.starts_with(TEST_MARK)) {
                names.push(name.to_owned());
            }
            marked = line == TEST_MARK || (marked && line.starts_with("#["));
        }
        names
    }
}

/// The paths of Rust files that are compiled for tests only: `tests/`, and modules declared so.
pub fn test_paths(tree: &Tree) -> BTreeSet<String> {
    let mut roots = Vec::new();
    for (file, text) in tree.texts(".rs") {
        let folder = file.path.strip_suffix(file.name()).unwrap_or_default();
        for name in Source::read(text).test_files() {
            roots.push(format!("{folder}{name}.rs"));
            roots.push(format!("{folder}{name}/"));
        }
    }
    let is_test = |path: &str| path.contains("/tests/") || roots.iter().any(|root| path.starts_with(root.as_str()));
    tree.texts(".rs")
        .map(|(file, _)| file.path.clone())
        .filter(|path| is_test(path))
        .collect()
}

const TEST_MARK: &str = "#[cfg(test)]";

/// The name in `mod name;`, with or without `pub`.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix(TEST_MARK).unwrap_or(line).trim();
    let (_, name) = line.strip_suffix(';')?.rsplit_once("mod ")?;
    Some(name.trim())
}

/// Marks the lines of each top-level `#[cfg(test)] mod name { ... }`; rustfmt puts its end at the start of a line.
fn test_lines(code: &[String]) -> Vec<bool> {
    let mut marks = vec![false; code.len()];
    let mut from = 0;
    while let Some(start) = (from..code.len()).find(|&at| code[at].starts_with(TEST_MARK)) {
        let item = (start..code.len()).find(|&at| is_item(&code[at]));
        let inline = item.filter(|&at| code[at].contains("mod ") && code[at].trim_end().ends_with('{'));
        let Some(opens) = inline else {
            from = start + 1;
            continue;
        };
        let end = (opens..code.len())
            .find(|&at| code[at].starts_with('}'))
            .unwrap_or(code.len() - 1);
        marks[start..=end].fill(true);
        from = end + 1;
    }
    marks
}

/// Whether a line holds more than attributes.
fn is_item(line: &str) -> bool {
    let line = line.strip_prefix(TEST_MARK).unwrap_or(line).trim();
    !line.is_empty() && !line.starts_with("#[")
}

/// Goes through the characters once.
struct Lexer<'a> {
    rest: &'a str,
    code: Vec<String>,
    literals: Vec<(usize, String)>,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            code: vec![String::new()],
            literals: Vec::new(),
        }
    }

    fn run(mut self) -> (Vec<String>, Vec<(usize, String)>) {
        while let Some(next) = self.rest.chars().next() {
            if self.rest.starts_with("//") {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.skip(end);
            } else if self.rest.starts_with("/*") {
                self.block_comment();
            } else if let Some(hashes) = self.raw_string() {
                self.literal_until(&format!("\"{}", "#".repeat(hashes)), false);
            } else if next == '"' {
                self.keep(1);
                self.literal_until("\"", true);
            } else if next == '\'' {
                self.character();
            } else if next.is_alphanumeric() || next == '_' {
                let end = self
                    .rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(self.rest.len());
                self.keep(end);
            } else {
                self.keep(next.len_utf8());
            }
        }
        if self.code.last().is_some_and(String::is_empty) {
            self.code.pop();
        }
        (self.code, self.literals)
    }

    /// Takes `bytes` as code.
    fn keep(&mut self, bytes: usize) {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        for part in taken.split_inclusive('\n') {
            if let Some(line) = self.code.last_mut() {
                line.push_str(part.trim_end_matches('\n'));
            }
            if part.ends_with('\n') {
                self.code.push(String::new());
            }
        }
    }

    /// Takes `bytes` as something else than code; only the line ends are kept.
    fn skip(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        self.code.extend(taken.matches('\n').map(|_| String::new()));
        taken
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        let mut end = 0;
        while end < self.rest.len() {
            let here = &self.rest[end..];
            if here.starts_with("/*") {
                depth += 1;
                end += 2;
            } else if here.starts_with("*/") {
                depth -= 1;
                end += 2;
            } else {
                end += here.chars().next().map_or(1, char::len_utf8);
            }
            if depth == 0 {
                break;
            }
        }
        self.skip(end);
    }

    /// Takes the opening of `r"`, `r#"`, `br"` or `cr"` and says how many hashes it has.
    fn raw_string(&mut self) -> Option<usize> {
        let after = ["r", "br", "cr"]
            .iter()
            .find_map(|prefix| self.rest.strip_prefix(prefix))?;
        let opened = after.trim_start_matches('#');
        let hashes = after.len() - opened.len();
        opened.starts_with('"').then(|| {
            self.keep(self.rest.len() - opened.len() + 1);
            hashes
        })
    }

    /// Takes the rest of a string literal, the opening of which has been taken.
    fn literal_until(&mut self, end: &str, escapes: bool) {
        let line = self.code.len();
        let mut at = 0;
        while at < self.rest.len() && !self.rest[at..].starts_with(end) {
            let mut characters = self.rest[at..].chars();
            let first = characters.next().map_or(1, char::len_utf8);
            let escaped = escapes && self.rest[at..].starts_with('\\');
            at += first
                + if escaped {
                    characters.next().map_or(0, char::len_utf8)
                } else {
                    0
                };
        }
        let text = self.skip(at).to_owned();
        self.literals.push((line, text));
        self.keep(end.len().min(self.rest.len()));
    }

    /// Takes a character literal, or the quote of a lifetime.
    fn character(&mut self) {
        let after = &self.rest[1..];
        let length = match after.strip_prefix('\\') {
            // `'\''` and `'\\'` hold a quote or a backslash before the closing quote.
            Some(escaped) => escaped
                .char_indices()
                .skip(1)
                .find(|(_, c)| *c == '\'')
                .map(|(at, _)| at + 1),
            None => after
                .chars()
                .next()
                .map(char::len_utf8)
                .filter(|&first| after[first..].starts_with('\'')),
        };
        match length {
            Some(length) => {
                self.skip(length + 2);
            }
            None => self.keep(1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(text: &str) -> String {
        Source::read(text)
            .all_code()
            .map(|(_, line)| line)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn literals_of(text: &str) -> Vec<(usize, String)> {
        Source::read(text).literals
    }

    #[test]
    fn comments_are_no_code() {
        assert_eq!(code_of("a // std::fs\nb /* c /* d */\n e */ f\n"), "a \nb \n f");
    }

    #[test]
    fn the_contents_of_a_literal_are_no_code() {
        assert_eq!(code_of(r#"a("std::fs \" // x") + b"#), r#"a("") + b"#);
        assert_eq!(
            literals_of("\n\"one\\\"two\"; r#\"th\"ree\"#; b\"four\""),
            [
                (2, "one\\\"two".to_owned()),
                (2, "th\"ree".to_owned()),
                (2, "four".to_owned()),
            ]
        );
    }

    #[test]
    fn a_quote_in_a_character_begins_no_literal() {
        assert_eq!(
            code_of(r#"['"', '\'', '\\', '\u{22}'] x 'a: "y""#),
            r#"[, , , ] x 'a: """#
        );
    }

    #[test]
    fn a_name_that_ends_in_r_begins_no_raw_string() {
        assert_eq!(literals_of(r#"for"a""#), [(1, "a".to_owned())]);
    }

    #[test]
    fn a_literal_of_several_lines_keeps_the_numbers_of_those_after_it() {
        let source = Source::read("let a = \"x\ny\nz\";\nlet b = 1;\n");
        assert!(source.all_code().any(|line| line == (4, "let b = 1;")));
        assert_eq!(source.length(), 4);
    }

    #[test]
    fn unit_tests_are_not_counted() {
        let source = Source::read("one\n\n#[cfg(test)]\nmod tests {\n    \"\n}\n\"\n}\nlast\n");
        assert_eq!(source.length(), 3);
        assert_eq!(source.code().last(), Some((9, "last")));
    }

    #[test]
    fn an_import_for_tests_alone_does_not_hide_what_follows() {
        let source = Source::read("#[cfg(test)]\npub use a::b;\npub mod c {\n}\n");
        assert_eq!(source.length(), 4);
    }

    #[test]
    fn a_module_declared_for_tests_is_a_test_with_all_below_it() {
        let tree = Tree::of(&[
            ("crates/a/src/kind/mod.rs", "mod text;\n#[cfg(test)]\nmod testing;\n"),
            ("crates/a/src/kind/text.rs", ""),
            ("crates/a/src/kind/testing.rs", ""),
            ("crates/a/tests/all/main.rs", ""),
        ]);
        let paths: Vec<_> = test_paths(&tree).into_iter().collect();
        assert_eq!(paths, ["crates/a/src/kind/testing.rs", "crates/a/tests/all/main.rs"]);
    }
}
